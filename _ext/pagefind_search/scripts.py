"""The scripts of the search: small files of one idea each, joined into one for every page and one for the search page.

They are plain scripts, not modules: those run from the disk, too.  All share the object ``pagefindSearch``.
"""

from __future__ import annotations

from pathlib import Path

import sphinx.search
from extension_kit.stemming import stemmer_name

_FOLDER = Path(__file__).parent / "scripts"
_STEMMERS = Path(sphinx.search.__file__).parent / "minified-js"
ENGINE = ("parts", "words", "order", "spelling", "question", "matching", "passages", "items", "dialog")
"""The scripts that find and show, each after those that it uses."""
PAGE = ("page", "asked", "filtering", "facets", "results", "start")
"""Those of the search page."""


def engine_script(language: str) -> str:
    """Give the script that finds, with the stemmer of *language* that Sphinx brings, where it has one."""
    name = stemmer_name(language)
    stemmer = _STEMMERS / f"{name}-stemmer.js"
    if not name or not stemmer.is_file():
        return _joined("engine", ENGINE)
    made = f"(window.pagefindSearch ??= {{}}).stemmer = new {name.capitalize()}Stemmer();"
    stemming = ((_STEMMERS / "base-stemmer.js").read_text("utf-8"), stemmer.read_text("utf-8"), made)
    return "\n".join([*stemming, _joined("engine", ENGINE)])


def page_script() -> str:
    """Give the script of the search page."""
    return _joined("page", PAGE)


def _joined(folder: str, names: tuple[str, ...]) -> str:
    return "\n".join((_FOLDER / folder / f"{name}.js").read_text("utf-8") for name in names)
