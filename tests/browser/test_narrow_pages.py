"""At 320 pixels, which is also a zoom of 400 %: nothing scrolls sideways, nothing to hit is too small; lines are not too long."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .test_accessibility import PAGES

LONGEST_LINE = 80
"""Characters: one more than what is aimed at may stand in a line of narrow letters."""
LINES = """() => {
  const range = document.createRange(), counts = [];
  for (const paragraph of document.querySelectorAll("article p")) {
    const box = paragraph.getBoundingClientRect(), style = getComputedStyle(paragraph);
    const lines = Math.round(box.height / parseFloat(style.lineHeight));
    if (lines >= 4 && !paragraph.closest("table, figure")) counts.push(paragraph.textContent.length / (lines - 0.5));
  }
  return counts;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}{name}.html", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [1000, 1280, 1680])
def test_lines_are_short_enough_to_read(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}sessions/2020-11-30-octava-sesion-consejo.html")
    counts = page.evaluate(LINES)
    assert counts
    assert max(counts) <= LONGEST_LINE


@pytest.mark.parametrize(("name", "least"), [("indices/matrix", 0.7), ("index", 0.7)])
def test_a_page_without_a_list_of_parts_uses_the_room(page: Page, address: str, name: str, least: float) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}{name}.html")
    assert page.locator("article").evaluate("element => element.clientWidth / innerWidth") >= least
