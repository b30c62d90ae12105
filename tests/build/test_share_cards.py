"""Pages without a picture of their own have a card to be shared with: drawn once, and gone when nobody needs it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from council_sphinx.web.card_drawing import HEIGHT, WIDTH, Card, drawn
from extruct.opengraph import OpenGraphExtractor
from hostile import LONG, NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sites import Site, build, small_project

BASE = "https://archivo.example.org/"
TEXT = "## Informe de enero\n\nSe dijo.\n"
PICTURE = "![Una calle](2020-01-10-a/calle.png)\n"
RELEASE = "sessions/2020-01-10-a"


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """Give the box that holds all that is not ground."""
    box = image.point([0, *[1] * 255]).getbbox()
    assert box is not None
    return box


def shared(site: Site, page: str) -> dict[str, str]:
    """Give what Open Graph tells of the picture of a page."""
    (told,) = OpenGraphExtractor().extract(site.page(page))
    return {name: value for name, value in told["properties"] if name.startswith("og:image")}


def cards(site: Site) -> set[str]:
    return {file.name for file in (site.output / "_images").glob("card-*")}


def test_a_card_is_a_small_picture_in_the_colour_of_the_pages() -> None:
    image = opened(drawn(Card("Informe de enero", "10 de enero de 2020", "Instituto de la Ribera", "#7a1f3d")))
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    assert image.convert("RGB").getpixel((5, 5)) == (0x7A, 0x1F, 0x3D)
    assert (255, 255, 255) in {colour for _count, colour in image.convert("RGB").getcolors() or []}
    left, top, right, bottom = inked(image)
    assert (left, right) == (80, WIDTH - 80)
    assert 60 < top < bottom < HEIGHT - 60


@pytest.mark.parametrize(
    "title", [*NAMES.values(), LONG, "", "漢字 الأبجدية Ελληνικά", "W" * 500, " ".join(["palabra"] * 90)]
)
def test_whatever_a_title_holds_it_stays_on_the_card(title: str) -> None:
    png = drawn(Card(title, title, title, "#123456"))
    left, top, right, bottom = inked(opened(png))
    assert left >= 70
    assert right <= WIDTH - 70
    assert top >= 60
    assert bottom <= HEIGHT - 60
    assert len(png) < 40_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_a_card(title: str) -> None:
    assert opened(drawn(Card(title, "", "", "#000000"))).size == (WIDTH, HEIGHT)


def test_a_letter_and_its_accent_are_drawn_as_one() -> None:
    one, two = (drawn(Card(text, "", "", "#000000")) for text in ("Sesión", "Sesio\u0301n"))
    assert one == two
    assert one != drawn(Card("Sesion", "", "", "#000000"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    source = small_project(
        tmp_path / "project", {"2020-01-10-a.md": TEXT, "2020-02-10-b.md": TEXT.replace("enero", "febrero")}
    )
    (source / "sessions" / "2020-01-10-a").mkdir()
    return source


def add_picture(project: Path, size: tuple[int, int] = (600, 400), name: str = "calle.png") -> None:
    Image.new("RGB", size, "blue").save(project / "sessions" / "2020-01-10-a" / name)
    text = TEXT + PICTURE.replace("calle.png", name)
    (project / "sessions" / "2020-01-10-a.md").write_text(text, encoding="utf-8")


def test_a_page_has_its_own_picture_or_a_card(project: Path) -> None:
    add_picture(project)
    site = build(project, html_baseurl=BASE)
    own = shared(site, RELEASE)
    assert (site.output / own["og:image"].removeprefix(BASE)).is_file()
    assert own["og:image:alt"] == "Una calle"
    assert (own["og:image:width"], own["og:image:height"], own["og:image:type"]) == ("600", "400", "image/png")
    card = shared(site, "sessions/2020-02-10-b")
    image = Image.open(site.output / card["og:image"].removeprefix(BASE))
    assert [str(side) for side in image.size] == [card["og:image:width"], card["og:image:height"]]
    assert card["og:image:alt"] == "Informe de febrero"


@pytest.mark.parametrize(("size", "name"), [((120, 90), "calle.png"), ((600, 400), "calle.avif")])
def test_a_picture_that_other_sites_show_not_has_a_card_in_its_place(
    project: Path, size: tuple[int, int], name: str
) -> None:
    add_picture(project, size, name)
    assert "/card-" in shared(build(project, html_baseurl=BASE), RELEASE)["og:image"]


def test_a_card_is_drawn_once_and_goes_when_its_page_has_a_picture_or_another_title(project: Path) -> None:
    site = build(project, html_baseurl=BASE)
    before = {file.name: file.stat().st_mtime_ns for file in (site.output / "_images").iterdir()}
    first = shared(site, RELEASE)["og:image"].rpartition("/")[2]
    second = shared(site, "sessions/2020-02-10-b")["og:image"].rpartition("/")[2]
    add_picture(project)
    (project / "sessions" / "2020-02-10-b.md").write_text("## Otro título\n\nSe dijo.\n", encoding="utf-8")
    site = build(project, html_baseurl=BASE)
    assert before.keys() - cards(site) == {first, second}
    new = cards(site) - before.keys()
    assert new == {shared(site, "sessions/2020-02-10-b")["og:image"].rpartition("/")[2]}
    kept = cards(site) & before.keys()
    assert {name: (site.output / "_images" / name).stat().st_mtime_ns for name in kept} == {
        name: before[name] for name in kept
    }


def test_one_setting_leaves_cards_out(project: Path) -> None:
    assert cards(build(project, html_baseurl=BASE))
    site = build(project, html_baseurl=BASE, archive_share_cards=False)
    assert not cards(site)
    assert shared(site, RELEASE) == {}
    assert "og:title" in site.page(RELEASE)


def test_serial_and_parallel_builds_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    parallel = build(project, html_baseurl=BASE, parallel=2)
    serial = build(project, tmp_path / "serial", html_baseurl=BASE)
    assert cards(serial)
    assert parallel.bytes() == serial.bytes()
