"""The PDFs of single releases beside their HTML pages, where ``make pdf SINGLE=1`` has made them.

An HTML build takes each PDF that stands in ``archive_pdf_folder`` along, and the release's header links it.
"""

from __future__ import annotations

from pathlib import Path

from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.views.release_header import PRINTED


def _find(app: Sphinx, env: BuildEnvironment) -> None:
    """Tell the domain which releases have a PDF, before views are compared with those of the last build."""
    domain = council_domain(env)
    domain.printed = frozenset(page for page in domain.releases if _on_web(app) and _made(app, page).is_file())


def _copy(app: Sphinx, exception: Exception | None) -> None:
    """Take the PDFs along; those of releases that have none any more are removed with other stale files."""
    if exception is not None or not _on_web(app):
        return
    folder = Path(app.outdir) / PRINTED
    for page in council_domain(app.env).printed:
        write_whole(folder / f"{page}.pdf", _made(app, page).read_bytes())


def _on_web(app: Sphinx) -> bool:
    return app.builder.name == "html"


def _made(app: Sphinx, page: str) -> Path:
    return Path(app.srcdir, app.config.archive_pdf_folder, f"{page}.pdf")


def setup(app: Sphinx) -> None:
    """Register the handlers."""
    app.add_config_value("archive_pdf_folder", "_build/pdf", "", str)
    app.connect("env-updated", _find, priority=100)
    app.connect("build-finished", _copy)
