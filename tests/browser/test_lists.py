"""The page of sessions, and those of years, as a reader meets them: on any screen, with what is on the page beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["indices/sessions", "years/2020", "indices/review", "indices/candidates"])
def test_nothing_stands_beyond_the_screen(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{path}.html")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    article = page.locator("article")
    assert article.evaluate("article => article.scrollWidth - article.clientWidth") == 0


def test_on_this_page_lists_years_and_leads_there(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 800})
    page.goto(address + "indices/sessions.html")
    contents = page.locator(".toc-tree")
    expect(contents.get_by_role("link", name="2019", exact=True)).to_be_visible()
    contents.get_by_role("link", name="2019", exact=True).click()
    expect(page.locator("#sessions-2019")).to_be_in_viewport()


def test_on_a_telephone_a_session_is_a_card(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + "indices/sessions.html")
    row = page.locator("#sessions-2020 tbody tr").first
    number, date, title, news = (cell.bounding_box() for cell in row.locator("th, td").all())
    assert number is not None
    assert date is not None
    assert title is not None
    assert news is not None
    assert abs(number["y"] + number["height"] - date["y"] - date["height"]) < 8
    assert title["y"] >= date["y"] + date["height"] - 1
    assert news["y"] >= title["y"] + title["height"] - 1


def test_on_this_page_lists_what_stands_below_a_release(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 800})
    page.goto(address + "sessions/2020-11-30-octava-sesion-consejo.html")
    contents = page.locator(".toc-tree")
    for name in ("Proyectos en este comunicado", "Comunicados relacionados", "Cómo citar"):
        expect(contents.get_by_role("link", name=name)).to_be_visible()
