"""The page of a project: how it stands, its line of time, what each release says of it, its names through time."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from sites import Site, build, small_project

SEED = "sessions/2020-11-30-octava-sesion-consejo"
PLAN = "projects/plan-de-riberas"
RECORD = "---\nname: Plan de Riberas\naliases:\n- Plan de las Riberas\ndirectorate: proyectos-estrategicos\n---\n"


def article(site: Site, page: str) -> html.HtmlElement:
    return html.fromstring(site.page(page)).xpath("//article[@role='main']")[0]


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def facts(page: html.HtmlElement) -> dict[str, str]:
    terms = page.xpath(".//dl[contains(@class, 'status-line')]/dt")
    return {text(term): text(term.getnext()) for term in terms}


def session(number: int, month: int, *lines: str) -> dict[str, str]:
    body = "\n\n".join(lines)
    head = f"##Sesión {number}\n\nSesión número {number} del Consejo Directivo."
    return {f"2020-{month:02}-12-sesion-{number}.md": f"{head}\n\n###Dirección de Proyectos Estratégicos:\n\n{body}\n"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two mentions in one month, one later, and three sessions that do not name the project."""
    releases = {
        **session(1, 1, "- Plan de Riberas, se detectaron 12 obras pendientes y 340 viviendas inundables."),
        "2020-01-20-aviso.md": "##Aviso\n\nEl Plan de las Riberas convoca a vecinas y vecinos de cuatro barrios.\n",
        **session(2, 3, "Se informaron los avances de los siguientes trabajos del año:", "- Plan de Riberas"),
        **session(3, 4, "- Atlas de Suelos, con mapas de catorce colonias."),
        **session(4, 5, "- Atlas de Suelos, con mapas de quince colonias."),
        **session(5, 6, "- Atlas de Suelos, con mapas de dieciséis colonias."),
    }
    source = small_project(
        tmp_path_factory.mktemp("project-pages") / "site", releases, projects={"plan-de-riberas.md": RECORD}
    )
    return build(source, html_baseurl="https://archivo.example/")


def test_a_sentence_sums_it_up_for_readers_and_for_those_who_share_it(small: Site) -> None:
    sentence = (
        "Proyecto reportado en 2 sesiones y 1 comunicado más, desde el 12 de enero de 2020 hasta el 12 de marzo de 2020; "
        "a cargo de: Dirección de Proyectos Estratégicos; sin noticias desde hace 3 sesiones del archivo."
    )
    assert text(article(small, PLAN).xpath(".//p[@class='summary']")[0]) == sentence
    described = html.fromstring(small.page(PLAN)).xpath(
        "//meta[@name='description' or @property='og:description']/@content"
    )
    assert described == [f"Plan de Riberas. {sentence}"] * 2


def test_how_it_stands(small: Site) -> None:
    assert facts(article(small, PLAN)) == {
        "Primera mención": "12 de enero de 2020",
        "Última mención": "12 de marzo de 2020",
        "Reportado en": "2 sesiones y 1 comunicado más",
        "A cargo de": "Dirección de Proyectos Estratégicos",
        "Estado": "sin noticias desde hace 3 sesiones del archivo",
    }


def test_marks_lead_to_the_place_and_are_told(small: Site) -> None:
    drawing = article(small, PLAN).xpath(".//*[local-name()='svg'][@class='timeline']")[0]
    assert drawing.get("role") == "group"
    assert drawing.get("aria-label") == "Menciones por año: 2020: 3"
    first, second = drawing.xpath(".//*[local-name()='a']")
    assert (first.get("href"), text(first[0])) == (
        "#mention-2020-01-12-sesion-1",
        "enero de 2020: 2 menciones",
    )
    assert text(first.xpath("./*[local-name()='text']")[0]) == "2"
    assert second.get("href").startswith("../sessions/2020-03-12-sesion-2.html#proyecto-")
    assert text(second.xpath("./*[local-name()='title']")[0]).startswith("12 de marzo de 2020 · Sesión 2 de 2020: Se ")


def test_rows_say_something_and_where(small: Site) -> None:
    rows = article(small, PLAN).xpath(".//table[contains(@class, 'mentions')]/tbody/tr")
    assert [row.get("id") for row in rows] == [
        "mention-2020-01-12-sesion-1", "mention-2020-01-20-aviso", "mention-2020-03-12-sesion-2",
    ]  # fmt: skip
    assert [text(row[0]) for row in rows] == [
        "12 de enero de 2020 Sesión 1 de 2020", "20 de enero de 2020", "12 de marzo de 2020 Sesión 2 de 2020",
    ]  # fmt: skip
    assert text(rows[2][1]) == (
        "«Se informaron los avances de los siguientes trabajos del año: … Plan de Riberas» "
        "Dirección de Proyectos Estratégicos"
    )
    assert rows[2].xpath(".//p[@class='facts-line']/a/@href") == ["../directorates/proyectos-estrategicos.html"]


def test_figures_said_of_it(small: Site) -> None:
    newest, row = article(small, PLAN).xpath(".//section[@id='figures']//tbody/tr")
    assert text(newest[0]) == "cuatro barrios 20 de enero de 2020"
    assert text(row[0]) == "12 obras pendientes 340 viviendas inundables 12 de enero de 2020"
    assert text(row[1]) == "«Plan de Riberas, se detectaron 12 obras pendientes y 340 viviendas inundables.»"
    assert row.xpath(".//a/@href")[0].startswith("../sessions/2020-01-12-sesion-1.html#")


def test_names_through_time(small: Site) -> None:
    rows = article(small, PLAN).xpath(".//section[@id='names']//tbody/tr")
    assert [tuple(map(text, row)) for row in rows] == [
        ("Plan de Riberas", "12 de enero de 2020 – 12 de marzo de 2020", "2"), ("Plan de las Riberas", "20 de enero de 2020", "1"),
    ]  # fmt: skip


def test_its_parts_are_in_the_list_of_the_page(small: Site) -> None:
    contents = html.fromstring(small.page(PLAN)).xpath("//div[contains(@class, 'toc-tree')]//a/@href")
    assert contents[1:] == ["#timeline", "#trajectory", "#figures", "#names"]


def test_the_shipped_archive_quotes_and_links_to_the_place(archive: Site) -> None:
    page = article(archive, "projects/atlas-municipal-de-riesgos")
    rows = page.xpath(".//table[contains(@class, 'mentions')]/tbody/tr")
    assert [text(row[0]) for row in rows] == [
        "30 de enero de 2020 Sesión 1 de 2020",
        "30 de octubre de 2020 Sesión 7 de 2020",
        "30 de noviembre de 2020 Sesión 8 de 2020",
    ]
    assert rows[2].xpath("./td[1]//a/@href") == [f"../{SEED}.html#proyecto-atlas-municipal-de-riesgos-de-torreon"]
    assert "islas de calor" in text(rows[2])


def test_every_mark_of_the_shipped_archive_leads_somewhere(archive: Site) -> None:
    for file in sorted((archive.output / "projects").glob("*.html")):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        for address in page.xpath("//*[local-name()='svg'][@class='timeline']//*[local-name()='a']/@href"):
            path, _, anchor = address.partition("#")
            target = (file.parent / unquote(path)).resolve() if path else file
            assert Path(target).is_file(), (file.name, address)
            assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (file.name, address)
