"""Pages fit their width: only a table that is wider than the text has the article scroll."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("width", [800, 1300])
@pytest.mark.parametrize(
    "name", ["index", "indices/projects", "indices/matrix", "indices/data", "years/2020", "projects/plan-trc-2040"]
)
def test_nothing_stands_out_beside_the_text(page: Page, address: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{name}.html")
    wide = "element => element.scrollWidth - element.clientWidth"
    assert page.locator("article").evaluate(wide) == 0
    assert page.locator("html").evaluate(wide) == 0


@pytest.mark.parametrize("name", ["indices/colophon", "projects/plan-trc-2040", "people/abraham-salazar"])
def test_facts_have_room_beside_their_terms_on_a_phone(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}{name}.html")
    facts = page.locator("dl.record-facts").first
    values = facts.evaluate("element => [...element.querySelectorAll('dd')].map(value => value.clientWidth)")
    assert values
    assert min(values) > facts.evaluate("element => element.clientWidth") / 2


@pytest.mark.parametrize("name", ["projects/plan-trc-2040", "people/abraham-salazar"])
def test_a_trajectory_is_read_on_a_phone_without_scrolling_sideways(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{address}{name}.html")
    frame = page.locator("*:has(> table.trajectory)")
    assert frame.evaluate("element => element.scrollWidth - element.clientWidth") == 0
