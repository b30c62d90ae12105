"""Questions to the history of an institution, put to the site as readers put them: found in two steps, answered on the page.

``questions.json`` holds them: who asks, what is asked, what is searched for or which links are followed from the home page,
the page with the answer, and what it must say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import Site

from .conftest import serve

QUESTIONS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))
AMONG_THE_FIRST = 3
"""So many results of a search are seen without scrolling."""
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def corpus_address(corpus: Site) -> Iterator[str]:
    yield from serve(corpus.output)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="es-MX")
    yield page
    page.close()


def search(page: Page, words: str, target: str) -> None:
    """Search as the form of the home page does, and follow the result that leads to *target*."""
    page.goto(page.url.replace("index.html", f"search.html?q={quote(words)}"))
    expect(page.locator("#pf-results")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#pf-results > li > a").first).to_be_visible()
    links = page.locator("#pf-results > li > a")
    addresses = links.evaluate_all(
        f"links => links.slice(0, {AMONG_THE_FIRST}).map(link => link.href.split(/[?#]/)[0])"
    )
    assert any(address.endswith(f"/{target}.html") for address in addresses), addresses
    page.goto(next(address for address in addresses if address.endswith(f"/{target}.html")))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["question"])
def test_a_question_is_answered(reader: Page, corpus_address: str, question: dict[str, Any]) -> None:
    if question["reader"] == "phone":
        reader.set_viewport_size(PHONE)  # type: ignore[arg-type]
    reader.goto(corpus_address + "index.html")
    if "search" in question:
        search(reader, question["search"], question["page"])
    for name in question.get("links", ()):
        reader.goto(reader.get_by_role("link", name=name, exact=True).first.evaluate("link => link.href"))
    assert reader.url.split("#")[0] == f"{corpus_address}{question['page']}.html"
    text = " ".join(reader.locator("article").inner_text().split())
    assert [answer for answer in question["answers"] if answer not in text] == []
