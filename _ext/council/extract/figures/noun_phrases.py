"""How far the noun phrase goes that a number counts or measures: its noun, and what tells it from others.

``411`` ``artículos de investigación`` ``realizados por …``; ``38`` ``press releases`` ``were published``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from council.extract.figures.running_words import Word, words_from
from council.language.folding import fold
from council.language.word_lists import Words
from council.profile.lexicon import Lexicon

_DEEPEST = 3
"""So many nouns may hang on one another: ``artículos de investigación de los integrantes del Instituto``."""
_BEFORE_HEAD = 3


class NounPhrases:
    """The noun phrases of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = lexicon.grammar
        self._words = lexicon.figures
        self._adjectives = lexicon.names.adjectives
        self._before_nouns = lexicon.figures.before_nouns
        self._months = lexicon.dialect.dates.months
        self._language_verbs = lexicon.verbs
        self._statuses = lexicon.lists.statuses

    def counted(self, text: str, start: int) -> int | None:
        """Give the end of what the number before *start* counts, ``None`` where it is not certain.

        Where but a relative clause tells which of a thing are counted, the thing alone is not what they are.
        """
        words = words_from(text, start)
        head = self._plural_head(words)
        if head is None:
            return None
        place = self._behind_adjectives(words, head + 1, plural=True)
        place = self._behind_complements(words, place)
        following = words[place].folded if place < len(words) else ""
        if following in self._words.per or following in self._words.besides or self._divides(words, place):
            return None
        if following in self._grammar.relatives and place == head + 1:
            return None
        if self._goes_on(words, place) or self._is_enumerated(text, words[place - 1].end):
            return None
        if any(word.folded in self._words.times for word in words[:place]) or self._per_time(words, place):
            return None
        return words[place - 1].end

    def of_measure(self, text: str, start: int, end: int) -> int:
        """Give the end of the phrase whose noun, a measure, stands from *start* to *end*."""
        words = words_from(text, start)
        place = next((number for number, word in enumerate(words, 1) if word.end >= end), 1)
        while place < len(words) and words[place].folded in self._words.averages:
            place += 1
        place = self._behind_adjectives(words, place, plural=False)
        place = self._behind_complements(words, place)
        if place + 1 < len(words) and words[place].folded in self._words.scopes:
            place = self._behind_complement(words, place, self._words.scopes)
        return words[place - 1].end if words else end

    def thing(self, text: str, start: int) -> int | None:
        """Give the end of what a size before *start* is of: ``12 hectáreas`` ``de áreas verdes``.

        What each inhabitant has of it is a size too: ``4 m2`` ``de superficie verde por habitante``.
        """
        words = words_from(text, start)
        if len(words) < 2 or words[0].folded not in self._grammar.genitive or not self._is_noun(words[1]):
            return None
        if words[1].folded in self._words.times:
            return None
        if self._grammar.heads_last:
            place = self._last_of(words, 1, 1 + _BEFORE_HEAD)
        else:
            place = self._behind_complements(words, self._behind_adjectives(words, 2, plural=False))
        if place < len(words) and words[place].folded in self._words.per:
            each = words[place + 1] if place + 1 < len(words) else None
            return each.end if each and each.folded in self._words.inhabitants else None
        return None if words[1].folded in self._words.dimensions else words[place - 1].end

    def qualifies(self, word: str) -> bool:
        """Whether *word* may stand before a noun, and tell it from others: ``unemployment`` before ``rate``."""
        told = Word(word, fold(word), 0)
        return self._is_noun(told) and not self._is_verb(told)

    def is_divided(self, text: str, start: int) -> bool:
        """Whether a quantity before *start* is one of so many by another thing, or in a time: ``pesos diarios``."""
        words = words_from(text, start)
        if words and words[0].folded in self._words.frequencies:
            return True
        near = enumerate(words[:3])
        return any(word.folded in self._words.per and self._is_thing(words, place + 1) for place, word in near)

    def _is_thing(self, words: Sequence[Word], place: int) -> bool:
        return place < len(words) and self._is_noun(words[place]) and words[place].folded not in self._words.manners

    def name_at(self, text: str, start: int) -> int:
        """Give the end of the name in capitals at *start*, 0 where there is none."""
        words = words_from(text, start)
        if not words or not words[0].capitalised:
            return 0
        return words[self._behind_complements(words, self._behind_name(words, 1)) - 1].end

    def noun_at(self, text: str, start: int) -> int:
        """Give the end of the noun at *start*, 0 where there is none."""
        words = words_from(text, start)
        return words[0].end if words and self._is_noun(words[0]) else 0

    def _plural_head(self, words: Sequence[Word]) -> int | None:
        """Give the place of the noun that is counted: the first in the plural, and what goes before it in its language."""
        for place, word in enumerate(words[: _BEFORE_HEAD + 1]):
            if word.folded in self._before_nouns:
                continue
            if not self._is_noun(word) or any(word.folded in forms for forms in self._no_things):
                return None
            if self._is_plural(word) and not self._is_verb(word):
                return self._compound(words, place) if self._grammar.heads_last else place
            if not self._grammar.heads_last or self._is_verb(word):
                return None
        return None

    @cached_property
    def _no_things(self) -> tuple[Words, ...]:
        """What stands behind a number, and tells nothing of what is counted."""
        return self._words.vague, self._words.times, self._statuses

    def _goes_on(self, words: Sequence[Word], place: int) -> bool:
        """Whether the number is of another thing too, which is joined to the first: ``talleres y pequeñas fábricas``."""
        if place + 1 >= len(words) or words[place].folded not in self._grammar.copulative:
            return False
        return self._is_things(words[place + 1])

    def _is_enumerated(self, text: str, end: int) -> bool:
        """Whether what ends at *end* is the first of a row: ``registros de luminarias, árboles y señales``."""
        match = self._next_in_row.match(fold(text), end)
        return match is not None and self._is_things(Word(text[match.start(1) : match.end(1)], match[1], match.end(1)))

    @cached_property
    def _next_in_row(self) -> re.Pattern[str]:
        return re.compile(rf",\s+([^\W\d_]+)(?:,|\s+{self._grammar.copulative.pattern}\s)")

    def _is_things(self, word: Word) -> bool:
        """Whether *word* is a noun in the plural, or an adjective of one."""
        return self._is_noun(word) and self._is_plural(word) and not self._is_verb(word)

    def _compound(self, words: Sequence[Word], place: int) -> int:
        """Give the place of the last of two nouns in the plural, where they are one: ``sports clubs``."""
        following = words[place + 1] if place + 1 < len(words) else None
        behind = words[place + 2] if place + 2 < len(words) else None
        if following is None or not self._is_noun(following) or not self._is_plural(following):
            return place
        return place if behind is not None and self._is_noun(behind) and not self._is_verb(behind) else place + 1

    def _is_plural(self, word: Word) -> bool:
        return word.folded in self._words.plurals and word.folded not in self._words.no_plurals

    def _behind_adjectives(self, words: Sequence[Word], place: int, *, plural: bool) -> int:
        """Give the place behind the adjectives that follow a noun; one that opens a phrase of its own is none."""
        if self._grammar.heads_last:
            return place
        first = place
        while place < len(words) and self._is_adjective(words[place], plural=plural):
            place += 1
        if plural and place > first:
            if self._is_second_adjective(words, place):
                return place + 2
            participle = words[place - 1].folded not in self._before_nouns
            if participle and place < len(words) and words[place].folded in self._opens_phrase:
                place -= self._behind_complement(words, place) == place
        return place

    def _is_second_adjective(self, words: Sequence[Word], place: int) -> bool:
        """Whether at *place* an adjective is joined to the one before: ``locales y nacionales``."""
        if place + 1 >= len(words) or words[place].folded not in self._grammar.copulative:
            return False
        second = words[place + 1]
        forms = (second.folded, second.folded.removesuffix("s"))
        return self._is_adjective(second, plural=True) and any(form in self._adjectives for form in forms)

    def _is_adjective(self, word: Word, *, plural: bool) -> bool:
        """Whether *word* is an adjective; behind a noun in the plural what has its ending is one."""
        if not self._is_noun(word) or self._is_verb(word) or word.folded in self._words.times:
            return False
        return self._is_plural(word) if plural else word.folded in self._adjectives or word.folded in self._before_nouns

    @cached_property
    def _opens_phrase(self) -> Words:
        """Prepositions behind a participle: ``presentados a``, where they are none that a noun has."""
        return Words(form for form in self._grammar.prepositions if form not in self._grammar.genitive)

    def _behind_complements(self, words: Sequence[Word], place: int) -> int:
        """Give the place behind what hangs on a noun: ``de investigación``, ``en La Laguna``, ``of the lake``."""
        first = place
        for _depth in range(_DEEPEST):
            behind = self._behind_complement(words, place)
            if behind == place:
                break
            place = behind
        if place == first or place >= len(words) or words[place].folded not in self._grammar.copulative:
            return place
        second = self._behind_complement(words, place + 1)
        return second if second > place + 1 else place

    def _behind_complement(self, words: Sequence[Word], place: int, scopes: Words | None = None) -> int:
        """Give the place behind one of them; those of *scopes*, and of where something is, stand before a name alone."""
        if place + 1 >= len(words):
            return place
        preposition, noun = words[place].folded, place + 1
        article = words[noun].folded in self._grammar.articles
        noun += article
        if noun >= len(words) or not self._is_noun(words[noun]) or words[noun].folded in self._words.manners:
            return place
        if words[noun].folded in self._months:
            return place
        named = words[noun].capitalised or (article and words[noun - 1].capitalised)
        if preposition not in self._grammar.genitive and not (
            named and preposition in (scopes or self._grammar.locative)
        ):
            return place
        if self._grammar.heads_last:
            return self._last_of(words, noun, noun + _BEFORE_HEAD)
        behind = self._behind_adjectives(words, self._behind_name(words, noun + 1), plural=False)
        if behind == noun + 1 and behind < len(words) and words[behind].capitalised and self._is_noun(words[behind]):
            behind = self._behind_name(words, behind + 1)
        return self._behind_second(words, behind, article=article)

    def _behind_second(self, words: Sequence[Word], place: int, *, article: bool) -> int:
        """Give the place behind a second noun that is joined to the first in its form: ``de la academia y el sector``."""
        noun = place + 1 + article
        if noun >= len(words) or words[place].folded not in self._grammar.copulative:
            return place
        if article != (words[place + 1].folded in self._grammar.articles) or not self._is_noun(words[noun]):
            return place
        if self._is_verb(words[noun]):
            return place
        behind = self._behind_adjectives(words, noun + 1, plural=False)
        goes_on = behind < len(words) and self._is_noun(words[behind]) and not self._is_verb(words[behind])
        return place if goes_on and not article else behind

    def _behind_name(self, words: Sequence[Word], place: int) -> int:
        """Give the place behind the rest of a name in capitals."""
        while place < len(words) and words[place - 1].capitalised and words[place].capitalised:
            place += 1
        return place

    def _last_of(self, words: Sequence[Word], first: int, most: int) -> int:
        """Give the place behind a phrase whose noun stands last, the first word of which is at *first*."""
        place = first + 1
        while place < min(len(words), most) and self._is_noun(words[place]) and not self._is_verb(words[place]):
            if words[place - 1].capitalised and not words[place].capitalised:
                break
            place += 1
        return place

    def _divides(self, words: Sequence[Word], place: int) -> bool:
        """Whether there are so many of each of several: ``dos representantes de cada institución``."""
        return (
            place + 1 < len(words)
            and words[place].folded in self._grammar.prepositions
            and words[place + 1].folded in self._words.each
        )

    def _per_time(self, words: Sequence[Word], place: int) -> bool:
        """Whether a unit of time stands so near that the number is one of so many in that time."""
        return any(word.folded in self._words.times for word in words[place : place + 3])

    def _is_noun(self, word: Word) -> bool:
        """Whether *word* may be a noun or an adjective: it is no function word."""
        return len(word.folded) > 1 and word.folded not in self._function_words

    @cached_property
    def _function_words(self) -> Words:
        grammar, words = self._grammar, self._words
        classes = (
            grammar.function_words, grammar.pronouns, grammar.relatives, grammar.negations, grammar.numerals,
            words.besides, words.pointing, words.each,
        )  # fmt: skip
        return Words(form for forms in classes for form in forms)

    def _is_verb(self, word: Word) -> bool:
        return any(word.folded in forms for forms in self._verbs)

    @cached_property
    def _verbs(self) -> tuple[Words, ...]:
        verbs = self._language_verbs
        return verbs.telling, verbs.doing, verbs.explaining, self._words.finite


@lru_cache(maxsize=8)
def noun_phrases(lexicon: Lexicon) -> NounPhrases:
    """Give the noun phrases of a language, made once."""
    return NounPhrases(lexicon)
