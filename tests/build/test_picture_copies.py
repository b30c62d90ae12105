"""Photographs larger than pages show them have smaller copies beside them, which come and go with them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import html
from PIL import Image
from safe_pictures.smaller_pictures import copy_name, copy_widths, smaller_photograph
from sites import Site, build, small_project

RELEASE = (
    "# Título del día\n\nTorreón, Coahuila a 10 de enero de 2020.\n\nTexto de la Primera Sesión del Consejo Directivo.\n\n"
    "<center><img src='2020-01-10-a/foto.jpg' alt='La foto'></center>\n\n"
    "<center><img src='2020-01-10-a/otra.jpg' alt='La otra'></center>\n"
)


def photograph(width: int, colour: str = "teal") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, width // 2), colour).save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = small_project(tmp_path / "project", {"2020-01-10-a.md": RELEASE})
    folder = source / "sessions" / "2020-01-10-a"
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(photograph(2000))
    (folder / "otra.jpg").write_bytes(photograph(700))
    return source


def copies(site: Site) -> dict[str, Path]:
    """Give the copies by the width that their name tells."""
    return {file.stem.rpartition("-")[2]: file for file in (site.output / "_images").glob("*.webp")}


def test_only_what_is_much_wider_has_a_copy() -> None:
    assert copy_widths("a.jpg", 2000, (1280, 640, 480)) == [480, 640, 1280]
    assert copy_widths("a.jpg", 960, (640, 1280)) == [640]
    assert copy_widths("a.jpg", 959, (640, 1280)) == []
    assert copy_widths("a.svg", 2000, (640,)) == copy_widths("a.gif", 2000, (640,)) == []
    assert copy_name("foto-1.jpg", 640) == "foto-1-640w.webp"


def test_a_copy_is_a_small_picture_and_the_same_each_time() -> None:
    data = smaller_photograph(photograph(2000), 640)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (640, 320))
        assert "exif" not in picture.info
    assert data == smaller_photograph(photograph(2000), 640)


def test_a_page_tells_of_the_copies_and_loads_its_first_picture_first(source: Path) -> None:
    site = build(source, pagefind_enabled=False)
    assert copies(site).keys() == {"480w", "640w", "1280w"}
    first, second = html.fromstring(site.page("sessions/2020-01-10-a")).xpath("//article//img")
    offered = [part.split() for part in first.get("srcset").split(", ")]
    assert [width for _address, width in offered] == ["640w", "1280w", "2000w"]
    assert all((site.output / "sessions" / address).resolve().is_file() for address, _width in offered)
    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (second.get("srcset"), second.get("loading"), second.get("width")) == (None, "lazy", "700")
    (card,) = html.fromstring(site.page("index")).xpath("//li[contains(@class, 'release-card')]/img")
    assert [part.split()[1] for part in card.get("srcset").split(", ")] == ["480w", "2000w"]


def test_copies_follow_their_picture(source: Path) -> None:
    before = {width: file.read_bytes() for width, file in copies(build(source, pagefind_enabled=False)).items()}
    file = source / "sessions" / "2020-01-10-a" / "foto.jpg"
    file.write_bytes(photograph(2000, "maroon"))
    after = build(source, pagefind_enabled=False)
    assert all(file.read_bytes() != before[width] for width, file in copies(after).items())
    clean = build(source, source / "clean", fresh=True, pagefind_enabled=False)
    assert {width: file.read_bytes() for width, file in copies(clean).items()} == {
        width: file.read_bytes() for width, file in copies(after).items()
    }
    file.write_bytes(photograph(700))
    assert copies(build(source, pagefind_enabled=False)) == {}
