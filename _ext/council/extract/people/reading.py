"""People named in a release, with the role that the text gives them.

``el Lic. Jorge Zermeño Infante, Alcalde de Torreón``; ``El director del …, Eduardo Holguín, participó``;
``said Jane Okafor, director of the Transit Division``; ``Texto por: Rogelio Haces Gil``; lists such as ``propuesto
por A, B y C, integrantes del colectivo …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.people.led_units import LedUnit, LedUnits, headed_directorate
from council.extract.people.lists import FoundPerson, follows_in_list, read_lists
from council.extract.people.offices import role_of
from council.extract.people.person_names import name_runs
from council.extract.people.same_person import once_each
from council.extract.people.signs import Signs, candidate_of, could_be_person, is_person
from council.extract.people.standing import leads_this_unit
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import PersonMention
from council.profile.profile import Profile

_LONGEST_UNIT = 160
"""In characters: the name of the unit that a person is of."""


def read_people(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[PersonMention, ...]:
    """Give the people named, once each, under the fullest form of their name, with their first role."""
    profile = vocabulary.profile
    mentions: list[PersonMention] = []
    for block, context in zip(blocks, contexts, strict=True):
        text = block.flat
        led = LedUnits(text, vocabulary)
        people = list(_people_in(text, led, vocabulary))
        spans = sentence_spans(text, profile.lexicon.shortened) if people else []
        for person in read_lists(text, people, profile):
            start, end = sentence_at(spans, person.start)
            quotation = quotation_of(text[start:end])
            directorate = _directorate(text, person, context, vocabulary)
            mention = PersonMention(person.name, person.role, block.line_at(person.start), directorate, quotation)
            mentions.append(_leading(mention, led.led_by(person)))
    return tuple(once_each(mentions))


def _leading(mention: PersonMention, led: LedUnit | None) -> PersonMention:
    """Give *mention* with the unit that the words around the name say the person heads."""
    if led is None:
        return mention
    return replace(mention, directorate=led.directorate, role=mention.role or led.role, standing=led.standing)


def _directorate(text: str, person: FoundPerson, context: Context, vocabulary: Vocabulary) -> str | None:
    """Give the directorate that the role names, that of the section for ``director de esta área``, or the one behind ``of``."""
    if person.role is None:
        behind = _belonging(vocabulary.profile).match(fold(text), person.end)
        named = vocabulary.directorates_in(text[behind.end() : behind.end() + _LONGEST_UNIT]) if behind else []
        return named[0][0] if named and named[0][1].start == 0 else None
    named = vocabulary.directorates_in(person.role)
    if named:
        return named[0][0]
    if leads_this_unit(person.role, vocabulary.profile):
        return context.section
    return headed_directorate(person.role, vocabulary)


@lru_cache(maxsize=8)
def _belonging(profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of what stands between a person and the unit: ``of the``, ``, de la``."""
    grammar = profile.lexicon.grammar
    return re.compile(rf",?\s+{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?")


def _people_in(text: str, led: LedUnits, vocabulary: Vocabulary) -> Iterator[FoundPerson]:
    profile = vocabulary.profile
    previous: FoundPerson | None = None
    for run in name_runs(text, profile):
        candidate = candidate_of(text, run, profile)
        name = " ".join(text[run.start : run.end].split())
        known = vocabulary.people_pattern.fullmatch(fold(name)) is not None
        if not known and not could_be_person(candidate, profile):
            continue
        earliest = previous.ends_in(text) if previous else 0
        role = role_of(text, earliest, run.title, run.end, profile)
        listed = previous is not None and follows_in_list(text, previous, run.title, profile)
        person = FoundPerson(run.title, run.start, run.end, name, role)
        leads = role is None and led.led_by(person) is not None
        if is_person(candidate, Signs(role, known, listed, leads), profile):
            previous = person
            yield previous
