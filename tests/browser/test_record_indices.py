"""The indices of records: what filters and sorts them, and what they are without a script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from playwright.sync_api import Browser, Page, expect

ITEMS = "ul.record-index > li"
FORM = ".list-controls"


@pytest.fixture
def projects(page: Page, address: str) -> Page:
    page.goto(f"{address}indices/projects.html")
    return page


def names(page: Page) -> list[str]:
    told: list[str] = page.locator(f"{ITEMS}:visible > p > a").all_inner_texts()
    return told


def field(page: Page, name: str) -> str:
    """Give an attribute of all items that show, in their order."""
    return " ".join(
        page.locator(f"{ITEMS}:visible").evaluate_all(f"items => items.map(item => item.dataset.{name} ?? '')")
    )


def test_words_narrow_it_down_accents_aside(projects: Page) -> None:
    projects.locator(f"{FORM} [name=name]").fill("ovie economica")
    expect(projects.locator(f"{ITEMS}:visible")).to_have_count(1)
    expect(projects.locator(f"{FORM} output")).to_have_text(re.compile(r"^1 de \d+$"))
    assert projects.locator(".by-letter:visible").count() == 1
    assert projects.url.endswith("?name=ovie+economica")


@pytest.mark.parametrize(
    ("name", "value", "data"),
    [
        ("directorate", "proyectos-estrategicos", "directorates"),
        ("category", "plan", "category"),
        ("year", "2020", "years"),
    ],
)
def test_a_choice_leaves_what_it_asks_for(projects: Page, name: str, value: str, data: str) -> None:
    every = projects.locator(ITEMS).count()
    projects.locator(f"{FORM} [name={name}]").select_option(value)
    left = projects.locator(f"{ITEMS}:not([hidden])")
    told = left.evaluate_all(f"items => items.map(item => item.dataset.{data} ?? '')")
    assert 0 < len(told) < every
    assert all(value in each.split() for each in told)
    projects.locator(f"{FORM} [type=reset]").click()
    expect(projects.locator(f"{ITEMS}:not([hidden])")).to_have_count(every)


def test_it_is_sorted_by_activity_and_time_in_one_list_and_by_name_under_letters(projects: Page) -> None:
    by_name = names(projects)
    sort = projects.locator(f"{FORM} [name=sort]")
    for order, name in (("releases", "releases"), ("last", "last"), ("first", "first")):
        sort.select_option(order)
        told = projects.locator(f"{ITEMS}:visible").evaluate_all(f"items => items.map(item => item.dataset.{name})")
        expected = sorted(told, key=int if name == "releases" else str, reverse=order != "first")
        assert told == expected
        assert projects.locator(".by-letter:visible").count() == 0
    sort.select_option("")
    assert names(projects) == by_name
    assert projects.locator(".by-letter:visible").count() > 5


def test_the_address_keeps_what_is_chosen(projects: Page) -> None:
    projects.locator(f"{FORM} [name=year]").select_option("2020")
    projects.locator(f"{FORM} [name=sort]").select_option("last")
    shown = names(projects)
    projects.reload()
    assert names(projects) == shown
    expect(projects.locator(f"{FORM} [name=sort]")).to_have_value("last")


def test_a_letter_comes_back_when_somebody_goes_there(projects: Page) -> None:
    projects.locator(f"{FORM} [name=sort]").select_option("releases")
    expect(projects.locator("#letter-p")).to_be_hidden()
    projects.evaluate("location.hash = 'letter-p'")
    expect(projects.locator("#letter-p")).to_be_visible()
    expect(projects.locator(f"{FORM} [name=sort]")).to_have_value("")


def test_letters_are_headings_that_the_page_lists(projects: Page) -> None:
    letters = projects.locator(".by-letter > h2").evaluate_all(
        "titles => titles.map(title => title.firstChild.textContent)"
    )
    listed = projects.locator(".toc-tree a[href^='#letter-']").evaluate_all(
        "links => links.map(link => link.textContent)"
    )
    assert letters == listed
    assert letters == sorted(letters)


def test_records_without_a_release_are_folded_and_found(page: Page, address: str) -> None:
    page.goto(f"{address}indices/directorates.html")
    fold = page.locator("details.silent-records")
    if not fold.count():
        page.goto(f"{address}indices/projects.html")
    hidden = fold.locator(f"{ITEMS} > p > a").first
    expect(hidden).to_be_hidden()
    page.locator(f"{FORM} [name=name]").fill(hidden.text_content() or "")
    expect(hidden).to_be_visible()


def test_directorates_stand_by_their_names_without_the_noun(page: Page, address: str) -> None:
    page.goto(f"{address}indices/directorates.html")
    for part in ("own", "others"):
        told = page.locator(f"#{part} {ITEMS} > p > a strong").all_inner_texts()
        plain = [
            "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isalpha() or sign == " ")
            for name in told
        ]
        assert len(told) > 2
        assert plain == sorted(plain)


def test_without_a_script_it_is_a_list_without_dead_controls(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}indices/projects.html")
    expect(page.locator(FORM)).to_be_hidden()
    assert page.locator(f".by-letter {ITEMS}:visible").count() == page.locator(f".by-letter {ITEMS}").count() > 40
    page.close()


def test_its_form_moves_nothing(page: Page, address: str) -> None:
    """The list stands where it stood before the script came."""
    places = []
    for script in ("**/nothing.js", "**/list_filter.js"):
        page.route(script + "*", lambda route: route.abort())
        page.goto(f"{address}indices/projects.html")
        page.evaluate("document.fonts.ready")
        places.append(page.locator(".by-letter").first.bounding_box())
    assert places[0] == places[1]
