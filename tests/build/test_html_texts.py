"""Real texts in HTML, taken over and built: every word and picture stands on the page once, headings are headings."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from council.dialect.front_matter import front_matter_of
from council.importers.html_text import markdown_of
from council.importers.site_fields import site_metadata
from lxml import html
from sites import SHARED, Site, build, small_project
from words import page_words, source_words

ORIGIN = SHARED / "corpus-html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    if not ORIGIN.is_dir():
        pytest.skip(f"{ORIGIN} is not there: the releases are not part of the project")
    releases = {}
    for file in ORIGIN.glob("*.html"):
        metadata = site_metadata(json.loads(file.with_suffix(".json").read_text("utf-8")))
        head = front_matter_of({"title": metadata.title, "date": metadata.date})
        releases[f"{file.stem}.md"] = head + markdown_of(file.read_text("utf-8"))
    source = small_project(tmp_path_factory.mktemp("html"), releases)
    for folder in (file.with_suffix("") for file in ORIGIN.glob("*.html")):
        shutil.copytree(folder, source / "sessions" / folder.name)
    return build(source, nitpicky=True)


def originals(site: Site) -> dict[Path, html.HtmlElement]:
    """Give each text with the article of its page."""
    pages = {file: html.fromstring(site.page(f"sessions/{file.stem}")) for file in sorted(ORIGIN.glob("*.html"))}
    return {file: page.xpath("//article[@role='main']")[0] for file, page in pages.items()}


def test_the_build_warns_of_nothing(site: Site) -> None:
    assert site.warnings == []


def test_every_word_is_there_once(site: Site) -> None:
    for file in originals(site):
        title = json.loads(file.with_suffix(".json").read_text("utf-8"))["nombre"]
        wanted = source_words(file.read_text("utf-8")) + Counter(re.findall(r"\w+", title.lower()))
        assert page_words(site.page(f"sessions/{file.stem}")) == wanted, file


def test_elements_are_what_they_were(site: Site) -> None:
    for file, article in originals(site).items():
        original = html.fromstring(f"<div>{file.read_text('utf-8')}</div>")
        headings = [heading.text_content() for heading in original.findall(".//h3")]
        shown = [heading.text_content().rstrip("#¶") for heading in article.findall(".//h2")]
        assert shown[: len(headings)] == headings, file
        for name in ("th", "td", "blockquote"):
            assert len(article.findall(f".//{name}")) == len(original.findall(f".//{name}")), (file, name)
        pictures = [Path(picture.get("src")).stem for picture in original.findall(".//img")]
        published = [Path(picture.get("src")).stem.rpartition("-")[0] for picture in article.findall(".//img")]
        assert published == pictures, file
