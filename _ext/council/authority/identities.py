"""Who is meant by a name that no record claims: an id for each project, a known person for a shorter form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from council.language.folding import words_of
from council.language.naming import free_id, slug_of
from council.model.authorities import Authority, ids_given

_Words = tuple[str, ...]

_LONGEST = 12
"""Names of more words are nobody's; they are compared as a whole only."""


def project_ids(groups: Iterable[Sequence[str]], known: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Give the id of each name: that of the record that a name of its group is *known* as, else one made of the first.

    Where the names of a group are known as several records, the others are none of these.
    """
    ids: dict[str, str] = dict(known)
    used = set(taken)
    for group in groups:
        records = {known[name] for name in group if name in known}
        others = [name for name in group if name not in known]
        if len(records) == 1:
            ids |= dict.fromkeys(others, records.pop())
        elif others:
            id_ = free_id(slug_of(others[0]), used)
            used.add(id_)
            ids |= dict.fromkeys(others, id_)
    return ids


def people_ids(names: Iterable[str], records: Mapping[str, Authority]) -> dict[str, str]:
    """Give the id of the person that each name means: a record's, else one made of the fullest form of the name.

    A shorter or longer form of a record's name is that person.  Without a record two names are one person where the
    shorter begins the longer (``Jesús Torres`` … ``López``) or lacks but a later given name (``Miguel Mery Ayup``,
    ``Miguel Felipe Mery Ayup``).  A name that fits two people, with or without a record, is neither of them.
    """
    people = _People(names, records)
    return {name: people.ids[people.resolve(form)] for name, form in people.forms.items()}


def names_of_several(names: Iterable[str], records: Mapping[str, Authority]) -> dict[str, list[str]]:
    """Give each name that may mean several people, with the names of those."""
    people = _People(names, records)
    return {
        people.written[form]: sorted(people.written[other] for other in people.fullest(form))
        for form in people.written
        if len(people.meant(form)) > 1
    }


class _People:
    """The names of an archive and of its records, by their folded words."""

    def __init__(self, names: Iterable[str], records: Mapping[str, Authority]) -> None:
        self.forms = {name: tuple(words_of(name)) for name in dict.fromkeys(names)}
        self.written: dict[_Words, str] = {}
        self.claims: dict[_Words, set[str]] = {}
        self._given = ids_given(records)
        for record in records.values():
            for name in record.names:
                form = tuple(words_of(name))
                self.written.setdefault(form, name)
                self.claims.setdefault(form, set()).add(record.id)
        for name, form in self.forms.items():
            self.written.setdefault(form, name)
        self._fuller: dict[_Words, dict[_Words, bool]] = {}
        for form in self.written:
            for short, sure in _shorter_forms(form):
                if short in self.written:
                    known = self._fuller.setdefault(short, {})
                    known[form] = known.get(form, False) or sure
        self._shorter: dict[_Words, list[_Words]] = {}
        for short, longer in self._fuller.items():
            for form in longer:
                self._shorter.setdefault(form, []).append(short)
        self._resolved: dict[_Words, str | _Words] = {}

    @cached_property
    def ids(self) -> dict[str | _Words, str]:
        """The id of each person: that of the record, else one of its own made of the name."""
        records = {id_ for ids in self.claims.values() for id_ in ids}
        ids: dict[str | _Words, str] = {id_: id_ for id_ in records}
        used = records | self._given
        for form in sorted(form for form in self.written if self.resolve(form) == form):
            ids[form] = free_id(slug_of(" ".join(form)), used)
            used.add(ids[form])
        return ids

    def resolve(self, form: _Words) -> str | _Words:
        """Give the person that *form* means: the id of a record, else the fullest form of the name."""
        if form not in self._resolved:
            self._resolved[form] = self._resolve(form)
        return self._resolved[form]

    def _resolve(self, form: _Words) -> str | _Words:
        claims = self.claims.get(form, set())
        if claims:
            return min(claims) if len(claims) == 1 else form
        meant = self.meant(form)
        if not meant:
            return self._record_named_shorter(form) or form
        if len(meant) == 1 and (isinstance(person := next(iter(meant)), str) or any(self._fuller[form].values())):
            return person
        return form

    def fullest(self, form: _Words) -> list[_Words]:
        """Give the longer names that *form* can be short for, without those that are short for another of them."""
        fuller = self._fuller.get(form, {})
        return [other for other in fuller if not any(longer in fuller for longer in self._fuller.get(other, {}))]

    def meant(self, form: _Words) -> set[str | _Words]:
        """Give the people whose name in full *form* can be short for."""
        return {self.resolve(other) for other in self.fullest(form)}

    def _record_named_shorter(self, form: _Words) -> str | None:
        """Give the record whose name is short for *form*, where it is short for nobody else's name."""
        shorter = [short for short in self._shorter.get(form, []) if short in self.claims]
        ids = {id_ for short in shorter for id_ in self.claims[short]}
        alone = all(self.fullest(short) == [form] for short in shorter)
        return ids.pop() if alone and len(ids) == 1 else None


def _shorter_forms(name: _Words) -> Iterator[tuple[_Words, bool]]:
    """Give the forms that can be short for *name*, and whether they are so for sure: with no record to go by.

    Given names stand first, then one surname or two.  ``Ana Luz Ruiz Paz`` is for sure ``Ana Luz``, ``Ana Luz Ruiz``
    and ``Ana Ruiz Paz``; she may be ``Ana Ruiz``, ``Luz Ruiz`` and ``Luz Ruiz Paz``.
    """
    count = len(name)
    if count > _LONGEST:
        return
    yield from ((name[:end], True) for end in range(2, count))
    for start in range(1, count - 2):
        yield from ((name[:start] + name[end:], True) for end in range(start + 1, count - 1))
    if count > 3:
        yield (name[0], name[-2]), False
        yield from ((name[1:end], False) for end in range(3, count + 1))
