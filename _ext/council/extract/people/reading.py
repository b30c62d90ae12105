"""People named in a release, with the role that the text gives them.

``el Lic. Jorge Zermeño Infante, Alcalde de Torreón``; ``El director del …, Eduardo Holguín, participó``;
``said Jane Okafor, director of the Transit Division``; ``Texto por: Rogelio Haces Gil``; lists such as ``propuesto
por A, B y C, integrantes del colectivo …``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from council.extract.attendance import attendances_in
from council.extract.blocks import Block
from council.extract.people.led_units import LedUnit, LedUnits, headed_directorate
from council.extract.people.lists import FoundPerson, follows_in_list, forms_pair, read_lists
from council.extract.people.name_patterns import belonging
from council.extract.people.office_words import names_office, office_pattern
from council.extract.people.offices import role_of
from council.extract.people.person_names import name_runs
from council.extract.people.place_names import names_a_place
from council.extract.people.same_person import once_each
from council.extract.people.signs import Candidate, Signs, candidate_of, could_be_person, sign_of_person
from council.extract.people.standing import leads_this_unit
from council.extract.people.written_lines import is_in_capitals, signed_role, text_with_entries
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import PersonMention
from council.profile.profile import Profile

_LONGEST_ARTICLE = 6
_LONGEST_UNIT = 160
"""In characters: the name of the unit that a person is of."""


def read_people(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[PersonMention, ...]:
    """Give the people named, once each, under the fullest form of their name, with their first role."""
    profile = vocabulary.profile
    mentions: list[PersonMention] = []
    places: set[str] = set()
    for block, following, context in zip(blocks, [*blocks, None][1:], contexts, strict=True):
        text, in_capitals = text_with_entries(block, profile), is_in_capitals(block)
        led = LedUnits(text, vocabulary, context.section)
        people = list(_people_in(text, led, context, places, vocabulary))
        spans = sentence_spans(text, profile.lexicon.shortened) if people else []
        together = read_lists(text, people, profile)
        for person, attended in zip(together, _attended(block, together, context, vocabulary), strict=True):
            role = person.role or _role_in_row(block, person, following, profile) or signed_role(block, person, profile)
            start, end = sentence_at(spans, person.start)
            quotation = quotation_of(text[start:end])
            directorate = _directorate(led, replace(person, role=role), context, vocabulary) or attended
            line = block.line_at(person.start)
            mention = PersonMention(person.name, role, line, directorate, quotation, person.rule)
            mention = _leading(mention, led.led_by(person))
            mentions.append(_in_capitals(mention) if in_capitals else mention)
    return tuple(once_each(mentions, profile))


def _attended(
    block: Block, people: Sequence[FoundPerson], context: Context, vocabulary: Vocabulary
) -> list[str | None]:
    """Give the directorate for which each of *people* attends: those whom a list joins attend for the same."""
    starts = {one.names_from: one.directorate for one in attendances_in(block, None, vocabulary)} if people else {}
    attended: list[str | None] = []
    previous: FoundPerson | None = None
    for person in people:
        named = _attended_from(block.flat, starts, person, vocabulary)
        joined = previous and follows_in_list(block.flat, previous, person.title, vocabulary.profile)
        attended.append(named or (attended[-1] if joined else context.attended))
        previous = person
    return attended


def _attended_from(text: str, starts: dict[int, str], person: FoundPerson, vocabulary: Vocabulary) -> str | None:
    """Give the directorate behind whose name, an article aside, *person* stands."""
    article = vocabulary.profile.lexicon.grammar.articles
    before = fold(text)[max(0, person.title - _LONGEST_ARTICLE) : person.title].split()[-1:]
    behind_article = person.title - len(before[0]) - 1 if before and before[0] in article else None
    return starts.get(person.title) or (starts.get(behind_article) if behind_article is not None else None)


def _in_capitals(mention: PersonMention) -> PersonMention:
    return replace(mention, name=mention.name.upper(), role=mention.role.upper() if mention.role else None)


def _leading(mention: PersonMention, led: LedUnit | None) -> PersonMention:
    """Give *mention* with the unit that the words around the name say the person heads."""
    if led is None:
        return mention
    return replace(mention, directorate=led.directorate, role=mention.role or led.role, standing=led.standing)


def _directorate(led: LedUnits, person: FoundPerson, context: Context, vocabulary: Vocabulary) -> str | None:
    """Give the directorate that the role names, or the one behind ``of``.

    ``Director de esta área`` is that of the section, ``the outgoing director`` else of the unit that was named last.
    """
    text = led.text
    if person.role is None:
        behind = belonging(vocabulary.profile).match(fold(text), person.end)
        named = vocabulary.directorates_in(text[behind.end() : behind.end() + _LONGEST_UNIT]) if behind else []
        return named[0][0] if named and named[0][1].start == 0 else None
    named = vocabulary.directorates_in(person.role)
    if named:
        return named[0][0]
    if leads_this_unit(person.role, vocabulary.profile):
        dated = any(word in vocabulary.profile.lexicon.tenures.adjectives for word in words_of(person.role))
        last = led.before(person.title) if dated else []
        return context.section or (last[0][0] if last else None)
    return headed_directorate(person.role, vocabulary)


def _people_in(
    text: str, led: LedUnits, context: Context, places: set[str], vocabulary: Vocabulary
) -> Iterator[FoundPerson]:
    """Give the people of a text in order; a name that was one of the *places* is that again, where nothing says otherwise."""
    profile = vocabulary.profile
    previous: FoundPerson | None = None
    waiting: FoundPerson | None = None
    for run in name_runs(text, profile):
        candidate = candidate_of(text, run, profile)
        name = " ".join(text[run.start : run.end].split())
        if vocabulary.directorate_id(name):
            continue
        known = vocabulary.people_pattern.fullmatch(fold(name)) is not None
        if not known and not could_be_person(candidate, profile):
            continue
        earliest = previous.ends_in(text) if previous else 0
        role = role_of(text, earliest, run.title, run.end, profile)
        listed = previous is not None and follows_in_list(text, previous, run.title, profile)
        listed = listed or (context.attended is not None and not text[: run.title].strip())
        leads = role is None and led.led_by(FoundPerson(run.title, run.start, run.end, name, role, "")) is not None
        office = role is not None and names_office(role, profile)
        rule = sign_of_person(candidate, Signs(role, office, known, listed, leads), profile)
        if not rule and names_a_place(text, run, profile):
            places.add(fold(name))
        if rule == "given-name" and fold(name) in places:
            rule = ""
        person = FoundPerson(run.title, run.start, run.end, name, role, rule or "first-of-a-pair")
        if rule:
            if waiting and forms_pair(text, waiting, run.title, profile):
                yield waiting
            previous = person
            yield previous
        waiting = None if rule or not _could_be_first(candidate, profile) else person


def _role_in_row(block: Block, person: FoundPerson, following: Block | None, profile: Profile) -> str | None:
    """Give the office that is all of the next cell of a row whose cell is but the person: ``| Ana Ruiz | Vocal |``."""
    if following is None or (block.kind, following.kind, following.line) != ("cell", "cell", block.line):
        return None
    alone = not block.flat[person.end :].strip() and not block.flat[: person.title].strip()
    office = " ".join(following.flat.split())
    return office if alone and office_pattern(profile).match(fold(office)) else None


def _could_be_first(candidate: Candidate, profile: Profile) -> bool:
    """Whether a run of two uncommon words may be the first of a pair whose second is a person."""
    uncommon = not any(map(profile.given_names.is_common, candidate.words))
    return len(candidate.words) == 2 and uncommon and not names_a_place(candidate.text, candidate.run, profile)
