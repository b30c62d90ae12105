"""Sessions of councils that go by a single word, as any body of others does."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import pytest
from council.extract.session import read_session
from council.language.ordinals import Ordinals
from council.language.word_lists import Words
from council.model.releases import Session
from council.profile.institution import Council
from council.profile.loader import load_profile
from council.profile.profile import Profile
from sites import PROJECT

SPANISH, ENGLISH = "instituto-ribera", "lakeport"


@lru_cache
def profile_of(institution: str, *councils: str) -> Profile:
    """Give the profile of an institution whose council has other names."""
    profile = load_profile(PROJECT / "tests" / "institutions" / institution)
    renamed = msgspec.structs.replace(profile.institution, council=Council(councils))
    return Profile(profile.lexicon, renamed, profile.given_names)


def session_in(text: str, profile: Profile, slug: str = "2020-11-30-comunicado") -> Session | None:
    return read_session([text], [], slug, 2020, profile)


CABILDO = [
    "En la Quinta Sesión de Cabildo se aprobó el dictamen.",
    "El Cabildo celebró su quinta sesión.",
    "El Cabildo de Puerto Alcázar sesionó por quinta ocasión.",
    "Quinta Sesión Ordinaria del H. Cabildo",
    "El Cabildo tuvo su sesión número 5 en la biblioteca.",
]
BOARD = [
    "The Board held its fifth meeting.",
    "At the fifth Board meeting, the map was adopted.",
    "At the Fifth Regular Board Meeting, the map was adopted.",
    "It was the Board’s fifth meeting.",
    "Meeting No. 5 of the Board was short.",
    "The Commission Board met for the fifth time.",
]


@pytest.mark.parametrize("text", CABILDO)
def test_a_session_of_the_cabildo(text: str) -> None:
    assert session_in(text, profile_of(SPANISH, "Cabildo")) == Session(2020, (5,))


@pytest.mark.parametrize("text", BOARD)
def test_a_meeting_of_the_board(text: str) -> None:
    assert session_in(text, profile_of(ENGLISH, "Board")) == Session(2020, (5,))


@pytest.mark.parametrize(
    "text",
    [
        "En la quinta sesión del taller participó el Cabildo.",
        "Se impartió la quinta sesión del seminario. El Cabildo envió un saludo.",
        "El Cabildo recorrió el malecón. La reunión con vecinos fue larga.",
        "El Cabildo Infantil celebró su quinta sesión.",
        "En la quinta sesión del Cabildo de Villa Roquedal se habló del río.",
        "El Comité de Compras celebró su quinta sesión y avisó al Cabildo.",
    ],
)
def test_a_session_that_is_not_the_cabildos(text: str) -> None:
    assert session_in(text, profile_of(SPANISH, "Cabildo")) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Board toured the pier. A meeting with neighbors followed.",
        "At the fifth meeting of the Harbor Board, the pilots spoke.",
        "The Harbor Board held its fifth meeting.",
        "Fifth Regular Meeting of the Harbor Board",
        "The school board held its fifth meeting; the Board sent a letter.",
        "The fifth session of the workshop was full, and the Board was thanked.",
        "The Finance Committee held its fifth meeting and wrote to the Board.",
        "The fifth meeting of the Board of Education was long.",
    ],
)
def test_a_meeting_that_is_not_the_boards(text: str) -> None:
    assert session_in(text, profile_of(ENGLISH, "Board")) is None


@pytest.mark.parametrize(
    "text",
    [
        "En la quinta sesión del Consejo Ciudadano se habló del río.",
        "La quinta sesión del Consejo Directivo del Colegio de Arquitectos fue breve.",
        "En la quinta sesión del consejo de vecinos se habló del río.",
    ],
)
def test_another_council(text: str) -> None:
    assert session_in(text, profile_of(SPANISH, "Consejo Directivo")) is None


def test_whose_the_council_is_may_be_said() -> None:
    text = "En la quinta sesión del Consejo Directivo del Instituto de Planificación se habló."
    assert session_in(text, profile_of(SPANISH, "Consejo Directivo")) == Session(2020, (5,))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Quinta sesión del Cabildo.", "number-before"),
        ("El Cabildo celebró su quinta sesión.", "council-before"),
        ("La sesión número 5 del Cabildo fue breve.", "number-behind"),
        ("El Cabildo sesionó por quinta ocasión.", "occasion"),
        ("El Cabildo celebró una sesión.", "council-met"),
    ],
)
def test_the_rule_is_told(text: str, rule: str) -> None:
    session = session_in(text, profile_of(SPANISH, "Cabildo"))
    assert session is not None
    assert session.rule == rule


def test_the_rule_of_a_file_name() -> None:
    session = session_in("Se leyó el acta.", profile_of(SPANISH, "Cabildo"), "2020-11-30-quinta-sesion-cabildo")
    assert session == Session(2020, (5,))
    assert session.rule == "file-name"


@pytest.mark.parametrize(
    ("institution", "ordinal", "value"),
    [
        (SPANISH, "trigesima segunda", 32),
        (SPANISH, "vigesimo primera", 21),
        (SPANISH, "vigesimoprimera", 21),
        (SPANISH, "vigesimoctava", 28),
        (SPANISH, "decimonovena", 19),
        (SPANISH, "duodecima", 12),
        (SPANISH, "quincuagesima", 50),
        (SPANISH, "32a.", 32),
        (SPANISH, "xliv", 44),
        (ENGLISH, "twenty-first", 21),
        (ENGLISH, "thirty second", 32),
        (ENGLISH, "ninety-ninth", 99),
        (ENGLISH, "fortieth", 40),
        (ENGLISH, "21st", 21),
        (ENGLISH, "twenty", 0),
    ],
)
def test_ordinals_are_composed(institution: str, ordinal: str, value: int) -> None:
    assert profile_of(institution).lexicon.numbering.value(ordinal) == value


def test_a_language_without_tens_of_their_own() -> None:
    assert Ordinals({"premier": 1}, {}, Words()).value("premier") == 1
