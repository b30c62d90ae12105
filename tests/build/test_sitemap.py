"""The sitemap names every page with the date of its newest release, and robots.txt leads to it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from council.archive.archive import Archive
from council.exports.output import Output
from council.exports.site import Site as PublishedSite
from council.exports.sitemap import MOST_ADDRESSES, write_sitemap
from council.model.partial_dates import PartialDate
from council.profile.loader import load_profile
from lxml import etree
from sites import PROJECT, Site, build, small_project

BASE = "https://archivo.example.org/sesiones/"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
RELEASES = {
    "2020-01-10-a.md": "## Uno\n\nLa Primera Sesión del Consejo Directivo.\n\n- Plan de Agua, con avances.\n",
    "2021-02.md": "## Dos\n\nTexto.\n",
    "sin-fecha.md": "## Tres\n\nTexto.\n",
}
PROJECTS = {"plan-de-agua.md": "---\nname: Plan de Agua\n---\n", "otro.md": "---\nname: Otro Plan\n---\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", RELEASES, projects=PROJECTS)


def addresses_in(file: Path, entry: str = "url") -> dict[str, str]:
    """Give the addresses of a sitemap, and their dates."""
    root = etree.parse(file)
    return {
        found.findtext("s:loc", namespaces=NAMESPACE): found.findtext("s:lastmod", "", NAMESPACE)
        for found in root.findall(f"s:{entry}", NAMESPACE)
    }


def test_every_page_is_there_with_the_date_of_its_newest_release(project: Path) -> None:
    (project / "about.rst").write_text(":orphan:\n\nPage\n====\n\nText.\n", encoding="utf-8")
    site = build(project, html_baseurl=BASE.rstrip("/"))
    told = {address.removeprefix(BASE): date for address, date in addresses_in(site.output / "sitemap.xml").items()}
    pages = {file.relative_to(site.output).as_posix() for file in site.output.rglob("*.html")}
    assert told.keys() == pages - {"404.html"}
    dates = {
        "sessions/2020-01-10-a.html": "2020-01-10",
        "sessions/2021-02.html": "2021-02",
        "sessions/sin-fecha.html": "",
        "projects/plan-de-agua.html": "2020-01-10",
        "projects/otro.html": "",
        "years/2020.html": "2020-01-10",
        "years/undated.html": "",
        "indices/sessions.html": "2020-01-10",
        "indices/projects.html": "2021-02",
        "index.html": "2021-02",
        "about.html": "",
        "search.html": "",
    }
    assert {page: told[page] for page in dates} == dates
    assert (site.output / "robots.txt").read_text().endswith(f"\nSitemap: {BASE}sitemap.xml\n")


def test_an_incremental_build_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    build(project, html_baseurl=BASE)
    (project / "sessions" / "2022-03-01-b.md").write_text("## Cuatro\n\nEl Plan de Agua.\n", encoding="utf-8")
    (project / "sessions" / "2021-02.md").unlink()
    site = build(project, html_baseurl=BASE)
    shutil.copytree(project, tmp_path / "clean", ignore=shutil.ignore_patterns("_build", "years"))
    clean = build(tmp_path / "clean", html_baseurl=BASE, parallel=2)
    for name in ("sitemap.xml", "robots.txt"):
        assert (site.output / name).read_bytes() == (clean.output / name).read_bytes()
    (site.output / "sitemap.xml").unlink()
    again = build(project, html_baseurl=BASE)
    assert "0 added, 0 changed, 0 removed" in again.status
    assert (again.output / "sitemap.xml").read_bytes() == (clean.output / "sitemap.xml").read_bytes()


def test_a_file_of_the_projects_own_wins_while_it_is_there(project: Path) -> None:
    extra = project / "extra"
    extra.mkdir()
    (extra / "robots.txt").write_text("own", encoding="utf-8")

    def robots(**settings: Any) -> str:
        file = build(project, html_baseurl=BASE, html_extra_path=["extra"], **settings).output / "robots.txt"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    assert robots() == "own"
    assert robots(archive_without=["sitemap"]) == "own"
    assert robots() == "own"
    (extra / "robots.txt").unlink()
    assert "sitemap.xml" in robots()
    assert robots(archive_without=["sitemap"]) == ""


def test_more_addresses_than_a_sitemap_takes_are_split(tmp_path: Path, empty_archive: Archive) -> None:
    count = 2 * MOST_ADDRESSES + 1
    dates = {f"{number:06}.html": PartialDate(f"{2000 + number % 20}") for number in range(count)}
    output = Output(tmp_path / "html", tmp_path / "notes.txt")
    write_sitemap(
        empty_archive,
        PublishedSite(title="", publisher="", language="es", base_url=BASE, page_dates=lambda: dates),
        output,
    )
    parts = addresses_in(tmp_path / "html" / "sitemap.xml", "sitemap")
    assert parts == {f"{BASE}sitemap-{number}.xml": "2019" if number < 3 else "2000" for number in (1, 2, 3)}
    listed = [addresses_in(tmp_path / "html" / address.removeprefix(BASE)) for address in parts]
    assert [len(part) for part in listed] == [MOST_ADDRESSES, MOST_ADDRESSES, 1]
    assert len({address for part in listed for address in part}) == count


@pytest.fixture
def empty_archive() -> Archive:
    return Archive({}, load_profile(PROJECT))


def test_nothing_is_written_where_the_site_has_no_address(project: Path) -> None:
    site: Site = build(project, html_baseurl=BASE)
    assert (site.output / "sitemap.xml").is_file()
    site = build(project)
    assert not (site.output / "sitemap.xml").exists()
    assert not (site.output / "robots.txt").exists()
