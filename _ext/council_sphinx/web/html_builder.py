"""The HTML builder of the archive: nothing to do is nothing done, and a stopped build heals.

Sphinx writes its environment before the pages; a build that is killed in between would leave pages that no
later build takes for outdated.  A marker stands beside the environment from the beginning of a build to its end;
where it is still there at the next start, all pages are written again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Set
from functools import cached_property
from pathlib import Path
from typing import Any

from extension_kit.large_chunks import WORTH_FORKING, WorksInLargeChunks
from extension_kit.whole_files import partial_of, write_whole
from jinja2 import FileSystemBytecodeCache
from safe_pictures.picture_builder import PublishesSafePictures
from sphinx.application import Sphinx
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.build_phase import BuildPhase

from council_sphinx.web.exported_files import exports_beside_pages
from council_sphinx.web.made_files import MadeFiles
from council_sphinx.web.picture_copies import wanted_copies
from council_sphinx.web.theme_labels import TranslatedLabels

MARKER = "unfinished"


class ArchiveHTMLBuilder(WorksInLargeChunks, PublishesSafePictures):
    """Sphinx's builder, with pages written whole or not at all."""

    wrote = False
    """Whether this build wrote any page."""
    exports_begun = False
    """Whether it has written the exports that need no page already."""

    def init(self) -> None:
        """Begin the notes of what is made."""
        super().init()
        self.made = MadeFiles(Path(self.doctreedir) / "made-files.json", Path(self.outdir))
        self.other_pages: set[str] = set()
        """The paths of pages that are no documents."""

    def copies_of(self, source: str) -> Collection[int]:
        """Give the widths in which pages show the picture *source* smaller than it is."""
        return self.picture_copies.get(source, ())

    @cached_property
    def picture_copies(self) -> dict[str, set[int]]:
        """The widths of all copies."""
        return wanted_copies(self.env)

    def path_of(self, file: Path) -> str:
        """Give the path of *file* from the output."""
        return file.relative_to(self.outdir).as_posix()

    @property
    def _marker(self) -> Path:
        return Path(self.doctreedir) / MARKER

    @property
    def _assets(self) -> Path:
        return Path(self.doctreedir) / "assets.sha256"

    def get_outdated_docs(self) -> Iterator[str]:
        """Give the pages to write: all where the last build was stopped or its notes are lost, or assets changed."""
        finished = bool(self.made.paths()) and not self._marker.exists()
        if finished and self._assets.is_file() and self._assets.read_text() == self._assets_digest():
            yield from super().get_outdated_docs()
        else:
            yield from sorted(self.env.found_docs)
        self._begin()

    def _begin(self) -> None:
        self._marker.parent.mkdir(parents=True, exist_ok=True)
        self._marker.touch()

    def _assets_digest(self) -> str:
        """Pages name their style sheets and scripts with a checksum, and so depend on them."""
        digest = hashlib.sha256()
        for entry in self.config.html_static_path:
            folder = Path(self.confdir) / entry
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()

    def init_templates(self) -> None:
        """Translate the theme's labels; keep compiled templates: compiling them takes longer than writing a few pages."""
        super().init_templates()
        folder = Path(self.doctreedir) / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        if isinstance(self.templates, BuiltinTemplateLoader):
            self.templates.environment.add_extension(TranslatedLabels)
            self.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Leave out the order of the table of contents: pages do not show it, and it costs as much as their text.

        Sphinx comes to no end with it where pages hold each other in their tables of contents.
        """
        contents, self.env.toctree_includes = self.env.toctree_includes, {}
        try:
            super().prepare_writing(docnames)
        finally:
            self.env.toctree_includes = contents
        self.relations = {}

    def write_documents(self, docnames: Set[str]) -> None:
        """Write pages, with the marker set, which a build of all pages has not done yet."""
        self.wrote = bool(docnames) or not (Path(self.outdir) / "objects.inv").is_file()
        if self.wrote:
            self._begin()
        if self.parallel_ok and len(docnames) >= WORTH_FORKING:
            self._write_in_processes(sorted(docnames))
            return
        join = exports_beside_pages(self._app) if self.wrote else None
        self._write_serial(sorted(docnames))
        if join:
            join()
            self.exports_begun = True

    def _write_in_processes(self, docnames: list[str]) -> None:
        """Resolve and write pages in processes; Sphinx resolves them all in one, which is half of the work."""
        first, *rest = docnames
        self._write_chunk([first])  # fills the caches that the processes then share

        def take_pictures(_chunk: list[str], images: dict[str, str]) -> None:
            self.images.update(images)

        self.in_processes(rest, self._write_chunk, take_pictures, "writing output... ")
        self.images = dict(sorted(self.images.items()))

    def _write_chunk(self, docnames: list[str]) -> dict[str, str]:
        """Write some pages; give the pictures that they show."""
        for docname in docnames:
            self.phase = BuildPhase.RESOLVING
            doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
            self.phase = BuildPhase.WRITING
            self.write_doc_serialized(docname, doctree)
            self.write_doc(docname, doctree)
        return self.images

    def finish(self) -> None:
        """Write what stands beside the pages; nothing where no page was written."""
        if not self.wrote:
            return
        super().finish()
        write_whole(self._assets, self._assets_digest())

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any | None = None,
    ) -> None:
        """Write one page under another name and move it into place."""
        final = Path(outfilename or self.get_outfilename(pagename))
        if pagename not in self.env.found_docs:
            self.other_pages.add(self.path_of(final))
        partial = partial_of(final)
        try:
            super().handle_page(pagename, addctx, templatename, outfilename=partial, event_arg=event_arg)
            partial.replace(final)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


def _remove_marker(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and isinstance(app.builder, ArchiveHTMLBuilder):
        app.builder._marker.unlink(missing_ok=True)


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builder of the same name."""
    app.setup_extension("safe_pictures")
    app.add_builder(ArchiveHTMLBuilder, override=True)
    app.connect("build-finished", _remove_marker, priority=999)
