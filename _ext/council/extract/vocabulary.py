"""What the extraction is told beforehand: the profile, the institution's units, and names that have a record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from council.authority.name_keys import name_key
from council.authority.unit_acronyms import UnitAcronyms, acronym_behind
from council.authority.unit_names import UnitMention, UnitPattern, unit_core
from council.authority.unit_owners import unit_owners
from council.language.calm_titles import CaseWords
from council.language.capitals import UPPER
from council.language.folding import content_words, fold, words_of
from council.language.sentences import sentence_spans
from council.language.word_lists import Words, alternatives
from council.model.authorities import OWN, Records
from council.profile.profile import Profile

_GOES_ON = re.compile(rf"\s+(?:\w{{2,3}}\s+)?[{UPPER}\d]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, from *start* to *end*, and the own directorates that it names, in order."""

    start: int
    end: int
    units: Sequence[tuple[str, UnitMention]]

    @property
    def directorates(self) -> frozenset[str]:
        """The ids of the directorates."""
        return frozenset(id_ for id_, _unit in self.units)

    def directorate_at(self, position: int, text: str) -> str | None:
        """Give the only directorate of the sentence, else the only one between the semicolons around *position*.

        Of those that one noun in the plural names together, it is the first.
        """
        ids = self.directorates
        if len(ids) > 1:
            start = text.rfind(";", self.start, position)
            end = text.find(";", position, self.end)
            within = range(max(start, self.start), end if end >= 0 else self.end)
            ids = frozenset(id_ for id_, unit in self.units if unit.start in within)
        if len(ids) > 1 and all(unit.rule == "units-in-a-row" for _id, unit in self.units):
            return self.units[0][0]
        return next(iter(ids)) if len(ids) == 1 else None


class Sentences:
    """The sentences of a text."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        units = list(vocabulary.directorates_in(text))
        ends = {unit.end for _id, unit in units}
        units += [(id_, unit) for id_, unit in vocabulary.directorates_alone_in(text) if unit.end not in ends]
        units.sort(key=lambda named: named[1].start)
        self._all: list[Sentence] = []
        first = 0
        for start, end in sentence_spans(text, vocabulary.profile.lexicon.shortened):
            last = first
            while last < len(units) and units[last][1].start < end:
                last += 1
            self._all.append(Sentence(start, end, units[first:last]))
            first = last
        self._starts = [sentence.start for sentence in self._all]

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self._all)

    def at(self, position: int) -> Sentence:
        """Give the sentence that holds *position*."""
        return self._all[max(bisect_right(self._starts, position) - 1, 0)]


@dataclass(frozen=True)
class Vocabulary:
    """Names by the id of their record.

    *directorates* are the institution's own (``planeacion-urbana-sustentable``: ``Planeación Urbana
    Sustentable``), without the noun for a unit; *projects* and *people* are names and aliases.
    """

    profile: Profile
    directorates: Mapping[str, tuple[str, ...]]
    projects: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    project_ids: Mapping[str, str] = field(default_factory=dict)
    """The id of a record by each of its names, folded; of those that nobody reviewed, too."""
    acronyms: Mapping[str, str] = field(default_factory=dict)
    """The name of a directorate, without its noun, by the acronym that a release gives it."""

    @cached_property
    def _stop_words(self) -> Words:
        return self.profile.lexicon.grammar.stop_words

    @cached_property
    def _unit_pattern(self) -> UnitPattern:
        cores = (name for names in self.directorates.values() for name in names)
        return UnitPattern(cores, self.profile.lexicon)

    @cached_property
    def _directorate_of(self) -> dict[tuple[str, ...], str]:
        return {tuple(words_of(name)): id_ for id_, names in self.directorates.items() for name in names}

    def directorate_id(self, name: str) -> str | None:
        """Give the id of the own directorate called *name* (``Planeación Urbana Sustentable``)."""
        return self._directorate_of.get(tuple(words_of(name)))

    def directorate_called(self, text: str) -> str | None:
        """Give the own directorate whose name, without its noun but with its capitals, is all of *text*.

        ``Proyectos Estratégicos`` is one, ``Proyectos estratégicos`` are strategic projects.
        """
        content = [word for word in text.split() if content_words(word, self._stop_words)]
        return self.directorate_id(text) if all(word[0].isupper() for word in content) else None

    def directorates_alone_in(self, text: str) -> list[tuple[str, UnitMention]]:
        """Give the own directorates that *text* names by their name of several words alone, with its capitals.

        Not where the name is but part of another: ``Banco de …``, ``… 2030``; nor behind an article, where it says
        what it says: ``los Proyectos Estratégicos``.
        """
        named: list[tuple[str, UnitMention]] = []
        owners = unit_owners(self.profile)
        for match in self._name_pattern.finditer(fold(text)):
            name = text[match.start("name") : match.end("name")]
            id_ = self.directorate_called(name) if " " in name else None
            part = match["genitive"] or match["article"] or _GOES_ON.match(text, match.end())
            if id_ is not None and not part:
                unit = UnitMention(name, match.start("name"), match.end("name"), "name-alone")
                if not owners.are_others(text, unit):
                    named.append((id_, unit))
        return named

    def without_directorates(self, text: str, folded: str) -> str:
        """Give *folded* with blanks in place of the own directorates that *text* names."""
        units = [unit for _id, unit in (*self.directorates_in(text), *self.directorates_alone_in(text))]
        parts: list[str] = []
        end = 0
        for unit in sorted(units, key=lambda unit: unit.start):
            start = max(unit.start, end)
            if unit.end > start:
                parts += folded[end:start], " " * (unit.end - start)
                end = unit.end
        return "".join([*parts, folded[end:]])

    @cached_property
    def _name_pattern(self) -> re.Pattern[str]:
        grammar = self.profile.lexicon.grammar
        before = (
            rf"(?:(?P<genitive>{grammar.genitive.pattern}\s+)|{grammar.prepositions.pattern}\s+)?"
            rf"(?P<article>{grammar.articles.pattern}\s+)?"
        )
        names = alternatives(" ".join(name) for name in self._directorate_of)
        return re.compile(rf"(?<!\w){before}(?P<name>{names})(?!\w)")

    def directorates_in(self, text: str) -> Sequence[tuple[str, UnitMention]]:
        """Give the own directorates that *text* names with their noun, through their head, or by their acronym.

        Several rules ask it of one text, so that it is kept.
        """
        return self._kept_directorates(text)

    @cached_property
    def _kept_directorates(self) -> Callable[[str], Sequence[tuple[str, UnitMention]]]:
        return lru_cache(maxsize=512)(self._read_directorates)

    def _read_directorates(self, text: str) -> Sequence[tuple[str, UnitMention]]:
        owners = unit_owners(self.profile)
        units = [*self._unit_pattern.units_in(text), *self._acronyms.units_in(text)]
        # Those in a row begin together, and what stands behind the last is said of all.
        others = {unit.start for unit in units if owners.are_others(text, unit)}
        units = sorted((unit for unit in units if unit.start not in others), key=lambda unit: unit.start)
        named = ((self.directorate_id(unit.core), unit) for unit in units)
        return tuple((id_, unit) for id_, unit in named if id_ is not None)

    def with_acronyms(self, texts: Iterable[str]) -> Vocabulary:
        """Give the vocabulary of a release that has *texts*, in which own directorates may bring their acronyms."""
        brought = {
            acronym: unit.core
            for text in texts
            for _id, unit in self.directorates_in(text)
            if (acronym := acronym_behind(text, unit, self.profile.lexicon))
        }
        if not brought:
            return self
        known = replace(self, acronyms=brought)
        for kept in ("_unit_pattern", "_directorate_of", "_name_pattern", "project_pattern", "people_pattern"):
            known.__dict__[kept] = getattr(self, kept)
        return known

    @cached_property
    def _acronyms(self) -> UnitAcronyms:
        return UnitAcronyms(self.acronyms)

    def sentences_in(self, text: str) -> Sentences:
        """Give the sentences of *text*; several rules ask it of one text, so that it is kept."""
        return self._kept_sentences(text)

    @cached_property
    def _kept_sentences(self) -> Callable[[str], Sentences]:
        return lru_cache(maxsize=512)(lambda text: Sentences(text, self))

    @cached_property
    def project_pattern(self) -> re.Pattern[str]:
        """Matches, in folded text, a project's name that is distinctive enough to stand in running text."""
        return _names_pattern(name for name in self.projects if len(content_words(name, self._stop_words)) > 1)

    @cached_property
    def case_words(self) -> CaseWords:
        """What is known of the case of words: names of records and of the institution, and the kinds of other words."""
        grammar, given_names = self.profile.lexicon.grammar, self.profile.given_names
        names = (name for name in (*self.projects, *self.people) if len(words_of(name)) > 1)
        return CaseWords(
            names=(*self.profile.institution.spoken_names, *names, *self._unit_names()),
            small=grammar.function_words,
            abbreviations=grammar.abbreviations,
            endings=grammar.ordinal_endings,
            shortened=self.profile.lexicon.shortened,
            plurals=grammar.plural_endings,
            given_names=given_names.names,
            common_words=given_names.common_words,
            title_case=grammar.title_case,
        )

    def _unit_names(self) -> Iterator[str]:
        """Give the names of the directorates with each noun for a unit, and those of several words alone."""
        grammar, units = self.profile.lexicon.grammar, self.profile.institution.units
        nouns = [noun.capitalize() for noun in units.nouns or self.profile.lexicon.units.nouns]
        for name in (name for names in self.directorates.values() for name in names):
            yield from (f"{noun} {of} {name}" for noun in nouns for of in grammar.genitive)
            yield from (f"{name} {noun}" for noun in nouns if grammar.heads_last)
            if " " in name:
                yield name

    def project_id(self, name: str) -> str | None:
        """Give the id of the project whose record bears *name*, or the name without its parentheses."""
        return self.project_ids.get(" ".join(words_of(name))) or self.project_ids.get(
            name_key(name, self.profile.lexicon)
        )

    @cached_property
    def people_pattern(self) -> re.Pattern[str]:
        """Matches, in folded text, the name of a person who has a record."""
        return _names_pattern(name for name in self.people if len(words_of(name)) > 1)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern for any of *names*, the longest first, white space and quotation marks free."""
    any_name = alternatives((" ".join(words_of(name)) for name in names), between=r"\W{1,3}")
    return re.compile(rf"(?<!\w){any_name}(?!\w)")


def vocabulary_of(records: Records, profile: Profile) -> Vocabulary:
    """Give what the extraction is told of the records: of projects and people those that somebody reviewed."""
    lexicon = profile.lexicon
    own = {
        record.id: tuple(unit_core(name, lexicon) for name in record.names)
        for record in records["directorate"].values()
        if record.category == OWN
    }
    return Vocabulary(
        profile=profile,
        directorates=own,
        projects=tuple(
            form
            for record in records["project"].values()
            if record.reviewed
            for name in record.names
            for form in (name, name_key(name, lexicon))
        ),
        people=tuple(name for record in records["person"].values() if record.reviewed for name in record.names),
        project_ids={
            form: record.id
            for record in records["project"].values()
            for name in record.names
            for form in (" ".join(words_of(name)), name_key(name, lexicon))
        },
    )
