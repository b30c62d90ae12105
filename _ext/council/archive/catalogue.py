"""Filing candidates: names of projects that no record claims become records for the archivist to judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml
from extension_kit.whole_files import write_whole

from council.archive.archive import Archive
from council.authority.name_keys import name_key
from council.language.folding import words_of
from council.language.naming import free_id, slug_of
from council.model.authorities import FOLDERS
from council.model.entries import Entry
from council.profile.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Filed:
    """A record that was filed: its file, its name, and how many releases name it."""

    file: Path
    name: str
    releases: int


def file_candidates(archive: Archive, source: Path) -> list[Filed]:
    """Write a record for each candidate into ``projects/``; no file that is there is touched.

    A name that two records claim is no candidate: the review tells of it.
    """
    folder = source / FOLDERS["project"]
    taken = {file.stem for file in folder.glob("*.md")} | set(archive.records["project"])
    lexicon = archive.profile.lexicon
    claimed = {name_key(name, lexicon) for record in archive.records["project"].values() for name in record.names}
    filed = []
    for entry in archive.entries.candidates:
        name = preferred_name(entry, lexicon)
        if name_key(name, lexicon) in claimed:
            continue
        id_ = free_id(slug_of(name), taken)
        taken.add(id_)
        file = folder / f"{id_}.md"
        write_whole(file, record_text(entry, lexicon))
        filed.append(Filed(file, name, len({mention.page for mention in entry.mentions})))
    return filed


def preferred_name(entry: Entry, lexicon: Lexicon) -> str:
    """Give the name that the releases use most, actions aside, in its shortest form: no action precedes it."""
    counted = Counter(name_key(mention.label, lexicon) for mention in entry.mentions)
    return min(entry.labels, key=lambda label: (-counted[name_key(label, lexicon)], len(label), label))


def record_text(entry: Entry, lexicon: Lexicon) -> str:
    """Give the text of the record that *entry* would have."""
    name = preferred_name(entry, lexicon)
    keys = {name_key(name, lexicon)}
    aliases = []
    for label in entry.labels:
        if name_key(label, lexicon) not in keys:
            keys.add(name_key(label, lexicon))
            aliases.append(label)
    fields: dict[str, object] = {"name": name}
    if aliases:
        fields["aliases"] = aliases
    kind = lexicon.categories.get(next(iter(words_of(name)), ""))
    if kind:
        fields["kind"] = kind
    if len(entry.directorates) == 1:
        fields["directorate"] = entry.directorates[0]
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110)}---\n"
