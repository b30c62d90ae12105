"""Citing a release: references and addresses that are copied, the paragraph that is chosen, all of it without a script."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import PROJECT, Site, build, copy_project

from .conftest import serve

PAGE = "sessions/2020-11-30-octava-sesion-consejo.html"
OFFICIAL = "http://www.trcimplan.gob.mx/sala-prensa/2020-11-30-octava-sesion-consejo.html"
INSTITUTE = "Instituto Municipal de Planeación y Competitividad de Torreón"
APA = (
    f"{INSTITUTE}. (2020, 30 de noviembre). Informe anual ante el Consejo Directivo del IMPLAN [Comunicado de prensa]. "
    f"Archivo de sesiones del IMPLAN Torreón. {OFFICIAL}"
)
ISO_690 = (
    f"{INSTITUTE.upper()}, 2020. Informe anual ante el Consejo Directivo del IMPLAN. Archivo de sesiones del IMPLAN "
    f"Torreón. En línea. 30 noviembre 2020. Disponible en: {OFFICIAL}"
)


@pytest.fixture(scope="module")
def site_on_the_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The release in an archive that has an address, as a server of this machine shows it."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "sessions").mkdir()
    shutil.copy(PROJECT / PAGE.replace(".html", ".md"), folder / "sessions")
    source = copy_project(folder / "archive", sessions=folder / "sessions")
    yield from serve(build(source, html_baseurl="https://archivo.example/").output)


def pasted(page: Page) -> str:
    """Give what a reader pastes."""
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=\"pasted\"></textarea>')")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")
    text = page.locator("#pasted").input_value()
    page.locator("#pasted").evaluate("box => box.remove()")
    return text


def copy(page: Page, name: str, told: str = "Copiada") -> str:
    """Press the button *name*, and give what a reader pastes then."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".copy-status[role=status]")).to_have_text(told)
    return pasted(page).strip()


def allow_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("without", ["nothing", "clipboard"])
def test_a_button_copies_the_reference(page: Page, address: str, without: str) -> None:
    allow_clipboard(page)
    if without == "clipboard":  # as on pages of plain http
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + PAGE)
    assert copy(page, "Copiar: APA") == APA
    assert copy(page, "Copiar: ISO 690") == ISO_690
    expect(page.get_by_role("button", name="Copiar: APA")).to_have_text("Copiar")


@pytest.mark.parametrize(("name", "suffix"), [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")])
def test_what_programs_read_is_copied_and_downloaded_alike(page: Page, address: str, name: str, suffix: str) -> None:
    allow_clipboard(page)
    page.goto(address + PAGE)
    copied = copy(page, f"Copiar: {name}")
    link = page.get_by_role("link", name=f"Descargar .{suffix}")
    file = page.request.get(link.evaluate("link => link.href"))
    assert file.ok
    assert copied.split() == file.text().split()


def test_the_address_of_the_page_is_copied(page: Page, address: str) -> None:
    allow_clipboard(page)
    page.goto(f"{address}{PAGE}#projects")
    assert copy(page, "Copiar enlace", "Enlace copiado") == address + PAGE
    page.goto(f"{address}{PAGE}#p-5")
    assert copy(page, "Copiar enlace", "Enlace copiado") == f"{address}{PAGE}#p-5"


def test_a_number_leads_to_its_paragraph_and_copies_the_address(page: Page, address: str) -> None:
    allow_clipboard(page)
    page.goto(address + PAGE)
    page.get_by_role("link", name="Párrafo 6", exact=True).click()
    assert page.url == f"{address}{PAGE}#p-6"
    expect(page.locator(".copy-status[role=status]")).to_have_text("Enlace copiado")
    assert pasted(page) == page.url
    assert page.locator("#p-6").evaluate("paragraph => paragraph.matches(':target')")


def test_the_citation_takes_the_paragraph_chosen(page: Page, site_on_the_web: str) -> None:
    """It stays chosen on the way to the citation, and until another is, or none."""
    allow_clipboard(page)
    page.goto(site_on_the_web + PAGE)
    published = f"https://archivo.example/{PAGE}"
    in_text = page.locator(".citation-in-text")
    expect(in_text).to_have_text([f"En el texto: ({INSTITUTE}, 2020)", f"En el texto: ({INSTITUTE} 2020)"])
    page.get_by_role("link", name="Párrafo 12", exact=True).click()
    page.get_by_role("link", name="Citar", exact=True).click()
    expect(page.locator(".citation-chosen")).to_contain_text("párrafo 12")
    expect(in_text).to_have_text(
        [f"En el texto: ({INSTITUTE}, 2020, párr. 12)", f"En el texto: ({INSTITUTE} 2020, párr. 12)"]
    )
    for name in ("APA", "ISO 690", "BibTeX", "RIS", "CSL-JSON"):
        assert f"{published}#p-12" in copy(page, f"Copiar: {name}")
    expect(page.locator("#cite-apa a")).to_have_attribute("href", f"{published}#p-12")
    page.get_by_role("link", name="Citar todo el comunicado").click()
    assert copy(page, "Copiar: ISO 690").endswith(f"Disponible en: {published}")
    expect(in_text.first).to_have_text(f"En el texto: ({INSTITUTE}, 2020)")


def test_a_mention_is_cited_by_its_paragraph(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGE}#proyecto-reporte-covid-19")
    item = page.locator("#proyecto-reporte-covid-19")
    number = item.locator(".paragraph-link").first.get_attribute("data-number")
    expect(page.locator(".citation-in-text").first).to_have_text(re.compile(rf"2020, párr\. {number}\)$"))


def test_buttons_are_there_from_the_disk_and_by_the_keyboard(page: Page, archive: Site) -> None:
    page.goto((archive.output / PAGE).as_uri())
    button = page.get_by_role("button", name="Copiar: APA")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Copiada")


def test_without_a_script_all_is_text_and_links_and_no_button_is_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    expect(page.locator(".citation")).to_have_text([APA, ISO_690])
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Citar", exact=True).click()
    expect(page.locator("#cite")).to_be_in_viewport()
    page.get_by_role("link", name="Párrafo 6", exact=True).click()
    colours = [page.locator(f"#p-{number}").evaluate("p => getComputedStyle(p).backgroundColor") for number in (5, 6)]
    assert colours[0] != colours[1]
    page.get_by_text("Lo mismo como texto").click()
    expect(page.locator("#cite-bib")).to_contain_text("@misc{2020-11-30-octava-sesion-consejo,")
    context.close()


def test_numbers_stand_in_the_margin_and_in_no_text(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    paragraph = page.locator("#p-2")
    assert not paragraph.inner_text().startswith("2")
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        number, text = page.locator("#p-2 > .paragraph-link").bounding_box(), paragraph.bounding_box()
        assert number is not None
        assert text is not None
        assert 0 <= number["x"] <= number["x"] + number["width"] <= text["x"] + 1
        assert number["width"] >= 24
        assert number["height"] >= 24


def test_only_releases_load_the_script(page: Page, address: str) -> None:
    for path, count in ((PAGE, 1), ("index.html", 0), ("projects/manos-a-la-cebra.html", 0)):
        page.goto(address + path)
        expect(page.locator("script[src*='citation.js']")).to_have_count(count)
