"""Every page says first what it may load and run, and what an archive holds never becomes part of that."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from council_sphinx.web.content_policy import POLICY, REFERRER
from lxml import html
from sites import PROJECT, Site, build, small_project
from sphinx_autobuild.middleware import web_socket_script

RELEASE = {"2020-01-10-sesion.md": "##Título de la sesión.\n\nTexto.\n"}


def policy_of(page: str) -> dict[str, list[str]]:
    """Give the sources of each kind of content, by the page's policy."""
    content = html.fromstring(page).xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    told = [directive.split() for directive in content.split(";")]
    return {name: sources for name, *sources in told}


def checksum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("name", ["archive", "hostile"])
def test_every_page_has_the_policy_before_all_that_it_loads(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    pages = [file.relative_to(site.output).as_posix() for file in site.output.rglob("*.html")]
    assert {"index.html", "search.html"} <= set(pages)
    assert ("genindex.html" in pages) == (name == "hostile")
    for page in pages:
        head = html.fromstring(site.page(page.removesuffix(".html"))).xpath("//head")[0]
        first, policy, referrer = head[0], head[1], head[2]
        assert first.get("charset") == "utf-8", page
        assert policy.get("http-equiv") == "Content-Security-Policy", page
        assert (referrer.get("name"), referrer.get("content")) == ("referrer", REFERRER), page


def test_the_policy_lets_in_the_sites_own_files_alone(archive: Site) -> None:
    sources = policy_of(archive.page("index"))
    assert sources.keys() == POLICY.keys()
    assert sources["default-src"] == ["'none'"]
    known = {"'none'", "'self'", "data:", "'wasm-unsafe-eval'", "'unsafe-hashes'"}
    others = {source for told in sources.values() for source in told} - known
    assert all(source.startswith("'sha256-") for source in others)
    assert "data:" not in sources["script-src"]


def test_what_the_theme_writes_inline_is_let_in_by_checksum(hostile: Site) -> None:
    for file in hostile.output.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        page, sources = html.fromstring(text), policy_of(text)
        inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        assert [checksum(script) for script in inline] == [sources["script-src"][2]], file
        for style in page.xpath("//style"):
            assert checksum(style.text) in sources["style-src"], file
        for style in page.xpath("//@style"):
            assert checksum(style) in sources["style-src"], file


def test_a_script_that_came_in_with_a_page_has_no_checksum(tmp_path: Path) -> None:
    """An extension that does not escape what it shows: its script stands in the page, and is not let in."""
    source = small_project(tmp_path / "project", RELEASE)
    with (source / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write(
            "def careless(app, pagename, templatename, context, doctree):\n"
            "    context['metatags'] = '<script>let_in()</script><style>p { display: none }</style>'\n"
            "    context['body'] = '<script>let_in()</script>' + context.get('body', '')\n"
            "def setup(app):\n"
            "    app.connect('html-page-context', careless)\n"
        )
    page = build(source, pagefind_enabled=False).page("sessions/2020-01-10-sesion")
    assert page.count("<script>let_in()</script>") == 2
    told = policy_of(page)
    assert checksum("let_in()") not in told["script-src"]
    assert checksum("p { display: none }") not in told["style-src"]


def test_a_size_is_let_in_and_no_other_style(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", RELEASE)
    styled = (
        '.. figure:: /_static/book.png\n   :width: 40%\n\n.. raw:: html\n\n   <p style="position: fixed">Encima</p>\n'
    )
    (source / "about.rst").write_text(f":orphan:\n\nPage\n====\n\n{styled}", encoding="utf-8")
    page = build(source, pagefind_enabled=False).page("about")
    assert 'style="width: 40%' in page
    sources = policy_of(page)["style-src"]
    assert any(checksum(style) in sources for style in re.findall(r'style="(width: 40%[^"]*)"', page))
    assert checksum("position: fixed") not in sources


def test_a_setting_adds_sources(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", RELEASE)
    more = {"frame-src": "https://maps.example", "img-src": "https://maps.example"}
    sources = policy_of(build(source, pagefind_enabled=False, archive_policy=more).page("index"))
    assert sources["frame-src"] == ["https://maps.example"]
    assert sources["img-src"] == ["'self'", "data:", "https://maps.example"]


def test_the_script_that_reloads_a_served_page_is_let_in() -> None:
    script = re.search(r"<script>(.*)</script>", web_socket_script("127.0.0.1:8000"), re.DOTALL)
    assert script
    assert checksum(script[1]) in (PROJECT / "Makefile").read_text(encoding="utf-8")


def test_no_page_runs_a_string_as_code(archive: Site) -> None:
    """Sphinx's translations of its own search do; they are not loaded."""
    assert "new Function" in (archive.output / "_static" / "doctools.js").read_text(encoding="utf-8")
    for file in archive.output.rglob("*.html"):
        assert "translations.js" not in file.read_text(encoding="utf-8"), file
