"""The pictures of a release to import: which they are, where they go, and what is refused.

Those of its own folder go into its folder here.  Portraits, referred to as ``../imagenes/…``, go into the folder of that
name, if it is one of pictures: no file of the archive's own is there to be replaced.  No link is followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from safe_pictures.published_pictures import SUFFIXES, picture_size
from safe_pictures.raster_pictures import PictureError

from council.model.authorities import FOLDERS
from council.model.source_files import shown_path, wrong_with_name

_BESIDE = re.compile(
    r"""<img\b[^<>]*?\bsrc\s*=\s*["']?\.\./([^"'<>\s]+)|!\[[^\[\]]{0,1000}\]\(\.\./([^()\s]+)""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to import: its file, where it goes, and its content."""

    file: Path
    target: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not imported, and why."""

    file: Path
    reason: str


def pictures_of(release: Path, text: str, releases: Path, source: Path) -> Iterator[Picture | Refused]:
    """Give the pictures of the file *release* with the text *text*, for the archive at *source*."""
    for file in _files_below(release.with_suffix("")):
        yield _checked(file, releases / file.relative_to(release.parent), release.parent, releases)
    for name in dict.fromkeys(match[1] or match[2] for match in _BESIDE.finditer(text)):
        path = PurePosixPath(unquote(unescape(name.partition("?")[0])))
        file = release.parent.parent / path
        if _is_inside(path) and os.path.isfile(file):  # which takes any name
            if _is_for_pictures(source, path.parts[0], releases):
                yield _checked(file, source / path, release.parent.parent, source)
            else:
                yield Refused(
                    file, f"the folder {path.parts[0]} is not one of pictures alone; nothing was written there"
                )


def leads_elsewhere(path: Path, below: Path) -> bool:
    """Whether *path*, or a folder on the way to it from *below*, is a link."""
    return any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(below) and part != below)


def _files_below(folder: Path) -> Iterator[Path]:
    """Give the files of a release's folder in order, links to folders among them; hidden ones are nobody's pictures."""
    if folder.is_symlink():
        yield folder
        return
    for place, folders, files in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in sorted([*files, *linked]) if not name.startswith("."))


def _is_inside(path: PurePosixPath) -> bool:
    return len(path.parts) > 1 and not path.is_absolute() and ".." not in path.parts and "\0" not in str(path)


def _is_for_pictures(source: Path, name: str, releases: Path) -> bool:
    """Whether the folder *name* of the archive holds pictures alone, or is yet to be made."""
    folder = source / name
    if name.startswith((".", "_")) or name in FOLDERS.values() or folder == releases or folder.is_symlink():
        return False
    files = (Path(file) for _place, _folders, names in os.walk(folder) for file in names)
    return not folder.exists() or all(file.suffix.lower() in SUFFIXES for file in files)


def _checked(file: Path, target: Path, origin: Path, archive: Path) -> Picture | Refused:
    """Give the picture *file* of the folder *origin*, if it is one and *target* can take it."""
    if leads_elsewhere(file, origin):
        return Refused(file, "this is a link; no link is followed, put the file itself there")
    if wrong := wrong_with_name(file.relative_to(origin)):
        return Refused(Path(shown_path(file)), wrong)
    if leads_elsewhere(target, archive):
        return Refused(target, "a link stands in the place of a file to import; nothing was written there")
    try:
        content = file.read_bytes() if file.suffix.lower() in SUFFIXES and file.is_file() else b""
    except OSError as error:
        return Refused(file, error.strerror or str(error))
    if file.suffix.lower() not in SUFFIXES:
        return Refused(file, f"no picture; known are {', '.join(sorted(SUFFIXES))}")
    try:
        picture_size(content, file.name)
    except PictureError as error:
        return Refused(file, f"no picture that pages can show: {error}")
    return Picture(file, target, content)
