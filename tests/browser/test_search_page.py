"""The search page in a real browser: typing, facets, sorting, sharing, Back, keyboard, from the disk, axe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from council.exports.text_search import search
from playwright.sync_api import Browser, Page, expect
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
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("atlas")
    expect(page.locator(".sb-results > li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=atlas"))
    expect(page.locator("#pf-results > li").first).to_be_visible()
    expect(page.locator("#pf-query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#pf-results > li > a").first).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#pf-query")).to_be_focused()


def test_the_preview_shows_results_while_typing(page: Page, address: str) -> None:
    page.goto(f"{address}sessions/2020-11-30-octava-sesion-consejo.html")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Buscar")
    page.keyboard.type("poligonos")
    expect(dialog.locator(".sb-results mark").first).to_have_text(re.compile("polígonos", re.I))
    expect(dialog.locator(".sb-status")).to_have_text(re.compile(r"^\d+ resultados?$"))
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".sb-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"2021-02-26-primera-sesion-consejo\.html\?mark=poligonos"))
    expect(page.locator("article mark").first).to_be_visible()


def test_a_box_on_a_page_goes_on_in_the_preview(page: Page, address: str) -> None:
    page.goto(f"{address}indices/projects.html")
    page.set_viewport_size({"width": 1400, "height": 900})
    box = page.locator("form[role=search] input[name=q]").first
    box.press_sequentially("plneacion", delay=30)
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_role("searchbox")
    expect(field).to_have_value("plneacion")
    dialog.get_by_role("link", name="planeación", exact=True).click()
    expect(field).to_have_value("planeación")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(box).to_have_value("planeación")
    expect(box).to_be_focused()


def test_the_preview_from_the_disk(page: Page, archive: Site) -> None:
    page.goto((archive.output / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("islas de calor")
    expect(page.locator(".sb-results mark").first).to_have_text("islas")


def test_from_the_disk_the_text_is_found_too(page: Page, archive: Site) -> None:
    page.goto((archive.output / "search.html").as_uri())
    page.locator("#pf-query").fill("diseno mi espacio")
    expect(page.locator("#pf-results > li > a").first).to_contain_text("Diseño Mi Espacio")
    page.locator("#pf-query").fill("islas de calor")
    expect(page.locator("#pf-results > li mark").first).to_have_text("islas")
    expect(page.locator("#pf-hints")).to_be_empty()
    assert count(page) > 0
    assert page.locator(".pf-count").count() > 0


def test_those_with_some_of_the_words_stand_below_and_are_not_counted(page: Page, tmp_path: Path) -> None:
    far = "Otra cosa. " * 30
    releases = {
        "2020-01-01-lejos.md": f"##Lejos\n\nEl estudio. {far} La cuenca. {far} El agua.\n",
        "2020-01-02-cerca.md": "##Cerca\n\nEl agua de la cuenca tiene un estudio.\n",
        "2019-01-03-frase.md": f"##Frase\n\nTexto. {far} El Estudio de la Cuenca del Agua.\n",
        "2021-01-04-parte.md": "##Parte\n\nEl estudio del agua. El estudio del agua.\n",
    }
    site = build(small_project(tmp_path / "order", releases))
    for address in serve(site.output):
        open_search(page, address, "?q=estudio+cuenca+agua")
        assert count(page) == 3
        expect(page.locator("#pf-results > li > a")).to_have_text(["Frase", "Cerca", "Lejos", "Parte", re.compile(".")])
        expect(page.locator("#pf-results > li").nth(3)).to_have_text("Páginas con algunas de las palabras")
        years = page.locator(".pf-facet", has_text="Año").locator(".pf-count").all_inner_texts()
        assert sum(map(int, years)) == 3
        page.locator("#pf-sort").select_option("desc")
        expect(page.locator("#pf-results > li > a")).to_have_text(["Cerca", "Lejos", "Frase"])
    found = search(site.output / "data" / "archive.sqlite", "estudio cuenca agua")
    assert [(hit.title, hit.is_partial) for hit in found] == [
        ("Frase", False), ("Cerca", False), ("Lejos", False), ("Parte", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("octava sesión 2020", "2020-11-30-octava-sesion-consejo"),
        ("sesión 8 de 2021", "2021-09-29-octava-sesion-consejo"),
        ("8a sesion 2019", "2019-09-02-octava-sesion-consejo"),
        ("TERCERA SESIÓN DEL 2020", "2020-06-30-3ra-sesion-consejo"),
        ("onceava sesion 2018", "2018-11-30-onceava-y-doceava-sesion"),
        ("décima primera sesión de 2018", "2018-11-30-onceava-y-doceava-sesion"),
    ],
)
def test_a_session_is_found_by_its_number(page: Page, address: str, query: str, slug: str) -> None:
    open_search(page, address, f"?q={query}")
    expect(page.locator("#pf-results > li > a").first).to_have_attribute("href", re.compile(slug))


def test_the_first_result_on_a_phone_needs_no_scrolling(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 664})
    open_search(page, address, "?q=atlas")
    expect(page.locator("#pf-results > li").first).to_be_in_viewport(ratio=1)
    expect(page.locator("#pf-filters")).not_to_have_attribute("open", "")
    page.locator("#pf-filters summary").click()
    expect(page.get_by_label(re.compile("^2020"))).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_layout_does_not_shift(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => list.getEntries().forEach((shift) => {"
        "window.shifted += shift.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    open_search(page, address, "?q=atlas+de+riesgos")
    assert count(page) > 0
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") < 0.01


def test_without_javascript_the_form_leads_to_an_index_of_words(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}search.html?q=poligonos")
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.locator("#pf-filters")).to_be_hidden()
        last = page.get_by_role("navigation", name="Índice de palabras").get_by_role("link").last
        last.click()
        word = page.locator("dt", has_text="polígonos").or_(page.locator("dt", has_text="polígono")).first
        word.locator("xpath=following-sibling::dd[1]").get_by_role("link").first.click()
        expect(page.locator("article")).to_contain_text(re.compile("polígono", re.I))


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
        "search.html?q=atlas+de+riesgos+zxqw",
        "search-words/1.html",
        "index.html?dialog",
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
    if "dialog" in name:
        page.keyboard.press("/")
        page.keyboard.type("plneacion")
    page.wait_for_timeout(800)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({exclude: [['.sidebar-drawer'], ['.toc-drawer'], ['.mobile-header']]}).then(r => r.violations"
        ".map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]))"
    )
    assert found == []


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"{SHARED / 'corpus'} is not there: the releases are not part of the project")
    from council.__main__ import main

    source = copy_project(tmp_path_factory.mktemp("queries"), without=("sessions",))
    main(["--source", str(source), "import", str(SHARED / "corpus")])
    main(["--source", str(source), "catalogue"])
    return build(source).output


def test_gold_queries_and_the_order_of_the_command(page: Page, corpus: Path) -> None:
    for corpus_address in serve(corpus):
        _ask_gold_queries(page, corpus_address, corpus)


def _ask_gold_queries(page: Page, corpus_address: str, corpus: Path) -> None:
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
        told = search(corpus / "data" / "archive.sqlite", asked["query"], limit=1000)
        assert [hit.slug for hit in told] == found[: len(told)]
        shares.append(len(relevant & set(found[: max(5, len(relevant))])) / len(relevant))
    assert sum(shares) / len(shares) >= 0.95
