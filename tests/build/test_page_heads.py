"""What the heads of pages tell search engines, sites where a page is shared, and catalogues, read by readers of theirs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import extruct
import pytest
from hostile import ADDRESS, NAMES, hostile_site
from lxml import html
from pyld import jsonld
from rdflib import Graph, URIRef
from sites import Site, build, small_project
from zotero import item_of

BASE = "https://archivo.example.org/sesiones/"
RELEASES = {
    "2020-01-10-primera-sesion.md": (
        "---\ndescription: De qué se trató\nkeywords: [agua, 'suelo, y más']\nauthors: [Ana Ruiz Soto, Luz Paz]\n"
        "source_url: https://example.org/a\n---\n\nTorreón, Coahuila a 10 de enero de 2020.\n\n## Informe de enero\n\n"
        "La Primera Sesión del Consejo Directivo conoció el Plan de Agua.\n\n- Plan de Agua, con avances.\n"
    ),
    "2014-01-actividades.md": "## Actividades\n\nEn el mes se hizo lo que aquí se cuenta, y algo más de lo que se esperaba.\n",
    "sin-fecha.md": "## Sin día\n\nTexto.\n",
}
PROJECTS = {"plan-de-agua.md": "---\nname: Plan de Agua\naliases: [PDA]\ndirectorate: proyectos-estrategicos\n---\n"}
PEOPLE = {"ana-ruiz.md": "---\nname: Ana Ruiz Soto\n---\n\nLleva muchos años en el servicio público de la ciudad.\n"}
RELEASE, MONTH = "sessions/2020-01-10-primera-sesion", "sessions/2014-01-actividades"

SHAPES: dict[str, set[str]] = {
    "NewsArticle": {
        "url",
        "headline",
        "datePublished",
        "inLanguage",
        "author",
        "publisher",
        "holdingArchive",
        "isPartOf",
        "image",
    },
    "Event": {"name", "startDate", "organizer", "recordedIn"},
    "Project": {"name"},
    "Person": {"name"},
    "GovernmentOrganization": {"name"},
    "WebSite": {"url", "name"},
    "WebPage": {"url", "name", "description", "isPartOf"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ImageObject": {"url", "width", "height", "caption"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "OrganizationRole": set(),
    "ArchiveComponent": set(),
    "ArchiveOrganization": {"name"},
    "Place": {"name"},
}
"""What each type of a page's data must tell."""
ADDRESSES = ("url", "mainEntityOfPage", "item", "sameAs", "isBasedOn", "license", "contentUrl")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    source = small_project(tmp_path_factory.mktemp("heads") / "project", RELEASES, projects=PROJECTS, people=PEOPLE)
    return build(source, html_baseurl=BASE)


def pages_of(site: Site) -> list[str]:
    """Give all pages but those of which nobody is told: that for what is not there, parts of the index of words."""
    pages = {file.relative_to(site.output).with_suffix("").as_posix() for file in site.output.rglob("*.html")}
    return sorted(page for page in pages if page != "404" and not page.startswith("search-words/"))


@cache
def _context() -> dict[str, Any]:
    return {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in ADDRESSES}}


def _schema_org(_address: str, _options: Any) -> dict[str, Any]:
    return {"contextUrl": None, "documentUrl": "https://schema.org/", "document": {"@context": _context()}}


def data_of(page: str) -> dict[str, Any]:
    """Give the JSON-LD of a page, as extruct finds it."""
    found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert len(found) == 1
    data: dict[str, Any] = found[0]
    return data


def things_in(data: Any) -> Iterator[dict[str, Any]]:
    """Give everything in *data* that has a type."""
    if isinstance(data, list):
        for part in data:
            yield from things_in(part)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from things_in(value)


def main_thing(site: Site, page: str) -> dict[str, Any]:
    thing: dict[str, Any] = data_of(site.page(page))["@graph"][0]
    return thing


def tags_of(page: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for element in html.fromstring(page).xpath("/html/head/meta[@content]"):
        told.setdefault(element.get("name") or element.get("property"), []).append(element.get("content"))
    return told


def test_every_page_has_data_of_the_shape_of_its_type(site: Site) -> None:
    for page in pages_of(site):
        assert {"@id", "url", "description"} <= main_thing(site, page).keys()
        for thing in things_in(data_of(site.page(page))):
            types = thing["@type"] if isinstance(thing["@type"], list) else [thing["@type"]]
            missing = set[str]().union(*(SHAPES[type_] for type_ in types)) - thing.keys()
            is_undated = page == "sessions/sin-fecha" and missing == {"datePublished"}
            assert not missing or is_undated, (page, thing)


def test_the_data_is_json_ld_in_which_things_go_by_the_address_of_their_page(site: Site) -> None:
    addresses = {BASE + f"{page}.html" for page in pages_of(site)}
    for page in pages_of(site):
        expanded = jsonld.expand(data_of(site.page(page)), {"documentLoader": _schema_org})
        text = json.dumps(expanded)
        for address in re.findall(rf'"@id": "({re.escape(BASE)}[^"#]*)', text):
            assert address in addresses or address == BASE or "/_images/" in address, (page, address)
        assert expanded[0]["@type"][0].startswith("https://schema.org/")


def test_heads_and_linked_data_call_a_thing_by_one_name(site: Site) -> None:
    data = Graph().parse(site.output / "data" / "records.ttl", format="turtle")
    told = [thing for page in pages_of(site) for thing in things_in(data_of(site.page(page)))]
    for type_ in ("NewsArticle", "Event", "Project", "Person", "GovernmentOrganization"):
        names = {URIRef(thing["@id"]) for thing in told if type_ in thing["@type"] and "@id" in thing}
        assert names
        assert names <= set(data.subjects()), type_


def test_a_release_is_about_its_projects_and_its_session(site: Site) -> None:
    release, event, trail = data_of(site.page(RELEASE))["@graph"]
    assert release["@type"] == ["NewsArticle", "ArchiveComponent"]
    assert release["datePublished"] == "2020-01-10"
    assert release["about"] == [
        {"@type": "Project", "@id": f"{BASE}projects/plan-de-agua.html#this", "name": "Plan de Agua"},
        {"@id": f"{BASE}#session-2020-1"},
    ]
    assert [author["name"] for author in release["author"]] == ["Ana Ruiz Soto", "Luz Paz"]
    assert (release["keywords"], release["isBasedOn"]) == (["agua", "suelo, y más"], "https://example.org/a")
    assert (event["@type"], event["name"], event["startDate"]) == ("Event", "Sesión 1 de 2020", "2020")
    assert event["location"]["name"] == "Torreón, Coahuila"
    assert [step["item"].removeprefix(BASE) for step in trail["itemListElement"]] == [
        "index.html",
        "years/2020.html",
        f"{RELEASE}.html",
    ]


def test_a_month_stays_a_month(site: Site) -> None:
    assert main_thing(site, MONTH)["datePublished"] == "2014-01"
    assert item_of(site.page(MONTH)).fields["date"] == "2014/01"
    assert tags_of(site.page(MONTH))["article:published_time"] == ["2014-01"]


def test_records_and_the_home_page_are_things_of_their_kind(site: Site) -> None:
    project = main_thing(site, "projects/plan-de-agua")
    assert (project["@type"], project["alternateName"]) == ("Project", ["PDA"])
    assert project["parentOrganization"][0]["@id"] == f"{BASE}directorates/proyectos-estrategicos.html#this"
    person = main_thing(site, "people/ana-ruiz")
    assert (person["@type"], person["description"]) == ("Person", PEOPLE["ana-ruiz.md"].splitlines()[-1])
    home = main_thing(site, "index")
    assert home["potentialAction"]["target"]["urlTemplate"] == f"{BASE}search.html?q={{search_term_string}}"
    units = {unit["@id"] for unit in home["publisher"]["subOrganization"]}
    assert f"{BASE}directorates/proyectos-estrategicos.html#this" in units
    assert f"{BASE}directorates/obras-publicas.html#this" not in units  # the municipality's
    assert (
        main_thing(site, "directorates/proyectos-estrategicos")["parentOrganization"][0]["@id"] == f"{BASE}#institution"
    )


def test_who_led_a_directorate_is_told_with_the_time(archive: Site) -> None:
    (role, *_others) = main_thing(archive, "directorates/proyectos-estrategicos")["member"]
    assert role["@type"] == "OrganizationRole"
    assert role["member"]["@type"] == "Person"


def test_zotero_files_a_release_as_a_report_of_the_institution(site: Site) -> None:
    item = item_of(site.page(RELEASE))
    assert item.type == "report"
    assert item.fields == {
        "title": "Informe de enero",
        "date": "2020/01/10",
        "publisher": "Instituto Municipal de Planeación y Competitividad de Torreón",
        "url": f"{BASE}{RELEASE}.html",
        "abstract": "De qué se trató",
        "language": "es",
    }
    assert item.creators == ("Ana Ruiz Soto", "Luz Paz")
    assert item.tags == ("agua", "suelo, y más")


def test_zotero_takes_every_release_of_the_archive(archive: Site) -> None:
    data = json.loads((archive.output / "data" / "archive.json").read_text(encoding="utf-8"))
    assert data["releases"]
    for release in data["releases"]:
        item = item_of(archive.page(f"sessions/{release['slug']}"))
        assert item.fields["title"].casefold() == release["title"].casefold()  # the data keep capitals
        assert item.fields["date"] == release["date"].replace("-", "/")
        assert item.fields["publisher"] in item.creators


def test_a_shared_page_has_title_text_address_and_picture(site: Site) -> None:
    for page in pages_of(site):
        found = extruct.extract(site.page(page), syntaxes=["opengraph"], uniform=True)["opengraph"][0]
        assert found["@type"] == {"sessions": "article", "people": "profile"}.get(page.split("/")[0], "website")
        assert found["og:title"]
        assert 0 < len(found["og:description"]) <= 281
        assert found["og:url"] == f"{BASE}{page}.html"
        assert found["og:locale"] == "es_MX"
        tags = tags_of(site.page(page))
        assert tags["twitter:title"] == tags["og:title"] == [found["og:title"]]
        assert ("og:image" in found) == (page != "search")
        assert tags["twitter:card"] == ["summary" if page == "search" else "summary_large_image"]
        canonical = html.fromstring(site.page(page)).xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{BASE}{page}.html"] == tags["DC.identifier"]
        assert len(tags["description"]) == 1


def test_dublin_core_is_read(site: Site) -> None:
    found = extruct.extract(site.page(RELEASE), syntaxes=["dublincore"])["dublincore"][0]
    assert found["namespaces"] == {"DC": "http://purl.org/dc/elements/1.1/"}
    told = [(element["name"], element["content"]) for element in found["elements"]]
    assert ("DC.title", "Informe de enero") in told
    assert ("DC.date", "2020-01-10") in told
    assert [value for name, value in told if name == "DC.creator"] == ["Ana Ruiz Soto", "Luz Paz"]


def test_a_release_without_a_description_tells_its_first_sentence(site: Site) -> None:
    assert tags_of(site.page(MONTH))["description"] == [
        "En el mes se hizo lo que aquí se cuenta, y algo más de lo que se esperaba."
    ]


def test_a_page_that_describes_itself_keeps_its_words(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", {})
    text = (
        "Page\n====\n\n.. meta::\n   :description: Mis palabras\n\nUn párrafo que es bastante largo para contar algo.\n"
    )
    (source / "about.rst").write_text(f":orphan:\n\n{text}", encoding="utf-8")
    tags = tags_of(build(source, pagefind_enabled=False, html_baseurl=BASE).page("about"))
    assert tags["description"] == tags["og:description"] == ["Mis palabras"]


def test_without_an_address_all_that_needs_one_is_left_out_and_a_line_says_so(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", RELEASES, projects=PROJECTS, people=PEOPLE)
    site = build(source)
    assert site.status.count("html_baseurl is not set") == 1
    assert "html_baseurl" not in build(source).status  # nothing was written
    for page in pages_of(site):
        tags = tags_of(site.page(page))
        assert not {"og:url", "og:image", "twitter:image", "DC.identifier", "citation_public_url"} & tags.keys()
        assert tags["og:title"]
        for thing in things_in(data_of(site.page(page))):
            assert not {"@id", "url", "item", "image", "potentialAction"} & thing.keys()
            assert "recordedIn" not in thing
    assert main_thing(site, RELEASE)["about"] == [{"@type": "Project", "name": "Plan de Agua"}]
    assert not list(site.output.glob("_images/card-*"))
    assert not (site.output / "sitemap.xml").exists()
    assert not (site.output / "robots.txt").exists()


def test_one_setting_leaves_the_heads_out(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", RELEASES)
    build(source, html_baseurl=BASE)
    site = build(source, html_baseurl=BASE, archive_heads=False)
    assert "ld+json" not in site.page(RELEASE)
    assert not {"description", "og:title", "citation_title", "DC.title"} & tags_of(site.page(RELEASE)).keys()
    assert not list(site.output.glob("_images/card-*"))


@pytest.fixture(scope="module")
def published_hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return hostile_site(tmp_path_factory.mktemp("hostile-heads"), html_baseurl=BASE)


def test_nothing_gets_out_of_its_place(published_hostile: Site) -> None:
    for page in pages_of(published_hostile):
        text = published_hostile.page(page)
        root = html.fromstring(text)
        scripts = root.xpath("//script[@type='application/ld+json']")
        assert len(scripts) == 1, page
        assert json.loads(scripts[0].text) == data_of(text)
        assert not re.search("[<>&]", scripts[0].text)
        assert "window.ran" not in "".join(script.text or "" for script in root.xpath("//script[not(@type)]"))
        assert all(address.startswith(BASE) for address in tags_of(text)["og:url"])


def test_names_are_told_as_they_are(published_hostile: Site) -> None:
    for id_, name in NAMES.items():
        assert main_thing(published_hostile, f"projects/{id_}")["name"] == name
        assert " ".join(name.split()) in tags_of(published_hostile.page(f"projects/{id_}"))["og:title"]


def test_an_address_is_that_of_the_page_whatever_signs_its_name_has(published_hostile: Site) -> None:
    assert tags_of(published_hostile.page(f"sessions/{ADDRESS}"))["og:url"] == [f"{BASE}sessions/{quote(ADDRESS)}.html"]


def retitle_the_index(project: Path) -> None:
    file = project / "indices" / "projects.md"
    file.write_text(file.read_text(encoding="utf-8").replace("# Proyectos", "# Todos los proyectos"), encoding="utf-8")


def rename_the_record(project: Path) -> None:
    file = project / "projects" / "plan-de-agua.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("name: Plan de Agua", "name: Plan del Agua"), encoding="utf-8"
    )


def delete_a_release(project: Path) -> None:
    (project / "sessions" / "2014-01-actividades.md").unlink()


def describe_a_release(project: Path) -> None:
    file = project / "sessions" / "2014-01-actividades.md"
    file.write_text(f"---\ndescription: Otra cosa\n---\n\n{file.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize("change", [retitle_the_index, rename_the_record, delete_a_release, describe_a_release])
def test_after_a_change_all_is_as_a_clean_build_tells_it(tmp_path: Path, change: Callable[[Path], None]) -> None:
    source = small_project(tmp_path / "project", RELEASES, projects=PROJECTS, people=PEOPLE)
    build(source, html_baseurl=BASE, pagefind_enabled=False)
    change(source)
    shutil.copytree(source, tmp_path / "clean", ignore=shutil.ignore_patterns("_build", "years"))
    after = build(source, html_baseurl=BASE, pagefind_enabled=False).bytes()
    clean = build(tmp_path / "clean", html_baseurl=BASE, pagefind_enabled=False).bytes()
    assert after.keys() == clean.keys()
    assert [name for name in clean if after[name] != clean[name]] == []
