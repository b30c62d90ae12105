"""People named in a release, with the role that the text gives them.

``el Lic. Jorge Zermeño Infante, Alcalde de Torreón``; ``El director del …, Eduardo Holguín, participó``;
``señaló Cosijoopii Montero``; ``Texto por: Rogelio Haces Gil``; lists such as ``propuesto por A, B y C,
integrantes del colectivo …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from council.extract.blocks import Block
from council.extract.people.lists import FoundPerson, follows_in_list, read_lists
from council.extract.people.offices import BEFORE, SPEECH, role_of
from council.extract.people.old_given_names import COMMON_WORDS, begins_with_given_name
from council.extract.people.person_names import INITIAL, NameRun, looks_institutional, name_runs, names_a_place
from council.extract.people.role_words import ROLE_WORDS
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import PersonMention

_OF_THIS_AREA = re.compile(r"\bde (?:esta|dicha|la) (?:area|direccion)\b")
_SPEECH_BEFORE = re.compile(rf"(?<!\w){SPEECH}\s+(?:el\s+|la\s+)?$")
_SPEECH_AFTER = re.compile(rf"[\s,]*(?:tambien\s+)?{SPEECH}(?!\w)")
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y"})
_BELONGS_TO_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:de|del|en|la|el|los|las|of|a|al|por|para|y)|(?<!\w){ROLE_WORDS})\s+[“«\"]?$"
)


def read_people(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[PersonMention, ...]:
    """Give the people named, once each, under the fullest form of their name, with their first role."""
    mentions: list[PersonMention] = []
    for block, context in zip(blocks, contexts, strict=True):
        spans = sentence_spans(block.flat, vocabulary.profile.lexicon.shortened)
        for found in read_lists(block.flat, list(_people_in(block.flat, vocabulary))):
            start, end = sentence_at(spans, found.start)
            quotation = quotation_of(block.flat[start:end])
            directorate = _directorate(found.role, context, vocabulary) if found.role else None
            line = block.line_at(found.start)
            mentions.append(PersonMention(found.name, found.role, line, directorate, quotation))
    return tuple(_once_each(mentions))


def _directorate(role: str, context: Context, vocabulary: Vocabulary) -> str | None:
    """Give the directorate that a role names, or that of the section for ``director de esta área``."""
    named = vocabulary.directorates_in(role)
    if named:
        return named[0][0]
    return context.section if _OF_THIS_AREA.search(fold(role)) else None


def _people_in(text: str, vocabulary: Vocabulary) -> Iterator[FoundPerson]:
    previous: FoundPerson | None = None
    for run in name_runs(text):
        name = " ".join(text[run.start : run.end].split())
        role = role_of(text, run.title, run.end)
        listed = previous is not None and follows_in_list(text, previous, run.title)
        known = vocabulary.people_pattern.fullmatch(fold(name)) is not None
        if _is_person(text, run, name, role, known=known, listed=listed):
            previous = FoundPerson(run.title, run.start, run.end, name, role)
            yield previous


def _is_person(text: str, run: NameRun, name: str, role: str | None, *, known: bool, listed: bool) -> bool:
    """Weigh the signs: a title before the name, a given name, a role, a verb of speech, a list of people."""
    words = words_of(name)
    given = begins_with_given_name(name) or bool(re.match(rf"{INITIAL}\s", name))
    institutional = looks_institutional(name)
    if known:
        return not institutional or given
    if names_a_place(text, run):
        return False
    if run.honored:
        return not institutional or given
    if institutional:
        return given and role is not None and len(words) == 2
    if given and not (_reads_otherwise(words) and role is None and not listed):
        return True
    before, after = fold(text[max(0, run.title - BEFORE) : run.title]), fold(text[run.end : run.end + BEFORE])
    if _BELONGS_TO_BEFORE.search(before) or re.search(r"\s(?:de|del|la|y)\s", fold(name)):
        return False
    spoken = bool(_SPEECH_BEFORE.search(before) or _SPEECH_AFTER.match(after))
    return role is not None or spoken or listed


def _reads_otherwise(words: Sequence[str]) -> bool:
    """``Norma de Árboles``: behind a given name that is a common word or a town too, *de* makes no surname."""
    return words[0] in COMMON_WORDS and words[1] in _PARTICLES


def _once_each(mentions: Sequence[PersonMention]) -> list[PersonMention]:
    kept: list[PersonMention] = []
    for mention in mentions:
        words = words_of(mention.name)
        for index, other in enumerate(kept):
            if not _same_person(words, words_of(other.name)):
                continue
            fuller = mention.name if len(words) > len(words_of(other.name)) else other.name
            source = other if other.role or not mention.role else mention
            kept[index] = replace(
                other,
                name=fuller,
                role=source.role,
                directorate=other.directorate or mention.directorate,
                quotation=source.quotation,
            )
            break
        else:
            kept.append(mention)
    return kept


def _same_person(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the shorter name is the longer one's surnames, or its words in order with the first given name."""
    short, long_ = sorted((list(first), list(second)), key=len)
    if short[0] != long_[0]:
        return len(short) > 1 and short == long_[-len(short) :]
    rest = iter(long_)
    return all(word in rest for word in short)
