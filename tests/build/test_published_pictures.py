"""Pictures on pages, beside them and in print: nothing told but what they show, nothing run, the sources untouched."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import html
from PIL import ExifTags, Image
from printed import Printed
from safe_pictures.picture_builder import NOTES
from sites import Site, build, small_project
from sphinx.testing.util import SphinxTestApp

SECRET = b"SECRET-1234"
TEXT = (
    "# Título del día\n\nTorreón, Coahuila a 10 de enero de 2020.\n\nTexto.\n\n"
    "<img src='2020-01-01-a/foto.jpg' alt='La foto'>\n\n[La foto](2020-01-01-a/foto.jpg)\n\n"
    "<img src='2020-01-01-a/plano.svg' alt='El plano'>\n\n<img src='2020-01-01-a/falsa.jpg' alt='La falsa'>\n"
)
ACTIVE = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60' onload='alert(1)'><script>alert(1)</script>"
    "<image href='foto.jpg' width='9' height='9'/><rect width='9' height='9'/></svg>"
)


def photograph(turn: int = 6, colour: str = "red") -> bytes:
    """Make a photograph 80 by 40 that tells a secret and wants to be turned."""
    told = Image.Exif()
    told[ExifTags.Base.Orientation] = turn
    told[ExifTags.Base.Artist] = SECRET.decode()
    made = io.BytesIO()
    Image.new("RGB", (80, 40), colour).save(made, "JPEG", exif=told, comment=SECRET)
    return made.getvalue()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = small_project(tmp_path / "project", {"2020-01-01-a.md": TEXT})
    folder = source / "sessions" / "2020-01-01-a"
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(photograph())
    (folder / "plano.svg").write_text(ACTIVE, encoding="utf-8")
    (folder / "falsa.jpg").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(w) file closefile\n")
    return source


def published(site: Site) -> list[Path]:
    return sorted(
        file for name in ("_images", "_downloads") for file in (site.output / name).rglob("*") if file.is_file()
    )


def holding(folder: Path, secret: bytes) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and secret in file.read_bytes()]


def test_a_page_and_its_files_tell_no_secret(source: Path) -> None:
    before = {file: file.read_bytes() for file in (source / "sessions").rglob("*") if file.is_file()}
    site = build(source, pagefind_enabled=False)
    assert [file.suffix for file in published(site)] == [".jpg", ".jpg", ".svg"]
    assert holding(site.output, SECRET) == []
    photographs = [file for file in published(site) if file.suffix == ".jpg"]
    assert [Image.open(file).size for file in photographs] == [(40, 80)] * 2
    image = html.fromstring(site.page("sessions/2020-01-01-a")).xpath("//img[@alt='La foto']")[0]
    assert (image.get("width"), image.get("height")) == ("40", "80")
    assert {file: file.read_bytes() for file in before} == before


def test_a_drawing_runs_nothing_and_it_is_told(source: Path) -> None:
    site = build(source, pagefind_enabled=False)
    drawing = next(file for file in published(site) if file.suffix == ".svg").read_text(encoding="utf-8")
    assert "<rect" in drawing
    assert not any(active in drawing for active in ("script", "alert", "foto.jpg"))
    told = next(line for line in site.warnings if line.endswith("[pictures.active]"))
    assert "2020-01-01-a.md:11: " in told
    assert "<script>, foto.jpg, onload" in told


def test_a_file_that_is_no_picture_is_told_and_not_published(source: Path) -> None:
    site = build(source, pagefind_enabled=False)
    told = next(line for line in site.warnings if line.endswith("[archive.picture]"))
    assert "2020-01-01-a.md:13: " in told
    assert "none of JPEG" in told
    assert holding(site.output, b"EPSF") == []
    assert html.fromstring(site.page("sessions/2020-01-01-a")).xpath("//figure[contains(., 'La falsa')]")


def test_the_file_is_taken_once_it_is_a_picture(source: Path) -> None:
    build(source, pagefind_enabled=False)
    (source / "sessions" / "2020-01-01-a" / "falsa.jpg").write_bytes(photograph(1))
    site = build(source, pagefind_enabled=False)
    assert html.fromstring(site.page("sessions/2020-01-01-a")).xpath("//img[@alt='La falsa']")
    assert holding(site.output, SECRET) == []


def test_pictures_are_published_once_and_again_when_they_change(source: Path) -> None:
    site = build(source, pagefind_enabled=False)
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in published(site)}
    release = source / "sessions" / "2020-01-01-a.md"
    release.write_text(f"{TEXT}\nMás texto.\n", encoding="utf-8")
    site = build(source, pagefind_enabled=False)
    assert {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in published(site)} == before
    (source / "sessions" / "2020-01-01-a" / "foto.jpg").write_bytes(photograph(1, "blue"))
    changed = build(source, pagefind_enabled=False).bytes()
    clean = build(source, source / "_build" / "clean", pagefind_enabled=False).bytes()
    pictures = [name for name in clean if name.startswith(("_images", "_downloads"))]
    assert {name: changed[name] for name in pictures} == {name: clean[name] for name in pictures}


def test_what_another_version_published_is_published_anew(source: Path) -> None:
    """A page that did not change may stand beside a picture that the code once copied as it was."""
    site = build(source, pagefind_enabled=False)
    notes = site.output.parent / "doctrees-html" / NOTES
    known = json.loads(notes.read_text(encoding="utf-8"))
    photographs = [file for file in published(site) if file.suffix == ".jpg"]
    assert {str(file) for file in photographs} <= known.keys()
    for file in photographs:
        file.write_bytes(photograph())
    notes.write_text(json.dumps({file: f"older {note}" for file, note in known.items()}), encoding="utf-8")
    (source / "index.rst").write_text("T\n=\n\n.. toctree::\n   :glob:\n\n   sessions/*\n", encoding="utf-8")
    assert holding(build(source, pagefind_enabled=False).output, SECRET) == []


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub"])
def test_other_builders_publish_the_same(source: Path, builder: str) -> None:
    site = build(source, builder=builder, pagefind_enabled=False)
    for book in site.output.glob("*.epub"):
        zipfile.ZipFile(book).extractall(site.output / "book")
    assert holding(site.output, SECRET) == []
    assert holding(site.output, b"alert(1)") == []


def test_print_tells_no_secret_and_turns_what_lies(source: Path) -> None:
    site = build(source, builder="typst", archive_pdf_single=True)
    printed = Printed(site.output / "sessions" / "2020-01-01-a.pdf")
    assert printed.alternatives == ["La foto", "El plano"]
    assert [image.image.size for page in printed.reader.pages for image in page.images if image.image] == [(40, 80)]
    assert holding(site.output, SECRET) == []
    assert not [line for line in site.warnings if "typst" in line]


def test_any_sphinx_project_has_it(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['safe_pictures']\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text("T\n=\n\n.. image:: a.jpg\n\n.. image:: b.jpg\n", encoding="utf-8")
    (tmp_path / "a.jpg").write_bytes(photograph())
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    app = SphinxTestApp("html", srcdir=tmp_path)
    try:
        app.build()
        told = [line for line in app.warning.getvalue().splitlines() if "[pictures.unreadable]" in line]
    finally:
        app.cleanup()
    assert "index.rst:6: " in told[0]
    assert [file.name for file in (Path(app.outdir) / "_images").iterdir()] == ["a.jpg"]
    assert holding(Path(app.outdir), SECRET) == []
