"""Who is meant by a name that no record claims: an id for each project, a known person for a shorter form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from council.authority.matching import group_names
from council.language.folding import words_of
from council.language.naming import free_id, slug_of
from council.model.authorities import Authority
from council.profile.profile import Profile

_Words = tuple[str, ...]


def candidate_ids(names: Iterable[str], taken: set[str], profile: Profile) -> dict[str, str]:
    """Give an id to each name without a record; near-identical names share one."""
    ids: dict[str, str] = {}
    used = set(taken)
    for group in group_names(names, profile):
        id_ = free_id(slug_of(group[0]), used)
        used.add(id_)
        ids |= dict.fromkeys(group, id_)
    return ids


def people_ids(names: Iterable[str], records: Mapping[str, Authority]) -> dict[str, str]:
    """Give the id of the person that each name means: a record's, else one made of the fullest form of the name.

    A shorter or longer form of a record's name is that person, where only one fits.  Without a record two names
    are one person where the shorter begins the longer (``Jesús Torres`` … ``López``) or lacks but a second given
    name (``Miguel Mery Ayup``, ``Miguel Felipe Mery Ayup``), and no other longer name fits.
    """
    known = {tuple(words_of(name)): record.id for record in records.values() for name in record.names}
    words = {name: tuple(words_of(name)) for name in dict.fromkeys(names)}
    found = {name: known.get(form) or _fitting_record(form, known) for name, form in words.items()}
    unclaimed = _ByFirstWord(form for name, form in words.items() if not found[name])
    return {name: id_ or slug_of(" ".join(unclaimed.fullest(words[name]))) for name, id_ in found.items()}


def _fitting_record(form: _Words, known: Mapping[_Words, str]) -> str | None:
    fitting = {id_ for other, id_ in known.items() if _is_shorter_form(form, other) or _is_shorter_form(other, form)}
    return fitting.pop() if len(fitting) == 1 else None


class _ByFirstWord:
    """Names without a record, as their words, by the first of them."""

    def __init__(self, forms: Iterable[_Words]) -> None:
        self._forms: dict[str, set[_Words]] = {}
        for form in forms:
            self._forms.setdefault(form[0], set()).add(form)

    def fullest(self, form: _Words) -> _Words:
        """Give the longest name that *form* is surely a shorter form of, else *form*."""
        longer = [other for other in self._forms[form[0]] if len(other) > len(form) and _is_surely_shorter(form, other)]
        longest = max(longer, key=lambda other: (len(other), other), default=form)
        return longest if all(other == longest or _is_surely_shorter(other, longest) for other in longer) else form


def _is_surely_shorter(short: _Words, long_: _Words) -> bool:
    if len(short) < 2 or not _is_shorter_form(short, long_):
        return False
    return long_[: len(short)] == short or (len(short) > 2 and short[0] == long_[0] and short[-2:] == long_[-2:])


def _is_shorter_form(short: _Words, long_: _Words) -> bool:
    """``Frida García`` of ``Frida García Gutiérrez``: the first word and the order of words are kept."""
    if len(short) < 2 or len(short) > len(long_):
        return False
    rest = iter(long_)
    return all(word in rest for word in short) and (short[0] == long_[0] or short[0] == long_[1])
