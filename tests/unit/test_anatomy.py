"""The anatomy of names, and which names are one: readable pairs, as many institutions would write them."""

from __future__ import annotations

import time

import pytest
from council.authority.anatomy import Anatomy, anatomy, first_of_joint, is_part
from council.authority.matching import Matcher
from council.authority.name_groups import Groups
from council.authority.name_index import NameIndex
from council.model.authorities import Authority
from council.profile.loader import load_profile
from council.profile.profile import Profile
from hypothesis import given
from hypothesis import strategies as st
from sites import PROJECT

SPANISH = load_profile(PROJECT)
ENGLISH = load_profile(PROJECT / "tests" / "institutions" / "lakeport")


def groups(profile: Profile, *names: str) -> list[list[str]]:
    return Groups(NameIndex(names, profile)).lists()


@pytest.mark.parametrize(
    ("profile", "name", "expected"),
    [
        (
            SPANISH,
            "Actualización del Plan Maestro de Ciclovías de Torreón, 2ª etapa (PMC)",
            Anatomy(
                kinds=("plan",),
                modifiers=frozenset({"maestr"}),
                core=("ciclovi",),
                places=frozenset({"torreon"}),
                numbers=frozenset({"2"}),
                acronyms=("PMC",),
            ),
        ),
        (
            SPANISH,
            "Taller del Plan Municipal de Vivienda",
            Anatomy(kinds=("tall", "plan"), modifiers=frozenset({"municipal"}), core=("viviend",)),
        ),
        (SPANISH, "Concurso de dibujo “Mi Calle”", Anatomy(kinds=("concur",), core=("call", "mi"), quoted=True)),
        (SPANISH, "Plan Director", Anatomy(kinds=("plan",), modifiers=frozenset({"director"}))),
        (
            ENGLISH,
            "Update of the Regional Harbor Master Plan for Lakeport",
            Anatomy(
                kinds=("plan",),
                modifiers=frozenset({"master", "region"}),
                core=("harbor",),
                places=frozenset({"lakeport"}),
            ),
        ),
        (ENGLISH, "Workshop on the Housing Plan", Anatomy(kinds=("workshop", "plan"), core=("hou",))),
        (ENGLISH, "the “Clean Creeks” contest", Anatomy(kinds=("contest",), core=("clean", "creek"), quoted=True)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_anatomy(profile: Profile, name: str, expected: Anatomy) -> None:
    assert anatomy(name, profile) == expected


ONE = {
    SPANISH: """
        Historia del Agua | Presentación del libro “Historia del Agua”
        Plan de Manejo del Humedal | Actualización del Plan de Manejo del Humedal
        Plan de Manejo del Humedal | Revisión y publicación del Plan de Manejo del Humedal
        Parque Lineal Las Moras | Diseño del Parque Lineal Las Moras
        Corredor Escolar Norte | Trabajos en el Corredor Escolar Norte
        Colectivo Raíces | Consejo Juvenil “Colectivo Raíces”
        Lupa Ciudadana | Plataforma Lupa Ciudadana
        Pinta tu Barrio | Concurso “Pinta tu Barrio”
        Voces del Río | Seminario “Voces del Río”
        Programa de Ciclovías | Plan de Ciclovías
        Estrategia de Residuos de Obra | Programa de Residuos de Obra
        Movilidad Escolar Segura | Proyecto de Movilidad Escolar Segura
        Programa Red de Huertos Urbanos | Red de Huertos Urbanos
        Plan Maestro Alameda (PMA) | Plan Maestro Alameda
        Programa Municipal de Vivienda Digna | Programa de Vivienda Digna
        Atlas de Ruido | Atlas de Ruido de Torreón
        Atlas de Ruido | Atlas de Ruido y Plataforma de Avisos a la Población
        Observatorio de la Cuenca Alta (OCA) | OCA
        Centro de Monitoreo Vial Urbano | Trabajos del CMVU
        Plan de Movilidad de la ZML | Plan de Movilidad de la Zona Metropolitana de La Laguna
        Plan Hídrico de la ZMX | Plan Hídrico de la Zona Metropolitana Xalteca
        Monitor de Arroyos | Monitores de Arroyos
        Reglamento de Anuncios | Proyecto de Reforma al Reglamento de Anuncios
        Reglamento de Construcciones | Reglamento de Construciones
        Parque Las Garzas | Parque Las Garzas, segunda etapa
        Plan de Gobierno Abierto | Plan de Gobierno Abierto 2024
        Plan Director | Plan Director de Drenaje Pluvial
        Manual de Banquetas del Ayuntamiento | Manual de Banquetas
        Certamen de Cuento Lagunero | Concurso de Cuento Lagunero
    """,
    ENGLISH: """
        Harbor Resilience Plan | Update of the Harbor Resilience Plan
        Harbor Resilience Plan | Harbor Resilience Plan Update
        Downtown Parking Study | Downtown Parking Study for the Commission
        Safe Streets Program | Safe Streets Initiative
        Creek Restoration Project | Creek Restoration
        “Paint the Crossing” | the “Paint the Crossing” contest
        Regional Trails Plan | Trails Plan for Lakeport
        Open Data Platform | Open Data Portal
        Coastal Hazard Early Warning System | CHEWS
        Master Plan | Master Plan for the Old Cannery
        Floodplain Ordinance | Revision of the Floodplain Ordinance
        Bus Shelter Inventory | Bus Shelter Inventory (BSI)
        Comprehensive Watershed Plan | Comprehnsive Watershed Plan
        Tree Canopy Study | Tree Canopy Analysis
        Housing Strategy, Phase 2 | Housing Strategy
        Walk and Roll Campaign | “Walk and Roll” campaign
        Harbor Area Master Plan | Master Plan for the Harbor Area
        Rules for Street Vending | Drafting of the Rules for Street Vending
    """,
}
TWO = {
    SPANISH: """
        Plan de Manejo del Humedal | Reglamento de Manejo del Humedal
        Plan de Manejo del Humedal | Taller del Plan de Manejo del Humedal
        Plan de Manejo del Humedal | Diagnóstico de Manejo del Humedal
        Programa Parcial Zona Norte | Programa Parcial Zona Sur
        Plan de Barrios Zona Norte | Plan de Barrios Centro Histórico
        Plan de Barrios | Plan de Barrios Zona Norte
        Informe de Calidad del Aire 2021 | Informe de Calidad del Aire 2022
        Parque Las Garzas, primera etapa | Parque Las Garzas, segunda etapa
        1er Foro de Agua | 2do Foro de Agua
        Línea A del Tren Ligero | Línea B del Tren Ligero
        Secundaria 8 | Secundaria 9
        Visión Norte | Visión Norte X
        Monitor de Empleo | Monitor de Vivienda
        Monitor de Empleo | Monitor de Empleo y Vivienda
        Programa Municipal de Vivienda | Programa Metropolitano de Vivienda
        Plan de Desarrollo | Plan de Desarrollo Turístico
        Mapa de Murales | Murales
        Brochure Raíces | Raíces
        Normas Técnicas | Normas Técnicas de Drenaje
        Aforos para el proyecto “Puente Azul” | “Puente Azul”
        Conferencia sobre “Puente Azul” | “Puente Azul”
        Consejo de Barrios | Congreso de Barrios
        Consejo de Barrios | Programa del Consejo de Barrios
        Estudio de Ruido | Diagnóstico de Ruido
        Plan de Agua de Lerdo | Plan de Agua de Matamoros
        Libro de Proyectos 2023 | Libro de Proyectos 2024
        Programa de Becas para Jóvenes | Programa de Becas para Mujeres
        Plan Director | Plan Estratégico
        Plan de Casas | Plan de Cosas
        Talleres de Lectura | Libro de Lectura
    """,
    ENGLISH: """
        Harbor Plan | Harbor Ordinance
        Harbor Plan | Harbor Plan Workshop
        Harbor Plan | Workshop on the Harbor Plan
        North Side Plan | South Side Plan
        Regional Trails Plan | Municipal Trails Plan
        Traffic Count 2022 | Traffic Count 2023
        Housing Strategy, Phase 1 | Housing Strategy, Phase 2
        2nd Housing Forum | 3rd Housing Forum
        Pier A | Pier B
        Jobs Monitor | Housing Monitor
        Jobs Monitor | Jobs and Housing Monitor
        Mural Map | Mural Festival
        Design Guidelines | Design Contest
        Study of the “Blue Bridge” | “Blue Bridge”
        Arts Council | Arts Council Program
        Transit Plan | Transit Oriented Housing Plan
        Master Plan | General Plan
    """,
}


def pairs(of: dict[Profile, str]) -> list[tuple[Profile, str, str]]:
    lines = ((profile, line) for profile, text in of.items() for line in text.strip().splitlines())
    return [(profile, *(name.strip() for name in line.split("|"))) for profile, line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("profile", "first", "second"), pairs(ONE))
def test_one_initiative(profile: Profile, first: str, second: str) -> None:
    assert len(groups(profile, first, second)) == 1
    assert len(groups(profile, second, first)) == 1


@pytest.mark.parametrize(("profile", "first", "second"), pairs(TWO))
def test_two_initiatives(profile: Profile, first: str, second: str) -> None:
    assert len(groups(profile, first, second)) == 2
    assert len(groups(profile, second, first)) == 2


@pytest.mark.parametrize(
    ("profile", "names", "expected"),
    [
        (
            SPANISH,
            ["Plan Director", "Plan Director de Drenaje", "Plan Director de Parques"],
            [["Plan Director"], ["Plan Director de Drenaje"], ["Plan Director de Parques"]],
        ),
        (
            SPANISH,
            ["Puente Azul", "Concurso “Puente Azul”", "Libro “Puente Azul”"],
            [["Puente Azul"], ["Concurso “Puente Azul”"], ["Libro “Puente Azul”"]],
        ),
        (
            SPANISH,
            ["Becas", "Programa de Becas", "Programa de Becas 2023", "Programa de Becas 2024"],
            [["Becas", "Programa de Becas"], ["Programa de Becas 2023"], ["Programa de Becas 2024"]],
        ),
        (
            SPANISH,
            ["Plan Red de Parques", "Red de Parques", "Plan de Parques", "Programa Red de Parques"],
            [["Plan Red de Parques", "Red de Parques", "Plan de Parques", "Programa Red de Parques"]],
        ),
        (
            SPANISH,
            ["Atlas de Ruido", "Plataforma de Avisos", "Atlas de Ruido y Plataforma de Avisos"],
            [["Atlas de Ruido", "Atlas de Ruido y Plataforma de Avisos"], ["Plataforma de Avisos"]],
        ),
        (
            SPANISH,
            ["Centro de Apoyo Vecinal", "Consejo de Arte Vivo", "CAV"],
            [["Centro de Apoyo Vecinal"], ["Consejo de Arte Vivo"], ["CAV"]],
        ),
        (
            ENGLISH,
            ["Trails Plan", "Regional Trails Plan", "Municipal Trails Plan"],
            [["Trails Plan"], ["Regional Trails Plan"], ["Municipal Trails Plan"]],
        ),
    ],
    ids=["coreless", "quoted", "years", "umbrella", "joint", "acronym", "modifiers"],
)
def test_where_two_readings_remain_nothing_is_merged(
    profile: Profile, names: list[str], expected: list[list[str]]
) -> None:
    assert groups(profile, *names) == expected


def test_doubts_are_told() -> None:
    names = [
        "Plan Director",
        "Plan Director de Drenaje",
        "Plan Director de Parques",
        "Monitor de Agua",
        "Monitor de Agua y Aire",
    ]
    assert Groups(NameIndex(names, SPANISH)).doubts() == {
        "Plan Director": ["Plan Director de Drenaje", "Plan Director de Parques"],
        "Monitor de Agua": ["Monitor de Agua y Aire"],
    }


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Zona Norte", True),
        ("Centro Histórico", True),
        ("2ª etapa", True),
        ("Centro de Salud", False),
        ("Norte Vivo Plan", False),
    ],
)
def test_parts(name: str, part: bool) -> None:
    assert is_part(name, SPANISH) == part


def test_a_joint_title_has_two_kinds() -> None:
    assert first_of_joint("Atlas de Ruido y Plataforma de Avisos", SPANISH) == anatomy("Atlas de Ruido", SPANISH)
    assert first_of_joint("Atlas de Ruido y Aire", SPANISH) is None


RECORDS = {
    id_: Authority(id=id_, kind="project", name=name)
    for id_, name in {
        "plan": "Plan de Agua",
        "action": "Actualización del Plan de Agua",
        "monitor": "Monitor de Aire",
        "council": "Consejo Joven",
        "director": "Plan Director de Parques",
        "forum": "2º Foro de Aire",
        "book": "Anuario Azul (2020)",
    }.items()
}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("PLAN DE AGUA", "plan"),
        ("Actualización del plan de agua", "action"),
        ("Revisión del Plan de Agua", None),
        ("Plan Director de Parques ante el Consejo Directivo", "director"),
        ("Plan Director de Parques del IMPLAN", "director"),
        ("Plan Director", "director"),
        ("Plan de Parques", "director"),
        ("Monitor de Aire y Ruido", None),
        ("Reglamento de Agua", None),
        ("Segundo Foro de Aire", "forum"),
        ("3er Foro de Aire", None),
        ("Anuario Azul (2021)", None),
        ("Anuario Azul", "book"),
        ("Consejo Joven X", None),
    ],
)
def test_what_a_record_names_exactly_wins(name: str, record: str | None) -> None:
    assert Matcher(RECORDS, SPANISH).find(name) == record


@given(
    st.lists(
        st.lists(st.sampled_from("Plan Taller Municipal de y Agua Norte 2020 (PA) PA “ ” X 2ª etapa".split())).map(
            " ".join
        )
    )
)
def test_any_name_is_in_one_group_whatever_the_order(names: list[str]) -> None:
    found = groups(SPANISH, *names)
    assert sorted(name for group in found for name in group) == sorted(set(names))
    assert {frozenset(group) for group in found} == {frozenset(group) for group in groups(SPANISH, *reversed(names))}


def test_no_name_is_compared_with_all_others() -> None:
    words = [f"{first}{second}ma" for first in "bcdfglmnprst" for second in ("alu", "ero", "ita", "ovi", "uce")]
    names = [f"Plan de {one.title()} {other.title()}" for one in words for other in words if one < other]
    started = time.perf_counter()
    assert len(groups(SPANISH, *names)) > 1000
    assert time.perf_counter() - started < 5
