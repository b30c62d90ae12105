"""No published address dies: a page stands at each old one, and takes no other's place, whatever was built before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from council.__main__ import main
from council.archive.built_pages import BuiltPages
from council.archive.published_addresses import read_addresses
from council_sphinx.web.content_policy import checksums_of
from lxml import html
from sites import PROJECT, Site, build, small_project

TEXT = "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe «A» & <b>B</b>.\n\nSe expusieron los proyectos:\n\n- Plan de Agua.\n"
SLUG = "2020-01-10-informe"
RELEASE = f"sessions/{SLUG}.md"
RECORD = "projects/plan-de-agua.md"
OLD = (
    "sala-prensa/2020-01-10-informe.html",
    "2019/index.html",
    "sessions/2020-01-10-sesion.html",
    "projects/agua.html",
)


def write(project: Path, name: str, /, **fields: object) -> None:
    """Write a source that has *fields* in its front matter, and whose text stays."""
    text = TEXT if name.startswith("sessions") else ""
    lines = "".join(f"{field}: {value}\n" for field, value in fields.items())
    (project / name).write_text(f"---\n{lines}---\n{text}" if lines else text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "project", {})
    write(
        project,
        RELEASE,
        published_at="[/sala-prensa/2020-01-10-informe.html, /2019/]",
        previous_slugs="2020-01-10-sesion",
    )
    write(project, RECORD, name="Plan de Agua", previous_ids="[agua]")
    return project


def built(project: Path, **settings: Any) -> Site:
    return build(project, pagefind_enabled=False, **settings)


def test_a_page_stands_at_each_old_address(project: Path) -> None:
    site = built(project)
    assert site.warnings == []
    for file, page in zip(OLD, (SLUG, SLUG, SLUG, "plan-de-agua"), strict=True):
        text = (site.output / file).read_text("utf-8")
        head, body = html.fromstring(text)
        (link,) = body.xpath(".//a")
        assert (site.output / file).parent.joinpath(link.get("href")).resolve().stem == page
        assert body.xpath("string(p)").split(":")[0] == "Esta página se ha movido"
        assert head.xpath("string(//noscript/meta[@http-equiv='refresh']/@content)") == f"0; url={link.get('href')}"
        assert head.xpath("string(//link[@rel='canonical']/@href)") == link.get("href")
        assert head.xpath("string(//meta[@name='robots']/@content)") == "noindex"
        policy = head.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert f"script-src 'self' 'wasm-unsafe-eval' {checksums_of(text)['script-src']};" in policy
        assert "<b>" not in text


def test_servers_and_archivists_are_told(project: Path) -> None:
    site = built(project)
    nginx = (site.output / "data" / "nginx" / "redirects.txt").read_text("utf-8")
    assert f'"/sala-prensa/2020-01-10-informe.html" "/sessions/{SLUG}.html";' in nginx
    apache = (site.output / "data" / "apache" / "redirects.txt").read_text("utf-8")
    assert 'RedirectPermanent "/projects/agua.html" "/projects/plan-de-agua.html"' in apache
    assert f"/2019/ /sessions/{SLUG}.html 301!" in (site.output / "data" / "netlify" / "redirects.txt").read_text(
        "utf-8"
    )
    listed = read_addresses(site.output / "data" / "addresses.txt")
    assert listed is not None
    assert listed >= {*OLD, f"sessions/{SLUG}.html#proyecto-plan-de-agua", "index.html", "years/2020.html"}


def test_an_archive_that_has_a_folder_of_its_host(project: Path) -> None:
    write(project, RELEASE, published_at="/archivo/nota.html", previous_slugs="antes")
    site = built(project, html_baseurl="https://ejemplo.mx/archivo/")
    canonical = f"https://ejemplo.mx/archivo/sessions/{SLUG}.html"
    for file in ("nota.html", "sessions/antes.html"):
        page = html.fromstring((site.output / file).read_text("utf-8"))
        assert page.xpath("string(//link[@rel='canonical']/@href)") == canonical
    told = (site.output / "data" / "netlify" / "redirects.txt").read_text("utf-8").splitlines()
    assert f"/archivo/nota.html /archivo/sessions/{SLUG}.html 301!" in told
    assert f"/archivo/sessions/antes.html /archivo/sessions/{SLUG}.html 301!" in told


def test_what_is_there_stays_and_the_claim_is_told(project: Path, tmp_path: Path) -> None:
    (project / "extra").mkdir()
    (project / "extra" / "nota.html").write_text("extra", "utf-8")
    output, outside = project / "_build" / "html", tmp_path / "outside"
    outside.mkdir()
    output.mkdir(parents=True)
    (output / "by-hand.html").write_text("by hand", "utf-8")
    (output / "linked").symlink_to(outside)
    there = "/index.html /nota.html /by-hand.html /linked/a.html /data/archive.json/ /_static/styles/furo.css /2019/".split()
    claims = "".join(f"- {address}\n" for address in there)
    (project / "sessions" / "otro.md").write_text(f"---\ndate: 2020-01-11\npublished_at:\n{claims}---\n{TEXT}", "utf-8")
    write(project, "people/agua.md", name="Agua", previous_ids="agua")
    write(project, "projects/otro.md", name="Otro", previous_ids="[plan-de-agua, agua]")
    site = built(project, html_extra_path=["extra"])
    told = [warning.removeprefix(f"{project.resolve()}/") for warning in site.warnings]
    assert all("[archive.address]" in warning for warning in told)
    places = {f"sessions/otro.md:{4 + number}" for number in range(len(there))} | {
        "projects/otro.md:3",
        "projects/plan-de-agua.md:3",
    }
    assert {warning.split(": ")[0] for warning in told} == places
    assert sum("projects/agua.html is the address of projects/" in warning for warning in told) == 1
    assert len(told) == len(there) + 2
    assert (output / "nota.html").read_text("utf-8") == "extra"
    assert (output / "by-hand.html").read_text("utf-8") == "by hand"
    assert "Archivo de sesiones" in site.page("index")
    assert list(outside.iterdir()) == []
    assert not (output / "people" / "agua.html").read_text("utf-8").count("refresh")
    assert "/nota.html" not in (output / "data" / "netlify" / "redirects.txt").read_text("utf-8")


def rename(project: Path) -> None:
    """The release and the record get other names; their pages become old addresses."""
    for name in (RELEASE, RECORD):
        (project / name).unlink()
    write(
        project,
        "sessions/2020-01-10-otro.md",
        previous_slugs=f"[{SLUG}, 2020-01-10-sesion]",
        published_at="/2019.html/",
    )
    write(project, "projects/agua.md", name="Plan de Agua", previous_ids="[plan-de-agua]")


def drop(project: Path) -> None:
    write(project, RELEASE)


def other_kind_of_address(project: Path) -> None:
    write(
        project, RELEASE, published_at="[/sala-prensa/2020-01-10-informe.html/, /2019/index.html/, /sala-prensa.html]"
    )


def other_title(project: Path) -> None:
    file = project / RELEASE
    file.write_text(file.read_text("utf-8").replace("Informe", "Reporte"), "utf-8")


def a_page_comes_to_an_old_address(project: Path) -> None:
    write(project, "sessions/2020-01-10-sesion.md")
    write(project, RECORD, name="Plan de Agua")
    write(project, "projects/agua.md", name="Otro")


def an_extra_file_comes(project: Path) -> None:
    (project / "extra" / "2019").mkdir()
    (project / "extra" / "2019" / "index.html").write_text("extra", "utf-8")
    other_title(project)


CHANGES = [rename, drop, other_kind_of_address, other_title, a_page_comes_to_an_old_address, an_extra_file_comes]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_and_back(project: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    """A build after a change gives what a clean one gives, and so does one after the change is taken back."""
    (project / "extra").mkdir()
    original = tmp_path / "original"
    shutil.copytree(project, original)
    settings: dict[str, Any] = {"html_extra_path": ["extra"]}
    first = built(project, **settings).bytes()
    change(project)
    clean = tmp_path / "clean"
    shutil.copytree(project, clean, ignore=shutil.ignore_patterns("_build", "years"))
    assert built(project, **settings).bytes() == built(clean, **settings).bytes()
    for folder in ("sessions", "projects", "extra"):
        shutil.rmtree(project / folder)
        shutil.copytree(original / folder, project / folder)
    assert built(project, **settings).bytes() == first


def test_a_build_without_news_mends_and_writes_nothing_else(project: Path) -> None:
    first = built(project)
    times = {file: file.stat().st_mtime_ns for file in first.output.rglob("*.html")}
    (first.output / OLD[0]).unlink()
    del times[first.output / OLD[0]]
    again = built(project)
    assert again.bytes() == first.bytes()
    assert {file: file.stat().st_mtime_ns for file in times} == times


def test_lost_notes_make_no_redirect_a_foreign_page(project: Path) -> None:
    first = built(project)
    shutil.rmtree(project / "_build" / "doctrees-html")
    again = built(project)
    assert again.warnings == []
    assert again.bytes() == first.bytes()


@pytest.mark.parametrize("name", ["archive", "corpus", "older_corpus"])
def test_all_that_a_build_lists_is_there(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    listed = read_addresses(site.output / "data" / "addresses.txt")
    assert listed is not None
    pages = {file.relative_to(site.output).as_posix() for file in site.output.rglob("*.html")} - {"404.html"}
    made_anew = {page for page in pages if page.startswith("search-words/")}  # parts of a list, which any release moves
    assert {address.partition("#")[0] for address in listed} == pages - made_anew
    assert sum("#" in address for address in listed) > 50
    built_pages = BuiltPages(site.output)
    assert [address for address in sorted(listed) if built_pages.missing(address)] == []


def test_no_published_address_of_the_shipped_archive_is_dead(archive: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(PROJECT), "check-addresses", "--built", str(archive.output)]) == 0, capsys.readouterr()
