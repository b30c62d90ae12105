"""The pages of directorates and people: how they stand, who held which office, projects and releases by year."""

from __future__ import annotations

from lxml import html
from sites import Site

SEED = "sessions/2020-11-30-octava-sesion-consejo"


def article(site: Site, page: str) -> html.HtmlElement:
    return html.fromstring(site.page(page)).xpath("//article[@role='main']")[0]


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def headings(page: html.HtmlElement) -> list[str]:
    return [element.get("id") for element in page.xpath(".//section[contains(@class, 'view-part')]")]


def parts_of(page: html.HtmlElement, chart: str, part: str) -> list[html.HtmlElement]:
    """Give what leads somewhere in the *part* of each bar of *chart*."""
    path = f".//*[local-name()='svg'][@class='{chart}']//*[local-name()='a'][*[contains(@class, '{part}')]]"
    found: list[html.HtmlElement] = page.xpath(path)
    return found


def test_each_part_of_a_record_has_a_heading_of_its_own(archive: Site) -> None:
    for folder in ("people", "directorates", "projects"):
        for file in (archive.output / folder).glob("*.html"):
            titles = [text(title) for title in article(archive, f"{folder}/{file.stem}").xpath(".//h2")]
            assert len(titles) == len(set(titles)), file.stem


def test_who_led_a_directorate(archive: Site) -> None:
    rows = article(archive, "directorates/proyectos-estrategicos").xpath(".//table/tbody/tr")
    assert [text(row[0]) for row in rows[:2]] == ["Alicia Valdez Ibarra", "Frida García Gutiérrez"]
    assert rows[1].xpath(f".//a[contains(@href, '{SEED}')]")


def test_releases_that_name_a_directorate_of_others(archive: Site) -> None:
    page = article(archive, "directorates/medio-ambiente")
    assert "Ningún comunicado" not in text(page)
    links = page.xpath(".//li//a[contains(@href, '#dependencia-')]/@href")
    assert [link.partition("#")[0] for link in links] == [
        "../sessions/2022-05-18-segunda-sesion-consejo.html",
        "../sessions/2020-11-30-octava-sesion-consejo.html",
    ]
    anchor = links[1].partition("#")[2]
    assert article(archive, SEED).xpath(f".//li[.//*[@id='{anchor}']]//a[@href='../directorates/medio-ambiente.html']")


def test_roles_of_a_person(archive: Site) -> None:
    page = article(archive, "people/frida-garcia")
    assert headings(page) == ["offices", "roles", "releases"]
    office = page.xpath(".//section[@id='offices']//tbody/tr")[0]
    assert "Dirección de Proyectos Estratégicos desde el 1 de enero de 2020" in text(office)
    roles = page.xpath(".//section[@id='roles']//tbody/tr")
    assert "Directora de Proyectos Estratégicos" in [text(row[0]) for row in roles]


def test_bars_tell_who_led_a_directorate_and_lead_to_what_shows_it(archive: Site) -> None:
    page = article(archive, "directorates/proyectos-estrategicos")
    (drawing,) = page.xpath(".//*[local-name()='svg'][@class='tenures']")
    assert drawing.get("role") == "group"
    assert "Frida García Gutiérrez: desde el 1 de enero de 2020" in drawing.get("aria-label")
    names = parts_of(page, "tenures", "name")
    assert [(text(name[-1]), name.get("href")) for name in names] == [
        ("Alicia Valdez Ibarra", "../people/alicia-valdez-ibarra.html"),
        ("Frida García Gutiérrez", "../people/frida-garcia.html"),
    ]
    evidence = {text(link[0]): link.get("href") for link in parts_of(page, "tenures", "mark")}
    assert evidence["30 de noviembre de 2020: Frida García, Directora de Proyectos Estratégicos"].startswith(
        f"../{SEED}.html#"
    )


def test_projects_by_year_are_bars_that_lead_to_their_list(archive: Site) -> None:
    page = article(archive, "directorates/proyectos-estrategicos")
    bars = parts_of(page, "year-bars", "bar")
    folds = page.xpath(".//section[@id='projects']//details")
    assert len(bars) == len(folds) > 1
    for bar, fold in zip(bars, reversed(folds), strict=True):
        (listed,) = page.xpath(f".//ul[@id='{bar.get('href')[1:]}']")
        assert listed.getparent() is fold
        assert text(bar[0]) == text(fold[0])
        assert text(bar[-1]) == str(len(listed))


def test_how_a_directorate_stands(archive: Site) -> None:
    page = article(archive, "directorates/proyectos-estrategicos")
    facts = {text(term): text(term.getnext()) for term in page.xpath(".//dl[contains(@class, 'status-line')]/dt")}
    assert facts["Última persona al frente"] == "Frida García Gutiérrez"
    assert facts["Informa en"].endswith("comunicados")
    assert headings(page)[:3] == ["leaders", "projects", "reports"]


def test_releases_of_a_person_by_year(archive: Site) -> None:
    pages = [article(archive, f"people/{file.stem}") for file in sorted((archive.output / "people").glob("*.html"))]
    drawn = [page for page in pages if parts_of(page, "year-bars", "bar")]
    assert drawn
    for page in drawn:
        bars = parts_of(page, "year-bars", "bar")
        rows = page.xpath(".//table[contains(@class, 'mentions')]/tbody/tr")
        assert sum(int(text(bar[-1])) for bar in bars) == len(rows)
        assert {bar.get("href")[1:] for bar in bars} <= {row.get("id") for row in rows}
        assert all(row.xpath(".//p[@class='facts-line']/a[contains(@href, '../sessions/')]") for row in rows)
