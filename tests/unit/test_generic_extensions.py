"""The extensions for any project know nothing of this one: no word of its domain, its institution or its language.

What the words are is asked of the archive: its object types, directives and settings, its commands, the names in
``conf.py``, and the catalogue of its interface.
"""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from council_sphinx.core.interface_strings import CATALOGUE, LOCALE_FOLDER
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

ROOT = Path(__file__).parent.parent.parent
GENERIC = ("extension_kit", "lean_navigation", "pagefind_search", "safe_pictures", "typst_builder")
FILES = sorted(
    file
    for package in GENERIC
    for file in (ROOT / "_ext" / package).rglob("*")
    if file.suffix in {".py", ".js", ".typ", ".css"}
)
GENERAL = frozenset(
    "book card centered colophon data folder head image index list matrix name page pdf profile project share single "
    "volume without year".split()
)
"""Words in the names of the archive's directives and settings that any Sphinx project has a use for."""
SHORTEST = 5
"""Shorter words of one language are often words, or parts of words, of another."""


def words_of(text: str) -> set[str]:
    """Give the words of code and prose: in lower case, singular, the parts of ``camelCase`` and ``snake_case`` apart."""
    runs = re.findall(r"[^\W\d_]+", text)
    parts = [part for run in runs for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+", run)]
    return {part.lower().removesuffix("s") for part in parts}


@pytest.fixture(scope="module")
def domain_words(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The words of what the archive adds to Sphinx."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("conf.py", "index.rst"):
        (folder / name).touch()
    extensions = {"extensions": ["myst_parser", "sphinx_design", *GENERIC[1:]]}
    output = folder / "_build"
    with docutils_namespace():
        app = Sphinx(folder, folder, output, output, "dummy", extensions, status=None, warning=None)
        known = names_in(app)
        app.setup_extension("council_sphinx")
        names = names_in(app) - known
    return words_of(" ".join(names)) - GENERAL


def names_in(app: Sphinx) -> set[str]:
    """Give the names of all settings, directives, domains and object types."""
    domains = app.registry.domains
    types = {name for domain in domains.values() for name in domain.object_types}
    return {*app.config.values, *directives._directives, *domains, *types}  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def names_of_the_institution() -> set[str]:
    settings = runpy.run_path(str(ROOT / "conf.py"))
    names = re.findall(r"\b[A-ZÁÉÍÓÚÑ]\w{3,}", f"{settings['project']} {settings['author']}")
    return words_of(" ".join(names))


@pytest.fixture(scope="module")
def words_of_the_language() -> set[str]:
    """The words of the Spanish catalogue that are none of the English one."""
    with (LOCALE_FOLDER / "es" / "LC_MESSAGES" / f"{CATALOGUE}.po").open("rb") as stream:
        messages = [message for message in read_po(stream) if message.id]
    english = words_of(" ".join(str(message.id) for message in messages))
    return {
        word for word in words_of(" ".join(str(message.string) for message in messages)) if len(word) >= SHORTEST
    } - english


def test_there_are_words_to_look_for(
    domain_words: set[str], names_of_the_institution: set[str], words_of_the_language: set[str]
) -> None:
    assert {"archive", "council", "directorate", "person", "release", "session"} <= domain_words
    assert {"implan", "torreón"} <= names_of_the_institution
    assert {"comunicado", "dirección", "sesión"} <= words_of_the_language
    assert words_of("readCouncilSessions(PDF_release)") == {"read", "council", "session", "pdf", "release"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "_ext").as_posix())
@pytest.mark.parametrize("kind", ["domain_words", "names_of_the_institution", "words_of_the_language"])
def test_no_word_of_this_project(request: pytest.FixtureRequest, file: Path, kind: str) -> None:
    wanted = request.getfixturevalue(kind)
    lines = enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
    assert {number: words for number, line in lines if (words := words_of(line) & wanted)} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "_ext").as_posix())
def test_no_command_of_this_project(file: Path) -> None:
    commands = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert "serve" in commands
    assert re.findall(rf"\bmake ({'|'.join(commands)})\b", file.read_text(encoding="utf-8")) == []


def test_the_scripts_of_the_archive_speak_no_language(words_of_the_language: set[str]) -> None:
    for file in (ROOT / "_static").rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert words_of(text) & words_of_the_language == set()
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
        assert [
            said for said in re.findall(r"[\"'`](.*?)[\"'`]", code) if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", said)
        ] == ["use strict"]
