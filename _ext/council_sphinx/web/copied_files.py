"""The files that Sphinx copies into the output from the folders of static and of extra files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.matching import Matcher


def static_files(app: Sphinx) -> Iterator[str]:
    """Give the paths from the output of what comes from ``html_static_path``."""
    static = _copied(app, app.config.html_static_path, Matcher([*app.config.exclude_patterns, "**/.*"]))
    return (f"_static/{path.removesuffix('_t').removesuffix('.jinja')}" for path in static)


def extra_files(app: Sphinx) -> Iterator[str]:
    """Give those of what comes from ``html_extra_path``."""
    return _copied(app, app.config.html_extra_path, Matcher(app.config.exclude_patterns))


def _copied(app: Sphinx, entries: Iterable[str], excluded: Matcher) -> Iterator[str]:
    for entry in entries:
        origin = Path(app.confdir, entry)
        if origin.is_file():
            yield origin.name
        for place, _folders, files in os.walk(origin, followlinks=True):
            paths = (Path(place, file).relative_to(origin).as_posix() for file in files)
            yield from (path for path in paths if not excluded(path))
