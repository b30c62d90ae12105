"""Pictures without what they tell beside the picture, and drawings that run nothing."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageChops, ImageCms, ImageStat
from PIL.PngImagePlugin import PngInfo
from safe_pictures.picture_metadata import without_metadata
from safe_pictures.published_pictures import picture_size, published_photograph, published_picture
from safe_pictures.raster_pictures import PictureError, orientation, upright_size

SECRET = b"SECRET-1234"
"""Stands in every place of a picture that tells something."""
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(turn: int = 1) -> bytes:
    told = Image.Exif()
    told[ExifTags.Base.Orientation] = turn
    told[ExifTags.Base.Artist] = SECRET.decode()
    told.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSDateStamp] = SECRET.decode()
    told.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = SECRET.decode()
    return told.tobytes()


def photograph(kind: str, **more: Any) -> bytes:
    """Make a picture that is red at its left and blue at its right, wider than tall."""
    picture = Image.new("RGB", (80, 40), "blue")
    picture.paste("red", (0, 0, 40, 40))
    made = io.BytesIO()
    picture.save(made, kind, **more)
    return made.getvalue()


def loud(kind: str, turn: int = 1) -> bytes:
    """Make a picture that tells its secret wherever its format allows."""
    more: dict[str, Any] = {"exif": exif(turn), "icc_profile": PROFILE}
    if kind in {"JPEG", "WEBP", "AVIF"}:
        more["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    if kind == "JPEG":
        more["comment"] = SECRET
    if kind == "PNG":
        more["pnginfo"] = PngInfo()
        more["pnginfo"].add_text("Author", SECRET.decode())
        more["pnginfo"].add_itxt("XML:com.adobe.xmp", SECRET.decode())
    if kind == "GIF":
        more = {"comment": SECRET}
    return photograph(kind, **more) + (SECRET if kind in {"JPEG", "PNG", "GIF"} else b"")


def shown(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_nothing_is_told_beside_the_picture(kind: str) -> None:
    data = loud(kind)
    assert SECRET in data
    made = published_photograph(data)
    assert SECRET not in made
    with Image.open(io.BytesIO(made)) as picture:
        assert not picture.getexif()
        assert picture.format == kind
        assert kind == "GIF" or picture.info["icc_profile"] == PROFILE
    if kind != "AVIF":  # the others are copied as they are
        assert ImageChops.difference(shown(made), shown(data)).getbbox() is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_set_upright(kind: str, turn: int) -> None:
    made = published_photograph(loud(kind, turn))
    assert SECRET not in made
    assert orientation(Image.open(io.BytesIO(made))) == 1
    picture = shown(made)
    assert picture.size == ((80, 40) if turn < 5 else (40, 80)) == upright_size(loud(kind, turn))
    red, _green, blue = picture.getpixel((3, 3))  # type: ignore[misc]
    assert (red > blue) is (turn in {1, 4, 5, 6}), "which end lies at the upper left (Exif 2.3, tag 274)"


def test_it_is_the_same_each_time() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        assert published_photograph(loud(kind, 6)) == published_photograph(loud(kind, 6))
        made = published_photograph(loud(kind))
        assert published_photograph(made) == made


def test_a_turned_photograph_loses_little() -> None:
    grain = Image.effect_noise((128, 64), 60).convert("RGB")
    data = io.BytesIO()
    grain.save(data, "JPEG", quality=70, exif=exif(6))
    made = published_photograph(data.getvalue())
    assert len(made) < len(data.getvalue()) * 1.1
    difference = ImageChops.difference(shown(made).transpose(Image.Transpose.ROTATE_90), shown(data.getvalue()))
    assert max(ImageStat.Stat(difference).mean) < 1


def test_previews_and_further_pictures_go() -> None:
    """A JPEG may hold its own preview, from before it was cut, and others behind it."""
    plain = photograph("JPEG")
    jfif = b"\xff\xe0" + struct.pack(">H", 16 + 12) + plain[6:18] + b"\2\2" + SECRET + b"x"
    made = published_photograph(plain[:2] + jfif + plain[20:] + plain)
    assert made == plain
    several = io.BytesIO()
    Image.new("RGB", (9, 9)).save(several, "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
    assert several.getvalue().count(b"\xff\xd8") == 2
    assert published_photograph(several.getvalue()).count(b"\xff\xd8") == 1


def test_an_animation_keeps_moving() -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "WEBP", "PNG"):
        data = io.BytesIO()
        frames[0].save(data, kind, save_all=True, append_images=frames[1:], duration=90)
        assert Image.open(io.BytesIO(published_photograph(data.getvalue()))).n_frames == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) show\n", "none of JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "none of JPEG"),
        (b"", "none of JPEG"),
        (b"BM" + bytes(60), "none of JPEG"),
    ],
)  # fmt: skip
def test_only_pictures_are_taken(data: bytes, told: str) -> None:
    with pytest.raises(PictureError, match=told):
        published_picture(data, "a.jpg")


def test_a_bomb_is_refused() -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 12_600, 12_600, 1, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    with pytest.raises(PictureError, match="12600 by 12600 pixels are too many"):
        published_picture(data, "a.png")


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]),
    places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=4),
    end=st.floats(0, 1),
)
def test_a_broken_picture_is_refused_or_cleaned(kind: str, places: list[tuple[float, int]], end: float) -> None:
    data = bytearray(loud(kind))
    for place, value in places:
        data[int(place * (len(data) - 1))] = value
    try:
        published_photograph(bytes(data[: int(end * len(data)) + 1]))
    except PictureError:
        return


# -- drawings -----------------------------------------------------------------------------------------------

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(content: str, attributes: str = 'width="9" height="6"') -> tuple[str, tuple[str, ...]]:
    made = published_picture(f"<svg {NAMES} {attributes}>{content}</svg>".encode(), "a.svg")
    return made.data.decode(), made.left_out


@pytest.mark.parametrize(
    ("content", "gone"),
    [
        ("<script>alert(1)</script>", "alert"),
        ("<rect onclick='alert(1)' width='1'/>", "alert"),
        ("<rect ONLOAD='alert(1)' width='1'/>", "alert"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>alert</p></foreignObject>", "alert"),
        ("<a xlink:href='javascript:alert(1)'><rect/></a>", "alert"),
        ("<image href='https://elsewhere.mx/a.png'/>", "elsewhere"),
        ("<image xlink:href='../../elsewhere.png'/>", "elsewhere"),
        ("<image href='data:image/svg+xml;base64,elsewhere'/>", "elsewhere"),
        ("<use href='elsewhere.svg#a'/>", "elsewhere"),
        ("<rect fill='url(https://elsewhere.mx/#a)'/>", "elsewhere"),
        ("<rect style='fill: URL( \"//elsewhere.mx/a\")'/>", "elsewhere"),
        ("<rect style='fill:\\75rl(//elsewhere.mx)'/>", "elsewhere"),
        ("<style>@import 'https://elsewhere.mx/a.css'; rect { fill: red }</style>", "elsewhere"),
        ("<style><![CDATA[ rect { fill: url(https://elsewhere.mx/a) } ]]></style>", "elsewhere"),
        ("<style>rect { cursor: image-set('elsewhere.png' 1x) }</style>", "elsewhere"),
        ("<animate attributeName='href' to='javascript:alert(1)'/>", "alert"),
        ("<set attributeName='onclick' to='alert(1)'/>", "alert"),
        ("<handler type='text/ecmascript'>alert(1)</handler>", "alert"),
        ("<?xml-stylesheet href='elsewhere.css'?>", "elsewhere"),
    ],
)
def test_what_runs_or_reaches_outside_goes_and_is_told(content: str, gone: str) -> None:
    made, left_out = drawn(content)
    assert gone not in made.lower()
    assert left_out or content.startswith("<a "), "a link in a drawing leads nowhere, which is no loss of the drawing"


def test_what_tells_of_the_author_goes_in_silence() -> None:
    content = (
        "<!-- SECRET --><metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>SECRET</rdf:RDF>"
        "</metadata><i:view xmlns:i='http://www.inkscape.org/'>SECRET</i:view>"
        "<g xmlns:i='http://www.inkscape.org/' i:export-filename='/home/SECRET/a.png'><rect width='1'/></g>"
    )
    made, left_out = drawn(content)
    assert "SECRET" not in made
    assert left_out == ()


def test_what_is_drawn_stays() -> None:
    content = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        "<style>.a { fill: url(#g) } text &gt; tspan { font-weight: bold }</style>"
        '<g class="a" transform="translate(1 2)"><path d="M0 0L9 9z" fill="url(#g)"/><use xlink:href="#g"/></g>'
        '<text x="1" y="2">Uno &amp; <tspan>dos</tspan> &lt;tres&gt;</text>'
    )
    made, left_out = drawn(content)
    assert left_out == ()
    for piece in (
        '<path d="M0 0L9 9z" fill="url(#g)">',
        'xlink:href="#g"',
        "Uno &amp; <tspan>dos</tspan> &lt;tres&gt;",
    ):
        assert piece in made
    assert published_picture(made.encode(), "a.svg").data.decode() == made


def test_links_keep_what_they_hold() -> None:
    made, _left_out = drawn("<a href='https://a.mx'><text>Uno</text></a>")
    assert "<text>Uno</text>" in made
    assert "a.mx" not in made


def test_a_photograph_in_a_drawing_is_cleaned() -> None:
    inside = base64.b64encode(loud("JPEG")).decode()
    made, left_out = drawn(f"<image href='data:image/jpeg;base64,{inside}' width='9'/>")
    assert left_out == ()
    cleaned = base64.b64decode(made.partition("base64,")[2].partition('"')[0])
    assert cleaned == without_metadata(loud("JPEG"), "JPEG")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<svg xmlns='http://www.w3.org/2000/svg'><g>", "no whole SVG"),
        ("<svg><rect/></svg>", "no SVG"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "no SVG"),
        ("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "entities"),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "entities"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * 5000 + "</g>" * 5000 + "</svg>", "nested"),
        ("", "no whole SVG"),
    ],
)  # fmt: skip
def test_drawings_that_are_none(text: str, told: str) -> None:
    with pytest.raises(PictureError, match=told):
        published_picture(text.encode(), "a.svg")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="9" height="6.4"', (9, 6)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 300 100"', (300, 100)),
        ('width="100%" height="100%" viewBox="0,0,30,10"', (30, 10)),
        ('width="100%" height="100%"', (0, 0)),
        ('width="1e999" height="9"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_the_size_of_a_drawing(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    file = tmp_path / "a.svg"
    file.write_text(f"<svg {NAMES} {attributes}/>", encoding="utf-8")
    assert picture_size(file.read_bytes(), file.name) == size
