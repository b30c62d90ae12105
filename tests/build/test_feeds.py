"""Feeds of built archives: the text of releases as their pages have it, the same however they are built."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from hostile import hostile_site
from lxml import html
from sites import PROJECT, Site, build, small_project
from sphinx.errors import ConfigError

BASE = "https://archive.example.org/sessions-of-the-council"
PICTURE = PROJECT / "sessions" / "2020-11-30-octava-sesion-consejo" / "ima01.png"
RELEASES = {
    "2014-01-resumen.md": "---\ndate: 2014-01\n---\n\n# Resumen de enero\n\nUno, <b>dos</b> y [tres](https://tres.example/).\n",
    "2020-02-03-con-imagen.md": (
        '# Con imagen\n\n<center><img src="2020-02-03-con-imagen/a.png" alt="Una plaza"></center>\n\n'
        "## Dirección de Proyectos Estratégicos\n\n- Plan de Agua, con avances.\n"
    ),
    "sin-fecha.md": "# Sin fecha\n\nTexto sin fecha.\n",
}
PLAN = {"plan-de-agua.md": "---\nname: Plan de Agua\n---\n"}


def project(folder: Path, releases: dict[str, str] = RELEASES) -> Path:
    source = small_project(folder, releases, projects=PLAN)
    pictures = source / "sessions" / "2020-02-03-con-imagen"
    pictures.mkdir()
    shutil.copy(PICTURE, pictures / "a.png")
    return source


def published(source: Path, **settings: Any) -> Site:
    return build(source, html_baseurl=BASE, **settings)


def atom(site: Site, name: str) -> Any:
    parsed = feedparser.parse((site.output / "feeds" / f"{name}.atom").read_bytes())
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def contents(site: Site, name: str = "all") -> dict[str, str]:
    """Give the text of each entry by its title, as JSON has it: readers of Atom clean it."""
    data = json.loads((site.output / "feeds" / f"{name}.json").read_text(encoding="utf-8"))
    return {item["title"]: item["content_html"] for item in data["items"]}


def feeds_of(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in site.bytes().items() if name.startswith(("feeds/", "citations/"))}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return published(project(tmp_path_factory.mktemp("feeds") / "project"))


def test_a_feed_has_the_release_alone(site: Site) -> None:
    assert [line for line in site.warnings if "[archive.date]" not in line] == []
    told = contents(site)
    assert list(told) == ["Con imagen", "Resumen de enero", "Sin fecha"]
    assert told["Sin fecha"] == "<p>Texto sin fecha.</p>"
    assert told["Resumen de enero"] == '<p>Uno, <b>dos</b> y <a href="https://tres.example/">tres</a>.</p>'.replace(
        "b>", "strong>"
    )
    told_with_picture = html.fragment_fromstring(told["Con imagen"], create_parent="div")
    assert "Cómo citar" not in told_with_picture.text_content()
    assert told_with_picture.xpath("//@id | //@class | //h1") == []


def test_links_and_pictures_lead_to_files_of_the_site(site: Site) -> None:
    text = html.fromstring(contents(site)["Con imagen"])
    addresses = text.xpath("//@href | //@src")
    assert len(addresses) >= 2
    for address in addresses:
        path = address.removeprefix(f"{BASE}/")
        assert (site.output / path).is_file(), address


@pytest.mark.parametrize(
    ("page", "followed"),
    [
        ("index", ["all"]),
        ("years/2020", ["years/2020", "all"]),
        ("projects/plan-de-agua", ["projects/plan-de-agua", "all"]),
        ("directorates/proyectos-estrategicos", ["directorates/proyectos-estrategicos", "all"]),
        ("sessions/2014-01-resumen", ["all"]),
        ("years/undated", ["all"]),
    ],
)
def test_pages_lead_to_feeds_that_are_there(site: Site, page: str, followed: list[str]) -> None:
    tree = html.fromstring(site.page(page))
    address = f"https://x.example/{page}.html"
    told = [urljoin(address, link) for link in tree.xpath("//head/link[@rel='alternate']/@href")]
    assert told == [f"https://x.example/feeds/{name}.{suffix}" for name in followed for suffix in ("atom", "json")]
    shown = [urljoin(address, link) for link in tree.xpath("//p[@class='feed-links']/a/@href")]
    assert shown == (told[:2] if page == "index" or len(followed) > 1 else [])
    for name in followed:
        feed = atom(site, name)
        assert feed.feed.title in tree.xpath("//head/link[@rel='alternate']/@title")


def test_feeds_are_the_same_bytes_however_they_come(tmp_path: Path, site: Site) -> None:
    parallel = published(project(tmp_path / "parallel"), parallel=2)
    source = project(
        tmp_path / "incremental", {"sin-fecha.md": "# Otro\n\nTexto.\n", "2019-01-01-ido.md": "# Ido\n\nA.\n"}
    )
    published(source)
    for name, text in RELEASES.items():
        (source / "sessions" / name).write_text(text, encoding="utf-8")
    (source / "sessions" / "2019-01-01-ido.md").unlink()
    incremental = published(source)
    clean = feeds_of(site)
    assert {"feeds/all.atom", "feeds/years/2014.json", "citations/all.bib"} <= clean.keys()
    for other in (parallel, incremental):
        assert feeds_of(other).keys() == clean.keys()
        assert [name for name, content in feeds_of(other).items() if content != clean[name]] == []
    texts = (source / "_build" / "doctrees-html" / "texts").rglob("*.html")
    assert {file.stem for file in texts} == {Path(name).stem for name in RELEASES}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    source = project(tmp_path / "project")
    first = published(source)
    before = {file: file.stat().st_mtime_ns for file in (first.output / "feeds").rglob("*.*")}
    (source / "sessions" / "2014-01-resumen.md").write_text(
        "---\ndate: 2014-01\n---\n\n# Resumen\n\nOtro.\n", encoding="utf-8"
    )
    published(source)
    changed = {
        file.relative_to(first.output).as_posix() for file, at in before.items() if file.stat().st_mtime_ns != at
    }
    assert changed == {f"feeds/{name}.{suffix}" for name in ("all", "years/2014") for suffix in ("atom", "json")}


def test_a_text_that_is_lost_is_made_again(tmp_path: Path) -> None:
    source = project(tmp_path / "project")
    before = feeds_of(published(source))
    shutil.rmtree(source / "_build" / "doctrees-html" / "texts")
    (source / "sessions" / "2021-01-01-nuevo.md").write_text("# Nuevo\n\nA.\n", encoding="utf-8")
    published(source)
    (source / "sessions" / "2021-01-01-nuevo.md").unlink()
    assert feeds_of(published(source)) == before


def test_where_there_is_no_address_there_are_no_feeds_and_no_links(tmp_path: Path) -> None:
    source = project(tmp_path / "project")
    published(source)
    bare = build(source)
    assert not (bare.output / "feeds").exists()
    assert list((source / "_build" / "doctrees-html" / "texts").rglob("*.html")) == []
    for page in ("index", "years/2020", "projects/plan-de-agua"):
        assert 'rel="alternate"' not in bare.page(page)
        assert "feed-links" not in bare.page(page)
    assert "no targets are out of date" in build(source).status


@pytest.mark.parametrize("name", ["feeds", "citations"])
def test_one_setting_leaves_them_out_of_pages_too(tmp_path: Path, name: str) -> None:
    source = project(tmp_path / "project")
    assert f"{name}/" in published(source).page("index") + published(source).page("sessions/2014-01-resumen")
    without = published(source, archive_without=[name])
    assert not (without.output / name).exists()
    assert f"{name}/" not in without.page("index") + without.page("sessions/2014-01-resumen")
    assert (published(source).output / name).is_dir()


@pytest.mark.parametrize(
    ("builder", "page", "link"), [("dirhtml", "years/2020/index", "years/2020/"), ("singlehtml", "index", "")]
)
def test_other_builders_of_pages(tmp_path: Path, builder: str, page: str, link: str) -> None:
    site = published(project(tmp_path / "project"), builder=builder)
    assert ("feed-links" in site.page(page)) == (site.output / "feeds").exists() == bool(link)
    if link:
        assert atom(site, "years/2020").feed.link == f"{BASE}/{link}"
        assert f"{BASE}/_images/" in contents(site)["Con imagen"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_feed_has_as_many_releases_as_the_setting_says(tmp_path: Path, count: int) -> None:
    site = published(project(tmp_path / "project"), archive_feed_releases=count)
    assert len(atom(site, "all").entries) == count


def test_a_feed_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="archive_feed_releases: 0 is no number of releases; write 1 or more"):
        published(project(tmp_path / "project"), archive_feed_releases=0)


def test_hostile_names_break_no_feed(tmp_path: Path) -> None:
    site = hostile_site(tmp_path / "hostile", html_baseurl=BASE)
    names = [file.relative_to(site.output / "feeds").with_suffix("").as_posix() for file in site.output.rglob("*.atom")]
    assert len(names) > 30
    for name in names:
        assert atom(site, name).feed.id
        for text in contents(site, name).values():
            tree = html.fragment_fromstring(text, create_parent="div")
            assert tree.xpath("//script | //style | //form | //@*[starts-with(name(), 'on')] | //@style | //@id") == []
            schemes = {address.partition(":")[0] for address in tree.xpath("//@href | //@src")}
            assert schemes <= {"http", "https", "mailto"}
