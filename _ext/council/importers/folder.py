"""A folder of releases: ``SLUG.md``, pictures in ``SLUG/``, and metadata in ``SLUG.json`` where there is any.

The text comes over byte for byte below a front matter block made of the metadata (``nombre``, ``fecha``,
``autor``, ``descripcion``, ``claves``), and with it the pictures, see :mod:`council.importers.release_pictures`.
Nothing else is written; what is no release and no picture is told.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extension_kit.whole_files import remove_partials, write_whole

from council.dialect.front_matter import front_matter_of, read_front_matter
from council.importers.release_pictures import Picture, Refused, pictures_of
from council.language.decoding import REPLACEMENT, decode
from council.model.source_files import shown_path, wrong_with
from council.model.yaml_mapping import NO_TEXT

_SLUG = re.compile(r"[\w-][\w.-]*")
_LINK = "this is a link; no link is followed, put the file itself there"


@dataclass(slots=True)
class Summary:
    """What an import did: files by what became of them, and problems by file."""

    imported: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    pictures: int = 0
    problems: list[str] = field(default_factory=list)


def import_folder(origin: Path, source: Path, releases: str = "sessions", force: bool = False) -> Summary:
    """Take the releases of *origin* into the archive at *source*.

    A file that is there with other content is kept, and told of, unless *force* says to overwrite it.
    """
    summary = Summary()
    folder = source / releases
    remove_partials(folder)
    files = sorted(origin.glob("*.md"))
    if not files:
        summary.problems.append(f"{origin}: no releases (*.md) in this folder")
    for file in files:
        try:
            _take_release(file, source, folder, summary, force)
        except OSError as error:
            summary.problems.append(f"{error.filename or file}: {error.strerror or error}")
        except (ValueError, RecursionError) as error:  # a path or metadata that Python itself refuses
            summary.problems.append(f"{shown_path(file)}: it cannot be imported: {error}")
    return summary


def _take_release(file: Path, source: Path, folder: Path, summary: Summary, force: bool) -> None:
    """Take one release with its pictures; raises ``OSError`` where a file cannot be read or written."""
    if not _SLUG.fullmatch(file.stem):
        summary.problems.append(f"{shown_path(file)}: no usable file name; letters, digits, hyphens")
        return
    target = folder / file.name
    if wrong := _LINK if file.is_symlink() else wrong_with(file, file.parent):
        summary.problems.append(f"{file}: {wrong}")
        return
    if target.is_symlink():
        summary.problems.append(f"{target}: a link stands in the place of a file to import; nothing was written there")
        return
    data = file.read_bytes()
    text = decode(data)
    own = read_front_matter(text)
    if own and own.problem:
        summary.problems.append(f"{file}:{own.problem_line}: {own.problem}")
    _take(target, data if own else _below(front_matter_of(_metadata(file, summary)), data), summary, force)
    for picture in pictures_of(file, text, folder, source):
        if isinstance(picture, Refused):
            summary.problems.append(f"{picture.file}: {picture.reason}")
            continue
        try:
            _take_picture(picture, summary, force)
        except OSError as error:
            summary.problems.append(f"{picture.target}: {error.strerror or error}")


def _below(front_matter: str, data: bytes) -> bytes:
    """Give *data* below *front_matter*; a mark at its start, which says how it is encoded, stays at the start."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + front_matter.encode() + data.removeprefix(mark)


def _metadata(file: Path, summary: Summary) -> dict[str, Any]:
    sidecar = file.with_suffix(".json")
    if sidecar.is_symlink():
        summary.problems.append(f"{sidecar}: {_LINK}")
    if sidecar.is_symlink() or not sidecar.is_file():
        return {}
    try:
        data = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        summary.problems.append(f"{sidecar}:{error.lineno}: no JSON: {error.msg}")
        return {}
    except (ValueError, RecursionError) as error:
        summary.problems.append(f"{sidecar}: no JSON: {error}")
        return {}
    if not isinstance(data, dict):
        summary.problems.append(f"{sidecar}:1: no JSON object")
        return {}
    found: dict[str, Any] = {}
    if title := _text(data.get("nombre")):
        found["title"] = title
    if date := re.match(r"\d{4}-\d{2}-\d{2}", _text(data.get("fecha"))):
        found["date"] = date[0]
    authors = data.get("autor")
    if names := [name for one in (authors if isinstance(authors, list) else [authors]) if (name := _text(one))]:
        found["authors"] = names
    if description := _text(data.get("descripcion")):
        found["description"] = description
    if keywords := [word.strip() for word in _text(data.get("claves")).split(",") if word.strip()]:
        found["keywords"] = keywords
    return found


def _text(value: Any) -> str:
    """Give a text on one line; what JSON can hold and no text, as half a character, becomes U+FFFD."""
    text = str(value) if isinstance(value, (str, int, float)) else ""
    return NO_TEXT.sub(REPLACEMENT, " ".join(text.split()))


def _take(target: Path, content: bytes, summary: Summary, force: bool) -> None:
    if target.is_file() and target.read_bytes() == content:
        summary.unchanged.append(target.name)
    elif target.exists() and not force:
        summary.kept.append(target.name)
    else:
        write_whole(target, content)
        summary.imported.append(target.name)


def _take_picture(picture: Picture, summary: Summary, force: bool) -> None:
    target = picture.target
    if target.is_file() and target.read_bytes() == picture.content:
        return
    if target.exists() and not force:
        summary.kept.append(target.name)
        return
    write_whole(target, picture.content)
    summary.pictures += 1
