"""Reading authority records from their files, and what is wrong with them, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from council.dialect.front_matter import FrontMatter, line_of_item, read_front_matter
from council.language.decoding import REPLACEMENT, decode
from council.model.authorities import FOLDERS, KINDS, Authority, Kind, RecordFields, Records
from council.model.fields import ID, read_fields
from council.model.source_files import shown_path, source_files

_MISSING = FrontMatter(problem="a record begins with front matter between lines of ---")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a record: *page* and *line* of its file, the *field*, and what to do."""

    page: str
    line: int
    field: str
    message: str


def load_authorities(source: Path) -> tuple[dict[Kind, dict[str, Authority]], list[Problem]]:
    """Read all records below *source*, in order of their ids, and tell what is wrong with them.

    What is wrong is left out of the records: a relation in them leads to a record, and no parents run in a circle.
    """
    records: dict[Kind, dict[str, Authority]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    read: dict[str, FrontMatter] = {}
    for kind, folder in FOLDERS.items():
        for file, wrong in source_files(source / folder):
            if file.parent != source / folder or file.stem == "index":
                continue
            page = f"{folder}/{shown_path(Path(file.stem))}"
            if wrong:
                problems.append(Problem(page, 1, "file", wrong))
                continue
            try:
                text = decode(file.read_bytes())
            except OSError as error:
                problems.append(Problem(page, 1, "file", error.strerror or str(error)))
                continue
            record, wrong_fields, read[page] = _read(text, kind, file.stem)
            problems += wrong_fields
            if record:
                records[kind][record.id] = record
    return _related(records, read, problems), problems


def read_authority(text: str, kind: Kind, id_: str) -> tuple[Authority | None, list[Problem]]:
    """Read one record; ``None`` where it has no name."""
    record, problems, _front_matter = _read(text, kind, id_)
    return record, problems


def _read(text: str, kind: Kind, id_: str) -> tuple[Authority | None, list[Problem], FrontMatter]:
    page = f"{FOLDERS[kind]}/{id_}"
    problems = [
        Problem(page, number, "text", "bytes that are not UTF-8; save the file as UTF-8")
        for number, line in enumerate(text.split("\n"), 1)
        if REPLACEMENT in line
    ]
    if not re.match(ID, id_):
        problems.append(Problem(page, 1, "id", "the file name is the id: small letters, digits, hyphens; rename it"))
        return None, problems, _MISSING
    front_matter = read_front_matter(text, required=True) or _MISSING
    if front_matter.problem:
        problems.append(Problem(page, front_matter.problem_line, "front matter", front_matter.problem))
        return None, problems, front_matter
    values, wrong = read_fields(RecordFields, front_matter.data, front_matter.lines)
    problems += [Problem(page, field.line, field.field, field.message) for field in wrong]
    if "name" not in values:
        if not any(field.field == "name" for field in wrong):
            problems.append(Problem(page, 1, "name", "a record needs a name"))
        return None, problems, front_matter
    record = Authority(id=id_, kind=kind, has_history=bool(front_matter.body.strip()), **values)
    return record, problems, front_matter


def _related(
    records: dict[Kind, dict[str, Authority]], read: Mapping[str, FrontMatter], problems: list[Problem]
) -> dict[Kind, dict[str, Authority]]:
    """Give the records without the relations that lead nowhere or in a circle; each is added to *problems*."""
    related: dict[Kind, dict[str, Authority]] = {}
    for kind, of_kind in records.items():
        related[kind] = {}
        for record in of_kind.values():
            wrong = list(_wrong_relations(record, records))
            for field, id_, message in wrong:
                problems.append(Problem(record.page, line_of_item(read[record.page], field, id_), field, message))
            related[kind][record.id] = _without(record, {(field, id_) for field, id_, _message in wrong})
    return related


def _wrong_relations(record: Authority, records: Records) -> Iterator[tuple[str, str, str]]:
    """Give the field, the id and what is wrong of each relation of *record* that cannot be."""
    related: list[tuple[str, Kind, Collection[str]]] = [
        ("parent", record.kind, [record.parent] if record.parent else []),
        ("preceded_by", record.kind, record.preceded_by),
        ("directorate", "directorate", record.directorates),
        ("led_by", "person", [leadership.person for leadership in record.led_by]),
    ]
    for field, kind, ids in related:
        for id_ in ids:
            if id_ not in records[kind]:
                yield field, id_, f"no record {id_!r} in {FOLDERS[kind]}/"
    same_kind = records[record.kind]
    if record.parent and _leads_to(record.id, record.parent, same_kind, lambda other: (other.parent,)):
        yield "parent", record.parent, "the parents of this record lead back to it"
    for id_ in record.preceded_by:
        if _leads_to(record.id, id_, same_kind, lambda other: other.preceded_by):
            yield "preceded_by", id_, "the records that precede this one lead back to it"


def _without(record: Authority, wrong: Collection[tuple[str, str]]) -> Authority:
    if not wrong:
        return record
    return replace(
        record,
        parent=None if ("parent", record.parent) in wrong else record.parent,
        preceded_by=tuple(id_ for id_ in record.preceded_by if ("preceded_by", id_) not in wrong),
        directorates=tuple(id_ for id_ in record.directorates if ("directorate", id_) not in wrong),
        led_by=tuple(leadership for leadership in record.led_by if ("led_by", leadership.person) not in wrong),
    )


def _leads_to(
    target: str, start: str, records: Mapping[str, Authority], related: Callable[[Authority], Iterable[str | None]]
) -> bool:
    """Whether the way from the record *start* to what is *related* to it, and on from there, comes to *target*."""
    seen: set[str] = set()
    ahead: list[str | None] = [start]
    while ahead and target not in seen:
        id_ = ahead.pop()
        if id_ and id_ in records and id_ not in seen:
            seen.add(id_)
            ahead += related(records[id_])
    return target in seen
