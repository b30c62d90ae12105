"""The files that Sphinx copies into the output: of the theme, of the language, and of the folders of the settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.matching import DOTFILES, Matcher


def static_files(app: Sphinx, builder: StandaloneHTMLBuilder) -> Iterator[str]:
    """Give the paths from the output of what comes from the theme, the language, and ``html_static_path``."""
    theme = [Path(folder, "static") for folder in builder.theme.get_theme_dirs()]
    static = [
        *_copied(app, theme, DOTFILES),
        *_copied(app, app.config.html_static_path, Matcher([*app.config.exclude_patterns, "**/.*"])),
    ]
    yield from (f"_static/{path.removesuffix('_t').removesuffix('.jinja')}" for path in static)
    if builder._get_translations_js():
        yield "_static/translations.js"


def extra_files(app: Sphinx) -> Iterator[str]:
    """Give those of what comes from ``html_extra_path``."""
    return _copied(app, app.config.html_extra_path, Matcher(app.config.exclude_patterns))


def _copied(app: Sphinx, entries: Iterable[str | Path], excluded: Callable[[str], object]) -> Iterator[str]:
    for entry in entries:
        origin = Path(app.confdir, entry)
        if origin.is_file():
            yield origin.name
        for place, _folders, files in os.walk(origin, followlinks=True):
            paths = (Path(place, file).relative_to(origin).as_posix() for file in files)
            yield from (path for path in paths if not excluded(path))
