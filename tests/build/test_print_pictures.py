"""Pictures in print: every kind that a release may bring is printed, or told by file and line, and the book is made."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from handbook import Build
from PIL import ExifTags, Image, ImageCms
from printed import Printed, letters_of
from safe_pictures.picture_metadata import without_metadata
from sites import SHARED

HOSTILE = SHARED / "hostile"
SIZE = (90, 60)


def saved(picture: Image.Image, kind: str, **more: Any) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **more)
    return made.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", SIZE, colour) for colour in ("red", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=90)


def deep(value: int) -> bytes:
    return saved(Image.new("I;16", SIZE, value), "PNG")


RED = {
    "a photograph": lambda: saved(Image.new("RGB", SIZE, "red"), "JPEG"),
    "a progressive one": lambda: saved(Image.new("RGB", SIZE, "red"), "JPEG", progressive=True),
    "for the press": lambda: saved(Image.new("CMYK", SIZE, (0, 255, 255, 0)), "JPEG"),
    "several in one": lambda: saved(
        Image.new("RGB", SIZE, "red"), "MPO", save_all=True, append_images=[Image.new("RGB", SIZE)]
    ),
    "a palette": lambda: saved(Image.new("RGB", SIZE, "red").convert("P"), "PNG"),
    "transparent": lambda: saved(Image.new("RGBA", SIZE, (255, 0, 0, 255)), "PNG"),
    "a transparent palette": lambda: saved(Image.new("RGB", SIZE, "red").convert("P"), "PNG", transparency=200),
    "a moving GIF": lambda: moving("GIF"),
    "a moving PNG": lambda: moving("PNG"),
    "a moving WebP": lambda: moving("WEBP"),
    "AVIF": lambda: saved(Image.new("RGB", SIZE, "red"), "AVIF"),
    "a hundred megapixels": lambda: saved(Image.new("RGB", (12_000, 8_400), "red"), "JPEG", quality=30),
    "with a profile": lambda: saved(
        Image.new("RGB", SIZE, "red"), "PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    ),
    "with a broken profile": lambda: saved(Image.new("RGB", SIZE, "red"), "PNG", icc_profile=b"no profile"),
}  # fmt: skip


def print_picture(make: Build, data: bytes, name: str = "dot.png") -> list[str]:
    """Print the handbook with *data* as its picture; give what was told."""
    for file in make.source.glob("*.rst"):
        file.write_text(file.read_text(encoding="utf-8").replace("dot.png", name), encoding="utf-8")
    (make.source / name).write_bytes(data)
    return [line for line in make().warnings if "typst.picture" in line or "typst.compile" in line]


def printed_pictures(printed: Printed) -> list[Image.Image]:
    return [image.image for page in printed.reader.pages for image in page.images if image.image]


@pytest.mark.parametrize("kind", RED)
def test_every_kind_is_printed(make: Build, kind: str) -> None:
    assert print_picture(make, RED[kind]()) == []
    pictures = printed_pictures(make.printed)
    assert len(make.printed.alternatives) == 2
    assert pictures
    for picture in pictures:
        assert picture.height <= 205 / 72 * 300 + 1  # 300 dots an inch at its place
        red, green, blue = picture.convert("RGB").getpixel((1, 1))  # type: ignore[misc]
        assert red > 200
        assert max(green, blue) < 60


def test_a_photograph_is_taken_as_it_is_but_for_what_it_tells(make: Build) -> None:
    photograph = Image.effect_noise((400, 300), 90).convert("RGB")
    data = saved(photograph, "JPEG", quality=70, comment=b"taken by somebody", exif=b"Exif\0\0nobody's business")
    assert print_picture(make, data, "dot.jpg") == []
    book = make.printed.file.read_bytes()
    assert without_metadata(data, "JPEG") in book
    assert b"somebody" not in book
    assert b"business" not in book


@pytest.mark.parametrize(("size", "printed"), [((3000, 2000), (1281, 854)), ((2000, 3000), (828, 1242))])
def test_a_large_photograph_has_300_dots_an_inch_at_its_place(
    make: Build, size: tuple[int, int], printed: tuple[int, int]
) -> None:
    assert print_picture(make, saved(Image.new("RGB", size, "red"), "JPEG"), "dot.jpg") == []
    assert {picture.size for picture in printed_pictures(make.printed)} == {printed}


def test_a_photograph_taken_on_its_side_stands_upright(make: Build) -> None:
    picture, exif = Image.new("RGB", SIZE, "blue"), Image.Exif()
    picture.paste("red", (0, 0, SIZE[0] // 2, SIZE[1]))
    exif[ExifTags.Base.Orientation] = 6
    assert print_picture(make, saved(picture, "JPEG", exif=exif), "dot.jpg") == []
    for shown in printed_pictures(make.printed):
        assert shown.size == SIZE[::-1]
        above, below = (shown.convert("RGB").getpixel((30, line)) for line in (5, 85))
        assert above[0] > 200 > below[0]  # type: ignore[index]


@pytest.mark.parametrize(("value", "shown"), [(0, 0), (0x4000, 64), (0xC000, 192), (0xFFFF, 255)])
def test_sixteen_bits_are_scaled_to_eight(make: Build, value: int, shown: int) -> None:
    assert print_picture(make, deep(value)) == []
    grey = printed_pictures(make.printed)[0].convert("L").getpixel((1, 1))
    assert grey == pytest.approx(shown, abs=2)


def test_a_picture_of_one_line_is_printed(make: Build) -> None:
    assert print_picture(make, saved(Image.new("L", (4000, 1)), "PNG")) == []


BROKEN: dict[str, Callable[[], bytes]] = {
    "another program's": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(w) file closefile\n",
    "empty": lambda: b"",
    "broken off": lambda: saved(Image.effect_noise((200, 200), 90), "JPEG")[:2000],
    "too large": lambda: saved(Image.new("1", (13_000, 13_000)), "PNG"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_printed_is_told_and_its_words_stay(make: Build, kind: str) -> None:
    told = print_picture(make, BROKEN[kind](), "dot.jpg")
    assert len(told) == 2
    assert "everything.rst:" in told[0]
    assert letters_of("Words for a picture") in make.printed.letters
    assert make.printed.alternatives == []


@pytest.mark.skipif(not HOSTILE.is_dir(), reason=f"{HOSTILE} is not there")
@pytest.mark.parametrize("name", ["keep-print-1.avif", "keep-print-2.jpg", "keep-typst-1.jpg", "03-eps-as.jpg"])
def test_what_once_broke_the_book(make: Build, name: str) -> None:
    told = print_picture(make, (HOSTILE / name).read_bytes(), name)
    assert len(make.printed.alternatives) == (0 if told else 2)


SVG = "<svg xmlns='http://www.w3.org/2000/svg' {}>{}</svg>"


@pytest.mark.parametrize(
    ("drawing", "is_told"),
    [
        (SVG.format("width='100' height='50'", "<rect width='9' height='9'/>"), False),
        (SVG.format("width='100%' height='100%'", "<rect width='9' height='9'/>"), False),
        (SVG.format("", "<rect width='9' height='9'/>"), False),
        (SVG.format("width='100' height='50'", "<image href='ok.png' width='50' height='50'/><rect width='9' height='9'/>"), False),
        (SVG.format("width='100' height='50'", "<script>x()</script><rect width='9' height='9'/>"), False),
        (SVG.format("width='100' height='50'", "<text y='20'>Aa</text>"), False),
        (SVG.format("width='100' height='50'", "<text y='20'>中</text>"), True),
    ],
)  # fmt: skip
def test_every_drawing_is_printed(make: Build, drawing: str, is_told: bool) -> None:
    """One with a letter that no font has is printed in pixels, which is told."""
    told = print_picture(make, drawing.encode(), "dot.svg")
    assert bool(told) is is_told
    assert all("in pixels" in line for line in told)
    assert len(make.printed.alternatives) == 2
    assert print_picture(make, drawing.encode(), "dot.svg") == told


def test_a_drawing_in_a_line_is_printed(make: Build) -> None:
    page = make.source / "unusual.rst"
    page.write_text("T\n=\n\nA |dot| in a line.\n\n.. |dot| image:: dot.svg\n   :alt: In a line\n", encoding="utf-8")
    (make.source / "dot.svg").write_text(SVG.format("", "<rect width='9' height='9'/>"), encoding="utf-8")
    make()
    assert "In a line" in make.printed.alternatives
