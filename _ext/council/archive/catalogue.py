"""Filing candidates: names of projects that no record claims become records for the archivist to judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml
from extension_kit.whole_files import write_whole

from council.archive.archive import Archive
from council.language.folding import words_of
from council.language.naming import free_id, name_key, slug_of
from council.model.authorities import FOLDERS
from council.model.entries import Entry

_KINDS = {
    "plan": "plan", "planes": "plan", "programa": "programme", "programas": "programme", "reglamento": "regulation",
    "ley": "regulation", "normas": "regulation", "atlas": "study", "diagnostico": "study", "estudio": "study",
    "analisis": "study", "estudios": "study", "monitor": "monitor", "monitores": "monitor", "sistema": "system",
    "plataforma": "system", "oficina": "system", "indicadores": "indicators", "consejo": "council",
    "concurso": "contest", "convocatoria": "contest", "libro": "publication", "mapa": "publication",
    "reporte": "publication", "taller": "event", "talleres": "event", "seminario": "event", "conferencia": "event",
    "foro": "event", "conversatorio": "event",
}  # fmt: skip


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
    claimed = {name_key(name) for record in archive.records["project"].values() for name in record.names}
    filed = []
    for entry in archive.candidates:
        if name_key(preferred_name(entry)) in claimed:
            continue
        id_ = free_id(slug_of(preferred_name(entry)), taken)
        taken.add(id_)
        file = folder / f"{id_}.md"
        write_whole(file, record_text(entry))
        filed.append(Filed(file, preferred_name(entry), len({mention.page for mention in entry.mentions})))
    return filed


def preferred_name(entry: Entry) -> str:
    """Give the name that the releases use most, actions aside, in its shortest form: no action precedes it."""
    counted = Counter(name_key(mention.label) for mention in entry.mentions)
    return min(entry.labels, key=lambda label: (-counted[name_key(label)], len(label), label))


def record_text(entry: Entry) -> str:
    """Give the text of the record that *entry* would have."""
    name = preferred_name(entry)
    keys = {name_key(name)}
    aliases = []
    for label in entry.labels:
        if name_key(label) not in keys:
            keys.add(name_key(label))
            aliases.append(label)
    fields: dict[str, object] = {"name": name}
    if aliases:
        fields["aliases"] = aliases
    kind = next((_KINDS[word] for word in words_of(name)[:1] if word in _KINDS), None)
    if kind:
        fields["kind"] = kind
    if len(entry.directorates) == 1:
        fields["directorate"] = entry.directorates[0]
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110)}---\n"
