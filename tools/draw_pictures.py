#!/usr/bin/env python3
"""Draw the pictures of the starter archive: each shows a figure or a fact of its release.

usage: python tools/draw_pictures.py [sessions]        (needs Pillow, and Liberation or DejaVu fonts)

The releases came with photographs that are not ours to publish; these stand in for them.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (960, 600)
PALETTES = [
    ((122, 31, 61), (240, 163, 186)),
    ((15, 118, 110), (153, 216, 205)),
    ((29, 78, 216), (170, 196, 250)),
    ((180, 83, 9), (250, 205, 150)),
    ((126, 34, 206), (216, 180, 254)),
]

PICTURES: dict[str, tuple[str, str]] = {
    "2018-08-10-comunicado-prensa/sesion20180810": ("66.3 %", "de las mujeres de Coahuila ha vivido violencia"),
    "2018-08-31-comunicado-prensa/octavo-consejo-implan": ("21", "jóvenes en el Consejo Visión Metrópoli"),
    "2019-03-28-tercera-sesion-consejo/autora": ("MF", ""),
    "2019-03-28-tercera-sesion-consejo/ima01": ("3.ª", "sesión de 2019"),
    "2019-03-28-tercera-sesion-consejo/ima02": ("146", "empresas grandes en Torreón"),
    "2019-06-30-sexta-sesion-consejo/ima01": ("5 ejes", "del Plan de Desarrollo Cultural"),
    "2019-09-02-octava-sesion-consejo/ima01": ("72 %", "de la producción es manufactura"),
    "2019-09-02-octava-sesion-consejo/ima02": ("5 de 19", "subsectores hacen el 83 %"),
    "2019-10-31-decima-sesion-consejo/ima05": ("OVIE", "la ciudad, manzana por manzana"),
    "2020-01-30-primer-sesion-consejo-2020/ima01": ("5", "consejeros nuevos"),
    "2020-01-30-primer-sesion-consejo-2020/ima02": ("2020", "Libro de Proyectos"),
    "2020-06-30-3ra-sesion-consejo/ima01": ("3.ª", "sesión de 2020, en línea"),
    "2020-11-03-septima-sesion-consejo/ima01": ("Atlas", "de riesgos, en 5 fases"),
    "2020-11-30-octava-sesion-consejo/imagen": ("8.ª", "sesión de 2020: informe anual"),
    "2020-11-30-octava-sesion-consejo/ima01": ("411", "artículos de investigación"),
    "2020-11-30-octava-sesion-consejo/ima02": ("1,073", "espacios públicos"),
    "2021-02-26-primera-sesion-consejo/ima01": ("22", "polígonos de infraestructura verde"),
    "2021-02-26-primera-sesion-consejo/ima02": ("4 → 8 m²", "de área verde por habitante"),
    "2021-09-29-octava-sesion-consejo/ima01": ("219", "obras de arte urbano"),
}
"""By path below the folder of the releases: what is written large, and what below it."""


def draw(large: str, small: str, seed: str, size: tuple[int, int] = SIZE) -> Image.Image:
    """Give a picture of hills before a plain sky, with the two texts on it."""
    digest = hashlib.sha256(seed.encode()).digest()
    dark, light = PALETTES[digest[0] % len(PALETTES)]
    width, height = size
    picture = Image.new("RGB", size, light)
    brush = ImageDraw.Draw(picture)
    for layer in range(3):
        share = (layer + 1) / 3
        colour = tuple(round(a + (b - a) * share) for a, b in zip(light, dark, strict=True))
        base = height * (0.5 + 0.14 * layer)
        points = [(0.0, float(height))]
        for step in range(9):
            swing = digest[(layer * 9 + step) % 32] / 255 - 0.5
            points.append((width * step / 8, base + swing * height * 0.18))
        brush.polygon([*points, (width, height)], fill=colour)
    _write(brush, large, (width // 2, height * 2 // 5), height // 4, dark)
    if small:
        _write(brush, small, (width // 2, height * 5 // 6), height // 16, (255, 255, 255))
    return picture


def font_file() -> str:
    """Give a font of this machine that has the letters of Spanish; Pillow's own has none with accents."""
    for pattern in ("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf", "Arial Bold.ttf"):
        for folder in ("/usr/share/fonts", "/Library/Fonts", "C:/Windows/Fonts"):
            found = next(Path(folder).rglob(pattern), None)
            if found:
                return str(found)
    raise SystemExit("no font found; install fonts-liberation or fonts-dejavu")


def _write(
    brush: ImageDraw.ImageDraw, text: str, place: tuple[int, int], size: int, colour: tuple[int, int, int]
) -> None:
    font = ImageFont.truetype(font_file(), size)
    brush.text(place, text, font=font, fill=colour, anchor="mm")


def main(folder: Path) -> None:
    """Draw every picture that is named here into *folder*."""
    for name, (large, small) in PICTURES.items():
        path = folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        size = (320, 320) if name.endswith("autora") else SIZE
        draw(large, small, name, size).quantize(64).save(path, optimize=True)
        print(f"{path}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "sessions")
