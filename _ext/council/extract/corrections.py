"""Reading an archivist's corrections of a release: ``sessions/SLUG.corrections.yml``, beside the release.

What is wrong in the file is told with its line and field, and left out; the rest holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from council.dialect.notes import Note
from council.language.decoding import decode, encoding_problems
from council.model.corrected_fields import LISTS, ListedCorrection, MentionCorrection, ReleaseFacts
from council.model.fields import Lines, line_of, read_fields
from council.model.yaml_mapping import UnreadableError, read_mapping

ENDING = ".corrections.yml"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file corrects, where each field stands, and what is wrong in it."""

    facts: ReleaseFacts = field(default_factory=ReleaseFacts)
    mentions: tuple[ListedCorrection, ...] = ()
    lines: Lines = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


NO_CORRECTIONS = Corrections()


def corrections_file(release: Path) -> Path:
    """Give the file that corrects the file of a release, there or not."""
    return release.with_name(release.stem + ENDING)


def corrections_of(release: Path) -> Corrections:
    """Give the corrections beside the file of a release; none where there is no such file."""
    file = corrections_file(release)
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return NO_CORRECTIONS
    except OSError as error:
        return Corrections(notes=(correction_note(1, error.strerror or str(error)),))
    corrections = read_corrections(decode(data))
    wrong = [correction_note(number, problem) for number, problem in encoding_problems(data)]
    return Corrections(corrections.facts, corrections.mentions, corrections.lines, (*wrong, *corrections.notes))


def lone_corrections(folder: Path) -> Iterator[tuple[Path, Note]]:
    """Give each file of corrections in *folder* that no release stands beside: its path without the ending, a note."""
    for file in sorted(folder.rglob(f"*{ENDING}")):
        release = file.with_name(file.name.removesuffix(ENDING) + ".md")
        if not release.is_file():
            message = f"there is no {release.name} beside it; rename or remove the file"
            yield release.with_suffix(""), correction_note(1, message)


def correction_note(line: int, message: str) -> Note:
    """Give a note on a line of a file of corrections."""
    return Note(line, "correction", message, ENDING)


def read_corrections(text: str) -> Corrections:
    """Read the text of a file of corrections."""
    try:
        data, lines = read_mapping(text)
    except UnreadableError as error:
        return Corrections(notes=(correction_note(error.line, f"broken corrections: {error}"),))
    known = (*ReleaseFacts.__struct_fields__, *LISTS)
    notes = [
        correction_note(line_of(lines, key), f"unknown field {key!r}; known are {', '.join(known)}")
        for key in data
        if key not in known
    ]
    facts, wrong = read_fields(
        ReleaseFacts, {key: data[key] for key in data if key in known and key not in LISTS}, lines
    )
    notes += [correction_note(one.line, f"{one.field}: {one.message}") for one in wrong]
    mentions = []
    for key in LISTS:
        for read in _read_list(key, data.get(key), lines):
            if isinstance(read, Note):
                notes.append(read)
            else:
                mentions.append(read)
    return Corrections(ReleaseFacts(**facts), tuple(mentions), lines, tuple(notes))


def _read_list(key: str, value: Any, lines: Lines) -> Iterator[ListedCorrection | Note]:
    """Give what a list corrects, and what is wrong in it; one item stands for a list of one."""
    if value is None:
        return
    places = [(key, index) for index in range(len(value))] if isinstance(value, list) else [(key,)]
    for place, item in zip(places, value if isinstance(value, list) else [value], strict=True):
        line = line_of(lines, *place)
        if not isinstance(item, Mapping):
            yield correction_note(
                line, f"{key}: {item!r} is no correction; write 'add', 'remove' or 'correct' before it"
            )
            continue
        below = {inner[len(place) :]: number for inner, number in lines.items() if inner[: len(place)] == place}
        values, wrong = read_fields(LISTS[key], item, below)
        yield from (correction_note(one.line, f"{key}: {one.field}: {one.message}") for one in wrong)
        if not wrong:
            yield _listed(key, line, values)


def _listed(key: str, line: int, values: Mapping[str, Any]) -> ListedCorrection | Note:
    correction: type[MentionCorrection] = LISTS[key]
    try:
        return ListedCorrection(key, line, correction(**values))
    except ValueError as error:
        return correction_note(line, f"{key}: {error}")
