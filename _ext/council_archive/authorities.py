"""Authority records: the pages by which the archivist says what is one project, directorate or person.

A record is a Markdown file in ``directorates/``, ``projects/`` or ``people/``; its file name is its id for
good, its front matter the data, its body the history that the page tells.  The model is library authority
control: one preferred name, any number of variants, dates of validity, relations to other records.

=============== ====================================================================================
``name``        the preferred name; required
``aliases``     other names and acronyms, a list
``kind``        project: ``plan``, ``study``, ``event`` …; directorate: ``institute`` for the institute's
                own, ``municipal``, ``other``; person: ``official``, ``councillor``, ``other``
``parent``      id of the record of the same kind that this is a part of
``directorate`` project or person: id of a directorate, or a list of them
``preceded_by`` id of the record of the same kind that this one follows, or a list of them
``valid``       ``from`` and ``to``: dates, or years
``led_by``      directorate: a list of ``person`` (an id), ``from``, ``to``
``website``     a web address
``note``        a remark for the archivist's colleagues, shown at the end of the page
=============== ====================================================================================
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from .dialect.front_matter import load_yaml
from .extract.vocabulary import Vocabulary
from .naming import name_key
from .records import KINDS, Kind

FOLDERS: dict[Kind, str] = {"directorate": "directorates", "project": "projects", "person": "people"}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time; an end that is open is ``None``."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, date: datetime.date) -> bool:
        """Whether *date* lies within."""
        return (self.start is None or self.start <= date) and (self.end is None or date <= self.end)


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who led a directorate, and when."""

    person: str
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority record; ids of other records are checked by :func:`check_relations`."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    parent: str | None = None
    directorates: tuple[str, ...] = ()
    preceded_by: tuple[str, ...] = ()
    valid: Span = Span()
    led_by: tuple[Leadership, ...] = ()
    website: str = ""
    note: str = ""
    has_history: bool = False
    """Whether the archivist tells anything below the front matter."""

    @property
    def page(self) -> str:
        """The document of the record."""
        return f"{FOLDERS[self.kind]}/{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred name and its variants."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a record: *page* and *line* of its file, the *field*, and what to do."""

    page: str
    line: int
    field: str
    message: str


Records = Mapping[Kind, Mapping[str, Authority]]


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
    if not _ID.fullmatch(id_):
        problems.append(Problem(page, 1, "id", "the file name is the id: small letters, digits, hyphens"))
    data, lines, broken = _front_matter(text)
    if broken:
        return None, [*problems, Problem(page, broken[0], "front matter", broken[1])]
    values: dict[str, Any] = {}
    for key, value in data.items():
        reader = _READERS.get(key)
        if reader is None:
            problem = f"unknown field; known are {', '.join(_READERS)}"
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


def vocabulary_of(records: Records) -> Vocabulary:
    """Give what the extraction is told of the records."""
    own = {
        record.id: tuple(map(without_word, record.names))
        for record in records["directorate"].values()
        if record.category == "institute"
    }
    return Vocabulary(
        directorates=own,
        projects=tuple(
            form for record in records["project"].values() for name in record.names for form in (name, name_key(name))
        ),
        people=tuple(name for record in records["person"].values() for name in record.names),
    )


def without_word(name: str) -> str:
    """``Dirección de Proyectos Estratégicos`` is known by ``Proyectos Estratégicos``."""
    return re.sub(r"^Direcci[oó]n\s+(?:General\s+)?(?:de\s+(?:la\s+)?|del\s+)", "", name)


def _text(value: Any) -> tuple[Any, str]:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split()), ""
    return None, f"a text is wanted, not {value!r}"


def _texts(value: Any) -> tuple[Any, str]:
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list) and all(isinstance(one, (str, int)) and str(one).strip() for one in values):
        return tuple(" ".join(str(one).split()) for one in values), ""
    return None, f"a list of texts is wanted, not {value!r}"


def _id(value: Any) -> tuple[Any, str]:
    if isinstance(value, str) and _ID.fullmatch(value):
        return value, ""
    return None, f"the id of a record is wanted, not {value!r}"


def _ids(value: Any) -> tuple[Any, str]:
    texts, problem = _texts(value)
    if problem or not all(_ID.fullmatch(one) for one in texts):
        return None, f"the id of a record is wanted, or a list of ids, not {value!r}"
    return texts, ""


def _date(value: Any, last: bool) -> datetime.date | None:
    """Give a date; a year, or a year and a month, stand for their first day, or their *last*."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", str(value).strip())
    if match is None:
        raise ValueError
    year, month, day = int(match[1]), int(match[2] or (12 if last else 1)), match[3]
    if day:
        return datetime.date(year, month, int(day))
    if not last:
        return datetime.date(year, month, 1)
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _read_span(value: Any) -> Span:
    if not isinstance(value, dict) or not value.keys() <= {"from", "to"}:
        raise ValueError
    start, end = (value.get("from"), value.get("to"))
    return Span(
        _date(start, last=False) if start is not None else None, _date(end, last=True) if end is not None else None
    )


def _span(value: Any) -> tuple[Any, str]:
    try:
        span = _read_span(value)
    except ValueError:
        return None, f"'from' and 'to' with dates or years are wanted, not {value!r}"
    if span.start and span.end and span.end < span.start:
        return None, "it ends before it begins"
    return span, ""


def _leaders(value: Any) -> tuple[Any, str]:
    wanted = "a list of 'person', 'from' and 'to' is wanted"
    if not isinstance(value, list):
        return None, wanted
    leaders = []
    for one in value:
        if (
            not isinstance(one, dict)
            or not isinstance(one.get("person"), str)
            or not one.keys() <= {"person", "from", "to"}
        ):
            return None, wanted
        span, problem = _span({key: one[key] for key in ("from", "to") if key in one})
        if problem:
            return None, problem
        leaders.append(Leadership(one["person"], span))
    return tuple(leaders), ""


def _website(value: Any) -> tuple[Any, str]:
    if isinstance(value, str) and re.fullmatch(r"https?://\S+", value.strip()):
        return value.strip(), ""
    return None, f"a web address is wanted, not {value!r}"


_READERS: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "name": _text,
    "aliases": _texts,
    "kind": _text,
    "parent": _id,
    "directorate": _ids,
    "preceded_by": _ids,
    "valid": _span,
    "led_by": _leaders,
    "website": _website,
    "note": _text,
}
