"""Titles in capitals as pages and books show them: each word in the case of names and of the text below, of the same length."""

from __future__ import annotations

from dataclasses import replace

import pytest
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary
from council.language.capitals import is_shouted
from council.profile.loader import load_profile
from sites import PROJECT

SPANISH = Vocabulary(
    load_profile(PROJECT),
    {"agua": ("Agua y Drenaje",)},
    projects=("Plan Río Limpio", "plan rio limpio"),
    people=("Ana de la O Ruiz",),
)
ENGLISH = Vocabulary(load_profile(PROJECT / "tests" / "institutions" / "lakeport"), {"water": ("Waterfront",)})

FORUM = "Ayer se abrió el Foro Ciudadano, que es un foro para todos, un foro abierto."


def calm(title: str, text: str = "", vocabulary: Vocabulary = SPANISH) -> str:
    release, _notes = read_release(f"## {title}\n\n{text or 'Sin más.'}\n", "2020-01-10-x", vocabulary)
    assert release.title == title
    assert len(release.display_title) == len(title)
    return release.display_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("SE PRESENTA EL PLAN RÍO LIMPIO", "Se presenta el Plan Río Limpio"),
        ("EL IMPLAN Y EL INEGI EN TORREÓN Y LA LAGUNA", "El IMPLAN y el INEGI en Torreón y La Laguna"),
        ("INFORME DE AGUA Y DRENAJE", "Informe de Agua y Drenaje"),
        ("AVANCES DE LA DIRECCIÓN DE AGUA Y DRENAJE", "Avances de la Dirección de Agua y Drenaje"),
        ("HABLA ANA DE LA O RUIZ", "Habla Ana de la O Ruiz"),
        ("PREMIAN A FERNANDO BELAUNZARÁN POR SU TRABAJO", "Premian a Fernando Belaunzarán por su trabajo"),
        ("LA 8VA. SESIÓN. EL AÑO II", "La 8va. sesión. El año II"),
        ("RECONOCE LA CMIC AL ING. SOLÍS", "Reconoce la CMIC al Ing. Solís"),
        ("¿CÓMO CUIDAR EL AGUA? TALLER “UN DÍA SIN AUTO”", "¿Cómo cuidar el agua? Taller “Un día sin auto”"),
        ("FIRMA CON LA SOCIEDAD DE ARTE (SODAR)", "Firma con la sociedad de arte (SODAR)"),
        ("CONCLUSIONES", "Conclusiones"),
    ],
)
def test_by_names_and_kinds(title: str, expected: str) -> None:
    assert calm(title) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("ABREN EL FORO CIUDADANO", FORUM, "Abren el Foro Ciudadano"),
        ("UN FORO PARA TODOS", FORUM, "Un foro para todos"),
        ("LOS CAMINOS DE SIMAS", "Lo dijo SIMAS. Caminos hay muchos, caminos nuevos.", "Los caminos de SIMAS"),
        ("REUNIÓN SOBRE EL COVID-19", "Se habló del COVID-19.", "Reunión sobre el COVID-19"),
        ("CALLES DE PAZ", "Calles de Paz es de todos. LAS CALLES SON DE PAZ.", "Calles de Paz"),
        ("AVANZA MI ESPACIO", "Es parte de #MiEspacio. El programa Mi Espacio sigue.", "Avanza Mi Espacio"),
    ],
)  # fmt: skip
def test_by_the_text_below(title: str, text: str, expected: str) -> None:
    assert calm(title, text) == expected


@pytest.mark.parametrize(
    "title",
    ["IMPLAN e INEGI", "Sesión del IMPLAN", "La 8va. Sesión", "A", "2020", "#MiEspacio"],
)
def test_what_is_not_in_capitals_stays(title: str) -> None:
    assert not is_shouted(title)
    assert calm(title) == title


def test_figures_have_small_endings() -> None:
    assert is_shouted("LA 8va. SESIÓN")
    assert calm("LA 8va. SESIÓN") == "La 8va. sesión"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("THE COMMISSION ADOPTS THE HARBOR PLAN", "The Commission adopts the harbor plan"),
        ("LRPC MEETS WITH THE BOARD OF COMMISSIONERS", "LRPC meets with the Board of Commissioners"),
        ("NEWS OF THE WATERFRONT DIVISION", "News of the Waterfront Division"),
        ("THE COMMISSION’S HARBOR", "The Commission’s harbor"),
        ("OPEN HOUSE IN JANUARY WITH MR. KOWALCZYK", "Open house in January with Mr. Kowalczyk"),
    ],
)
def test_in_english(title: str, expected: str) -> None:
    assert calm(title, "Nothing else.", ENGLISH) == expected


def test_a_letter_whose_small_form_is_two_letters() -> None:
    assert calm("EL TALLER DE İZMİR") == "El taller de İzmİr"


def test_a_name_of_an_unreviewed_record_tells_nothing() -> None:
    assert calm("EL PLAN RÍO LIMPIO", vocabulary=replace(SPANISH, projects=())) == "El plan río limpio"
