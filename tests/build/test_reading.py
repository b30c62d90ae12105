"""How files are read: leniently but never in silence, with the checksum of their bytes, leaving nothing behind."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from council.archive.archive_reader import read_archive
from council_sphinx.core.domain import council_domain
from council_sphinx.reading.renderer import ReleaseRenderer
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from sites import Site, build, small_project
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import docutils_namespace
from words import page_words

TEXT = "Torreón, Coahuila a 10 de enero de 2020.\n\n##Título del día\n\nTexto del comunicado.\n"
BYTES = {
    "2020-01-01-plain.md": TEXT.encode(),
    "2020-01-02-marked.md": b"\xef\xbb\xbf" + TEXT.encode(),
    "2020-01-03-lines.md": TEXT.replace("\n", "\r\n").encode(),
    "2020-01-04-both.md": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    "2020-01-05-wrong.md": b"##T\xedtulo del d\xeda\n\nTexto.\n",
    "2020-01-06-utf-16.md": TEXT.encode("utf-16"),
    "2020-01-07-old-mac.md": TEXT.replace("\n", "\r").encode(),
    "2020-01-08-mark-behind.md": b"---\ndate: 2020-01-10\n---\n\xef\xbb\xbf" + TEXT.encode(),
    "2020-01-09-control.md": TEXT.replace("Texto ", "\x01Texto\x0c").encode(),
    "2020-01-10-nul.md": b"##T\xc3\xadtulo\n\nUno\0dos\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    source = small_project(tmp_path_factory.mktemp("reading"), {})
    for name, data in BYTES.items():
        (source / "sessions" / name).write_bytes(data)
    (source / "page.rst").write_bytes(b":orphan:\n\nPage\n====\n\nUno.\r\n\r\nd\xeda\n\n.. include:: part.inc\n")
    (source / "literal.rst").write_bytes(b":orphan:\n\nAs it is\n========\n\n.. include:: part.inc\n   :literal:\n")
    (source / "page2.md").write_bytes(b"---\norphan: true\n---\n# Otra\n\n```{include} part.inc\n```\n")
    (source / "part.inc").write_bytes(b"Parte.\n\nma\xf1ana\n")
    (source / "good.rst").write_text(":orphan:\n\nGood \ufffd\n======\n", encoding="utf-8")
    return build(source, pagefind_enabled=False)


def test_every_file_decoded_leniently_is_told(site: Site) -> None:
    told = [line for line in site.warnings if line.endswith("[archive.encoding]")]
    places = [line.partition(": WARNING")[0].removeprefix(f"{site.source}/") for line in told]
    releases = ("05-wrong.md:1", "06-utf-16.md:1", "09-control.md:5", "10-nul.md:3")
    wanted = ["page.rst:8", *["part.inc:3"] * 3, *(f"sessions/2020-01-{release}" for release in releases)]
    assert sorted(places) == sorted(wanted)


def test_the_words_are_the_same_however_they_are_written(site: Site) -> None:
    words = page_words(site.page("sessions/2020-01-01-plain"))
    for name in ("02-marked", "03-lines", "04-both", "06-utf-16", "07-old-mac", "08-mark-behind", "09-control"):
        assert page_words(site.page(f"sessions/2020-01-{name}")) == words, name
    assert "<h1>Título del día<" in site.page("sessions/2020-01-08-mark-behind")
    assert "Uno\ufffddos" in site.page("sessions/2020-01-10-nul")


def test_the_checksum_is_that_of_the_file(site: Site) -> None:
    wanted = {name.removesuffix(".md"): hashlib.sha256(data).hexdigest() for name, data in BYTES.items()}
    data = json.loads((site.output / "data" / "archive.json").read_text(encoding="utf-8"))
    assert {release["slug"]: release["sha256"] for release in data["releases"]} == wanted
    archive = read_archive(site.source).archive
    assert {release.slug: release.sha256 for release in archive.releases.values()} == wanted


def test_the_parser_is_made_once_a_build_and_holds_no_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = small_project(tmp_path / "project", dict.fromkeys(BYTES, TEXT))
    parsers: list[MarkdownIt] = []
    render = ReleaseRenderer.render_paragraph

    def fail_at_last(self: ReleaseRenderer, token: SyntaxTreeNode) -> None:
        parsers.append(self.md)
        if len(set(map(id, parsers))) == 2:
            raise RuntimeError("broken")
        render(self, token)

    monkeypatch.setattr(ReleaseRenderer, "render_paragraph", fail_at_last)
    for number in (1, 2):
        with docutils_namespace():
            output = tmp_path / str(number)
            app = Sphinx(source, source, output, output, "dummy", status=None, warning=None, freshenv=True)
            if number == 1:
                app.build()
                assert len(parsers) >= len(BYTES)
            else:
                with pytest.raises(RuntimeError, match="broken"):
                    app.build()
            assert council_domain(app.env).release_parser is parsers[-1]
    assert len(set(map(id, parsers))) == 2
    for parser in parsers:
        assert "document" not in parser.options
        with pytest.raises(AttributeError):
            parser.renderer.document  # type: ignore[attr-defined]  # noqa: B018


def test_a_year_is_that_of_the_dateline_whatever_its_markup(tmp_path: Path) -> None:
    text = "<p>Torreón, Coahuila a 5&nbsp;de mayo de 2019.</p>\n\n##Un aniversario\n\nTexto.\n"
    site = build(small_project(tmp_path / "source", {"2022-aniversario.md": text}))
    assert "2022-aniversario" in site.page("years/2019")
    assert not (site.source / "years" / "undated.md").exists()


def test_pages_of_years_that_nobody_made_stay(tmp_path: Path) -> None:
    source = small_project(tmp_path / "source", {"2020-01-10-a.md": "##Uno\n\nTexto.\n"})
    (source / "years").mkdir()
    for name in ("notes", "2021"):
        (source / "years" / f"{name}.md").write_text("# Notes\n", "utf-8")
    build(source)
    copied = (source / "years" / "2020.md").read_text("utf-8")
    (source / "years" / "copied.md").write_text(copied, "utf-8")
    (source / "sessions" / "2020-01-10-a.md").rename(source / "sessions" / "2021-01-10-a.md")
    warnings = build(source).warnings
    assert sorted(file.name for file in (source / "years").iterdir()) == ["2021.md", "copied.md", "notes.md"]
    assert (source / "years" / "2021.md").read_text("utf-8") == "# Notes\n"
    assert any("years/2021.md:1" in line and line.endswith("[archive.path]") for line in warnings)


@pytest.mark.parametrize("folder", ["sessions", "projects", ".", "../elsewhere"])
def test_pages_of_years_have_a_folder_of_their_own(tmp_path: Path, folder: str) -> None:
    source = small_project(tmp_path / "source", {"2020-01-10-a.md": "##Uno\n\nTexto.\n"})
    with pytest.raises(ConfigError, match="archive_years"):
        build(source, archive_years=folder)


def test_a_rule_that_parts_nothing_is_let_go(tmp_path: Path) -> None:
    rules = "---\n\nUno.\n\n---\n\n---\n\n## Dos\n\n---\n\n- Tres\n\n  ---\n\n> ---\n> Cuatro\n\n---\n"
    record = f"---\nname: Plan de Agua\n---\n{rules}"
    source = small_project(tmp_path / "p", {"2020-01-10-a.md": f"##Título\n\n{rules}"}, projects={"agua.md": record})
    site = build(source, pagefind_enabled=False)
    assert site.warnings == []
    assert site.page("projects/agua").count("<hr") == site.page("sessions/2020-01-10-a").count("<hr") == 1
