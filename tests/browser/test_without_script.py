"""Without JavaScript: the menu, the indices and the search's form lead on, and nothing stands empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

RELEASE = "sessions/2020-11-30-octava-sesion-consejo.html"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_the_menu_of_a_phone_opens(plain: Page, address: str) -> None:
    plain.goto(f"{address}{RELEASE}")
    plain.locator("[popovertarget=site-menu]").first.click()
    plain.get_by_role("navigation", name="Menú").get_by_role("link", name="Proyectos", exact=True).click()
    expect(plain.locator("h1")).to_contain_text("Proyectos")


def test_the_years_are_found_by_the_home_page(plain: Page, address: str) -> None:
    plain.set_viewport_size({"width": 1280, "height": 900})
    plain.goto(f"{address}indices/projects.html")
    plain.locator("#site-menu noscript a").first.click()
    assert plain.url.startswith(f"{address}index.html#")
    plain.locator("#site-menu").get_by_role("link", name="2020").click()
    expect(plain.locator("h1")).to_contain_text("2020")


def test_an_index_shows_all_of_its_records(plain: Page, address: str) -> None:
    plain.goto(f"{address}indices/directorates.html")
    links = plain.locator("article a[href*='directorates/']")
    assert links.count() >= 4
    expect(links.first).to_be_visible()


def test_the_form_of_the_home_page_leads_to_the_search(plain: Page, address: str) -> None:
    plain.goto(f"{address}index.html")
    plain.get_by_role("searchbox").fill("atlas")
    plain.get_by_role("button", name="Buscar").click()
    assert plain.url.startswith(f"{address}search.html?q=atlas")


def test_no_button_that_a_script_would_serve_is_shown(plain: Page, address: str) -> None:
    plain.goto(f"{address}{RELEASE}")
    expect(plain.locator(".theme-toggle")).to_be_hidden()
    expect(plain.locator(".citation-copy")).to_have_count(0)
