"""Who is meant by a name that no record claims: an id for each project, a known person for a shorter form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .authorities import Authority
from .extract.folding import words_of
from .matching import group_names
from .naming import free_id, slug_of


def candidate_ids(names: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Give an id to each name without a record; near-identical names share one."""
    ids: dict[str, str] = {}
    used = set(taken)
    for group in group_names(names):
        id_ = free_id(slug_of(group[0]), used)
        used.add(id_)
        ids |= dict.fromkeys(group, id_)
    return ids


class PeopleIndex:
    """Finds a person by name: a shorter form of a known name is that person, where only one fits."""

    def __init__(self, records: Mapping[str, Authority]) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for record in records.values():
            for name in record.names:
                self._known[tuple(words_of(name))] = record.id
        self._found: dict[str, str] = {}

    def find(self, name: str) -> str:
        """Give the id of the person called *name*."""
        if name not in self._found:
            words = tuple(words_of(name))
            self._found[name] = self._known.get(words) or self._fitting(words) or slug_of(name)
        return self._found[name]

    def _fitting(self, words: tuple[str, ...]) -> str | None:
        fitting = {
            id_
            for known, id_ in self._known.items()
            if _is_shorter_form(words, known) or _is_shorter_form(known, words)
        }
        return fitting.pop() if len(fitting) == 1 else None


def _is_shorter_form(short: tuple[str, ...], long_: tuple[str, ...]) -> bool:
    """``Frida García`` of ``Frida García Gutiérrez``: the first word and the order of words are kept."""
    if len(short) < 2 or len(short) > len(long_):
        return False
    rest = iter(long_)
    return all(word in rest for word in short) and (short[0] == long_[0] or short[0] == long_[1])
