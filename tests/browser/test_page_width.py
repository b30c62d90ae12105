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
