"""The roles ``project``, ``directorate``, ``person`` and ``session``, and how they are resolved.

``{project}`atlas-municipal-de-riesgos```, ``{project}`Atlas de Riesgos```, ``{session}`2020-8```: by id, name
or alias; ``:council:project:`` in reStructuredText.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from .archive import Archive
from .domain import CouncilDomain, council_domain
from .records import KINDS, Kind
from .views.placeholder import Options, View, ViewContext, archive_of, register
from .warning_types import ArchiveWarning, warn


class RecordRole(XRefRole):
    """A reference to a record; the page that holds it follows when the record changes."""

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Note the reference, so that a change of the record refreshes the page."""
        options = {"type": refnode["reftype"], "target": target}
        council_domain(env).note_view(env.docname, "council-reference", options)
        return title, " ".join(target.split())


class ShortRecordRole(RecordRole):
    """The same role without the name of the domain: ``{project}`` for ``{council:project}``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Give the reference of the domain's role."""
        self.name = f"{CouncilDomain.name}:{self.name}"
        return super().run()


def find(archive: Archive, type_: str, target: str) -> tuple[str, str] | None:
    """Give the page and the name of what a role of *type_* means by *target*."""
    if type_ == "session":
        page = sessions(archive).get(target)
        return (page, target) if page else None
    kind: Kind = type_  # type: ignore[assignment]
    record = archive.records[kind].get(target)
    if record is None:
        match = archive.matchers[kind].find(target)
        record = archive.records[kind][match.record] if match else None
        return (record.page, target) if record else None
    return record.page, record.name


def sessions(archive: Archive) -> dict[str, str]:
    """Give the page of each session by its key (``2020-8``); the first release that reports it."""
    found: dict[str, str] = {}
    for page in archive.sessions:
        session = archive.releases[page].session
        for key in session.keys if session else ():
            found.setdefault(key, page)
    return found


def nearest(archive: Archive, type_: str, target: str) -> list[str]:
    """Give the names that are nearest to a *target* that is not there."""
    if type_ == "session":
        year = target.partition("-")[0]
        return [key for key in sorted(sessions(archive)) if key.startswith(year)][:6]
    kind: Kind = type_  # type: ignore[assignment]
    records = archive.records[kind]
    return [records[match.record].name for match in archive.matchers[kind].nearest(target, limit=3, at_least=50)]


def resolve(
    domain: CouncilDomain,
    builder: Builder,
    fromdocname: str,
    type_: str,
    target: str,
    node: pending_xref,
    content: nodes.Element,
) -> nodes.reference | None:
    """Give the reference, or ``None`` where nothing has that name."""
    found = find(archive_of(domain.env), type_, target)
    if found is None:
        return None
    page, name = found
    if not node.get("refexplicit", True) and name != target:
        content = nodes.inline("", name, classes=content.get("classes", []))
    return make_refnode(builder, fromdocname, page, "", content, name)


def _tell_nearest(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of an unknown target with the nearest names, in place of Sphinx's own warning."""
    if domain is None or domain.name != CouncilDomain.name:
        return None
    type_, target = node["reftype"], node["reftarget"]
    near = nearest(archive_of(app.env), type_, target)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    warn(ArchiveWarning.REFERENCE, f"no {type_} is called {target!r}{hint}", node)
    return True


def _collect(archive: Archive, docname: str, options: Options) -> tuple[str, str] | None:
    return find(archive, options["type"], options["target"])


def _build(context: ViewContext, data: object) -> list[nodes.Node]:
    return []


register(View("council-reference", _collect, _build))

ROLES = {name: RecordRole(innernodeclass=nodes.inline, warn_dangling=True) for name in (*KINDS, "session")}


def setup(app: Sphinx) -> None:
    """Add the roles to the domain, and under their short names for MyST and reStructuredText."""
    for name, role in ROLES.items():
        app.add_role_to_domain(CouncilDomain.name, name, role)
        app.add_role(name, ShortRecordRole(innernodeclass=nodes.inline, warn_dangling=True))
    app.connect("warn-missing-reference", _tell_nearest)
