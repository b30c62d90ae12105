"""The search page in a real browser: typing, facets, sorting, sharing, Back, keyboard, from the disk, axe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sites import SHARED, Site, build, copy_project, small_project

from .conftest import serve

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def open_search(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}search.html{query}")
    expect(page.locator("#pf-status")).not_to_be_empty()


def count(page: Page) -> int:
    """Give how many results the page tells, once the search is done."""
    expect(page.locator("#pf-results")).to_have_attribute("aria-busy", "false")
    return int(re.sub(r"\D", "", page.locator("#pf-status").inner_text()) or 0)


def test_results_while_typing(page: Page, address: str) -> None:
    open_search(page, address)
    page.locator("#pf-query").press_sequentially("poligonos", delay=20)
    expect(page.locator("#pf-results > li").first).to_contain_text("22 polígonos")
    expect(page.locator("#pf-results > li").first).to_contain_text("26 de febrero de 2021")
    expect(page.locator("#pf-results mark").first).to_have_text(re.compile("polígonos", re.I))
    expect(page).to_have_url(re.compile(r"q=poligonos"))


def test_a_month_stays_a_month_and_has_its_place(page: Page, tmp_path: Path) -> None:
    days = ("2013-12-30", "2014-01-09", "2014-01", "2014-02-01")
    releases = {f"{day}-informe.md": f"##Informe del {number}\n\nTexto.\n" for number, day in enumerate(days)}
    site = build(small_project(tmp_path / "months", releases))
    told = ["1 de febrero de 2014", "9 de enero de 2014", "enero de 2014", "30 de diciembre de 2013"]
    for address in serve(site.output):
        open_search(page, address, "?q=informe&sort=desc")
        expect(page.locator("#pf-results > li .pf-facts")).to_have_text([f"Comunicado · {date}" for date in told])


def test_words_that_tell_nothing_are_not_marked(page: Page, address: str) -> None:
    open_search(page, address, "?q=atlas+de+riesgos")
    assert count(page) > 0
    marked = {word.strip(" .,;:").lower() for word in page.locator("#pf-results mark").all_inner_texts()}
    assert {"atlas", "riesgos"} <= marked
    assert not marked & {"de", "del", "la", "el"}


def test_a_record_comes_first_for_its_name_and_alias(page: Page, address: str) -> None:
    open_search(page, address, "?q=OVIE")
    expect(page.locator("#pf-results > li > a").first).to_have_text("Oficina Virtual de Información Económica")
    open_search(page, address, "?q=plan+director")
    expect(page.locator("#pf-results > li > a").first).to_have_text("Plan Director de Desarrollo Urbano de Torreón")


def test_facets_are_or_within_and_and_between(page: Page, address: str) -> None:
    open_search(page, address, "?q=consejo")
    every_year = count(page)
    page.get_by_label(re.compile(r"^2020")).check()
    expect(page).to_have_url(re.compile(r"year=2020"))
    one_year = count(page)
    page.get_by_label(re.compile(r"^2021")).check()
    expect(page).to_have_url(re.compile(r"year=2020&year=2021|year=2021&year=2020"))
    assert 0 < one_year < count(page) < every_year
    page.get_by_label(re.compile(r"^Sesión\b")).check()
    expect(page.locator("#pf-results > li .pf-facts").first).to_contain_text("Sesión")
    expect(page).to_have_url(re.compile(r"type=Sesi"))


def test_a_range_of_years_without_words(page: Page, address: str) -> None:
    open_search(page, address)
    page.locator("#pf-from").select_option("2021")
    page.locator("#pf-to").select_option("2021")
    page.locator("#pf-sort").select_option("desc")
    expect(page.locator("#pf-results > li > a").first).to_contain_text("Normas Técnicas")


def test_sorting(page: Page, address: str) -> None:
    open_search(page, address, "?q=sesion&type=Sesi%C3%B3n&sort=asc")
    expect(page.locator("#pf-results .pf-facts").first).to_contain_text("10 de agosto de 2018")
    page.locator("#pf-sort").select_option("desc")
    expect(page.locator("#pf-results .pf-facts").first).to_contain_text("18 de mayo de 2022")


def test_a_shared_address_and_back(page: Page, address: str) -> None:
    open_search(page, address, "?q=atlas&year=2020")
    expect(page.locator("#pf-query")).to_have_value("atlas")
    expect(page.get_by_label(re.compile(r"^2020"))).to_be_checked()
    before = page.url
    page.get_by_label(re.compile(r"^2020")).uncheck()
    expect(page).not_to_have_url(before)
    page.go_back()
    expect(page).to_have_url(before)
    expect(page.get_by_label(re.compile(r"^2020"))).to_be_checked()


def test_a_section_leads_to_its_heading_with_the_words_marked(page: Page, address: str) -> None:
    open_search(page, address, "?q=islas+de+calor")
    page.locator(".pf-sub a", has_text="Dirección de Planeación Urbana Sustentable").first.click()
    expect(page).to_have_url(re.compile(r"sessions/2020-11-30.*#"))
    marked = set(page.locator("article mark").all_inner_texts())
    assert {"islas", "calor"} <= {word.lower() for word in marked}
    assert "de" not in marked


def test_phrases(page: Page, address: str) -> None:
    open_search(page, address, "?q=%22arte+urbano+y+graffiti%22")
    expect(page.locator("#pf-results > li > a").first).to_be_visible()
    open_search(page, address, "?q=%22graffiti+arte+urbano%22")
    expect(page.locator("#pf-status")).to_have_text("No se encontró nada.")


def test_the_facets_of_a_phrase_count_what_has_the_phrase(page: Page, address: str) -> None:
    open_search(page, address, '?q="atlas+de+riesgos"')
    found = count(page)
    types = page.locator(".pf-facet", has_text="Tipo").locator(".pf-count").all_inner_texts()
    assert sum(int(number) for number in types) == found > 1


def test_a_near_spelling_is_offered(page: Page, address: str) -> None:
    open_search(page, address, "?q=plneacion")
    page.locator("#pf-hints a", has_text="planeación").click()
    expect(page.locator("#pf-results > li").first).to_be_visible()


def test_an_unknown_word_is_told(page: Page, address: str) -> None:
    open_search(page, address, "?q=atlas+zxqw")
    expect(page.locator("#pf-hints")).to_contain_text("Ninguna página tiene la palabra “zxqw”")
    expect(page.locator("#pf-results > li").first).to_be_visible()


def test_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}indices/projects.html")
    page.keyboard.press("/")
    page.keyboard.type("atlas")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=atlas"))
    expect(page.locator("#pf-results > li").first).to_be_visible()
    expect(page.locator("#pf-query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#pf-results > li > a").first).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#pf-query")).to_be_focused()


def test_from_the_disk(page: Page, archive: Site) -> None:
    page.goto((archive.output / "search.html").as_uri())
    page.locator("#pf-query").fill("diseno mi espacio")
    expect(page.locator("#pf-results > li > a").first).to_contain_text("Diseño Mi Espacio")
    expect(page.locator("#pf-hints")).to_contain_text("make serve")


def test_sidebar_marks_the_current_page_and_lists_its_year(page: Page, address: str) -> None:
    page.goto(f"{address}sessions/2020-11-30-octava-sesion-consejo.html")
    expect(page.locator(".lean-navigation .toctree-l2")).to_have_count(4)
    expect(page.locator(".lean-navigation [aria-current=page]")).to_have_text(
        "Informe anual ante el Consejo Directivo del IMPLAN."
    )


def test_sidebar_leads_to_a_page_whatever_its_name(page: Page, tmp_path: Path) -> None:
    """What addresses give a meaning of their own may stand in a file name."""
    odd = {
        f"2020-01-1{number}-{name}.md": f"##Título {number}\n\nTexto.\n"
        for number, name in enumerate("a#b c?d e%20f g&h".split())
    }
    site = build(small_project(tmp_path / "odd", odd), pagefind_enabled=False)
    for address in serve(site.output):
        for number in range(len(odd)):
            page.goto(f"{address}years/2020.html")
            page.locator(".lean-navigation .toctree-l2 a").nth(number).click()
            expect(page.locator("h1")).to_contain_text(f"Título {number}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "name",
    [
        "search.html?q=atlas",
        "index.html",
        "sessions/2020-11-30-octava-sesion-consejo.html",
        "indices/matrix.html",
        "projects/plan-de-politica-industrial.html",
        "indices/projects.html",
    ],
)
def test_no_axe_violation(page: Page, address: str, name: str, width: int, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{name}")
    page.wait_for_timeout(800)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({exclude: [['.sidebar-drawer'], ['.toc-drawer'], ['.mobile-header']]}).then(r => r.violations"
        ".map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]))"
    )
    assert found == []


@pytest.fixture(scope="module")
def corpus_address(tmp_path_factory: pytest.TempPathFactory) -> object:
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"{SHARED / 'corpus'} is not there: the releases are not part of the project")
    from council.__main__ import main

    source = copy_project(tmp_path_factory.mktemp("queries"), without=("sessions",))
    main(["--source", str(source), "import", str(SHARED / "corpus")])
    main(["--source", str(source), "catalogue"])
    yield from serve(build(source).output)


def test_gold_queries(page: Page, corpus_address: str) -> None:
    open_search(page, corpus_address)
    shares = []
    for asked in json.loads((SHARED / "gold" / "queries.json").read_text(encoding="utf-8")):
        page.goto(f"{corpus_address}search.html?q={asked['query']}")
        assert count(page) > 0
        while page.locator("#pf-more").is_visible():
            shown = page.locator("#pf-results > li").count()
            page.locator("#pf-more").click()
            expect(page.locator("#pf-results > li").nth(shown)).to_be_visible()
        links = page.eval_on_selector_all("#pf-results > li > a", "all => all.map(one => new URL(one.href).pathname)")
        found = [Path(link).stem for link in links if "/sessions/" in link]
        relevant = set(asked["relevant"])
        assert found[0] in relevant, asked["query"]
        shares.append(len(relevant & set(found[: max(5, len(relevant))])) / len(relevant))
    assert sum(shares) / len(shares) >= 0.95
