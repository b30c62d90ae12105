"""By keyboard: the first stop passes over the header, each stop is seen, what scrolls can be reached, menus open and close."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAGES = ["index", "sessions/2020-11-30-octava-sesion-consejo", "projects/plan-trc-2040", "indices/projects"]
RELEASE = "sessions/2020-11-30-octava-sesion-consejo.html"


def test_the_first_stop_leads_to_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}{RELEASE}")
    page.keyboard.press("Tab")
    skip = page.locator(".skip-to-content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#furo-main-content")


@pytest.mark.parametrize("name", PAGES)
def test_each_stop_has_an_outline_and_is_in_view(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}{name}.html")
    seen = """() => {
      const element = document.activeElement, box = element.getBoundingClientRect();
      // what a drawing links to shows its focus on the mark itself
      const outline = getComputedStyle(element.querySelector(".target") || element);
      return [element.outerHTML.slice(0, 120), (outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) >= 2)
                || outline.stroke !== "none",
              box.bottom > 0 && box.top < innerHeight];
    }"""
    for _stop in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # past the last stop
        html, is_outlined, is_in_view = page.evaluate(seen)
        assert (is_outlined, is_in_view) == (True, True), html


def test_a_wide_table_is_reached_and_says_what_it_is(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}indices/data.html")
    regions = page.locator("[role=region][tabindex='0']")
    assert regions.count() > 0
    assert all(regions.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))"))
    for region in regions.all():
        assert region.evaluate("element => element.scrollWidth > element.clientWidth")


def test_the_menu_of_a_phone_opens_and_closes(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}{RELEASE}")
    menu = page.locator("#site-menu")
    expect(menu).to_be_hidden()
    page.locator("[popovertarget=site-menu]").first.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_current_page_is_seen_in_a_long_menu(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 420})
    page.goto(f"{address}{RELEASE}")
    expect(page.locator("#site-menu .toctree-l2 [aria-current=page]")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
