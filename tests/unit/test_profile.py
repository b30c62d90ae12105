"""Profiles: the notation of words, dates of two languages, and mistakes told with file, line and field."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from council.authority.unit_names import unit_core
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary
from council.language.word_lists import Words
from council.profile.loader import ProfileError, languages, load_lexicon, load_profile, profile_digest

INSTITUTION = """\
name = "Instituto de Ríos (IDR)"
language = "es"
countries = ["mx"]

[council]
names = ["Cabildo"]

[foreign]
bodies = ["Banco de Aguas", "C.A. (del Sur)"]
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "institution.toml").write_text(INSTITUTION, "utf-8")
    return tmp_path


def test_words_are_read_in_their_notation() -> None:
    words = Words.read("director(|a|es) asisti* Sesión")
    assert {"director", "directora", "directores", "asistieron", "sesion"} == {
        word for word in "director directora directores asistieron sesion secretario".split() if word in words
    }
    assert re.fullmatch(words.pattern, "asistira")
    assert not Words()
    assert re.search(Words().pattern, "anything") is None


def test_names_are_no_notation(archive: Path) -> None:
    profile = load_profile(archive)
    assert "instituto de rios idr" in profile.own_names
    assert "c a del sur" in profile.foreign_bodies
    assert "de" not in profile.foreign_bodies


@pytest.mark.parametrize(
    ("wrong", "right", "line", "field"),
    [
        ('name = "Instituto de Ríos (IDR)"', "name = 3", 1, "name"),
        ('name = "Instituto de Ríos (IDR)"', 'name = "—"', 1, "name"),
        ('language = "es"', 'language = "tlh"', 2, "language"),
        ('countries = ["mx"]', 'countries = ["xx"]', 3, "countries"),
        ('names = ["Cabildo"]', 'names = [""]', 6, "council.names[0]"),
        ('names = ["Cabildo"]', 'nombres = ["Cabildo"]', 6, "council.nombres"),
        ('bodies = ["Banco de Aguas", "C.A. (del Sur)"]', 'bodies = "Banco de Aguas"', 9, "foreign.bodies"),
        ("[council]", "[council", 5, ""),
    ],
)
def test_a_mistake_is_told_where_it_stands(archive: Path, wrong: str, right: str, line: int, field: str) -> None:
    file = archive / "institution.toml"
    file.write_text(INSTITUTION.replace(wrong, right), "utf-8")
    with pytest.raises(ProfileError) as told:
        load_profile(archive)
    assert (told.value.file, told.value.line) == (file, line)
    assert told.value.field.replace("[...]", "[0]") == field
    assert str(told.value).startswith(f"{file}:{line}: ")


def test_a_noun_for_units_that_the_language_lacks(archive: Path) -> None:
    with (archive / "institution.toml").open("a", encoding="utf-8") as file:
        file.write('\n[units]\nnouns = ["Vocalía"]\n')
    vocabulary = Vocabulary(load_profile(archive), {"turismo": ("Turismo",)})
    release, _notes = read_release("##Informe\n\nLa Vocalía de Turismo presentó su trabajo.\n", "x", vocabulary)
    assert [(one.directorate, one.reports) for one in release.directorates] == [("turismo", True)]
    assert unit_core("Vocalía de Turismo", vocabulary.profile.lexicon) == "Turismo"


def test_an_institution_without_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"institution\.toml:1: the file is not there"):
        load_profile(tmp_path)


def test_a_changed_profile_has_another_digest(archive: Path) -> None:
    before = profile_digest(archive)
    assert profile_digest(archive) == before
    (archive / "institution.toml").write_text(INSTITUTION.replace("Cabildo", "Junta"), "utf-8")
    assert profile_digest(archive) != before


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("es", "a 30 de noviembre del año 2020", datetime.date(2020, 11, 30)),
        ("es", "Lunes 1º de setiembre de 2014", datetime.date(2014, 9, 1)),
        ("en", "on Tuesday, March 3rd, 2020", datetime.date(2020, 3, 3)),
        ("en", "3 March 2020", datetime.date(2020, 3, 3)),
        ("en", "June 31, 2020", None),
    ],
)
def test_dates_in_words(language: str, text: str, date: datetime.date | None) -> None:
    written = list(load_lexicon(language).dialect.dates.dates_in(text))
    assert [one.day for one in written] == [date]


@pytest.mark.parametrize("language", languages())
def test_every_language_fills_every_class(language: str) -> None:
    """A class without words would switch its rule off in silence."""
    lexicon = load_lexicon(language)
    may_be_empty = {
        "infinitives",
        "like_infinitives",
        "foreign_heads",
        "months",
        "place_qualifiers",
        "possessives",
        "own_heads",
    }
    for table in ("grammar", "verbs", "names", "lists", "units", "councils", "people"):
        words = getattr(lexicon, table)
        empty = {
            name
            for name in words.__struct_fields__
            if isinstance(getattr(words, name), Words) and not getattr(words, name)
        }
        assert empty <= may_be_empty, table


@pytest.mark.parametrize(
    ("language", "name", "noun"),
    [
        ("es", "Consejo Directivo", "consejo"),
        ("es", "Honorable Junta de Gobierno", "junta"),
        ("en", "County Council", "council"),
        ("en", "Board of Commissioners", "board"),
    ],
)
def test_the_noun_of_a_council(archive: Path, language: str, name: str, noun: str) -> None:
    text = INSTITUTION.replace('"es"', f'"{language}"').replace('"Cabildo"', f'"{name}"')
    (archive / "institution.toml").write_text(text, "utf-8")
    assert load_profile(archive).council_nouns == (noun,)
