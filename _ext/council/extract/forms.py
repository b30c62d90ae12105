"""Forms that name a work and its unit: lines that are a field and its value, in one paragraph or in several.

``PROYECTO: Plan de Riberas``, ``Programa – Aulas Abiertas. Para escuelas rurales.``, ``**Unidad ejecutora:**
Dirección de Aguas``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from council.extract.blocks import Block
from council.extract.projects.heads import Head, heads
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import words_of

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r":|\s[–—-]\s")
_VALUE = re.compile(r"\W*[^\W\d][^:.\n]{0,60}:\W*\s(?P<value>.+?)[\s.*]*")


@dataclass(frozen=True, slots=True)
class WorkField:
    """A field that names a work: its *line*, the *head* that is read there, and the *directorate* whose work it is."""

    line: Block
    head: Head
    directorate: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph, at *place* among the blocks: the work or the *unit* that its field names, if any."""

    place: int
    block: Block
    head: Head | None
    unit: str | None


def read_forms(blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary) -> list[WorkField]:
    """Give the fields that name works of the institution's units.

    A form that begins with its unit names the works behind it, one that begins with a work the unit behind that;
    where a form has no unit, it is the one whose section it stands in.
    """
    fields: list[WorkField] = []
    for form in _forms(blocks, vocabulary):
        told = [line for line in form if line.head is not None or line.unit is not None]
        units_first = bool(told) and told[0].unit is not None
        for number, line in enumerate(told):
            near = reversed(told[:number]) if units_first else takewhile(_names_no_work, told[number + 1 :])
            unit = next((other.unit for other in near if other.unit is not None), contexts[line.place].section)
            if line.head is not None and unit is not None:
                fields.append(WorkField(line.block, line.head, unit))
    return fields


def _names_no_work(line: _Line) -> bool:
    return line.head is None


def _forms(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[list[_Line]]:
    """Give the lines of each form: fields that nothing else comes between."""
    form: list[_Line] = []
    for place, block in enumerate(blocks):
        lines = _LINE.finditer(block.text) if block.kind == "paragraph" and block.item is None else ()
        read = [_read(place, block.part(match.start(), match.end()), vocabulary) for match in lines]
        for line in read or [None]:
            if line is None:
                yield form
                form = []
            else:
                form.append(line)
    yield form


def _read(place: int, line: Block, vocabulary: Vocabulary) -> _Line | None:
    lexicon = vocabulary.profile.lexicon
    head = heads(lexicon).read(line)
    label = words_of(_LABEL.split(line.text, maxsplit=1)[0])
    names_work = any(word in lexicon.initiative_nouns or word in lexicon.lists.titles for word in label)
    if head is not None and head.opener == "field" and names_work:
        return _Line(place, line, head, None)
    field = _VALUE.fullmatch(line.text)
    return _Line(place, line, None, _unit_in(field["value"], vocabulary)) if field else None


def _unit_in(value: str, vocabulary: Vocabulary) -> str | None:
    """Give the own directorate that the value of a field names."""
    named = {id_ for id_, unit in vocabulary.directorates_in(value) if unit.by_noun}
    return named.pop() if len(named) == 1 else vocabulary.directorate_called(value)
