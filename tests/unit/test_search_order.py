"""The order of what a search finds, and the keys that words are compared by."""

from __future__ import annotations

import pytest
from council.exports.searched_release import session_names, word_keys
from council.model.releases import Session
from council.profile.loader import load_lexicon
from extension_kit.near_spellings import nearest_word
from extension_kit.search_order import LINE, Level, Rank, rank


def ranked(question: str, names: str = "", aliases: str = "", text: str = "", is_named: bool = False) -> Rank:
    """Give the rank of a page of three areas, in which every word counts."""
    words = question.split()

    def places(area: str) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in words]
        place = 0
        for line in area.split("\n"):
            for word in line.split():
                place += 1
                for number, wanted in enumerate(words):
                    if word == wanted:
                        found[number].append(place)
            place += LINE
        return found

    return rank((places(names), places(aliases), places(text)), is_named)


def test_name_phrase_near_all_some() -> None:
    far = "x " * 30
    pages = [
        ranked("plan agua", names="plan agua", is_named=True),
        ranked("plan agua", text="el plan agua"),
        ranked("plan agua", text="agua del plan"),
        ranked("plan agua", text=f"agua {far} plan"),
        ranked("plan agua", text="plan plan plan"),
    ]
    assert [page.level for page in pages] == list(Level)
    assert pages == sorted(pages)


def test_a_phrase_in_a_name_goes_before_many_in_a_text() -> None:
    named = ranked("plan agua", names="nuevo plan agua")
    often = ranked("plan agua", text="plan agua " * 50)
    once = ranked("plan agua", text="plan agua")
    assert named < often < once


def test_of_equals_the_text_that_begins_with_it_goes_first() -> None:
    assert ranked("agua", text="hoy el agua") < ranked("agua", text="ayer y hoy el agua")


def test_a_phrase_ends_with_its_line() -> None:
    assert ranked("plan agua", text="el plan\nagua").level == Level.NEAR


def test_more_of_the_words_go_before_fewer() -> None:
    assert ranked("plan agua norte", text="agua plan") < ranked("plan agua norte", names="plan", text="plan plan")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sesión", "SESIONES"), ("raíz", "raíces"), ("mujer", "mujeres"), ("años", "ano"), ("economía", "economias"),
        ("novena", "9a"), ("9ª", "noveno"), ("3ra", "tercera"), ("primer", "1"), ("decimoprimera", "11"), ("ﬁcha", "fichas"),
    ],
)  # fmt: skip
def test_words_that_are_alike(one: str, other: str) -> None:
    keys = word_keys(load_lexicon("es"))
    assert keys.keys(one) == keys.keys(other) != []


def test_words_that_tell_nothing_have_no_key() -> None:
    assert word_keys(load_lexicon("es")).keys("el de La") == []


@pytest.mark.parametrize(
    ("language", "session", "question"),
    [
        ("es", Session(2020, (9,)), "novena sesión de 2020"),
        ("es", Session(2020, (9,)), "sesión 9 de 2020"),
        ("es", Session(2020, (9,)), "9a. Reunión Ordinaria 2020"),
        ("es", Session(2018, (11, 12)), "décima segunda sesión de 2018"),
        ("es", Session(2018, (11, 12)), "onceava sesión 2018"),
        ("es", Session(2021, (1,), True), "primera sesión extraordinaria de 2021"),
        ("en", Session(2021, (3,)), "third meeting of 2021"),
        ("en", Session(2021, (3,)), "3rd session 2021"),
    ],
)
def test_a_session_goes_by_its_number_in_words_and_figures(language: str, session: Session, question: str) -> None:
    lexicon = load_lexicon(language)
    keys = word_keys(lexicon)
    assert keys.keys(question) in [keys.keys(name) for name in session_names(session, lexicon)]


def test_near_spellings() -> None:
    words = {"suicidio": 1, "vivienda": 9, "vivero": 2, "sequía": 1, "seguida": 5, "plan": 9}
    assert nearest_word("suisidio", words) == "suicidio"
    assert nearest_word("BIVIENDA", words) == "vivienda"
    assert nearest_word("sequai", words) == "sequía"
    assert nearest_word("pla", words) is nearest_word("zxqwv", words) is None
