"""What is put into an archive that is built: changed releases, records, pictures, and oddities of the file system."""

from __future__ import annotations

import io
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from re import fullmatch

from PIL import Image

from fuzz.encodings import cut, flipped
from fuzz.mutants import Mutant, record_mutant, release_mutant

_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".bmp": "BMP",
    ".tif": "TIFF",
}
_DRAWING = (
    b"""<svg xmlns="http://www.w3.org/2000/svg" width="9"><script>alert(1)</script><image href="//a.mx/a.png"/></svg>"""
)
_POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file\n"


@dataclass(frozen=True)
class Input:
    """Something at a path of an archive: a file of some bytes, or an oddity; there before a rebuild, after it, or both."""

    path: str
    data: bytes = b""
    oddity: str = ""
    told: str = ""
    before: bool = True
    after: bool = True

    @property
    def is_plain_release(self) -> bool:
        """Whether there must be a page of it, with all its words."""
        return not self.oddity and fullmatch(r"sessions/[a-z0-9-]+\.md", self.path) is not None

    def put(self, source: Path) -> None:
        """Put it into the archive at *source*; what the file system does not take stays away."""
        place = source / self.path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            ODDITIES[self.oddity](place, self.data)
        except (OSError, ValueError):
            return

    def remove(self, source: Path) -> None:
        """Take it out of the archive."""
        place = source / self.path
        try:
            shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink(missing_ok=True)
        except (OSError, ValueError):
            return


def _file(place: Path, data: bytes) -> None:
    place.write_bytes(data)


def _old(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    os.utime(place, (0, 0))


def _future(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    os.utime(place, (2**33, 2**33))


def _unreadable(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    place.chmod(0)


def _fifo(place: Path, _data: bytes) -> None:
    os.mkfifo(place)


def _socket(place: Path, _data: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(place))


def _folder(place: Path, data: bytes) -> None:
    place.mkdir()
    (place / "2020-01-01-dentro.md").write_bytes(data)


def _dangling(place: Path, _data: bytes) -> None:
    place.symlink_to("nowhere.md")


def _loop(place: Path, _data: bytes) -> None:
    place.symlink_to(place.name)


def _link_out(place: Path, _data: bytes) -> None:
    place.symlink_to("/etc/passwd")


def _link_up(place: Path, _data: bytes) -> None:
    place.symlink_to("..")


ODDITIES: dict[str, Callable[[Path, bytes], None]] = {
    "": _file, "of 1970": _old, "of the future": _future, "unreadable": _unreadable, "a FIFO": _fifo, "a socket": _socket,
    "a folder": _folder, "a dangling link": _dangling, "a link to itself": _loop, "a link out": _link_out, "a link upwards": _link_up,
}  # fmt: skip
"""How something is put at its place."""
_NAMES = (
    "2020-01-01 a b", "2020-01-01-a#b?c%41&d'e+f ñ", '2020-01-01-"<b onclick=x>', "2020-01-01-\n```{raw} html", "2020-01-01-\\a",
    "2020-01-01-`a`", "a" * 246, "ñ" * 122, "-a", ".oculto", "2020-01-01-a.md", "index", "2020-01-01-n\u0303", "2020-01-01-ñ",
    "2020-01-01-[a]", "*", "2020-01-01-{a}", "2020-01-01-%41", "2020-01-01-\udcf1", "2020-01-01-\u202ea", "0000-00-00-a",
    "9999-12-31-a", "10000-01-01-a", "2020-02-30-a", "²⁰²⁰-01-01-a", "2020-01-01-a.corrections", "..a", "a..", "con",
    "a/b/c/2020-01-01-a", "2020-01-01-\x07", "<a>", "a: b", "#", "2020", "~",
)  # fmt: skip
_ENDINGS = (
    ".md", ".md", ".md", ".MD", ".rst", ".txt", ".md~", ".corrections.yml", ".html", ".json", "",
)  # fmt: skip


def inputs_of(seed: str, count: int, *, real: bool) -> list[Input]:
    """Give the inputs of a seed: mostly releases, each with its pictures."""
    chance = Random(f"inputs {seed}")
    given: dict[str, Input] = {}
    for number in range(count):
        for each in _inputs(chance, f"{seed}/{number}", f"20{number % 30:02}-01-{number % 28 + 1:02}-m{number}", real):
            given[each.path] = each
    return list(given.values())


def changing(inputs: list[Input], seed: str) -> Iterator[Input]:
    """Give the inputs, some of which come, go or change at a rebuild."""
    chance = Random(f"changes {seed}")
    for each in inputs:
        fate = chance.random()
        if fate < 0.2:
            yield replace(each, before=False)
        elif fate < 0.4:
            yield replace(each, after=False)
        elif fate < 0.6:
            yield replace(each, after=False)
            yield replace(each, before=False, data=chance.choice((flipped, cut))(chance, each.data.decode("latin-1")))
        else:
            yield each


def _inputs(chance: Random, seed: str, slug: str, real: bool) -> Iterator[Input]:
    """Give a few inputs of one kind."""
    kind = chance.random()
    if kind < 0.7:
        mutant = release_mutant(seed, real=real)
        yield _input(f"sessions/{slug}.md", mutant)
        for address in mutant.origin.pictures():
            yield Input(f"sessions/{address}", picture(chance, address), told="a picture")
    elif kind < 0.85:
        folder = chance.choice(("projects", "people", "directorates"))
        mutant = record_mutant(seed, folder)
        name = chance.choice((Path(mutant.origin.name).stem, slug[5:], "plan-de-agua"))
        yield _input(f"{folder}/{name}.md", mutant)
    elif kind < 0.93:
        name, ending = chance.choice(_NAMES), chance.choice(_ENDINGS)
        yield _input(
            f"{chance.choice(('sessions', 'sessions', 'projects'))}/{name}{ending}", release_mutant(seed, real=real)
        )
    else:
        folder, oddity = (
            chance.choice(("sessions", "sessions", "projects", "sessions/2020-01-01-x")),
            chance.choice(list(ODDITIES)),
        )
        path = f"{folder}/{slug}{chance.choice(('.md', '.md', '', '.corrections.yml', '.jpg'))}"
        yield replace(_input(path, release_mutant(seed, real=real)), oddity=oddity)


def _input(path: str, mutant: Mutant) -> Input:
    return Input(path, mutant.data, told=str(mutant))


def picture(chance: Random, address: str) -> bytes:
    """Give a picture for an address: mostly a small one of its kind, else one of another, a broken one, or none."""
    stream = io.BytesIO()
    form = _FORMATS.get(Path(address.lower()).suffix, "PNG")
    fate = chance.random()
    if fate < 0.1:
        form = chance.choice(list(_FORMATS.values()))
    mode = chance.choice(("RGB", "RGB", "RGB", "L", "1", "CMYK", "P", "RGBA", "I;16", "LA", "F"))
    try:
        Image.new(mode, (chance.randint(1, 60), chance.randint(1, 60))).save(stream, form)
    except (OSError, ValueError):
        Image.new("RGB", (8, 8)).save(stream, form)
    data = stream.getvalue()
    if fate > 0.9:
        return chance.choice((_DRAWING, _POSTSCRIPT, b"", b"\0" * 99))
    return chance.choice((flipped, cut))(chance, data.decode("latin-1")) if fate > 0.75 else data
