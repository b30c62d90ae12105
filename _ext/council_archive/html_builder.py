"""The HTML builder of the archive: nothing to do is nothing done, and a stopped build heals.

Sphinx writes its environment before the pages; a build that is killed in between would leave pages that no
later build takes for outdated.  A marker stands beside the environment while pages are written; where it is
still there at the next start, all pages are written again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

MARKER = "writing"


class ArchiveHTMLBuilder(StandaloneHTMLBuilder):
    """Sphinx's builder, with pages written whole or not at all."""

    wrote = False
    """Whether this build wrote any page."""

    @property
    def _marker(self) -> Path:
        return Path(self.doctreedir) / MARKER

    @property
    def _assets(self) -> Path:
        return Path(self.doctreedir) / "assets.sha256"

    def get_outdated_docs(self) -> Iterator[str]:
        """Give the pages to write: all where the last build was stopped, or a style sheet or script changed."""
        finished = not self._marker.exists()
        if finished and self._assets.is_file() and self._assets.read_text() == self._assets_digest():
            yield from super().get_outdated_docs()
        else:
            yield from sorted(self.env.found_docs)

    def _assets_digest(self) -> str:
        """Pages name their style sheets and scripts with a checksum, and so depend on them."""
        digest = hashlib.sha256()
        for entry in self.config.html_static_path:
            folder = Path(self.confdir) / entry
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()

    def write_documents(self, docnames: Set[str]) -> None:
        """Write pages, with the marker set until :meth:`finish`."""
        self.wrote = bool(docnames) or not (Path(self.outdir) / "objects.inv").is_file()
        if self.wrote:
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.touch()
        super().write_documents(docnames)

    def finish(self) -> None:
        """Write what stands beside the pages; nothing where no page was written."""
        if not self.wrote:
            return
        super().finish()
        self._assets.write_text(self._assets_digest())

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
        partial = final.with_name(f".{final.name}.{os.getpid()}")
        super().handle_page(pagename, addctx, templatename, outfilename=partial, event_arg=event_arg)
        partial.replace(final)


def _remove_marker(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and isinstance(app.builder, ArchiveHTMLBuilder):
        app.builder._marker.unlink(missing_ok=True)


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builder of the same name."""
    app.add_builder(ArchiveHTMLBuilder, override=True)
    app.connect("build-finished", _remove_marker, priority=999)
