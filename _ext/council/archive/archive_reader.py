"""The archive without Sphinx: all files of a project read into records, for commands and scripts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from council.archive.archive import Archive
from council.archive.double_slugs import double_slugs, told_double
from council.archive.old_addresses import redirects_of, without_clashes
from council.authority.files import Problem, load_authorities
from council.dialect.notes import Note
from council.extract.corrections import NO_CORRECTIONS, corrections_of, lone_corrections
from council.extract.release import read_release
from council.extract.vocabulary import vocabulary_of
from council.language.decoding import decode, encoding_problems
from council.model.authorities import Records
from council.model.releases import Release
from council.model.source_files import shown_path, source_files
from council.profile.loader import load_profile


@dataclass(frozen=True, slots=True)
class ArchiveReading:
    """An *archive* as it was read, the *problems* of its records, and the *notes* on each page of a release."""

    archive: Archive
    problems: tuple[Problem, ...]
    notes: Mapping[str, tuple[Note, ...]]


def read_archive(source: Path, releases: str = "sessions", *, corrected: bool = True) -> ArchiveReading:
    """Read the releases and records of the project at *source*; what cannot be read is told and left out.

    The archivist's corrections hold, unless *corrected* is false.

    Raises :class:`~council.profile.loader.ProfileError` where ``institution.toml`` cannot be read.
    """
    records, problems = load_authorities(source)
    profile = load_profile(source)
    vocabulary = vocabulary_of(records, profile)
    found: dict[str, Release] = {}
    notes: dict[str, tuple[Note, ...]] = {}
    for file, wrong in source_files(source / releases):
        page = shown_path(file.relative_to(source).with_suffix(""))
        if wrong:
            problems.append(Problem(page, 1, "file", wrong))
            continue
        try:
            data = file.read_bytes()
        except OSError as error:
            problems.append(Problem(page, 1, "file", error.strerror or str(error)))
            continue
        text = decode(data)
        corrections = corrections_of(file) if corrected else NO_CORRECTIONS
        found[page], told = read_release(text, file.stem, vocabulary, hashlib.sha256(data).hexdigest(), corrections)
        encoding = (Note(number, "encoding", problem) for number, problem in encoding_problems(data))
        notes[page] = tuple(sorted([*told, *encoding], key=lambda note: (note.ending, note.line)))
    for page, earlier in double_slugs(found).items():
        notes[page] = (Note(1, "duplicate_slug", told_double(found[page].slug, f"{earlier}.md")), *notes[page])
    for page, clash in _address_notes(source, found, records):
        notes[page] = (*notes.get(page, ()), clash)
    notes |= {file.relative_to(source).as_posix(): (note,) for file, note in lone_corrections(source / releases)}
    return ArchiveReading(Archive(found, profile, records), tuple(problems), notes)


def _address_notes(source: Path, releases: Mapping[str, Release], records: Records) -> Iterator[tuple[str, Note]]:
    """Give what is wrong with the old addresses that each page claims."""
    pages = [*releases, *(record.page for of_kind in records.values() for record in of_kind.values())]
    _redirects, clashes = without_clashes(redirects_of(releases, records), {f"{page}.html": page for page in pages})
    for clash in clashes:
        page = clash.redirect.page
        yield page, Note(clash.line(source / f"{page}.md"), "address", clash.message)
