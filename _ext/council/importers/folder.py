"""A folder of releases: ``SLUG.md``, pictures in ``SLUG/``, and metadata in ``SLUG.json`` where there is any.

The text comes over byte for byte below a front matter block made of the metadata (``nombre``, ``fecha``,
``autor``, ``descripcion``, ``claves``).  Pictures of authors, referred to as ``../imagenes/…``, come along.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from extension_kit.whole_files import write_whole

from council.dialect.front_matter import read_front_matter
from council.language.decoding import decode

_SLUG = re.compile(r"[\w-][\w.-]*")
_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?\.\./([^"'>\s]+)|!\[[^\]]*\]\(\.\./([^)\s]+)""", re.IGNORECASE)


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
    files = sorted(origin.glob("*.md"))
    if not files:
        summary.problems.append(f"{origin}: no releases (*.md) in this folder")
    for file in files:
        try:
            _take_release(file, source, folder, summary, force)
        except OSError as error:
            summary.problems.append(f"{error.filename or file}: {error.strerror or error}")
    return summary


def _take_release(file: Path, source: Path, folder: Path, summary: Summary, force: bool) -> None:
    """Take one release with its pictures; raises ``OSError`` where a file cannot be read or written."""
    if not _SLUG.fullmatch(file.stem):
        summary.problems.append(f"{file}: no usable file name; letters, digits, hyphens")
        return
    data = file.read_bytes()
    text = decode(data)
    own = read_front_matter(text)
    if own and own.problem:
        summary.problems.append(f"{file}:{own.problem_line}: {own.problem}")
    metadata = _metadata(file, summary)
    _take(folder / file.name, data if own else front_matter(metadata) + data, summary, force)
    for picture, target in _pictures(file, text, file.parent, folder, source):
        if _take_picture(picture, target, force, summary):
            summary.pictures += 1


def front_matter(metadata: dict[str, Any]) -> bytes:
    """Give the front matter block for the metadata of a release; nothing where there is none."""
    if not metadata:
        return b""
    text = yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{text}---\n".encode()


def _metadata(file: Path, summary: Summary) -> dict[str, Any]:
    sidecar = file.with_suffix(".json")
    if not sidecar.is_file():
        return {}
    try:
        data = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        summary.problems.append(f"{sidecar}:{error.lineno}: no JSON: {error.msg}")
        return {}
    except ValueError as error:
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
    """Give a text on one line; half a character, which JSON can hold and no file, becomes U+FFFD."""
    text = str(value) if isinstance(value, (str, int, float)) else ""
    return " ".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())


def _take(target: Path, content: bytes, summary: Summary, force: bool) -> None:
    if target.is_file() and target.read_bytes() == content:
        summary.unchanged.append(target.name)
    elif target.exists() and not force:
        summary.kept.append(target.name)
    else:
        write_whole(target, content)
        summary.imported.append(target.name)


def _pictures(file: Path, text: str, origin: Path, folder: Path, source: Path) -> Iterator[tuple[Path, Path]]:
    """Give each file of the release's folder, and each portrait beside the releases, with its place here."""
    beside = origin / file.stem
    if beside.is_dir():
        for picture in sorted(beside.rglob("*")):
            if picture.is_file() and not picture.is_symlink():
                yield picture, folder / picture.relative_to(origin)
    for match in _PICTURE.finditer(text):
        name = match[1] or match[2]
        picture, target = origin.parent / name, source / name
        inside = picture.resolve().is_relative_to(origin.parent.resolve()) and target.resolve().is_relative_to(
            source.resolve()
        )
        if inside and picture.is_file():
            yield picture, target


def _take_picture(picture: Path, target: Path, force: bool, summary: Summary) -> bool:
    if target.is_file():
        if target.read_bytes() == picture.read_bytes():
            return False
        if not force:
            summary.kept.append(target.name)
            return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(picture, target)
    return True
