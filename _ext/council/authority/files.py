"""Reading authority records from their files, and what is wrong with them, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from council.authority.fields import ID, READERS
from council.dialect.front_matter import load_yaml
from council.model.authorities import FOLDERS, KINDS, Authority, Kind, Records


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a record: *page* and *line* of its file, the *field*, and what to do."""

    page: str
    line: int
    field: str
    message: str


def load_authorities(source: Path) -> tuple[dict[Kind, dict[str, Authority]], list[Problem]]:
    """Read all records below *source*, in order of their ids, and tell what is wrong with them."""
    records: dict[Kind, dict[str, Authority]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for kind, folder in FOLDERS.items():
        for file in sorted((source / folder).glob("*.md")):
            if file.stem == "index":
                continue
            record, found = read_authority(file.read_text(encoding="utf-8-sig", errors="replace"), kind, file.stem)
            problems += found
            if record:
                records[kind][record.id] = record
    return records, problems + [_at_its_field(source, problem) for problem in check_relations(records)]


def _at_its_field(source: Path, problem: Problem) -> Problem:
    """Give the problem with the line on which its field stands."""
    text = (source / f"{problem.page}.md").read_text(encoding="utf-8-sig", errors="replace")
    _data, lines, _broken = _front_matter(text)
    return replace(problem, line=lines.get(problem.field, 1))


def read_authority(text: str, kind: Kind, id_: str) -> tuple[Authority | None, list[Problem]]:
    """Read one record; ``None`` where it has no name."""
    page = f"{FOLDERS[kind]}/{id_}"
    problems: list[Problem] = []
    if not ID.fullmatch(id_):
        problems.append(Problem(page, 1, "id", "the file name is the id: small letters, digits, hyphens"))
    data, lines, broken = _front_matter(text)
    if broken:
        return None, [*problems, Problem(page, broken[0], "front matter", broken[1])]
    values: dict[str, Any] = {}
    for key, value in data.items():
        reader = READERS.get(key)
        if reader is None:
            problem = f"unknown field; known are {', '.join(READERS)}"
        else:
            values[key], problem = reader(value)
        if problem:
            problems.append(Problem(page, lines.get(key, 1), key, problem))
            values.pop(key, None)
    if not values.get("name"):
        return None, [*problems, Problem(page, 1, "name", "a record needs a name")]
    renamed = {"kind": "category", "directorate": "directorates"}
    fields = {renamed.get(key, key): value for key, value in values.items()}
    history = re.split(r"^---[ \t\r]*$", text, maxsplit=2, flags=re.MULTILINE)[-1]
    return Authority(id=id_, kind=kind, has_history=bool(history.strip()), **fields), problems


def _front_matter(text: str) -> tuple[dict[str, Any], dict[str, int], tuple[int, str] | None]:
    """Give the mapping, the line of each key, and where and why it cannot be read."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != "---":
        return {}, {}, (1, "a record begins with front matter between lines of ---")
    close = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if close is None:
        return {}, {}, (1, "the front matter is never closed; close it with a line of ---")
    try:
        data = load_yaml("\n".join(lines[1:close])) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, {}, (2 + (mark.line if mark else 0), f"no YAML: {getattr(error, 'problem', None) or error}")
    if not isinstance(data, dict):
        return {}, {}, (2, "no mapping of fields to values")
    numbers = {
        match[1]: number for number, line in enumerate(lines[1:close], 2) if (match := re.match(r"([\w-]+)\s*:", line))
    }
    return {str(key): value for key, value in data.items()}, numbers, None


def check_relations(records: Records) -> list[Problem]:
    """Tell of relations to records that are not there, and of parents in a circle."""
    problems = []
    for kind, of_kind in records.items():
        for record in of_kind.values():
            wanted: list[tuple[str, Kind, Iterable[str]]] = [
                ("parent", kind, [record.parent] if record.parent else []),
                ("preceded_by", kind, record.preceded_by),
                ("directorate", "directorate", record.directorates),
                ("led_by", "person", [leadership.person for leadership in record.led_by]),
            ]
            for field, other, ids in wanted:
                for id_ in ids:
                    if id_ not in records[other]:
                        message = f"no record {id_!r} in {FOLDERS[other]}/"
                        problems.append(Problem(record.page, 1, field, message))
            if _in_circle(record, of_kind):
                problems.append(Problem(record.page, 1, "parent", "the parents of this record lead back to it"))
    return problems


def _in_circle(record: Authority, records: Mapping[str, Authority]) -> bool:
    seen = {record.id}
    parent = record.parent
    while parent and parent in records:
        if parent in seen:
            return True
        seen.add(parent)
        parent = records[parent].parent
    return False
