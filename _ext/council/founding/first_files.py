"""The first files of an archive: who its institution is, its home page, the pages of its indices, a record a unit.

The texts are templates (``$name``) in ``starter/LANGUAGE/``, laid out as the archive is.  What an institution is called
can hold any sign: it is written so that neither TOML nor reStructuredText reads one of them as its own.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from council.dialect.front_matter import front_matter_of
from council.language.naming import free_id, slug_of
from council.model.authorities import FOLDERS, OWN

_STARTER = Path(__file__).parent / "starter"
_MARKUP = re.compile(r"[^\w\s.,;'\"()&/«»“”‘’–—-]|_")
_UNDERLINE = "="


@dataclass(frozen=True, slots=True)
class NewInstitution:
    """An institution that has an archive from now on: its name, its language, its units, its towns, its council."""

    name: str
    language: str
    units: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    """The names of the body whose sessions are reported."""


def starter_languages() -> list[str]:
    """Give the languages that have first files."""
    return sorted(folder.name for folder in _STARTER.iterdir() if folder.is_dir())


def first_files(institution: NewInstitution) -> dict[str, str]:
    """Give the text of each file, by its path from the archive's folder."""
    folder = _STARTER / institution.language
    texts = {
        file.relative_to(folder).as_posix(): _filled(file, institution)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    return texts | _records(institution.units)


def _filled(file: Path, institution: NewInstitution) -> str:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".toml":
        return Template(text).substitute(
            name=_toml(institution.name),
            towns=_toml_strings(institution.towns),
            councils=_toml_strings(institution.councils),
        )
    if file.suffix == ".rst":
        name = _MARKUP.sub(r"\\\g<0>", institution.name)
        title = Template(text.partition("\n$underline")[0].rpartition("\n")[2]).substitute(name=name)
        return Template(text).substitute(name=name, underline=_UNDERLINE * _columns(title))
    return text


def _toml(text: str) -> str:
    """Give *text* as it stands within a string of TOML, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _toml_strings(texts: Iterable[str]) -> str:
    return ", ".join(f'"{_toml(text)}"' for text in texts)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def _records(units: Iterable[str]) -> dict[str, str]:
    """Give the records of the institution's own units."""
    records: dict[str, str] = {}
    ids: set[str] = set()
    for name in units:
        id_ = free_id(slug_of(name), ids)
        ids.add(id_)
        records[f"{FOLDERS['directorate']}/{id_}.md"] = front_matter_of({"name": name, "kind": OWN})
    return records
