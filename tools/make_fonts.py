"""Make ``_static/fonts``: the faces of the pages, cut to the Latin letters, marks and arrows that pages use.

    npm pack @fontsource-variable/source-sans-3 @fontsource-variable/source-serif-4    (unpack both)
    pip install brotli
    python tools/make_fonts.py SANS_FOLDER SERIF_FOLDER _static/fonts

Adobe reserves the name Source for fonts that nobody changed (SIL Open Font License 1.1, point 3): these are cut, so
they are called Archive.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, *range(0x2010, 0x2016), *range(0x2018, 0x201F),
    0x2020, 0x2021, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, *range(0x2190, 0x2194), 0x2197, 0x2212,
]  # fmt: skip
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "sups"]
TITLES_WEIGHT = 620
NAME_IDS = (1, 3, 4, 6, 16)
"""Family, unique name, full name, PostScript name, typographic family (OpenType, table ``name``)."""


def cut(source: Path, family: str, target: Path, weight: int | None = None) -> None:
    """Write the letters of *source* to *target*, at one *weight* where it is given, under the name *family*."""
    font = TTFont(source)
    if weight is not None:
        font = instantiateVariableFont(font, {"wght": weight})
    options = Options(flavor="woff2", layout_features=FEATURES)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for name_id in NAME_IDS:
        if font["name"].getDebugName(name_id):
            font["name"].setName(family.replace(" ", "") if name_id == 6 else family, name_id, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)


def main(sans: Path, serif: Path, target: Path) -> None:
    """Write the faces of the text and of titles, and their licence."""
    target.mkdir(parents=True, exist_ok=True)
    cut(sans / "files/source-sans-3-latin-wght-normal.woff2", "Archive Sans", target / "archive-sans.woff2")
    cut(sans / "files/source-sans-3-latin-wght-italic.woff2", "Archive Sans", target / "archive-sans-italic.woff2")
    titles = target / "archive-serif.woff2"
    cut(serif / "files/source-serif-4-latin-wght-normal.woff2", "Archive Serif", titles, TITLES_WEIGHT)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
