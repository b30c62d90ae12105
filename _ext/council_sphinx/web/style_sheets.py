"""The style sheets of a page: one for all pages, joined of the theme's and the archive's, and others only where needed.

The sheets of ``html_css_files`` that stand in the project are joined behind what most pages need of the theme's sheet
(:mod:`.style_rules`); its rest, the sheets of sphinx-design and those for code load on pages whose text needs them,
scripts likewise.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from council_sphinx.core.published_site import makes_site
from council_sphinx.web.style_rules import SplitSheet, moved, smaller, split

SHEET, MORE = "site.css", "site-more.css"
THEME, THEMES_SHEET = "furo", "styles/furo.css"
COMMON = frozenset(
    """
    align-center align-default align-left align-right arabic attribution caption centered citation compound container
    current docutils external figure headerlink image internal line line-block literal loweralpha lowerroman no-js
    reference rubric simple skip-to-content table-wrapper toctree-wrapper upperalpha upperroman visually-hidden
    """.split()
)
"""The classes of the theme's sheet that most pages have."""
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_FONT = re.compile(r"@font-face\s*\{([^}]*)\}")
_SOURCE = re.compile(r"url\([\"']?([^\"')]+)")

_NEEDED_BY = {
    "pygments.css": ("highlight",),
    "sphinx-design.min.css": ("sd-",),
    "furo-extensions.css": ("sd-", "sphinx-", "copybtn"),
    "design-tabs.js": ("sd-tab",),
    "list_filter.js": ("filterable", "list-controls"),
    "matrix.js": ("matrix-controls",),
    "scrolled_regions.js": ("table-wrapper", "highlight", "matrix"),
    "doctools.js": ("indextable",),
    "documentation_options.js": ("indextable",),
}
"""By what classes a page needs a file: they begin so."""


class _Sheets:
    """The sheets of one build: those that are joined, by what a page needs the rest, and the fonts that every page shows."""

    def __init__(self) -> None:
        self._sources: list[tuple[str, Path]] = []
        self._few: frozenset[str] = frozenset()
        self._first_fonts: list[str] = []

    def join(self, app: Sphinx, config: Config) -> None:
        """Put one sheet in the place of those of the settings that stand in the project."""
        if config.html_theme != THEME:
            return
        found = [(file, _source(app, file)) for file in config.html_css_files]
        self._sources = [(str(file), source) for file, source in found if source]
        config.archive_sheets = [
            file for file, _source in self._sources
        ]  # where others are joined, all pages are written
        config.html_css_files = [SHEET, *(file for file, source in found if not source)]

    def write(self, app: Sphinx) -> None:
        """Write the joined sheet, and the rest of the theme's, where Sphinx takes static files from."""
        builder = app.builder
        if app.config.html_theme != THEME or not isinstance(builder, StandaloneHTMLBuilder):
            return
        own = "".join(moved(source.read_text(encoding="utf-8"), file) for file, source in self._sources)
        sheet = _themes_sheet(builder, own)
        folder = Path(app.doctreedir) / "style"
        write_whole(folder / SHEET, sheet.most + smaller(own))
        write_whole(folder / MORE, sheet.few)
        app.config.html_static_path.append(str(folder))
        self._few = sheet.names
        faces = _FONT.findall(own) if makes_site(builder) else ()
        sources = (_SOURCE.search(face) for face in faces if "italic" not in face)
        self._first_fonts = [found[1] for found in sources if found]

    def choose(self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
        """Load on a page what it needs; on those that a template makes alone, all."""
        if app.config.html_theme != THEME or "body" not in context:
            return
        classes = {name for found in _CLASSES.findall(context["body"]) for name in found.split()}
        if not classes.isdisjoint(self._few):
            app.add_css_file(MORE, priority=150)
        told = f" {' '.join(sorted(classes))}"
        for kind in ("css_files", "script_files"):
            context[kind][:] = [file for file in context[kind] if _is_needed(file, told)]
        fonts = (context["pathto"](f"_static/{font}", resource=True) for font in self._first_fonts)
        context["first_fonts"] = [escape(font) for font in fonts]


def _source(app: Sphinx, file: object) -> Path | None:
    """Give the file of a sheet of the settings in the project's static folders."""
    places = (
        (Path(app.confdir, folder, file) for folder in app.config.html_static_path) if isinstance(file, str) else ()
    )
    return next((place for place in places if place.is_file()), None)


def _themes_sheet(builder: StandaloneHTMLBuilder, own: str) -> SplitSheet:
    files = (Path(folder, "static", THEMES_SHEET) for folder in builder.theme.get_theme_dirs())
    text = next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")
    return split(smaller(text), COMMON, own)


def _is_needed(file: Any, classes: str) -> bool:
    """Whether a page needs *file*; a space stands before each of its *classes*."""
    path = str(getattr(file, "filename", file) or "")
    if path.endswith(THEMES_SHEET):
        return False
    beginnings = _NEEDED_BY.get(PurePosixPath(path).name)
    return beginnings is None or any(f" {beginning}" in classes for beginning in beginnings)


def setup(app: Sphinx) -> None:
    """Join sheets, and choose those of each page, when all others have added theirs."""
    sheets = _Sheets()
    app.add_config_value("archive_sheets", [], "html", list)
    app.connect("config-inited", sheets.join, priority=700)
    app.connect("builder-inited", sheets.write, priority=900)
    app.connect("html-page-context", sheets.choose, priority=990)
