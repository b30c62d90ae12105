"""Bad input: a clear message that names file and line, and the build goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from sites import Site, build, small_project

GOOD = "\nTorreón, Coahuila a 10 de enero de 2020.\n\n##Título de la sesión.\n\nTexto del comunicado.\n"
RELEASES = {
    "2020-01-01-buena.md": GOOD,
    "2020-01-02-vacia.md": "",
    "2020-01-03-sin-cerrar.md": "##Título del día\n\n<div>Uno\n\nDos <b>tres\n",
    "2020-01-04-fecha.md": "Torreón, Coahuila a 31 de febrero de 2020.\n\n##Título del día\n\nTexto.\n",
    "2020-01-05-yaml.md": "---\ntitle: [uno\n---\nTexto del comunicado de hoy.\n",
    "2020-01-06-claves.md": "---\ntitulo: Uno\ndate: 2020-13-01\nsource_url: ftp\n---\n##Título del día\n\nTexto.\n",
    "sin-fecha.md": "##Título del día\n\nTexto sin fecha alguna.\n",
    "2020-01-07-codigo.md": (
        "##Título del día\n\nUno <script>alert(1)</script> dos.\n\n<iframe src='https://v.mx/1'></iframe>\n\n"
        "<p onclick='x()'>Tres</p>\n\n[cuatro](javascript:alert(1)) <a href='vbscript:x'>cinco</a>\n\n"
        "```{raw} html\n<script>alert(2)</script>\n```\n\n```{include} ../conf.py\n```\n"
    ),
    "2020-01-08-rutas.md": (
        "##Título del día\n\n<img src='../../../../etc/passwd.png' alt='Uno'>\n\n<img src='../conf.py' alt='Dos'>\n\n"
        "<img src='2020-01-08-rutas/no-esta.jpg' alt='Tres'>\n\n<img src='https://lejos.mx/a.jpg' alt='Cuatro'>\n\n"
        "[cinco](../conf.py) [seis](no-esta.pdf)\n"
    ),
    "2020-01-10-enlaces.md": "##Título del día\n\n[uno](2020-01-10-enlaces/l.pdf) [dos](2020-01-10-enlaces/m.pdf) "
    f"[tres](2020-01-10-enlaces/{'n' * 300}.pdf) [cuatro](2020-01-10-enlaces/o.pdf)\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    source = small_project(tmp_path_factory.mktemp("bad"), RELEASES)
    (source / "sessions" / "2020-01-09-bytes.md").write_bytes(b"##T\xedtulo del d\xeda\n\nTexto bueno.\n")
    (source / "sessions" / "otra").mkdir()
    (source / "sessions" / "otra" / "2020-01-01-buena.md").write_text(GOOD, encoding="utf-8")
    (source / "projects" / "malo.md").write_text(
        "---\nname: Malo\nparent: nadie\nvalid: {from: ayer}\ncolor: rojo\n---\n", encoding="utf-8"
    )
    (source / "projects" / "sin-nombre.md").write_text("---\nkind: plan\n---\n", encoding="utf-8")
    folder = source / "sessions" / "2020-01-10-enlaces"
    folder.mkdir()
    (folder / "l.pdf").symlink_to("/etc/passwd")
    (folder / "m.pdf").symlink_to("../../conf.py")
    (folder / "o.pdf").write_bytes(b"%PDF")
    return build(source)


@pytest.mark.parametrize(
    ("place", "message", "subtype"),
    [
        ("2020-01-02-vacia.md:1", "no text", "empty"),
        ("2020-01-03-sin-cerrar.md:3", "<div> is never closed", "html"),
        ("2020-01-03-sin-cerrar.md:5", "<b> is never closed", "html"),
        ("2020-01-04-fecha.md:1", "no such day", "date"),
        ("2020-01-05-yaml.md:2", "broken front matter", "front_matter"),
        ("2020-01-06-claves.md:2", "unknown field 'titulo'", "front_matter"),
        ("2020-01-06-claves.md:3", "is no date", "date"),
        ("2020-01-06-claves.md:4", "is no web address", "front_matter"),
        ("sin-fecha.md:1", "no date", "date"),
        ("2020-01-07-codigo.md:3", "<script> is not allowed", "html"),
        ("2020-01-07-codigo.md:5", "<iframe> (https://v.mx/1) is not allowed", "html"),
        ("2020-01-07-codigo.md:7", "onclick on <p>", "html"),
        ("2020-01-07-codigo.md:9", "vbscript:x", "html"),
        ("2020-01-07-codigo.md:11", "directive 'raw'", "directive"),
        ("2020-01-07-codigo.md:15", "directive 'include'", "directive"),
        ("2020-01-08-rutas.md:3", "leads out of the project", "path"),
        ("2020-01-08-rutas.md:5", "is no picture", "path"),
        ("2020-01-08-rutas.md:7", "is not there; add sessions/2020-01-08-rutas/no-esta.jpg", "missing_image"),
        ("2020-01-08-rutas.md:11", "'../conf.py' leads nowhere", "link"),
        ("2020-01-10-enlaces.md:3", "2020-01-10-enlaces/l.pdf", "path"),
        ("2020-01-10-enlaces.md:3", "2020-01-10-enlaces/m.pdf", "path"),
        ("2020-01-10-enlaces.md:3", "nnn.pdf' leads nowhere", "link"),
        ("2020-01-09-bytes.md:1", "not UTF-8", "encoding"),
        ("2020-01-01-buena.md", "has the file name '2020-01-01-buena' too", "duplicate_slug"),
        ("malo.md:3", "", "record"),
        ("malo.md:4", "valid:", "record"),
        ("malo.md:5", "color: unknown field", "record"),
        ("sin-nombre.md:1", "name: a record needs a name", "record"),
    ],
)
def test_message(site: Site, place: str, message: str, subtype: str) -> None:
    assert any(place in line and message in line and line.endswith(f"[archive.{subtype}]") for line in site.warnings), (
        site.warnings
    )


def test_the_good_release_is_there(site: Site) -> None:
    assert "Texto del comunicado." in site.page("sessions/2020-01-01-buena")


def test_every_page_is_there(site: Site) -> None:
    for name in RELEASES:
        assert (site.output / "sessions" / name.replace(".md", ".html")).is_file()


def test_nothing_runs(site: Site) -> None:
    page = site.page("sessions/2020-01-07-codigo")
    article = page[page.index('<article role="main"') : page.index("</article>")]
    for wrong in ("<script", "<iframe", "onclick", 'href="javascript', 'href="vbscript', "import sys"):
        assert wrong not in article
    for word in ("Uno", "dos.", "Tres", "cuatro", "cinco"):
        assert word in article


def test_only_a_releases_own_files_are_published(site: Site) -> None:
    assert [file.name for file in (site.output / "_downloads").rglob("*") if file.is_file()] == ["o.pdf"]


def test_stand_ins_for_pictures(site: Site) -> None:
    page = site.page("sessions/2020-01-08-rutas")
    assert len(html.fromstring(page).xpath("//article//figure[contains(@class, 'missing-picture')]")) == 3
    assert "no-esta.jpg" in page
    assert '<a class="reference external" href="https://lejos.mx/a.jpg">Cuatro</a>' in page
    assert not list((site.output / "_images").glob("conf*")) if (site.output / "_images").is_dir() else True


def test_a_release_of_a_megabyte(tmp_path: Path) -> None:
    paragraph = "El **Plan de Agua** sigue en marcha, según dijo la Lic. Ana Ruiz, directora del área. " * 6
    text = "##Título del día\n\n" + f"{paragraph}\n\n" * (1_000_000 // len(paragraph.encode()))
    site = build(small_project(tmp_path / "large", {"2020-01-01-grande.md": text}))
    assert site.warnings == []
    assert site.page("sessions/2020-01-01-grande").count("sigue en marcha") > 10_000
