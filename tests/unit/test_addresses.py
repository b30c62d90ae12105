"""Old addresses: what one is, where it leads, how servers are told, and whether all that was published is there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from council.__main__ import main
from council.archive.archive_reader import read_archive
from council.archive.catalogue import file_candidates
from council.archive.redirects import Redirect, redirects_of, without_clashes
from council.archive.references import find
from council.authority.files import load_authorities
from council.exports.redirects import FORMATS
from council.extract.metadata import read_metadata
from council.model.addresses import file_at, is_address, is_page_name
from council.model.authorities import KINDS, Authority, Records
from council.model.releases import Release
from hypothesis import given
from hypothesis import strategies as st
from sites import PROJECT


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/sala-prensa/2020-11-30-octava-sesion-consejo.html", "sala-prensa/2020-11-30-octava-sesion-consejo.html"),
        ("/a.htm", "a.htm"),
        ("/prensa/Sesión 8.html", "prensa/Sesión 8.html"),
        ("/2020/noviembre/", "2020/noviembre/index.html"),
        ("/2020/noviembre", "2020/noviembre/index.html"),
        ("/nota.php", "nota.php/index.html"),
        ("/", "index.html"),
    ],
)
def test_an_address_has_a_file(address: str, file: str) -> None:
    assert is_address(address)
    assert file_at(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "", "a.html", "//elsewhere.example/a.html", "https://elsewhere.example/a.html", "javascript:alert(1)", "/../a.html",
        "/a/../../b.html", "/a/./b.html", "/a//b.html", "/.htaccess", "/a/.git/x.html", "/%2e%2e/a.html", "/a\\b.html",
        "/a.html?x=1", "/a.html#b", "/a\n301 /b.html", "/a\x00.html", "/a\u202e.html", '/a".html', "/$host.html", "/a;b.html",
        "/a{b.html", "/<b>.html", "/ a.html", "/cafe\u0301.html", f"/{'a' * 250}.html", f"/{'a/' * 600}b.html",
        "/~/a*.html", "/:a/b.html",
    ],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    assert not is_address(address)


@given(st.text(max_size=40))
def test_no_address_leaves_the_site(text: str) -> None:
    if is_address(f"/{text}"):
        assert Path("/site", file_at(f"/{text}")).resolve().is_relative_to("/site")
    if is_page_name(text):
        assert "/" not in text


def test_front_matter_of_a_release_keeps_what_an_import_found() -> None:
    lines = {("published_at", 1): 4, ("previous_slugs",): 5, ("source",): 6}
    data = {
        "published_at": ["/sala-prensa/a.html", "../a.html"], "previous_slugs": "../b", "source": {"hora": "12:30", "x": [{}]},
        "categories": "Sesión de Consejo", "regions": ["Torreón", "La Laguna"],
    }  # fmt: skip
    metadata, notes = read_metadata(data, lines)
    assert metadata.published_at == ("/sala-prensa/a.html",)
    assert metadata.previous_slugs == ()
    assert metadata.source == {"hora": "12:30", "x": [{}]}
    assert (metadata.categories, metadata.regions) == (("Sesión de Consejo",), ("Torreón", "La Laguna"))
    assert [(note.line, note.subtype, note.message.partition(";")[0]) for note in notes] == [
        (4, "front_matter", "published_at: '../a.html' is no address on this site"),
        (5, "front_matter", "previous_slugs: '../b' is no file name of a release, without its ending"),
    ]
    assert read_metadata({"published_at": "/a.html", "source": "a"}, {})[1][0].message == "source: 'a' is no mapping"


def release(slug: str, **fields: tuple[str, ...]) -> dict[str, Release]:
    return {f"sessions/{slug}": Release(slug, slug, None, **fields)}  # type: ignore[arg-type]


def records(**previous: list[str]) -> Records:
    projects = {
        id_: Authority(id=id_, kind="project", name=id_, previous_ids=tuple(ids)) for id_, ids in previous.items()
    }
    return {kind: projects if kind == "project" else {} for kind in KINDS}


def test_where_old_addresses_lead() -> None:
    releases = release("new", previous_slugs=("old",), published_at=("/prensa/new.html", "/archive/x.html"))
    told = [
        (move.address, move.file, move.page) for move in redirects_of(releases, records(plan=["plano"]), "/archive")
    ]
    assert told == [
        ("/archive/sessions/old.html", "sessions/old.html", "sessions/new"),
        ("/prensa/new.html", "prensa/new.html", "sessions/new"),
        ("/archive/x.html", "x.html", "sessions/new"),
        ("/archive/projects/plano.html", "projects/plano.html", "projects/plan"),
    ]


def test_two_that_claim_an_address_and_what_is_there() -> None:
    claims = [
        Redirect(f"/{file}", file, page, "published_at", f"/{file}")
        for file, page in (
            ("a.html", "one"), ("a.html", "two"), ("a.html", "one"), ("page.html", "one"), ("page.html", "page"),
            ("extra.txt/index.html", "one"), ("folder", "one"), ("a.html/index.html", "two"), ("b/c.html", "one"), ("b", "two"),
        )
    ]  # fmt: skip
    there = {"page.html": "page", "extra.txt": "extra.txt", "folder/x.html": "folder/x"}
    sound, clashes = without_clashes(claims, there)
    assert {file: move.page for file, move in sound.items()} == {"a.html": "one", "b/c.html": "one"}
    assert [(clash.redirect.file, clash.redirect.page, clash.taken_by) for clash in clashes] == [
        ("a.html", "two", "one"),
        ("page.html", "one", "page"),
        ("extra.txt/index.html", "one", "extra.txt"),
        ("folder", "one", "folder"),
        ("a.html/index.html", "two", "one"),
        ("b", "two", "b"),
    ]


MOVES = {
    "/sala-prensa/Sesión 8.html": "/sessions/8.html",
    "/2020/": "/years/2020.html",
    "/nota.php": "/sessions/9.html",
}


def test_servers_are_told() -> None:
    assert {server: settings_of(MOVES).splitlines() for server, settings_of in FORMATS.items()} == {
        "nginx": [
            "map $uri $moved {",
            '  default "";',
            '  "/2020/" "/years/2020.html";',
            '  "/nota.php" "/sessions/9.html";',
            '  "/sala-prensa/Sesión 8.html" "/sessions/8.html";',
            "}",
        ],
        "apache": [
            r'RedirectMatch permanent "^/2020/?$" "/years/2020.html"',
            r'RedirectMatch permanent "^/nota\.php/?$" "/sessions/9.html"',
            'RedirectPermanent "/sala-prensa/Sesión 8.html" "/sessions/8.html"',
        ],
        "netlify": [
            "/2020/ /years/2020.html 301!",
            "/nota.php /sessions/9.html 301!",
            "/sala-prensa/Sesi%C3%B3n%208.html /sessions/8.html 301!",
        ],
    }


@given(st.text(max_size=30).map(lambda text: f"/{text}.html"))
def test_nothing_in_an_address_becomes_a_setting(address: str) -> None:
    """Whatever it holds: the file has the lines that it has for another address, of as many words."""
    plain = {server: settings_of({"/a.html": "/b.html"}) for server, settings_of in FORMATS.items()}
    for server, settings_of in FORMATS.items():
        told = settings_of({address: "/b.html"})
        for line, of_plain in zip(
            re.split("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", told), plain[server].split("\n"), strict=True
        ):
            assert len(shlex.split(line)) == len(shlex.split(of_plain)), line
            assert not set(line) & (set("$;{}'\\#") - set(of_plain) - {"\\"}), line


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("sessions", "projects", "directorates", "people"):
        (tmp_path / folder).mkdir()
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    (tmp_path / "sessions" / "2020-01-10-a.md").write_text(
        "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe.\n\nSe expusieron los proyectos:\n\n- Plan de Agua.\n",
        "utf-8",
    )
    return tmp_path


def test_an_id_that_a_record_had_is_not_given_again(project: Path) -> None:
    (project / "projects" / "sequia.md").write_text("---\nname: Sequía\nprevious_ids: plan-de-agua\n---\n", "utf-8")
    archive = read_archive(project).archive
    assert set(archive.projects) == {"sequia", "plan-de-agua-2"}
    assert find(archive, "project", "plan-de-agua") == ("projects/sequia", "Sequía")
    assert [record.file.name for record in file_candidates(archive, project)] == ["plan-de-agua-2.md"]


def test_a_wrong_id_that_a_record_had_is_told(project: Path) -> None:
    (project / "projects" / "a.md").write_text("---\nname: A\nprevious_ids: [b, ../c]\n---\n", "utf-8")
    found, problems = load_authorities(project)
    assert found["project"]["a"].previous_ids == ("b",)
    assert [(problem.line, problem.field) for problem in problems] == [(3, "previous_ids")]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.fixture
def built(project: Path) -> Path:
    """A site of a page with a permalink, and a redirect to it, with what the build tells of both."""
    site = project / "_build" / "html"
    for folder in ("data", "sessions"):
        (site / folder).mkdir(parents=True)
    (site / "sessions" / "b.html").write_text(
        page('<p id="proyecto-agua">id="other"</p>'.replace('"other"', "&quot;other&quot;")), "utf-8"
    )
    refresh = '<noscript><meta http-equiv="refresh" content="0; url=b.html"></noscript>'
    (site / "sessions" / "a.html").write_text(page("", refresh), "utf-8")
    (site / "data" / "addresses.txt").write_text(
        "sessions/a.html\nsessions/b.html\nsessions/b.html#proyecto-agua\n", "utf-8"
    )
    (project / "_build" / "secret.html").write_text(page(""), "utf-8")
    return site


def run(project: Path, *arguments: str) -> int:
    return main(["--source", str(project), *arguments])


def test_published_addresses_only_grow(project: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check-addresses") == 2
    assert "make publish-addresses" in capsys.readouterr().err
    assert run(project, "publish-addresses") == 0
    assert capsys.readouterr().out == "Direcciones publicadas: 3; de ellas, nuevas: 3\n"
    file = project / "addresses.txt"
    assert file.read_text("utf-8") == (built / "data" / "addresses.txt").read_text("utf-8")
    file.write_text("zeta.html\n\nsessions/a.html#proyecto-agua\n", "utf-8")
    assert run(project, "publish-addresses") == 0
    assert file.read_text("utf-8").splitlines() == [
        "sessions/a.html", "sessions/a.html#proyecto-agua", "sessions/b.html", "sessions/b.html#proyecto-agua", "zeta.html",
    ]  # fmt: skip
    (built / "data" / "addresses.txt").unlink()
    for command in ("publish-addresses", "check-addresses"):
        assert run(project, command) == 2
        assert "make html" in capsys.readouterr().err


def test_an_address_that_leads_nowhere_is_told_with_what_gives_it_back(
    project: Path, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live = ["sessions/a.html", "sessions/a.html#proyecto-agua", "sessions/b.html#proyecto-agua"]
    (project / "addresses.txt").write_text("\n".join(live), "utf-8")
    assert run(project, "check-addresses") == 0
    assert capsys.readouterr() == ("Direcciones publicadas: 3; que no llevan a nada: 0; aún sin publicar: 1\n", "")
    dead = {
        "sessions/2020-01-09-x.html#proyecto-agua": "previous_slugs: [2020-01-09-x]",
        "projects/plan.html": "previous_ids: [plan]",
        "sala-prensa/a.html": "published_at: [/sala-prensa/a.html]",
        "sessions/a.html#proyecto-fuego": "corrección",
        "sessions/b.html#other": "corrección",
        "../secret.html": "published_at",
        "sessions/../../secret.html": "previous_slugs",
        "/": "published_at",
    }
    (project / "addresses.txt").write_text("\n".join([*live, *dead]), "utf-8")
    assert run(project, "check-addresses") == 1
    output = capsys.readouterr()
    assert output.out == "Direcciones publicadas: 11; que no llevan a nada: 8; aún sin publicar: 1\n"
    told = dict(line.removeprefix("addresses.txt: ").split(": ", 1) for line in output.err.splitlines())
    assert told.keys() == dead.keys()
    assert all(advice in told[address] for address, advice in dead.items())
