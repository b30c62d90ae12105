"""The Sphinx domain ``council``: what the environment keeps of releases and authority records.

Data are plain records by document, so that parallel reading merges and a removed page takes its own along.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple, Protocol, cast

from council.archive.references import find, sessions
from council.extract.vocabulary import Vocabulary, vocabulary_of
from council.model.authorities import KINDS, Authority, Kind
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from council.profile.profile import Profile
from docutils import nodes
from markdown_it import MarkdownIt
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from council_sphinx.core.profile_loading import profile_at
from council_sphinx.core.site_archive import PictureFile, SiteArchive

_BY_DOCUMENT = ("releases", "referred", "files", "pictures", "dependencies")
"""The data that each document brings, and takes along when it is removed."""


class Referred(NamedTuple):
    """What a page refers to: a file by its path from the project's folder, or another page."""

    kind: Literal["file", "document"]
    name: str


class FileState(NamedTuple):
    """A file as it was when a page was read from it: its *stamp* on the disk, and the digest of what it held."""

    stamp: tuple[int, int, int, int] | None
    sha256: str


class Dependency(Protocol):
    """Something of the archive that a page shows; it is kept with the page, and its ``repr`` tells it from others."""

    def collect(self, archive: SiteArchive, docname: str) -> object:
        """Give all that *docname* shows of it, as a record whose ``repr`` tells when it has changed."""


class CouncilDomain(Domain):
    """Releases and the records that they mention, by document."""

    name = "council"
    label = "Council archive"
    data_version = 5
    object_types: ClassVar[dict[str, ObjType]] = {
        "project": ObjType("project", "project", "any"),
        "directorate": ObjType("directorate", "directorate", "any"),
        "person": ObjType("person", "person", "any"),
        "session": ObjType("session", "session", "any"),
    }

    archive: SiteArchive | None = None
    """All records together, for the views of the running build."""
    touched: bool = False
    """Whether the running build has read anything anew."""
    printed: frozenset[str] = frozenset()
    """The releases that have a PDF by themselves in the running build."""
    release_parser: MarkdownIt | None = None
    """The parser of the releases, for the running build."""
    _vocabulary: Vocabulary | None = None
    _profile: Profile | None = None

    @property
    def releases(self) -> dict[str, Release]:
        """The record of each release, by document."""
        return cast("dict[str, Release]", self.data.setdefault("releases", {}))

    @property
    def referred(self) -> dict[str, dict[Referred, bool]]:
        """What each document refers to, and whether it was there when the document was read."""
        return cast("dict[str, dict[Referred, bool]]", self.data.setdefault("referred", {}))

    @property
    def files(self) -> dict[str, dict[str, FileState]]:
        """The files that each document was read from, by their path from the project's folder."""
        return cast("dict[str, dict[str, FileState]]", self.data.setdefault("files", {}))

    @property
    def pictures(self) -> dict[str, dict[str, PictureFile]]:
        """The files of the pictures that each document shows, by their source as written."""
        return cast("dict[str, dict[str, PictureFile]]", self.data.setdefault("pictures", {}))

    @property
    def dependencies(self) -> dict[str, list[Dependency]]:
        """What each document shows of the archive."""
        return cast("dict[str, list[Dependency]]", self.data.setdefault("dependencies", {}))

    def dates_by(self, profile: str) -> dict[str, tuple[str, PartialDate | None]]:
        """Give the stamp of each release's file, and the date of its head as the *profile* of that digest reads it."""
        known, dates = self.data.get("dates", ("", {}))
        return cast("dict[str, tuple[str, PartialDate | None]]", dates if known == profile else {})

    def note_dates(self, profile: str, dates: dict[str, tuple[str, PartialDate | None]]) -> None:
        """Keep what :meth:`dates_by` gives."""
        self.data["dates"] = (profile, dates)

    @property
    def view_states(self) -> dict[str, tuple[str, dict[str, str]]]:
        """For each builder, a digest of all data in its last build, and one of what each document showed."""
        return cast("dict[str, tuple[str, dict[str, str]]]", self.data.setdefault("view_states", {}))

    def view_digest(self, builder: str, docname: str) -> str:
        """Give a digest of what *docname* shows of the archive in the running build of *builder*."""
        _state, digests = self.view_states.get(builder, ("", {}))
        return digests.get(docname, "")

    @property
    def records(self) -> dict[Kind, dict[str, Authority]]:
        """The authority records, by kind and id."""
        return cast("dict[Kind, dict[str, Authority]]", self.data.setdefault("records", {kind: {} for kind in KINDS}))

    @property
    def profile(self) -> Profile:
        """How the releases speak; raises ``ConfigError`` where it cannot be read."""
        if self._profile is None:
            self._profile = profile_at(Path(self.env.srcdir))
        return self._profile

    @property
    def vocabulary(self) -> Vocabulary:
        """What the extraction is told of the records; made once for each state of them."""
        if self._vocabulary is None:
            self._vocabulary = vocabulary_of(self.records, self.profile)
        return self._vocabulary

    def set_records(self, records: dict[Kind, dict[str, Authority]]) -> None:
        """Take the records as they stand in the files now."""
        self.touched = self.touched or records != self.records
        self.data["records"] = records
        self.archive, self._vocabulary = None, None

    def state(self) -> str:
        """Give a digest of all that pages are computed from, comparable from build to build."""
        if self.touched or "state" not in self.data:
            known = (self.releases, self.dependencies, self.pictures, {name: self.digests(name) for name in self.files})
            state = repr((*(sorted(one.items()) for one in known), self.records))
            self.data["state"] = hashlib.sha256(state.encode()).hexdigest()
        return f"{self.data['state']} {sorted(self.printed)}"

    def digests(self, docname: str) -> list[tuple[str, str]]:
        """Give the digest of each file that *docname* was read from."""
        return sorted((path, state.sha256) for path, state in self.files.get(docname, {}).items())

    def note_release(self, docname: str, release: Release) -> None:
        """Keep the record of the release that *docname* is."""
        self.releases[docname] = release

    def note_referred(self, docname: str, referred: Referred, there: bool) -> None:
        """Remember that *docname* refers to something, so that it is read again when that comes or goes."""
        self.referred.setdefault(docname, {})[referred] = there

    def note_picture(self, docname: str, source: str, file: PictureFile) -> None:
        """Remember that *docname* shows *file*, and calls it *source*."""
        self.pictures.setdefault(docname, {})[source] = file

    def note_dependency(self, docname: str, dependency: Dependency) -> None:
        """Remember that *docname* shows *dependency*, so that it is written again when that changes."""
        self.dependencies.setdefault(docname, []).append(dependency)

    def clear_doc(self, docname: str) -> None:
        """Forget all that *docname* brought."""
        self.touched = True
        for key in _BY_DOCUMENT:
            self.data.get(key, {}).pop(docname, None)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Give every record and every session for the inventory, so that other projects can link in."""
        for kind, records in self.records.items():
            for record in records.values():
                if record.page in self.env.found_docs:
                    yield record.id, record.name, kind, record.page, "", 1
        for key, page in sessions(archive_of(self.env)).items():
            yield key, key, "session", page, "", 1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Resolve a role of this domain."""
        return self._resolve(builder, fromdocname, typ, target, node, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve an ``any`` role: whatever of this domain has that name."""
        found = []
        for type_ in self.object_types:
            reference = self._resolve(builder, fromdocname, type_, target, node, contnode.deepcopy())
            if reference is not None:
                found.append((f"{self.name}:{type_}", reference))
        return found

    def _resolve(
        self,
        builder: Builder,
        fromdocname: str,
        type_: str,
        target: str,
        node: pending_xref,
        content: nodes.Element,
    ) -> nodes.reference | None:
        """Give the reference, or ``None`` where nothing has that name."""
        found = find(archive_of(self.env), type_, target)
        if found is None:
            return None
        page, name = found
        if not node.get("refexplicit", True) and name != target:
            content = nodes.inline("", name, classes=content.get("classes", []))
        return make_refnode(builder, fromdocname, page, "", content, name)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader gathered from *docnames*."""
        self.touched = True
        for key in _BY_DOCUMENT:
            self.data.setdefault(key, {}).update(
                (docname, value) for docname, value in otherdata.get(key, {}).items() if docname in docnames
            )


def council_domain(env: BuildEnvironment) -> CouncilDomain:
    """Give the domain of *env*."""
    return cast("CouncilDomain", env.domains[CouncilDomain.name])


def archive_of(env: BuildEnvironment) -> SiteArchive:
    """Give the archive of all records, made once for each state of the domain."""
    domain = council_domain(env)
    if domain.archive is None:
        domain.archive = SiteArchive(domain.releases, domain.profile, domain.records, domain.pictures, domain.printed)
    return domain.archive


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(CouncilDomain)
