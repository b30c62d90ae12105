"""Units that a release names: the institution's own directorates, and those of the municipality or of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.authority.unit_names import joints_of
from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.unit_tables import named_in_tables
from council.extract.unit_work import work_told
from council.extract.vocabulary import Vocabulary
from council.language.capitals import UPPER, capitalised_run
from council.language.folding import fold, words_of
from council.language.sentences import sentence_at, sentence_spans
from council.language.word_lists import Words, alternatives
from council.model.releases import DirectorateMention, ExternalMention
from council.profile.profile import Profile


def read_directorates(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[DirectorateMention, ...]:
    """Give the own directorates that the text names, once each, in the order of first naming.

    One *reports* where a section, a list that is credited to it, or a sentence tells its work: the rule of its
    mention is then that one; silence says no.
    """
    mentions: dict[str, DirectorateMention] = {}
    tables = named_in_tables(blocks, vocabulary)
    for block, context in zip(blocks, contexts, strict=True):
        for mention in (
            *_of_context(block, context, vocabulary),
            *_of_text(block, vocabulary),
            *tables.get(id(block), ()),
        ):
            known = mentions.get(mention.directorate)
            if known is None:
                mentions[mention.directorate] = mention
            elif mention.reports and not known.reports:
                mentions[mention.directorate] = replace(known, reports=True, rule=mention.rule)
    return tuple(mentions.values())


def _of_context(block: Block, context: Context, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """``## Dirección de Aguas``; ``La Dirección de Aguas trabaja en:`` before a list of anything but who came."""
    if context.heads:
        yield DirectorateMention(context.heads, True, block.line, "section-of-unit")
    leads = context.introduction
    if context.directorate and leads and block.item is not None:
        attends = _attendance(vocabulary.profile.lexicon.verbs.attending).search(fold(leads.flat)) is not None
        yield DirectorateMention(context.directorate, not attends, leads.line, "list-of-unit")


def _of_text(block: Block, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """Those that a sentence names with their noun, through their head, or as who speaks."""
    spans = sentence_spans(block.flat, vocabulary.profile.lexicon.shortened)
    for id_, unit in vocabulary.directorates_in(block.flat):
        start, end = sentence_at(spans, unit.start)
        rule = work_told(block.flat[start:end], unit, start, vocabulary.profile)
        yield DirectorateMention(id_, bool(rule), block.line_at(unit.start), rule or unit.rule)


@lru_cache(maxsize=8)
def _attendance(attending: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){attending.pattern}(?!\w)")


def read_external(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[ExternalMention, ...]:
    """Give the other directorates, each once in its fullest form, as written.

    The institution's own town at the end is no part of the name; another town's is.
    """
    names: list[str] = []
    lines: dict[str, int] = {}
    patterns = _patterns(vocabulary.profile)
    for block in blocks:
        for name, position in patterns.names_in(block.flat):
            if not vocabulary.directorates_in(name) and not patterns.is_own(name):
                names.append(" ".join(name.split()))
                lines.setdefault(names[-1], block.line_at(position))
    kept: list[str] = []
    for name in sorted(names, key=lambda name: -len(name)):
        words = {word for word in words_of(name) if not patterns.is_noun_or_small(word)}
        if not any(words <= set(words_of(other)) and not patterns.is_elsewhere(name, other) for other in kept):
            kept.append(name)
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    return tuple(ExternalMention(name, lines[name]) for name in sorted(kept, key=order.__getitem__))


class _ExternalPatterns:
    """Finds units of others by the nouns that the institution has for them."""

    def __init__(self, profile: Profile) -> None:
        lexicon, institution = profile.lexicon, profile.institution
        units, grammar = lexicon.units, lexicon.grammar
        nouns = institution.units.others or units.nouns
        joint = rf"{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?"
        widely = rf"(?:{units.general.pattern}|{lexicon.names.localities.pattern})"
        general = rf"(?:(?:{grammar.genitive.pattern}\s+)?{widely}\s+)?"
        self._title_case, self._articles = grammar.title_case, grammar.articles
        self._inside = grammar.in_names
        self._before = re.compile(rf"(?<!\w){nouns.pattern}\s+{general}{joint}")
        self._behind = re.compile(rf"\s{nouns.pattern}(?!\w)") if grammar.heads_last else None
        self._small = [*units.nouns, *units.general, *nouns, *grammar.function_words]
        towns = alternatives(fold(town) for town in institution.places.towns[:1])
        governments = rf"(?:{lexicon.names.governments.pattern}|{lexicon.names.localities.pattern})"
        self._home = re.compile(rf"\s+{joint}(?:(?:\w\.\s)?{governments}\s+{joint})?{towns}$")
        copulative, small = grammar.copulative.pattern, joints_of(lexicon)
        self._next = re.compile(
            rf"\s+{copulative}\s+(?={small})(?:{grammar.prepositions.pattern}\s+)?{grammar.articles.pattern}\s"
        )
        self._of_place = re.compile(rf"\s+{grammar.genitive.pattern}\s")
        self._own = re.compile(
            rf"(?<!\w){alternatives([*profile.own_names, *_first_words(profile), *institution.foreign.bodies])}(?!\w)"
        )
        self._acronym = _acronym_pattern(institution.units.others, units.general)

    def names_in(self, text: str) -> Iterator[tuple[str, int]]:
        """Give the names, with their nouns, and where each stands; acronyms of such names too."""
        folded = fold(text)
        for match in self._before.finditer(folded):
            run = capitalised_run(text, match.end(), len(text), self._inside)
            named = text[match.end() : match.end() + 1].isupper()
            if run and named and (text[match.start()].isupper() or not self._title_case):
                # "la Dirección de X y la Dirección de Y": the run of capitals goes on, the name does not.
                following = self._next.search(fold(run))
                name = text[match.start() : match.end()] + (run[: following.start()] if following else run)
                home = self._home.search(fold(name))
                yield (name[: home.start()] if home else name).strip(), match.start()
        if self._behind:
            yield from self._nouns_last(text, folded)
        for match in self._acronym.finditer(text) if self._acronym else ():
            if not (text[: match.start()].endswith("(") and text[match.end() :].startswith(")")):
                yield match[0], match.start()

    def _nouns_last(self, text: str, folded: str) -> Iterator[tuple[str, int]]:
        """``Parks Department``: a run of capitals that ends with the noun, itself in capitals."""
        assert self._behind is not None
        for match in self._behind.finditer(folded):
            if text[match.start() + 1].isupper() and (before := _CAPITALS_BEFORE.search(text, 0, match.start())):
                first, _space, rest = text[before.start() : match.end()].partition(" ")
                yield rest if fold(first) in self._articles else f"{first} {rest}", before.start()

    def is_elsewhere(self, name: str, longer: str) -> bool:
        """Whether *longer* is the unit of that name of another town: ``Gerencia de Aguas de Villa Roquedal``."""
        rest = longer[len(name) :]
        return longer.startswith(name) and self._of_place.match(fold(rest)) is not None

    def is_own(self, name: str) -> bool:
        """Whether a name says that the unit is the institution's own."""
        return self._own.search(fold(name)) is not None

    def is_noun_or_small(self, word: str) -> bool:
        """Whether a folded word tells no unit from another."""
        return word in self._small


_CAPITALS_BEFORE = re.compile(rf"(?:[{UPPER}][\w’'-]*(?:\s(?:[\w&]{{1,3}}\s)?(?=[{UPPER}]))?){{1,6}}$")


def _first_words(profile: Profile) -> list[str]:
    """``Instituto`` stands for ``Instituto Municipal de Planeación``."""
    return words_of(profile.institution.name)[:1]


def _acronym_pattern(nouns: Words, general: Words) -> re.Pattern[str] | None:
    """``DGMA``: the initials of a noun for a unit and of *general*, and two to four letters more."""
    initials = {f"{noun[0]}{word[0]}".upper() for noun in nouns for word in general}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(initials))})[{UPPER}]{{2,4}}(?!\w)") if initials else None


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _ExternalPatterns:
    return _ExternalPatterns(profile)
