"""Hostile names, titles and queries in a real browser: nothing runs, nothing breaks, all of it is shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from hostile import ADDRESS, NAMES
from playwright.sync_api import Page, expect
from sites import Site

from .conftest import serve
from .test_search_page import count, open_search

QUERIES = (
    '<img src=x onerror="window.ran=1">', '"><script>window.ran=1</script>', "' OR 1=1 --", "\u202egpj.exe",
    "\u2067\u2066\u202d abierto", "a" * 10_000, "plan agua " * 1_000,
    " ".join(f"zq{number}" for number in range(1_000)), r"(.*)+[a-z]{2,}$ \d \\ ^|?*", "\0 nulo \u200b",
    "👩‍👩‍👧‍👦 🏳️‍🌈", "__proto__", "constructor", "{{ 7 * 7 }} {word} $& $1 %s", '"', '"" “”', "%00%ff%", "\ufffd",
)  # fmt: skip
UNISOLATED = """() => {
  const turns = /[\\u202a-\\u202e\\u2066-\\u2069]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!turns.test(text.data) || text.parentElement.closest("script, style, pre") || !text.parentElement.checkVisibility()) continue;
    let holder = text.parentElement;
    const isolates = (element) => {
      const { display, unicodeBidi } = getComputedStyle(element);
      return display !== "inline" || unicodeBidi !== "normal";
    };
    while (!isolates(holder)) holder = holder.parentElement;
    const others = [...holder.childNodes].filter((node) => node !== text && !node.contains(text) && node.textContent.trim()
      && !(node.nodeType === 1 && (isolates(node) || node.matches(".headerlink"))));
    if (others.length) wrong.push(holder.outerHTML.slice(0, 300));
  }
  return wrong;
}"""
"""Gives where a mark that turns the direction of writing shares its line with other text, and nothing parts the two."""


@pytest.fixture(scope="module")
def hostile_address(hostile: Site) -> Iterator[str]:
    yield from serve(hostile.output)


def assert_intact(page: Page) -> None:
    """Fail where anything ran, or stands out of the page's width."""
    assert page.evaluate("window.ran") is None, page.url
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query_is_text(page: Page, hostile_address: str, query: str) -> None:
    open_search(page, hostile_address, f"?q={quote(query)}")
    by_address = count(page)
    expect(page.locator("#pf-query")).to_have_value(query)
    assert_intact(page)
    page.locator("#pf-query").fill("")
    expect(page.locator("#pf-results > li")).to_have_count(0)
    page.locator("#pf-query").fill(query)
    page.wait_for_timeout(200)
    assert count(page) == by_address
    assert_intact(page)


@pytest.mark.parametrize(("id_", "query"), [
    ("picture", "onerror window ran"), ("script", "script window ran"), ("closing", "template script"), ("quotes", "ran plan"),
    ("override", "gpj"), ("isolates", "abierto"), ("long", "largolargo"), ("pattern", "plan z 2"), ("invisible", "oculto"),
    ("emoji", "plan"),
    ("prototype", "proto"), ("inherited", "constructor"), ("template", "word date"),
])  # fmt: skip
def test_results_and_facets_show_names_as_text(page: Page, hostile_address: str, id_: str, query: str) -> None:
    open_search(page, hostile_address, f"?q={quote(query)}")
    count(page)
    while page.locator("#pf-more").is_visible():
        shown = page.locator("#pf-results > li").count()
        page.locator("#pf-more").click()
        expect(page.locator("#pf-results > li").nth(shown)).to_be_visible()
    titles = [" ".join(title.split()) for title in page.locator("#pf-results > li > a").all_text_contents()]
    assert " ".join(NAMES[id_].split()) in titles
    assert_intact(page)
    assert page.evaluate(UNISOLATED) == []


def test_facets_may_be_chosen_by_any_address(page: Page, hostile_address: str) -> None:
    """What an object inherits, such as its constructor, is no value of a facet."""
    values = [*NAMES.values(), "toString", "<b>x</b>"]
    chosen = "".join(f"&{name}={quote(value)}" for name in ("project", "person", "year", "unknown") for value in values)
    open_search(page, hostile_address, f"?q=plan{chosen}")
    count(page)
    shown = page.locator(".pf-count").all_inner_texts()
    assert len(shown) >= 3 * len(values)
    assert all(number.isdigit() for number in shown)
    assert_intact(page)


def test_the_search_from_the_disk_shows_names_as_text(page: Page, hostile: Site) -> None:
    page.goto((hostile.output / "search.html").as_uri())
    for query in (*QUERIES, "window ran", "plan", "gpj"):
        page.locator("#pf-query").fill(query)
        assert_intact(page)
    expect(page.locator("#pf-results > li > a", has_text="gpj").first).to_be_visible()
    titles = page.locator("#pf-results > li > a").all_text_contents()
    assert NAMES["override"] in titles
    assert page.evaluate(UNISOLATED) == []


def test_no_page_runs_or_lets_a_name_turn_its_neighbours(page: Page, hostile: Site) -> None:
    files = sorted(hostile.output.rglob("*.html"))
    for file in files:
        page.goto(file.as_uri())
        assert_intact(page)
        assert page.evaluate(UNISOLATED) == [], file


def test_links_that_scripts_make_lead_to_a_page_of_any_name(page: Page, hostile: Site, hostile_address: str) -> None:
    disk = f"{hostile.output.as_uri()}/"
    for address, link in (
        (f"{hostile_address}years/2020.html", ".lean-navigation a"),
        (f"{disk}years/2020.html", ".lean-navigation a"),
        (f"{hostile_address}search.html?q=extra%C3%B1o", "#pf-results > li > a"),
        (f"{disk}search.html?q=rara", "#pf-results > li > a"),
    ):
        page.goto(address)
        page.locator(link, has_text="Dirección rara").click()
        expect(page.locator("article h1")).to_contain_text("Dirección rara")
        assert ADDRESS in unquote(page.url)


def test_the_filter_of_a_list_takes_any_text(page: Page, hostile: Site) -> None:
    page.goto((hostile.output / "indices" / "projects.html").as_uri())
    for query in QUERIES:
        page.locator(".list-controls [name=name]").fill(query)
        expect(page.locator(".list-controls output")).to_have_text(re.compile(r"\d+ de \d+"))
        assert_intact(page)
