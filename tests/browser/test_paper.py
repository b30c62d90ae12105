"""Printed from the browser: the text whole, on pages none of which is blank, and nothing that only a screen can use."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

RELEASE = "sessions/2020-11-30-octava-sesion-consejo"
PAGES = ["index", RELEASE, "projects/plan-trc-2040", "indices/projects", "indices/matrix", "years/2020"]


def printed(browser: Browser, address: str) -> list[str]:
    """Give the text of each sheet."""
    page = browser.new_page()
    page.goto(address)
    sheets = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    page.close()
    return [sheet.extract_text() for sheet in sheets]


@pytest.mark.parametrize("name", PAGES)
def test_no_sheet_is_blank(browser: Browser, address: str, name: str) -> None:
    assert all(len(text.split()) > 3 for text in printed(browser, f"{address}{name}.html"))


def test_a_release_prints_its_citation_and_no_menu(browser: Browser, address: str) -> None:
    text = "\n".join(printed(browser, f"{address}{RELEASE}.html"))
    assert "Cómo citar" in text
    assert "[Comunicado de prensa]" in text
    for left_out in ("Saltar", "Menú", "En esta página", "Por revisar"):
        assert left_out not in text


def test_what_is_folded_prints_as_well(page: Page, address: str) -> None:
    page.goto(f"{address}directorates/investigacion-estrategica.html")
    page.emulate_media(media="print")
    for folded in page.locator("details:not([open]) > :not(summary)").all():
        expect(folded).to_be_visible()


def test_what_scrolls_on_a_screen_prints_whole(page: Page, address: str) -> None:
    page.goto(f"{address}indices/matrix.html")
    page.emulate_media(media="print")
    frame = page.locator(".matrix-scroll")
    assert frame.evaluate("element => getComputedStyle(element).overflowY") == "visible"
