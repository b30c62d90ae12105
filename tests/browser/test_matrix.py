"""The matrix of projects and sessions: what filters and sorts it, by mouse and keyboard, and what it is without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

MATRIX = "indices/matrix.html"


def shown(page: Page) -> list[str]:
    rows = page.locator("table.matrix tbody tr:visible")
    return [name.strip() for name in rows.locator("th").all_inner_texts()]


@pytest.fixture
def matrix(page: Page, address: str) -> Page:
    page.goto(address + MATRIX)
    expect(page.locator("form.matrix-controls")).to_be_visible()
    return page


def test_the_newest_session_comes_first_and_leads_to_its_release(matrix: Page) -> None:
    dates = [head.split(" ")[0] for head in matrix.locator("table.matrix th.period").all_inner_texts()]
    assert dates == sorted(dates, reverse=True)
    matrix.locator("table.matrix th.period a").first.click()
    expect(matrix).to_have_url(re.compile("/sessions/"))


def test_a_mark_says_in_words_what_it_leads_to(matrix: Page) -> None:
    row = matrix.locator("table.matrix tbody tr", has_text="Atlas Municipal de Riesgos")
    assert row.get_by_role("rowheader").inner_text().startswith("Atlas Municipal")
    mark = row.get_by_role("cell").get_by_role("link", name="Atlas Municipal de Riesgos").first
    mark.click()
    expect(matrix.locator(":target")).to_have_count(1)


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        (("name", "atlas"), "name.includes('Atlas')"),
        (("category", "study"), "data.category === 'study'"),
        (("since", "2020-11-30"), "data.last < '2020-11-30'"),
        (("year", "2022"), "row.querySelectorAll('td.reported:not([hidden])').length > 0"),
    ],
)
def test_a_filter_leaves_what_it_asks_for(matrix: Page, change: tuple[str, str], holds: str) -> None:
    field, value = change
    control = matrix.locator(f"form.matrix-controls [name={field}]")
    control.fill(value) if field == "name" else control.select_option(value)
    every = "rows => rows.map(row => ({row, name: row.cells[0].innerText, data: row.dataset}))"
    rows = matrix.locator("table.matrix tbody tr")
    left = rows.evaluate_all(f"{every.replace('rows.map', 'rows.filter(row => !row.hidden).map')}")
    assert 0 < len(left) < rows.count()
    assert rows.evaluate_all(
        f"rows => rows.every(row => {{ const name = row.cells[0].innerText, data = row.dataset; return row.hidden !== ({holds}) }})"
    )
    assert matrix.locator("form.matrix-controls output").inner_text().startswith(f"{len(left)} ")


def test_named_once_and_back_to_all(matrix: Page) -> None:
    before = shown(matrix)
    matrix.get_by_label("una sola vez").check()
    counts = matrix.locator("table.matrix tbody tr:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.mentions)"
    )
    assert set(counts) == {"1"}
    matrix.get_by_role("button", name="Ver todos").click()
    expect(matrix.locator("table.matrix tbody tr:visible")).to_have_count(len(before))
    assert shown(matrix) == before


def test_the_legend_chooses_directorates_and_the_address_keeps_it(matrix: Page) -> None:
    button = matrix.get_by_role("button", name="Investigación Estratégica")
    button.focus()
    matrix.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    left = shown(matrix)
    number = button.get_attribute("value")
    rows = matrix.locator("table.matrix tbody tr:visible")
    assert rows.evaluate_all(f"rows => rows.every(row => row.dataset.directorates.split(' ').includes('{number}'))")
    matrix.reload()
    assert shown(matrix) == left


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("name", "row.cells[0].innerText"),
        ("first", "row.dataset.first"),
        ("mentions", "String(1e6 - row.dataset.mentions)"),
    ],
)
def test_it_is_sorted(matrix: Page, order: str, key: str) -> None:
    matrix.locator("[name=sort]").select_option(order)
    keys = matrix.locator("table.matrix tbody tr").evaluate_all(f"rows => rows.map(row => {key})")
    assert matrix.evaluate("keys => keys.every((key, at) => !at || keys[at - 1].localeCompare(key, 'es') <= 0)", keys)


def test_without_a_script_it_is_a_table_without_dead_controls(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + MATRIX)
    expect(page.locator("form.matrix-controls")).to_be_hidden()
    assert page.locator("table.matrix tbody tr:visible").count() == page.locator("table.matrix tbody tr").count()
    assert page.locator(".matrix-legend span").first.is_visible()
    page.close()


def test_it_prints_whole(matrix: Page) -> None:
    matrix.emulate_media(media="print")
    frame = matrix.locator(".matrix-scroll")
    assert frame.evaluate("element => getComputedStyle(element).overflow") == "visible"
    assert frame.evaluate("element => getComputedStyle(element).maxHeight") == "none"
