"""Filing candidates: names of projects that no record claims become records for the archivist to judge.

They are filed as unreviewed: their mentions have a page at once, but their names are looked for in no release before
somebody has accepted them.  What has not even the form of an initiative stays a candidate; see :func:`has_form`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from extension_kit.whole_files import remove_partials, write_whole

from council.archive.archive import Archive
from council.authority.name_keys import name_key
from council.dialect.front_matter import front_matter_of
from council.language.naming import free_id, slug_of
from council.language.quotation_marks import CLOSING, OPENING
from council.model.authorities import FOLDERS, LONGEST_NAME, ids_given
from council.model.entries import Entry, Mention
from council.profile.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Filed:
    """A record that was filed: its file, its name, and how many releases name it."""

    file: Path
    name: str
    releases: int


def file_candidates(archive: Archive, source: Path) -> list[Filed]:
    """Write a record for each candidate into ``projects/``; no file that is there is touched.

    A name that two records claim is left out: the review tells of it; so is one that is too long for a record.
    """
    folder = source / FOLDERS["project"]
    remove_partials(folder)
    taken = {file.stem for file in folder.glob("*.md")} | ids_given(archive.records["project"])
    lexicon = archive.profile.lexicon
    claimed = {name_key(name, lexicon) for record in archive.records["project"].values() for name in record.names}
    filed = []
    for entry in archive.entries.candidates:
        name = preferred_name(entry, lexicon)
        if len(name) > LONGEST_NAME or name_key(name, lexicon) in claimed or not has_form(entry, lexicon):
            continue
        id_ = free_id(slug_of(name), taken)
        taken.add(id_)
        file = folder / f"{id_}.md"
        write_whole(file, record_text(entry, lexicon))
        filed.append(Filed(file, name, len({mention.page for mention in entry.mentions})))
    return filed


def has_form(entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a candidate has at least the form of an initiative, which one of these shows:

    - an item of a list named it: items are read of lists that announce projects only;
    - two releases or more name it;
    - its noun is one that opens an initiative's name, or announces one, in running text: ``Plan de Agua``;
    - it stands in quotation marks: ``la jornada “Calles Vivas”``.

    ``Espacio Público``, said once in running text, has none of them.
    """
    nouns = {*lexicon.naming_nouns, *lexicon.announcing_nouns}
    return (
        any(mention.form == "item" for mention in entry.mentions)
        or len({mention.page for mention in entry.mentions}) > 1
        or any(noun_of(label, lexicon) in nouns for label in entry.labels)
        or any(_is_quoted(mention) for mention in entry.mentions)
    )


def noun_of(name: str, lexicon: Lexicon) -> str:
    """Give the noun for an initiative that *name* has, folded and actions aside; empty where it has none.

    It stands first, or last where the language has it so: ``Plan de Agua``, ``Water Plan``.
    """
    words = name_key(name, lexicon).split()
    nouns = (words[-1], words[0]) if words and lexicon.grammar.heads_last else words[:1]
    return next((noun for noun in nouns if noun in lexicon.categories), "")


def _is_quoted(mention: Mention) -> bool:
    return bool(re.search(rf"[{OPENING}]\W*{re.escape(mention.label)}\W*[{CLOSING}]", mention.quotation)) or bool(
        re.search(f"[{OPENING}]", mention.label)
    )


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
        if len(label) <= LONGEST_NAME and name_key(label, lexicon) not in keys:
            keys.add(name_key(label, lexicon))
            aliases.append(label)
    fields: dict[str, object] = {"name": name}
    if aliases:
        fields["aliases"] = aliases
    if kind := lexicon.categories.get(noun_of(name, lexicon)):
        fields["kind"] = kind
    if len(entry.directorates) == 1:
        fields["directorate"] = entry.directorates[0]
    fields["reviewed"] = False
    return front_matter_of(fields)
