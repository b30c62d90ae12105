"""The charts on the pages of records: reached by keyboard and finger, told in words, leading where they say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PLAN = "projects/atlas-municipal-de-riesgos"
DIRECTORATE = "directorates/proyectos-estrategicos"


@pytest.mark.parametrize(("name", "chart"), [(PLAN, "timeline"), (DIRECTORATE, "tenures"), (DIRECTORATE, "year-bars")])
@pytest.mark.parametrize("width", [1280, 390])
def test_marks_are_as_large_as_a_finger_needs_and_have_names(
    page: Page, address: str, name: str, chart: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{name}.html")
    links = page.locator(f"svg.{chart} a:has(.target)")
    assert links.count() > 1
    boxes = links.evaluate_all(
        "links => links.map(link => link.querySelector('.target').getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert all(min(box) >= 24 for box in boxes)
    assert all(links.evaluate_all("links => links.map(link => link.querySelector('title').textContent.length > 3)"))
    frame = page.locator(f"svg.{chart}").bounding_box()
    assert frame is not None
    assert frame["width"] <= width


def test_a_mark_is_reached_by_keyboard_and_leads_to_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}{PLAN}.html")
    mark = page.locator("svg.timeline a").last
    mark.focus()
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(
        f"{address}sessions/2020-11-30-octava-sesion-consejo.html#proyecto-atlas-municipal-de-riesgos-de-torreon"
    )


def test_a_bar_opens_the_projects_of_its_year(page: Page, address: str) -> None:
    page.goto(f"{address}{DIRECTORATE}.html")
    bar = page.locator("svg.year-bars a").first
    target = page.locator(f"ul{bar.get_attribute('href')}")
    expect(target).to_be_hidden()
    bar.focus()
    page.keyboard.press("Enter")
    expect(target).to_be_visible()


def test_rows_are_cards_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}{PLAN}.html")
    row = page.locator("table.mentions tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    date, told = row.locator("td").all()
    above, below = date.bounding_box(), told.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
