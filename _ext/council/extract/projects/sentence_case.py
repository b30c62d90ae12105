"""Names in running text of which only the first word has a capital, as a sentence has: ``el Plan maestro de huertos urbanos``.

The noun for an initiative bears the capital; where nouns stand last, it is the first word: ``the Dune grass guide``.
What the name is of goes on in small letters up to a verb, a clause, another preposition or a mark.  In a text that is
all capitals names are told so as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.namings import Span
from council.language.folding import content_words, words_of
from council.language.word_lists import alternatives
from council.profile.profile import Profile

IN_SENTENCE_CASE = "kind-and-capital"
_MOST_WORDS_BEFORE_NOUN = 3
_LOOKED_AT = 24
"""So many characters before a name hold the small word that shows that no sentence begins with it."""


class SentenceCase:
    """Finds names with one capital, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar = profile.lexicon, profile.lexicon.grammar
        self._profile, self._stop_words = profile, grammar.stop_words
        nouns = lexicon.naming_nouns.pattern
        articles, genitive = grammar.articles.pattern, grammar.genitive.pattern
        verbs = alternatives(
            [*lexicon.verbs.telling, *lexicon.verbs.explaining, *(() if grammar.heads_last else lexicon.verbs.doing)]
        )
        small = alternatives([*grammar.function_words, *grammar.pronouns, *grammar.relatives, *lexicon.names.naming])
        word = rf"(?!(?:{small}|{verbs})(?!\w))[^\W\d_]\w+"
        of = rf"\s+(?:{genitive}|{grammar.purpose.pattern})\s+(?:{articles}\s+)?"
        tail = rf"{of}{word}(?:{of}{word}|\s+{word}){{0,6}}(?:\s+{grammar.copulative.pattern}\s+{word}(?=\s*(?:[.,;:)]|$)))?"
        several = rf"(?:\s+{grammar.copulative.pattern}\s+[^,.;:]{{3,80}})?"
        own = rf"{articles}\s+{profile.own_names.pattern}(?!\w)"
        self._claimed = re.compile(
            rf"{several},\s+(?:\w+\s+{grammar.genitive.pattern}\s+)?{grammar.relatives.pattern}\s+{own}"
        )
        """``the seawall plan, which the Commission adopted``: in small letters, but the institution's."""
        self._led = re.compile(rf"(?<!\w)(?:{articles}|{grammar.prepositions.pattern})\s+$")
        if grammar.heads_last:
            self._name = re.compile(rf"(?<!\w){word}(?:\s+{word}){{1,{_MOST_WORDS_BEFORE_NOUN}}}?\s+{nouns}(?!\w)")
        else:
            self._name = re.compile(rf"(?<!\w){nouns}(?:\s+{lexicon.names.qualifiers.pattern})?{tail}(?!\w)")

    def names_in(self, block: Block) -> Iterator[Span]:
        """Give the names in *block*, where a small word leads up to them."""
        if block.kind == "heading":
            return
        text, folded = block.flat, block.folded
        shouts = text.isupper()
        for match in self._name.finditer(folded):
            if not (text[match.start()].isupper() or self._claimed.match(folded, match.end())):
                continue
            if not self._led.search(folded, max(0, match.start() - _LOOKED_AT), match.start()):
                continue
            name = text[match.start() : match.end()]
            name = name if shouts else self._in_small_letters(name)
            if len(content_words(name, self._stop_words)) > 2:
                yield Span(match.start(), match.start() + len(name), name, IN_SENTENCE_CASE)

    def _in_small_letters(self, name: str) -> str:
        """Give *name* up to the next capital, and no small word at its end."""
        words = name.split()
        for place, word in enumerate(words[1:], 1):
            if word[0].isupper():
                words = words[:place]
                break
        while len(words) > 1 and words_of(words[-1])[0] in self._stop_words:
            words.pop()
        return " ".join(words)


@lru_cache(maxsize=8)
def sentence_case(profile: Profile) -> SentenceCase:
    """Give the patterns of a profile, made once."""
    return SentenceCase(profile)
