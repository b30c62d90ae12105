"""Archives for the benchmarks: generated releases in the dialect, pictures, and authority records.

Lengths follow those of the real releases: about 3,600 characters, three pictures, and in two of five releases
a council session with a list of projects for each directorate.  The same size gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import random
import struct
import zlib
from functools import lru_cache
from pathlib import Path

from PIL import Image

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
ORDINALS = "Primera Segunda Tercera Cuarta Quinta Sexta Séptima Octava Novena Décima Undécima Duodécima".split()
DIRECTORATES = {
    "investigacion-estrategica": "Investigación Estratégica",
    "planeacion-urbana-sustentable": "Planeación Urbana Sustentable",
    "competitividad-sectorial": "Competitividad Sectorial",
    "proyectos-estrategicos": "Proyectos Estratégicos",
}
KINDS = "Plan Programa Reglamento Atlas Monitor Sistema Diagnóstico Estudio Seminario Observatorio".split()
TOPICS = "Agua Movilidad Vivienda Arbolado Energía Empleo Turismo Mercados Parques Salud Ruido Aire Residuos Suelo Datos".split()
PLACES = "del Centro,del Norte,de la Ribera,del Poniente,de Oriente,de la Sierra,del Valle,de la Alameda".split(",")
GIVEN = "Ana Luis Elena Jorge Marta Raúl Sofía Iván Clara Hugo Laura Óscar".split()
SURNAMES = "Ruiz Paz Soto Ríos Luna Mata Vega Cano Lara Mora Peña Solís".split()
WORDS = (
    "la ciudad y su región tienen un rumbo que las mesas revisan cada año con cifras abiertas para que barrios, "
    "empresas, escuelas y oficinas acuerden qué calles, plazas, árboles, redes y servicios se atienden primero; el "
    "equipo midió distancias, costos, tiempos y opiniones, y mostró mapas con lo que cambió desde la revisión previa"
).split()


class Generator:
    """Makes releases one after the other; *seed* fixes them all, *suffix* is that of their pictures."""

    def __init__(self, seed: int = 2020, suffix: str = "png") -> None:
        self.suffix = suffix
        self.random = random.Random(seed)
        self.projects = [f"{kind} de {topic} {place}" for kind in KINDS for topic in TOPICS for place in PLACES[:1]]

    def sentence(self, length: int = 24) -> str:
        """Give a sentence of words that mean nothing."""
        start = self.random.randrange(len(WORDS))
        words = [WORDS[(start + step) % len(WORDS)].strip(",;") for step in range(length + self.random.randrange(9))]
        words[self.random.randrange(len(words))] = f"**{self.random.choice(words)}**"
        text = " ".join(words)
        return text[:1].upper() + text[1:] + "."

    def paragraph(self) -> str:
        """Give a paragraph of a release."""
        return " ".join(self.sentence() for _ in range(3))

    def project(self, number: int) -> str:
        """Give a project's name; some recur often, most seldom."""
        return self.projects[min(int(self.random.expovariate(1 / 40)), len(self.projects) - 1)]

    def release(self, number: int, date: datetime.date, slug: str) -> str:
        """Give the text of one release."""
        day = f"{date.day} de {MONTHS[date.month - 1]} de {date.year}"
        parts = [
            f'\n<center><img src="{slug}/ima01.{self.suffix}" alt="Imagen {number}"></center>',
            f"Torreón, Coahuila a {day}.",
            f"##Informe {number} del {day}.",
        ]
        if number % 5 < 2:
            parts += self._session(date)
        else:
            parts += [f"El IMPLAN avanza con el {self.project(number)}. {self.paragraph()}", "</br>"]
            parts += [self.paragraph() for _ in range(5)]
        parts += [
            f'<img class="img-responsive" src="{slug}/ima02.{self.suffix}" alt="Imagen {number} b">',
            f'<img class="img-responsive" src="{slug}/ima03.{self.suffix}" alt="Imagen {number} c">',
        ]
        return "\n\n".join(parts) + "\n"

    def _session(self, date: datetime.date) -> list[str]:
        parts = [
            f"Durante la {ORDINALS[date.month - 1]} Sesión del Consejo Directivo se rindió cuenta del año. {self.paragraph()}"
        ]
        for name in DIRECTORATES.values():
            term = len(name) + date.year // 3  # a director stays for three years
            person = f"{GIVEN[term % 12]} {SURNAMES[term * 5 % 12]} {SURNAMES[term * 7 % 12]}"
            parts += [f"###Dirección de {name}:", f"*{person}*, director de {name}, expuso los proyectos:"]
            parts += [f"- {self.project(0)}. {self.sentence(12)}" for _ in range(4)]
        return parts


def picture(number: int) -> bytes:
    """Give a small PNG of one colour, which differs from picture to picture."""
    width, height = 120, 80
    row = b"\0" + bytes((number * 7 % 200 + 40, number * 13 % 200 + 40, number * 29 % 200 + 40)) * width

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


@lru_cache(maxsize=32)
def _noise(number: int) -> Image.Image:
    """Give a picture of 800 by 600 pixels, as the photographs of the real releases are."""
    shades = [Image.effect_noise(size, 60 + number).resize((800, 600)) for size in ((160, 120), (40, 30), (16, 12))]
    return Image.merge("RGB", shades)


def photograph(number: int) -> bytes:
    """Give a JPEG of about 120 KB, which differs from the others."""
    picture = _noise(number % 32).copy()
    picture.paste((number % 256, number // 256 % 256, 0), (0, 0, 16, 16))
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=88)
    return made.getvalue()


def write_releases(folder: Path, count: int, photographs: bool = False) -> None:
    """Write *count* releases with their pictures into *folder*, 250 a year at the most, the newest in 2026.

    The pictures are small PNGs, or *photographs* such as the real releases have.
    """
    suffix, draw = ("jpg", photograph) if photographs else ("png", picture)
    generator = Generator(suffix=suffix)
    for number in range(count):
        year = 2026 - number // 250
        date = datetime.date(year, 1, 1) + datetime.timedelta(days=number % 250)
        slug = f"{date.isoformat()}-comunicado-{number:05}"
        (folder / slug).mkdir(parents=True, exist_ok=True)
        (folder / f"{slug}.md").write_text(generator.release(number, date, slug), encoding="utf-8")
        for place in (1, 2, 3):
            (folder / slug / f"ima0{place}.{suffix}").write_bytes(draw(number * 3 + place))


def write_records(source: Path) -> None:
    """Write the authority records: the four directorates and all projects."""
    (source / "people").mkdir(parents=True, exist_ok=True)
    for id_, name in DIRECTORATES.items():
        _write(source / "directorates" / f"{id_}.md", f"---\nname: Dirección de {name}\nkind: institute\n---\n")
    ids = list(DIRECTORATES)
    for number, name in enumerate(Generator().projects):
        id_ = name.lower().translate(str.maketrans("áéíóúñ ", "aeioun-"))
        _write(source / "projects" / f"{id_}.md", f"---\nname: {name}\ndirectorate: {ids[number % 4]}\n---\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
