"""What titles, names and releases say stays text on a page: no element, attribute or address comes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile import LINKS, LONG, NAMES
from lxml import html
from lxml.html import HtmlElement
from sites import Site, build, small_project

GLOBAL = frozenset({"class", "id", "role", "title", "aria-label"})
PLAIN = frozenset(
    "article aside b blockquote br code colgroup dd dl dt em figcaption figure g h1 h2 h3 h4 h5 h6 hr kbd label ol output p pre "
    "section span strong sub summary sup table tbody th thead title ul".split()
)
OWN: dict[str, set[str]] = {
    "a": {"href", "data-number"},
    "button": {"type", "data-copies", "data-told"},
    "circle": {"cx", "cy", "r"},
    "details": {"open"},
    "div": {"data-pagefind-body", "aria-hidden"},
    "form": {"action", "method", "hidden", "data-count", "data-pagefind-ignore", "data-years"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "name", "placeholder", "autocomplete"},
    "li": {"data-releases", "data-first", "data-last", "data-years", "data-directorates", "data-category"},
    "line": {"x1", "x2", "y1", "y2"},
    "option": {"value"},
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx"},
    "select": {"name"},
    "span": {"data-file", "data-pagefind-ignore"},
    "svg": {"viewbox", "width", "height", "aria-hidden"},
    "td": {"colspan", "rowspan"},
    "text": {"x", "y"},
    "tr": {"data-first", "data-last", "data-directorates", "data-mentions"},
}
"""The elements of an article that have attributes beside those that any has, and these."""


def articles(site: Site) -> Iterator[tuple[str, HtmlElement]]:
    """Give the article of each page but the search page, whose elements are not made of the archive's text."""
    for file in sorted(site.output.rglob("*.html")):
        if file.name != "search.html":
            yield file.name, html.fromstring(file.read_bytes()).xpath("//article[@role='main']")[0]


def test_articles_have_known_elements_and_attributes_alone(hostile: Site) -> None:
    for name, article in articles(hostile):
        for element in article.iter():
            assert element.tag in PLAIN | OWN.keys(), name
            assert set(element.attrib) <= GLOBAL | OWN.get(element.tag, set()), (name, element.tag)


def test_no_class_of_a_release_is_the_sites(hostile: Site) -> None:
    article = html.fromstring(hostile.page("sessions/2020-02-01-marcado")).xpath("//article[@role='main']")[0]
    assert not article.xpath(".//*[contains(@class, 'sd-card') or @id = 'pf-query']")
    assert {"capa", "dentro", "afuera", "letra", "botón"} <= set(re.findall(r"\w+", article.text_content()))


def test_links_lead_to_the_web_or_to_the_site(hostile: Site) -> None:
    for file in hostile.output.rglob("*.html"):
        page = html.fromstring(file.read_bytes())
        for address in page.xpath(
            "//a/@href | //link[not(starts-with(@rel, 'schema.'))]/@href | //script/@src | //img/@src"
        ):
            parts = urlsplit(address)
            assert parts.scheme in {"", "https"}, (file, address)
            assert bool(parts.netloc) == bool(parts.scheme), (file, address)
        assert not page.xpath("//@target | //base | //*[@formaction]"), file


def test_no_address_of_another_scheme_becomes_a_link(hostile: Site) -> None:
    article = html.fromstring(hostile.page("sessions/2020-02-02-enlaces")).xpath("//article[@role='main']")[0]
    text = article.text_content()
    assert not article.xpath(".//a[not(contains(@class, 'headerlink') or ancestor::*[contains(@class, 'release-')])]")
    for number in range(len(LINKS)):
        assert re.search(rf"markdown {number}\b", text)
        assert re.search(rf"html {number}\b", text)


def test_an_address_without_a_scheme_gets_one(tmp_path: Path) -> None:
    """A page opened from the disk would lead to a share of the network, and tell it who reads."""
    text = "##Título\n\n[uno](//ajeno.example/1) <a href='//ajeno.example/2'>dos</a>\n\n<img src='//ajeno.example/3.png'>\n"
    page = build(small_project(tmp_path / "p", {"2020-01-01-a.md": text}), pagefind_enabled=False).page(
        "sessions/2020-01-01-a"
    )
    links = html.fromstring(page).xpath("//article//a[contains(@class, 'external')]/@href")
    assert links == ["https://ajeno.example/1", "https://ajeno.example/2", "https://ajeno.example/3.png"]


@pytest.mark.parametrize("id_", NAMES)
def test_a_name_is_the_title_of_its_page_as_it_stands(hostile: Site, id_: str) -> None:
    page = html.fromstring(hostile.page(f"projects/{id_}"))
    title = page.xpath("string(//article//h1)").removesuffix("¶")
    wanted = " ".join(NAMES[id_].split())
    assert " ".join(title.split()) == wanted
    assert wanted in " ".join(page.xpath("string(//title)").split())


@pytest.mark.parametrize("view", ["indices/projects", "indices/matrix", "indices/candidates", "directorates/obras"])
def test_names_stand_in_the_views_as_they_are(hostile: Site, view: str) -> None:
    shown = " ".join(html.fromstring(hostile.page(view)).xpath("//article")[0].text_content().split())
    for name in NAMES.values():
        assert " ".join(name.split()) in shown


def test_data_in_scripts_and_attributes_is_read_back_whole(hostile: Site) -> None:
    static = hostile.output / "_static"
    parts = {file.stem: file.read_text(encoding="utf-8") for file in (static / "search").glob("*-*.js")}
    handed = {name: script.removeprefix(f'pagefindSearch.take("{name}",') for name, script in parts.items()}
    rows = {name: json.loads(data.rstrip(");\n")) for name, data in handed.items() if name.startswith("pages-")}
    titles = {row[1] for chunk in rows.values() for row in chunk}
    assert {NAMES["closing"], NAMES["script"], NAMES["prototype"], LONG} <= titles
    for file in (*(static / "search").glob("*-*.js"), *(static / "navigation").glob("*.js")):
        assert "<" not in file.read_text(encoding="utf-8"), file
    head = html.fromstring(hostile.page("projects/script")).xpath("//meta[@data-pagefind-filter='project[content]']")
    assert [element.get("content") for element in head] == [NAMES["script"]]
