"""Names in running text by their kind: a noun for an initiative, and capitals.

``Programa Parcial de Desarrollo Urbano del Centro Histórico``, ``el proyecto de Corredores Verdes``, and in a
language whose nouns stand last, ``the Greenway Master Plan``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.adjectives import adjective_pattern, first_capital
from council.extract.projects.namings import Span
from council.extract.projects.ownership import owner_pattern
from council.language.capitals import BRACKETED_ACRONYM, LONGEST_RUN, UPPER, capitalised_run
from council.language.folding import content_words, fold, words_of
from council.language.quotation_marks import OPENING, quoted
from council.language.word_lists import alternatives
from council.profile.profile import Profile

_QUOTED = re.compile(quoted(3))
_CAPITALS = re.compile(
    rf"(?<!\w)(?:[{UPPER}][\w’'.-]*|\d+)(?:[\s\u00a0](?:(?:\w{{1,3}}|&)[\s\u00a0])?(?:[{UPPER}][\w’'-]*|\d+)){{1,8}}"
)
_SENTENCE = re.compile(r"(?<=\w{4})\.\s+")
_GOES_ON = re.compile(r"\s*\w")
_LEADING = re.compile(r"[a-z]\w*\s+")
_YEARS = re.compile(r"(?<=\d{4})[-–]\d{4}(?!\d)")
_YEAR = re.compile(r"\s(?:19|20)\d\d(?!\d)")
_LOOKED_AT = 40
"""So many characters before a name are looked through for whose it is."""
CAPITALS_AND_KIND = "capitals-and-kind"
BEHIND_CONTAINER = "behind-container"
BESIDE_NOUN = "beside-noun"


class KindPatterns:
    """Finds names by their kind, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar = profile.lexicon, profile.lexicon.grammar
        self._lexicon = lexicon
        nouns = lexicon.naming_nouns.pattern
        self._kind = re.compile(rf"(?<![\w“]){nouns}[\s\u00a0]+")
        self._heads_last = grammar.heads_last
        self._noun_last = re.compile(rf"(?<=[\s\u00a0]){nouns}(?!\w)")
        foreign = alternatives([*lexicon.names.foreign, *lexicon.names.governments, *profile.foreign_bodies])
        self._owned_before = re.compile(rf"(?<!\w){foreign}[’']s\s+$")
        self._container = re.compile(
            rf"(?<!\w){lexicon.container_nouns.pattern}[\s\u00a0]+(?:{grammar.genitive.pattern}[\s\u00a0]+)?"
            rf"(?:{grammar.articles.pattern}[\s\u00a0]+)?"
        )
        self._given_names = profile.given_names
        self._beside = re.compile(
            rf"(?<!\w)(?!{lexicon.body_nouns.pattern}\s){lexicon.announcing_nouns.pattern}"
            rf"(?:\s+{adjective_pattern(lexicon)}){{0,2}}"
            rf"(?:,?\s+{lexicon.names.naming.pattern})?[\s\u00a0]+(?=\w)"
        )
        small = alternatives([*grammar.prepositions, *grammar.articles, *grammar.conjunctions, *grammar.in_names])
        self._small = re.compile(rf"(?:{small}[\s\u00a0]+)+")
        verbs = alternatives([*lexicon.verbs.telling, *lexicon.verbs.doing, *lexicon.verbs.beginning])
        self._deed = re.compile(rf"{verbs}\s+{grammar.articles.pattern}\s+")
        """``Sent the Harbor Plan``: what is done to it, with the capital of its sentence."""
        owners = alternatives([*profile.own_names, *lexicon.names.governments, *lexicon.names.carriers])
        self._owner_first = re.compile(rf"{owners}[’']s\s+")
        """``Commission’s Curb Plan``: whose it is."""
        self._of = re.compile(rf"\s+{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?")
        self._genitive = re.compile(rf"{grammar.genitive.pattern}\s")
        self._small_last = re.compile(rf"[\s\u00a0]+{small}$")
        copulative = grammar.copulative.pattern
        joint = alternatives([*grammar.prepositions, *grammar.articles])
        self._next = re.compile(rf"\s+{copulative}\s+(?:(?:{joint})\s+|(?={nouns}\s))")
        self._owner = owner_pattern(profile)
        titles = alternatives([*lexicon.people.honorifics, *lexicon.people.offices])
        self._with_person = re.compile(
            rf"\s+{grammar.prepositions.pattern}\s+{grammar.articles.pattern}\s+{titles}(?!\w)"
        )
        """``Puente del Sur con el Ing. Ruiz``: who was there is no part of it."""
        self._inside = grammar.in_names + grammar.personal
        self._handed = re.compile(rf"(?<!\w){lexicon.verbs.addressing.pattern}\s")
        self._to = re.compile(rf"\s{grammar.dative.pattern}\s(?=[{UPPER}])")
        """``Entregó el Atlas de Riesgos a Obras Públicas``: who was given it is no part of the name."""
        self._at_event = re.compile(
            rf"\s+{grammar.locative.pattern}\s+{grammar.articles.pattern}\s+{lexicon.announcing_nouns.pattern}(?!\w)"
        )
        """``Plan Ribera en el Encuentro de Institutos``: where a name was told, which is no part of it."""
        self._with_unit = re.compile(
            rf"\s+(?!{grammar.genitive.pattern}\s){grammar.prepositions.pattern}\s+(?:{grammar.articles.pattern}\s+)?"
            rf"{lexicon.units.nouns.pattern}(?!\w)"
        )
        agents = alternatives([*profile.own_names, *lexicon.names.governments, *lexicon.names.carriers])
        stages, number = lexicon.names.stages, r"\s(?:\d{1,2}|[IVX]+)(?!\w)"
        behind_stage = "|".join(rf"(?<={stage}){number}" for stage in stages)
        self._stage = re.compile(rf",?\s{stages.pattern}{number}|{behind_stage}", re.IGNORECASE)
        self._article = re.compile(rf"(?:^|[^\w\s]|(?<!\w){grammar.articles.pattern})\s*$")
        self._agent = re.compile(rf"{agents}(?!\w)")

    def names_in(self, block: Block) -> Iterator[Span]:
        """Give the names in *block*; in a headline only those that something else than capitals ends."""
        text = block.flat
        headline = block.kind != "paragraph" and not self._has_small_words(text)
        shouts = text.isupper()
        for start, name, rule in self._names(text, block.folded):
            in_capitals = name.isupper() and (shouts or _is_behind_capitals(text, start))
            if not in_capitals and (not headline or self._is_closed(text, block.folded, start, name, rule)):
                yield Span(start, start + len(name), name, rule)

    def _is_closed(self, text: str, folded: str, start: int, name: str, rule: str) -> bool:
        """Whether a name ends with the headline or before a mark, and is no part of a title in capitals.

        ``Presentan el Plan de Agua``, ``Plan de Agua: avances``; not ``Plan De Agua En Sesión``.
        """
        grammar = self._lexicon.grammar
        joints = grammar.prepositions + grammar.conjunctions
        capital = any(fold(word) in joints and word[0].isupper() for word in name.split()[1:])
        end = start + len(name)
        ends = not _GOES_ON.match(text, end) or self._owner.match(folded, end, end + LONGEST_RUN)
        begins = rule != CAPITALS_AND_KIND or (
            self._article.search(folded, max(0, start - _LOOKED_AT), start) and not self._agent.match(fold(name))
        )
        return not capital and bool(ends and begins)

    def _names(self, text: str, folded: str) -> Iterator[tuple[int, str, str]]:
        for start, name in self._by_kind(text, folded):
            yield start, name, "kind-and-capitals"
        for start, name in self._behind_noun(text, folded, self._container):
            yield start, name, BEHIND_CONTAINER
        for start, name in self._behind_noun(text, folded, self._beside):
            yield start, name, BESIDE_NOUN
        if self._heads_last:
            for start, name in self._with_noun_last(text, folded):
                yield start, name, CAPITALS_AND_KIND

    def _has_small_words(self, text: str) -> bool:
        """Whether a word that carries meaning is in lower case, so that capitals tell a name in *text*."""
        grammar = self._lexicon.grammar
        small = (word for word in re.findall(r"\w+", text) if word[0].islower())
        return any(fold(word) not in grammar.function_words and fold(word) not in grammar.in_names for word in small)

    def _by_kind(self, text: str, folded: str) -> Iterator[tuple[int, str]]:
        for match in self._kind.finditer(folded):
            if not text[match.start()].isupper():
                continue
            small = self._small.match(folded, match.end())
            if self._heads_last and not self._opens(text, folded, match):
                continue
            run_start = small.end() if small else match.end()
            if not small and not (
                text[run_start : run_start + 1].isupper() or text[run_start : run_start + 1] in OPENING
            ):
                continue
            title = _QUOTED.match(text, run_start)
            if title:
                if match[0].strip() in self._lexicon.titled_nouns:
                    yield match.start(), text[match.start() : title.end()]
                continue
            run = self._run(text, run_start)
            if run:
                name = self._name(text, match.start(), run_start + len(run))
                if len(words_of(name)) > len(match[0].split()):
                    yield match.start(), name

    def _opens(self, text: str, folded: str, noun: re.Match[str]) -> bool:
        """``Inventory of Bridges``: where nouns stand last, one opens a name only so, or before quotation marks."""
        before = text[max(0, noun.start() - _LOOKED_AT) : noun.start()].rstrip().rpartition(" ")[2]
        genitive = self._genitive.match(folded, noun.end()) or text[noun.end() : noun.end() + 1] in tuple(OPENING)
        named = before[:1].isupper() and fold(before) not in self._lexicon.grammar.function_words
        return bool(genitive) and not named

    def _name(self, text: str, start: int, end: int) -> str:
        """Give the name from *start*: not whose it is, nor the next one, but with its acronym in parentheses."""
        name = self._alone(text[start:end])
        if self._handed.search(fold(text), max(0, start - _LOOKED_AT), start) and (to := self._to.search(name)):
            name = name[: to.start()]
        name += "”" * (name.count("“") - name.count("”"))
        while shorter := self._small_last.search(fold(name)):
            name = name[: shorter.start()]
        return text[start : self._behind_name(text, start + len(name))]

    def _behind_name(self, text: str, end: int) -> int:
        """Give where a name ends that has its years, its stage or its acronym behind it: ``… 2030``, ``…, Phase II``."""
        for pattern in (_YEARS, _YEAR, self._stage, BRACKETED_ACRONYM):
            behind = pattern.match(text, end)
            end = behind.end() if behind else end
        return end

    def _behind_noun(self, text: str, folded: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """``el proyecto de Corredores Verdes``, ``la estrategia municipal Ciudad Abierta``: two words or more behind it."""
        lexicon = self._lexicon
        for match in pattern.finditer(folded):
            start = first_capital(text, match.start(), match.end())
            if text[match.start()].isupper() or not text[start : start + 1].isupper():
                continue
            name = self._alone(self._run(text, start))
            first = next(iter(words_of(name)), "")
            content = content_words(name, lexicon.grammar.stop_words)
            telling = len(content) > 1 and all(len(word) > 1 for word in content)
            classes = lexicon.listed_nouns, lexicon.names.bodies, lexicon.people.offices, lexicon.names.carriers
            named = (
                any(first in words for words in classes)
                or self._given_names.begin(name)
                or self._agent.match(fold(name))
            )
            if telling and not named:
                yield start, name

    def _with_noun_last(self, text: str, folded: str) -> Iterator[tuple[int, str]]:
        """``the Greenway Master Plan``: a run of capitals up to the last noun in it, not behind ``the state's``."""
        for run in _CAPITALS.finditer(text):
            nouns = list(self._noun_last.finditer(folded, run.start() + 1, run.end()))
            if not nouns or self._owned_before.search(folded, max(0, run.start() - _LOOKED_AT), run.start()):
                continue
            end = nouns[-1].end()
            start = run.start()
            for sentence in _SENTENCE.finditer(text, start, nouns[-1].start()):
                start = sentence.end()
            start = self._behind_leading(text, folded, start, nouns[-1].start())
            if start == nouns[-1].start():
                continue
            end = self._with_what_it_is_of(text, folded, start, end)
            yield start, text[start : self._behind_name(text, end)]

    def _behind_leading(self, text: str, folded: str, start: int, end: int) -> int:
        """Give where a name begins behind small words, what is done to it, and whose it is; its noun stands at *end*."""
        while True:
            matches = (pattern.match(folded, start) for pattern in (self._small, self._deed, self._owner_first))
            leading = _LEADING.match(text, start) or next((match for match in matches if match), None)
            if leading is None or leading.end() >= end:
                return start
            start = leading.end()

    def _with_what_it_is_of(self, text: str, folded: str, start: int, end: int) -> int:
        """Give where a name ends that goes on behind its noun: ``Sound Map of the Harbor``; not with whose it is."""
        small = self._of.match(folded, end)
        if small is None or not text[small.end() : small.end() + 1].isupper():
            return end
        whole = text[start : small.end()] + self._run(text, small.end())
        if any(word in self._lexicon.units.nouns for word in words_of(whole[end - start :])):
            return end
        return start + len(self._alone(whole))

    def _run(self, text: str, start: int) -> str:
        return capitalised_run(text, start, len(text), self._inside)

    def _alone(self, run: str) -> str:
        """Give *run* without whose it is, and without a second name behind ``y``."""
        for pattern in (self._owner, self._with_unit, self._with_person, self._at_event, self._next):
            behind = pattern.search(fold(run))
            run = run[: behind.start()] if behind else run
        return run


def _is_behind_capitals(text: str, start: int) -> bool:
    """Whether the word before a name has no small letters: a headline, which tells no name by its capitals."""
    before = text[max(0, start - _LOOKED_AT) : start].split()[-1:]
    return any(word.isupper() and len(word) > 1 for word in before)


@lru_cache(maxsize=8)
def kind_patterns(profile: Profile) -> KindPatterns:
    """Give the patterns of a profile, made once."""
    return KindPatterns(profile)
