"""Feeds, read by programs of others: which there are, what they hold in which order, and identifiers that stay."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from council.archive.archive import Archive
from council.exports.carried_html import carried_html
from council.exports.feed_entries import FeedEntry
from council.exports.feed_ids import feed_id
from council.exports.feeds import write_feeds
from council.exports.output import Output
from council.exports.site import Site
from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import PersonMention, ProjectMention, Release
from council.profile.institution import Publication
from council.profile.loader import load_profile
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from sites import PROJECT

SCHEMA = json.loads(Path(__file__).with_name("schemas").joinpath("json-feed-1.1.json").read_text(encoding="utf-8"))
SITE = Site(
    title="The Archive",
    publisher="Institute & Co",
    language="en",
    base_url="https://example.org/a/",
    publication=Publication(since=2026, licence="CC BY 4.0", website="https://institute.example"),
    text_of="<p>Text of {}</p>".format,
)
RECORDS: Records = {
    "project": {"plan": Authority(id="plan", kind="project", name="Plan <b>Mayor</b> & co ]]>")},
    "directorate": {"agua": Authority(id="agua", kind="directorate", name="Dirección de Agua")},
    "person": {"ana": Authority(id="ana", kind="person", name="Ana\nRuiz")},
}
HOSTILE = "<b>Uno</b> & «dos» ]]> \x85 \x0b \"tres\"\n=cmd|'/c calc' \ufffe"
DATES = ("2014", "2014-01", "2014-01-28", "2014-02-03", "2015-12-31", None)


def release(number: int, date: str | None, title: str = "Informe") -> Release:
    """A release that names the project twice, and the person in its first."""
    mentions = [ProjectMention("Plan <b>Mayor</b> & co ]]>", "item", line) for line in (3, 5)]
    return Release(
        f"r{number}",
        f"{title} {number}",
        PartialDate(date) if date else None,
        projects=tuple(mentions),
        people=(PersonMention("Ana\nRuiz", None, 4),) if number == 0 else (),
        description=title,
        keywords=(title, "agua"),
        authors=(title,),
    )


def written(folder: Path, site: Site = SITE, title: str = "Informe", dates: tuple[str | None, ...] = DATES) -> Path:
    """Write the feeds of an archive; give their folder."""
    releases = {f"sessions/r{number}": release(number, date, title) for number, date in enumerate(dates)}
    output = Output(folder, folder / "notes.txt")
    write_feeds(Archive(releases, load_profile(PROJECT), RECORDS), site, output)
    return folder / "feeds"


def atom(file: Path) -> Any:
    parsed = feedparser.parse(file.read_bytes())
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    return parsed


def json_feed(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)
    return data


def test_the_archive_each_year_and_each_record_have_both(tmp_path: Path) -> None:
    feeds = written(tmp_path)
    files = {file.relative_to(feeds).as_posix() for file in feeds.rglob("*") if file.is_file()}
    names = ["all", "years/2014", "years/2015", "projects/plan", "directorates/agua", "people/ana"]
    assert files == {f"{name}.{suffix}" for name in names for suffix in ("atom", "json")}
    assert [len(atom(feeds / f"{name}.atom").entries) for name in names] == [6, 4, 1, 6, 0, 1]
    assert [len(json_feed(feeds / f"{name}.json")["items"]) for name in names] == [6, 4, 1, 6, 0, 1]


@pytest.mark.parametrize("name", ["all", "projects/plan"])
def test_entries_are_the_newest_first_and_bounded(tmp_path: Path, name: str) -> None:
    def slugs(site: Site) -> list[str]:
        entries = atom(written(tmp_path, site) / f"{name}.atom").entries
        return [entry.link.rpartition("/")[2].removesuffix(".html") for entry in entries]

    assert slugs(SITE) == ["r4", "r3", "r2", "r1", "r0", "r5"]
    assert slugs(replace(SITE, feed_entries=2)) == ["r4", "r3"]


def test_times_are_those_of_the_releases(tmp_path: Path) -> None:
    feeds = written(tmp_path)
    parsed = atom(feeds / "all.atom")
    noon = "T12:00:00Z"
    days = ["2015-12-31", "2014-02-03", "2014-01-28", "2014-01-01", "2014-01-01", "1970-01-01"]
    assert [entry.updated for entry in parsed.entries] == [f"{day}{noon}" for day in days]
    assert [entry.get("published") for entry in parsed.entries] == [f"{day}{noon}" for day in days[:5]] + [None]
    assert parsed.feed.updated == f"2015-12-31{noon}"
    assert atom(feeds / "years" / "2014.atom").feed.updated == f"2014-02-03{noon}"
    assert atom(feeds / "directorates" / "agua.atom").feed.updated == f"1970-01-01{noon}"
    told = [item.get("date_published") for item in json_feed(feeds / "all.json")["items"]]
    assert told == [f"{day}{noon}" for day in days[:5]] + [None]


def test_both_formats_say_the_same(tmp_path: Path) -> None:
    feeds = written(tmp_path)
    parsed, data = atom(feeds / "projects" / "plan.atom"), json_feed(feeds / "projects" / "plan.json")
    assert parsed.feed.title == data["title"] == "The Archive · Plan <b>Mayor</b> & co ]]>"
    assert parsed.feed.link == data["home_page_url"] == "https://example.org/a/projects/plan.html"
    assert data["feed_url"] == "https://example.org/a/feeds/projects/plan.json"
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [
        data["feed_url"].replace(".json", ".atom")
    ]
    assert (parsed.feed.author_detail.name, parsed.feed.language) == (data["authors"][0]["name"], data["language"])
    assert parsed.feed.rights == "CC BY 4.0"
    for entry, item in zip(parsed.entries, data["items"], strict=True):
        assert (entry.id, entry.link, entry.title) == (item["id"], item["url"], item["title"])
        assert entry.content[0].type == "text/html"
        assert entry.content[0].value == item["content_html"]
        assert (entry.summary, [tag.term for tag in entry.tags]) == (item["summary"], item["tags"])
        assert [author.name for author in entry.authors] == [author["name"] for author in item["authors"]]


@pytest.mark.parametrize("name", ["all", "years/2014", "projects/plan", "people/ana"])
def test_hostile_words_stay_words(tmp_path: Path, name: str) -> None:
    feeds = written(tmp_path, replace(SITE, title=HOSTILE, publisher=HOSTILE), HOSTILE)
    line = "<b>Uno</b> & «dos» ]]> \"tres\" =cmd|'/c calc'"
    data = json_feed(feeds / f"{name}.json")
    assert data["items"][0]["title"].startswith(line)
    markup = (feeds / f"{name}.atom").read_text(encoding="utf-8")
    assert "<b>" not in markup
    parsed = atom(feeds / f"{name}.atom")
    assert len(parsed.entries) == len(data["items"])
    assert parsed.feed.title.startswith(line)
    assert parsed.feed.author_detail.name == parsed.entries[0].authors[0].name == line


def test_without_an_address_there_are_none(tmp_path: Path) -> None:
    assert not written(tmp_path, replace(SITE, base_url="")).exists()


TAG = re.compile(r"tag:[a-z0-9]([a-z0-9.-]*[a-z0-9])?,\d{4}:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.mark.parametrize(
    ("base", "page", "expected"),
    [
        ("https://example.org/a/", "sessions/r1", "tag:example.org,2026:a/sessions/r1"),
        ("https://EXAMPLE.org:8443/", "sessions/r1", "tag:example.org,2026:sessions/r1"),
        ("https://peñón.example/", "sessions/é #?%", "tag:xn--pen-8mak.example,2026:sessions/%C3%A9%20%23%3F%25"),
    ],
)
def test_an_identifier_is_a_tag_of_the_host_and_its_first_year(base: str, page: str, expected: str) -> None:
    assert feed_id(replace(SITE, base_url=base), page) == expected
    assert TAG.fullmatch(expected)


@pytest.mark.parametrize(
    "site",
    [
        replace(SITE, publication=Publication()),
        replace(SITE, base_url="https://[2001:db8::1]/"),
        replace(SITE, base_url=f"https://{'a' * 64}.example/"),
    ],
)
def test_else_it_is_a_uuid_of_title_and_page(site: Site) -> None:
    assert UUID.fullmatch(feed_id(site, "sessions/a"))
    moved = replace(site, base_url="https://moved.example/", publication=Publication())
    assert feed_id(site, "sessions/a") == feed_id(moved, "sessions/a")
    assert feed_id(site, "sessions/a") != feed_id(site, "sessions/b")
    assert feed_id(site, "sessions/a") != feed_id(replace(site, title="Another"), "sessions/a")


def test_no_two_identifiers_of_a_feed_are_the_same(tmp_path: Path) -> None:
    feeds = written(tmp_path)
    parsed = [atom(file) for file in feeds.rglob("*.atom")]
    assert len({feed.feed.id for feed in parsed}) == len(parsed)
    ids = {entry.id for feed in parsed for entry in feed.entries}
    assert ids == {f"tag:example.org,2026:a/sessions/r{number}" for number in range(6)}


ADDRESS = "https://example.org/a/sessions/x.html"
OURS = frozenset(["ours"])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<section id=a><h1>Title</h1><p id=b class=c>Text</p></section>", "<p>Text</p>"),
        ("<h1>Title</h1><h1>Another</h1>", "<h1>Another</h1>"),
        (
            '<p><a href="../b.html#c">b</a> <a href="#d">d</a></p>',
            '<p><a href="https://example.org/a/b.html#c">b</a> <a href="https://example.org/a/sessions/x.html#d">d</a></p>',
        ),
        (
            '<p><a href="">a</a> <a href="?b">b</a> <a href=" #c">c</a></p>',
            f'<p><a href="{ADDRESS}">a</a> <a href="{ADDRESS}?b">b</a> <a href="{ADDRESS}#c">c</a></p>',
        ),
        (
            '<img src="../_images/ñ a.png" alt="A" loading="lazy" width="4" onerror="x()">',
            '<img src="https://example.org/a/_images/%C3%B1%20a.png" alt="A" width="4">',
        ),
        ('<p><a href="javascript:x()" onclick="x()">a</a><a href="http://[x">b</a></p>', "<p><a>a</a><a>b</a></p>"),
        ('<p><a href="mailto:a@b.example">a</a></p>', '<p><a href="mailto:a@b.example">a</a></p>'),
        ("<p>a<script>x()</script>b<!-- c --><style>d</style>e<button>f</button>g</p>", "<p>abeg</p>"),
        ('<p>a<b class="x ours y">b<i class=z>c</i></b>d</p>', "<p>ad</p>"),
        ("<p>a<span id=b></span><span class=c>d</span>e</p>", "<p>ade</p>"),
        ("alone &lt;b&gt; \x0b<p>a</p> tail", "alone &lt;b&gt; <p>a</p> tail"),
        (f"<p>{'word ' * 2_500_000}</p>", f"<p>{'word ' * 2_500_000}</p>"),
        ("", ""),
    ],
    ids=range(13),
)
def test_a_text_stands_alone(body: str, expected: str) -> None:
    assert carried_html(body, ADDRESS, OURS) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_text_holds_nothing_of_it_runs_and_feeds_can_carry_it(text: str) -> None:
    carried = carried_html(f"<h1>T</h1><p>{text}</p>", ADDRESS, OURS)
    for element in html.fragment_fromstring(carried, create_parent="div").iter():
        assert element.tag != "script"
        assert not [name for name in element.attrib if name == "id" or name.startswith("on")]
    element = etree.Element("content")
    element.text = carried
    assert html.tostring(element)


def test_a_release_keeps_its_identifier_under_another_name() -> None:
    moved = replace(release(1, "2014"), slug="nuevo", previous_slugs=("r1", "medio"))
    archive = Archive({"sessions/nuevo": moved}, load_profile(PROJECT), RECORDS)
    entry = FeedEntry.of("sessions/nuevo", archive, SITE)
    assert (entry.id, entry.address) == (feed_id(SITE, "sessions/r1"), "https://example.org/a/sessions/nuevo.html")
