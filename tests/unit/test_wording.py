"""Pages and commands speak Spanish and English alike: every string of the code stands in both catalogues, and no other."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from council.archive.review import TOPICS
from council.commands import messages
from council.exports.all_exports import EXPORTS
from council.exports.archive_tables import TABLES
from council.exports.sqlite_views import VIEWS
from council_sphinx.core import interface_strings
from council_sphinx.web import search_descriptions
from pagefind_search.search_page import TEXTS
from sites import PROJECT
from sphinx.config import Config

OF_THE_THEME = {
    "Back to top",
    "Home",
    "Menu",
    "Next",
    "On this page",
    "Previous",
    "Skip to content",
    "Toggle Light / Dark / Auto color theme",
}
"""Strings of furo, which has no catalogues of its own."""
OF_SPHINX = {f"Link to this {what}" for what in ("code", "definition", "heading", "image", "table", "term")}
"""Strings of Sphinx that its Spanish catalogue lacks."""
OF_THE_EXPORTS = {
    *(column.description for table in TABLES for column in table.columns),
    *(table.description for table in TABLES),
    *(view.description for view in VIEWS),
    *(file.description for export in EXPORTS for file in export.files if file.description),
}
"""What the page of data tells of files, tables and columns."""
CATALOGUES = {catalogue.CATALOGUE: catalogue.LOCALE_FOLDER for catalogue in (messages, interface_strings)}
BORROWED = {
    messages.CATALOGUE: frozenset(),
    interface_strings.CATALOGUE: frozenset({*TOPICS.values(), *OF_THE_THEME, *OF_SPHINX, *OF_THE_EXPORTS}),
}
"""Strings that another package declares and this one shows."""

each_catalogue = pytest.mark.parametrize("name", CATALOGUES)
each_language = pytest.mark.parametrize("language", ["es", "en"])


@cache
def strings_of(name: str) -> frozenset[str]:
    found = extract_from_dir(
        CATALOGUES[name].parent,
        [("**.py", "python"), ("**/templates/**.html", "jinja2")],
        keywords={"_": None, "counted": (1, 2), "Told": None, "told": None},
    )
    return frozenset(str(message) for _file, _line, message, _comments, _context in found) | BORROWED[name]


def catalogue(name: str, language: str) -> dict[str, str]:
    with (CATALOGUES[name] / language / "LC_MESSAGES" / f"{name}.po").open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}


@each_language
@each_catalogue
def test_every_string_is_translated(name: str, language: str) -> None:
    translations = catalogue(name, language)
    assert strings_of(name) - translations.keys() == set()
    assert [message for message, string in translations.items() if not string] == []
    holes = re.compile(r"%(?:\(\w+\))?[sdr]|\{\w+\}")
    differing = {
        key for key, string in translations.items() if sorted(holes.findall(key)) != sorted(holes.findall(string))
    }
    assert differing == set()


@each_language
@each_catalogue
def test_every_translation_is_used(name: str, language: str) -> None:
    assert catalogue(name, language).keys() - strings_of(name) == set()


@pytest.mark.parametrize(
    ("package", "strings"), [("furo", OF_THE_THEME), ("sphinx", OF_SPHINX)], ids=["furo", "sphinx"]
)
def test_the_theme_still_says_what_is_translated_for_it(package: str, strings: set[str]) -> None:
    sources = [file for file in Path(str(files(package))).rglob("*") if file.suffix in {".html", ".py"}]
    said = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    assert {string for string in strings if re.sub(r"%\((\w+)\)s", r"{{ \1 }}", string) not in said} == set()


def test_the_search_page_speaks_the_language_of_the_archive() -> None:
    config = Config()
    config.add("archive_years", "years", "env", (str,))
    for name in ("facets", "texts", "words", "exclude", "exclude_selectors"):
        config.add(f"pagefind_{name}", None, "html", ())
    search_descriptions._configure(SimpleNamespace(srcdir=PROJECT), config)  # type: ignore[arg-type]
    assert config.pagefind_texts.keys() == TEXTS.keys()
