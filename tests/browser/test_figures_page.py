"""The page of figures in a real browser: a dot leads to its line, by mouse and keyboard; phone, dark, axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import build, small_project

from browser.conftest import serve

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TEXT = "# Empleo\n\nLa tasa de desempleo se ubicó en {}%.\n"
SMALLEST_TARGET = 24
"""In pixels (WCAG 2.2, 2.5.8)."""


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An archive with a chart, on a server of this machine."""
    rates = {"2020-02-10": "6.1", "2020-06-10": "5.7", "2020-11-10": "4.9"}
    texts = {f"{date}-empleo.md": TEXT.format(rate) for date, rate in rates.items()}
    yield from serve(build(small_project(tmp_path_factory.mktemp("charted") / "project", texts)).output)


def test_a_dot_leads_to_the_line_that_says_it(page: Page, charted: str) -> None:
    page.goto(f"{charted}indices/figures.html")
    page.get_by_role("link", name="10 de junio de 2020: 5.7%").click()
    page.wait_for_url("**/sessions/2020-06-10-empleo.html#*")
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"p:has([id='{anchor}'])")).to_contain_text("La tasa de desempleo se ubicó en 5.7%.")


def test_dots_are_reached_and_followed_by_keyboard(page: Page, charted: str) -> None:
    page.goto(f"{charted}indices/figures.html")
    dot = page.get_by_role("link", name="10 de febrero de 2020: 6.1%")
    dot.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="10 de junio de 2020: 5.7%")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessions/2020-06-10-empleo.html#*")


def test_the_table_unfolds_without_script(browser: Browser, charted: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{charted}indices/figures.html")
    page.locator(".chart summary", has_text="En tabla").click()
    expect(page.locator(".chart table")).to_be_visible()
    page.close()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_dots_can_be_hit(page: Page, charted: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{charted}indices/figures.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("window.innerWidth")
    for target in page.locator(".line-chart .target").all():
        box = target.bounding_box()
        assert box is not None
        assert box["width"] >= SMALLEST_TARGET * 0.75  # dots far apart need less, by the exception of 2.5.8


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_no_axe_violation(page: Page, charted: str, width: int, scheme: Any) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{charted}indices/figures.html")
    page.evaluate("document.querySelectorAll('.chart details').forEach(part => { part.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate(
        "axe.run('.chart, .figure-index').then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
    )
    assert violations == []
