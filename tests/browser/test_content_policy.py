"""What the policy of the pages lets in and keeps out, in a real browser, from a server and from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import NAMES
from playwright.sync_api import Browser, Page, expect
from sites import Site

from .conftest import serve

KINDS = (
    "index.html",
    "search.html?q=atlas",
    "sessions/2020-11-30-octava-sesion-consejo.html?mark=atlas",
    "projects/plan-de-politica-industrial.html",
    "directorates/investigacion-estrategica.html",
    "people/frida-garcia.html",
    "years/2020.html",
    *(f"indices/{name}.html" for name in "sessions projects directorates people matrix candidates review".split()),
)
ATTACK = """
<script>window.ran = 'inline'</script>
<script src="https://elsewhere.example/a.js"></script>
<script src="data:text/javascript,window.ran='data'"></script>
<img src="missing.png" onerror="window.ran = 'handler'">
<a id="attack" href="javascript:window.ran='link'">link</a>
<img src="https://elsewhere.example/a.png"><iframe src="https://elsewhere.example/"></iframe>
<object data="https://elsewhere.example/a.swf"></object><audio src="https://elsewhere.example/a.mp3"></audio>
<link rel="stylesheet" href="https://elsewhere.example/a.css">
<style>article { background: url(https://elsewhere.example/b.png); visibility: hidden }</style>
<p id="overlay" style="position: fixed; background: url(https://elsewhere.example/c.png)">over</p>
<base href="https://elsewhere.example/">
<form id="form" action="https://elsewhere.example/"><input name="q"></form>
"""


@pytest.fixture(params=["server", "disk"])
def place(request: pytest.FixtureRequest, archive: Site) -> str:
    """The address of the archive's folder."""
    if request.param == "disk":
        return f"{archive.output.as_uri()}/"
    address: str = request.getfixturevalue("address")
    return address


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_page_is_refused(page: Page, place: str, kind: str) -> None:
    """The style sheets hold, the scripts run; what the policy refuses would fail the test."""
    page.goto(place + kind)
    expect(page.locator(".lean-navigation li").nth(3)).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-theme", "auto")
    colour = "getComputedStyle(document.body).getPropertyValue('--color-brand-primary')"
    assert page.evaluate(colour) == "#7a1f3d"
    page.locator("button.theme-toggle:visible").first.click()
    expect(page.locator("body")).not_to_have_attribute("data-theme", "auto")


def test_the_box_of_a_page_leads_to_the_search(page: Page, place: str) -> None:
    page.goto(f"{place}years/2020.html")
    page.locator(".sidebar-search").fill("atlas")
    page.locator(".sidebar-search").press("Enter")
    expect(page.locator("#pf-results > li").first).to_be_visible()


def test_a_genindex_meets_no_refusal(page: Page, hostile: Site) -> None:
    page.goto((hostile.output / "genindex.html").as_uri())
    expect(page.locator(".lean-navigation li").nth(3)).to_be_visible()


def test_data_in_a_head_is_read_and_does_not_run(page: Page, hostile: Site) -> None:
    for id_, name in NAMES.items():
        page.goto((hostile.output / "projects" / f"{id_}.html").as_uri())
        data = page.locator("head > script[type='application/ld+json']")
        assert data.evaluate("element => JSON.parse(element.textContent)['@graph'][0].name") == name
        assert page.evaluate("window.ran") is None


@pytest.fixture(params=["server", "disk"])
def attacked(request: pytest.FixtureRequest, archive: Site, tmp_path: Path) -> Iterator[str]:
    """A page of the archive that markup was smuggled into."""
    output = tmp_path / "html"
    shutil.copytree(archive.output, output)
    page = output / "sessions" / "attacked.html"
    text = archive.page("sessions/2020-11-30-octava-sesion-consejo")
    page.write_text(text.replace("</article>", f"{ATTACK}</article>"), encoding="utf-8")
    if request.param == "disk":
        yield page.as_uri()
    else:
        for address in serve(output):
            yield f"{address}sessions/attacked.html"


def test_what_was_smuggled_in_neither_runs_nor_asks(browser: Browser, attacked: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    refused: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.on(
        "requestfailed", lambda request: asked.append(request.url) if "csp" not in (request.failure or "") else None
    )
    page.on("console", lambda said: refused.append(said.text) if "Security Policy" in said.text else None)
    page.goto(attacked)
    expect(page.locator(".lean-navigation li").nth(3)).to_be_visible()
    page.locator("#attack").click()
    page.locator("#form").evaluate("form => form.submit()")
    page.wait_for_timeout(300)
    assert page.url.split("#")[0] == attacked
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.querySelector('#overlay')).position") == "static"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).visibility") == "visible"
    assert [address for address in asked if "elsewhere" in address] == []
    assert len(refused) >= 10
    page.close()
