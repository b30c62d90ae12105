"""Whether a name is headed by a noun for an initiative: the sign that an item, or a numbered heading, names one.

``Plan de Riberas``, ``actualización del Catálogo de Fachadas``, ``Harbor Access Plan``, ``Plan for the Harbor``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.capitals import capitalised_run
from council.language.folding import fold, words_of
from council.language.quotation_marks import OPENING
from council.language.word_lists import Words
from council.profile.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d][\w’'-]*")
_PHRASE_ENDS = re.compile(r"[,.;:(]")
_MOST_WORDS_BEFORE = 6


class InitiativeNouns:
    """The nouns by which an item is an initiative, in singular and plural."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar, names = lexicon.grammar, lexicon.names
        self._lexicon = lexicon
        self._grammar = grammar
        endings = grammar.plural_endings
        plurals = [noun + ending for noun in lexicon.listed_nouns for ending in endings]
        singulars = [noun.removesuffix(ending) for noun in lexicon.listed_nouns for ending in endings]
        self._nouns = Words([*lexicon.listed_nouns, *plurals, *singulars])
        self._plurals = Words([*plurals, *(noun.plural for noun in lexicon.initiatives.values() if noun.plural)])
        self._naming = lexicon.naming_nouns
        self._empty = Words([*grammar.function_words, *names.framing, *names.working])
        self._passed = Words([*names.framing, *names.working, *names.qualifiers])
        self._none = Words()
        self._pattern = re.compile(rf"{self._nouns.pattern}(?!\w)")
        self.singular = Words([*lexicon.listed_nouns]).pattern
        """A group of a regular expression for a noun in the form of its entry."""
        self.in_any_number = self._nouns.pattern
        """The same for a noun in singular or plural."""

    def begins(self, folded: str, position: int = 0) -> bool:
        """Whether one of the nouns stands in *folded* at *position*."""
        return self._pattern.match(folded, position) is not None

    def heads(self, name: str, named: bool = False) -> bool:
        """Whether *name* has one for its head and says what it is of; ``Los planes`` alone name none.

        *named* asks for a noun that opens names in running text too: ``Plan``, not ``Espacio``.
        """
        nouns = self._naming if named else self._nouns
        grammar = self._grammar
        folded = fold(name)
        words = [match[0] for match in _WORD.finditer(folded)]
        telling = [word for word in words if word in self._nouns or word not in self._empty]
        if len(telling) < 2:
            return bool(telling) and any(mark in name for mark in OPENING) and telling[0] in nouns
        return self._leads(words, nouns) or (grammar.heads_last and self._trails(words, nouns))

    def open(self, text: str) -> bool:
        """Whether *text* begins with a name that such a noun heads, whatever goes on behind it."""
        phrase = _PHRASE_ENDS.split(text, maxsplit=1)[0]
        if self.heads(phrase):
            return True
        words = [match[0] for match in _WORD.finditer(fold(phrase))][:_MOST_WORDS_BEFORE]
        return self._grammar.heads_last and any(word in self._nouns for word in words[1:])

    def ends_a_run(self, text: str, position: int) -> bool:
        """Whether such a noun ends the words in capitals from *position* on: ``Harbor Access Plan``."""
        words = words_of(capitalised_run(text, position, len(text), self._none))
        return len(words) > 1 and words[-1] in self._nouns

    def is_action(self, text: str) -> bool:
        """Whether *text* begins with work on something: ``creación del Fondo de Arte``, not ``participación de …``."""
        names = self._lexicon.names
        first, second = [*(match[0] for match in _WORD.finditer(fold(text[:60]))), "", ""][:2]
        works = first in names.working or first in names.framing
        return works and first not in names.cooperating and second in self._grammar.genitive

    def tells_of_several(self, name: str) -> bool:
        """Whether *name* is of several initiatives, which may be listed in it: ``Planes de barrio``, ``Bus Studies``."""
        words = [match[0] for match in _WORD.finditer(fold(name))]
        return bool(words) and (words[0] in self._plurals or (self._grammar.heads_last and words[-1] in self._plurals))

    def _leads(self, words: list[str], nouns: Words) -> bool:
        """Whether a noun begins the name, or what is done to it: ``elaboración y difusión del Plan …``."""
        for word in words[:_MOST_WORDS_BEFORE]:
            if word in nouns:
                return True
            if word not in self._passed and word not in self._grammar.function_words:
                return False
        return False

    def _trails(self, words: list[str], nouns: Words) -> bool:
        """Whether a noun ends the words before the first preposition: ``Harbor Access Plan for the Old Town``."""
        before: list[str] = []
        for word in words:
            if word in self._grammar.prepositions and before:
                break
            before.append(word)
        return before[-1] in nouns or words[-1] in nouns


@lru_cache(maxsize=8)
def initiative_nouns(lexicon: Lexicon) -> InitiativeNouns:
    """Give the nouns of a language, made once."""
    return InitiativeNouns(lexicon)
