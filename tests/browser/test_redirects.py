"""Old addresses in a real browser, from a server and from the disk: with a script, and without any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import build, small_project

from .conftest import serve

SLUG = "2020-01-10-informe"
TEXT = "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe.\n\nSe expusieron los proyectos:\n\n- Plan de Agua.\n"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fields = "published_at: [/sala-prensa/Sesión 1.html, /2019/]\nprevious_slugs: 2020-01-10-sesion\n"
    source = small_project(
        tmp_path_factory.mktemp("moved") / "project",
        {f"{SLUG}.md": f"---\n{fields}---\n{TEXT}"},
        projects={"plan-de-agua.md": "---\nname: Plan de Agua\nprevious_ids: agua\n---\n"},
    )
    return build(source, pagefind_enabled=False).output


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, output: Path) -> Iterator[str]:
    """The address of the archive's folder."""
    if request.param == "disk":
        yield f"{output.as_uri()}/"
    else:
        yield from serve(output)


OLD = {
    "sala-prensa/Sesi%C3%B3n%201.html": f"sessions/{SLUG}.html",
    "2019/index.html": f"sessions/{SLUG}.html",
    "sessions/2020-01-10-sesion.html": f"sessions/{SLUG}.html",
    "projects/agua.html": "projects/plan-de-agua.html",
}


@pytest.mark.parametrize("old", OLD)
def test_without_a_script_the_page_is_reached(browser: Browser, place: str, old: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place + old, wait_until="commit")
    page.wait_for_url(place + OLD[old])
    expect(page.locator("h1")).to_be_visible()
    context.close()


@pytest.mark.parametrize("old", OLD)
def test_with_a_script_the_place_is_reached(page: Page, place: str, old: str) -> None:
    """The policy lets the script in: what it refuses would fail the test."""
    page.goto(f"{place}{old}?mark=agua#proyecto-plan-de-agua", wait_until="commit")
    page.wait_for_url(f"{place}{OLD[old]}?mark=agua#proyecto-plan-de-agua")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.url.endswith("#proyecto-plan-de-agua")


def test_a_reader_is_not_sent_back_to_the_old_address(page: Page, place: str) -> None:
    page.goto(f"{place}index.html")
    page.goto(f"{place}projects/agua.html", wait_until="commit")
    page.wait_for_url(f"{place}projects/plan-de-agua.html")
    page.go_back()
    page.wait_for_url(f"{place}index.html")


def test_what_does_not_move_is_read(browser: Browser, output: Path, tmp_path: Path) -> None:
    """Where neither script nor refresh are let in, the page tells where the other is, in the archive's language."""
    text = (output / "projects" / "agua.html").read_text("utf-8")
    file = tmp_path / "agua.html"
    file.write_text(text.replace('http-equiv="refresh"', ""), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_text("Esta página se ha movido: Plan de Agua")).to_be_visible()
    expect(page.get_by_role("link", name="Plan de Agua")).to_be_visible()
    context.close()
