"""Every type of page, on a large screen, on a phone and in the dark, by the rules of WCAG 2.2 AA and best practice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "index", "search", "404", "years/2020", "sessions/2020-11-30-octava-sesion-consejo",
    "projects/plan-trc-2040", "directorates/investigacion-estrategica", "people/frida-garcia",
    *(f"indices/{name}" for name in "sessions projects directorates people matrix data colophon accessibility".split()),
    "indices/candidates", "indices/review",
)  # fmt: skip
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    context = browser.new_context(**SCREENS[request.param])
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[Any]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    told: list[Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(told => told.violations"
        ".map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))",
        RULES,
    )
    return told


@pytest.mark.parametrize("name", PAGES)
def test_no_violation(screen: Page, address: str, name: str) -> None:
    screen.goto(f"{address}{name}.html", wait_until="networkidle")
    assert violations(screen) == []


@pytest.mark.parametrize("opened", ["site-menu", "page-parts"])
def test_no_violation_where_a_menu_is_open(browser: Browser, address: str, opened: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page = browser.new_page(**SCREENS["phone"])
    page.goto(f"{address}sessions/2020-11-30-octava-sesion-consejo.html", wait_until="networkidle")
    page.locator(f"[popovertarget={opened}]").first.click()
    page.locator(f"#{opened}").wait_for(state="visible")
    assert violations(page) == []
    page.close()
