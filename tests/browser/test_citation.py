"""The reference on a release's page: copied by a button, still text without a script, its files at hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import Site

PAGE = "sessions/2020-11-30-octava-sesion-consejo.html"
REFERENCE = (
    "Instituto Municipal de Planeación y Competitividad de Torreón. (2020, 30 de noviembre). "
    "Informe anual ante el Consejo Directivo del IMPLAN [Comunicado de prensa]. Archivo de sesiones del IMPLAN Torreón. "
    "http://www.trcimplan.gob.mx/sala-prensa/2020-11-30-octava-sesion-consejo.html"
)


def unfold(page: Page) -> None:
    page.get_by_text("Cómo citar").click()


def pasted(page: Page) -> str:
    """Give what a reader pastes."""
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=\"pasted\"></textarea>')")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")
    return page.locator("#pasted").input_value()


@pytest.mark.parametrize("without", ["nothing", "clipboard"])
def test_a_button_copies_the_reference(page: Page, address: str, without: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if without == "clipboard":  # as on pages of plain http
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + PAGE)
    unfold(page)
    button = page.locator(".citation-copy")
    expect(button).to_have_text("Copiar")
    button.click()
    expect(button).to_have_text("Copiada")
    assert pasted(page).strip() == REFERENCE
    expect(button).to_have_text("Copiar")


def test_the_button_is_there_from_the_disk_and_by_the_keyboard(page: Page, archive: Site) -> None:
    page.goto((archive.output / PAGE).as_uri())
    unfold(page)
    page.locator(".how-to-cite summary").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".citation-copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".citation-copy")).to_have_text("Copiada")


def test_without_a_script_the_reference_is_text_and_no_button_is_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    unfold(page)
    expect(page.locator(".citation")).to_have_text(REFERENCE)
    expect(page.locator(".how-to-cite button")).to_have_count(0)
    context.close()


def test_files_of_the_reference_are_there(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    unfold(page)
    links = page.locator(".citation-files a")
    expect(links).to_have_text(["BibTeX", "RIS", "CSL-JSON"])
    for link in links.all():
        assert page.request.get(link.evaluate("link => link.href")).ok


def test_only_releases_load_the_script(page: Page, address: str) -> None:
    for path, count in ((PAGE, 1), ("index.html", 0), ("projects/manos-a-la-cebra.html", 0)):
        page.goto(address + path)
        expect(page.locator("script[src*='citation.js']")).to_have_count(count)
