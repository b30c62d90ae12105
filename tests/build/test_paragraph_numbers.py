"""The numbers of paragraphs are published addresses: what is counted in a release, and what is not, stays as it is here."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from sites import Site, build, small_project

RELEASE = """##Informe de la sesión

Torreón, Coahuila a 30 de enero de 2020.

Se presentó lo siguiente:

- Plan de Agua: avanza
  con dos tramos.

  Otro párrafo de lo mismo.
  - Una parte del plan
- Plan de Bosques

![Una imagen que falta](falta.jpg)

> Una cita de alguien.

##P 12

| Cifra | Valor |
|-------|-------|
| Uno   | 1     |

<table><tr><td>Otra</td><td>tabla</td></tr></table>

1. Primero
2. Segundo[^nota]

[^nota]: Lo que dice la nota.

Se despide el director.
"""
COUNTED = [
    "Torreón, Coahuila a 30 de enero de 2020.",
    "Se presentó lo siguiente:",
    "Plan de Agua: avanza con dos tramos.",
    "Otro párrafo de lo mismo.",
    "Una parte del plan",
    "Plan de Bosques",
    "Una cita de alguien.",
    "Cifra",
    "Otra",
    "Primero",
    "Segundo",
    "Se despide el director.",
    "Lo que dice la nota.",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build(small_project(tmp_path_factory.mktemp("numbers"), {"2020-01-30-sesion.md": RELEASE}))


def test_what_is_counted(site: Site) -> None:
    page = html.fromstring(site.page("sessions/2020-01-30-sesion"))
    links = page.xpath("//article//a[contains(@class, 'paragraph-link')]")
    texts = [" ".join(link.getparent().text_content().split()) for link in links]
    assert [text.removesuffix("[1]") for text in texts] == COUNTED
    assert [link.get("data-number") for link in links] == [str(number) for number in range(1, len(COUNTED) + 1)]


def test_an_id_that_a_heading_has_is_left_to_it(site: Site) -> None:
    page = html.fromstring(site.page("sessions/2020-01-30-sesion"))
    assert page.xpath("//section[@id='p-12']/h2")
    (link,) = page.xpath("//a[@data-number='12']")
    assert (link.get("href"), link.getparent().get("id")) == ("#p-12-2", "p-12-2")
    assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id"))


def test_no_number_stands_outside_of_the_pages_of_releases(site: Site, tmp_path: Path) -> None:
    assert "paragraph-link" not in site.page("index")
    printed = build(site.source, tmp_path / "text", builder="text").output / "sessions" / "2020-01-30-sesion.txt"
    assert "p-1" not in printed.read_text(encoding="utf-8")
