"""The case that running text gives its words: ``Plan`` before ``Director``, ``presenta`` anywhere.

A small letter tells wherever it stands; a capital where no sentence, quotation or item begins with the word; an acronym
where the words beside it are no capitals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from council.language.capitals import WORD, is_shouted
from council.language.folding import fold
from council.language.quotation_marks import OPENING
from council.language.word_lists import Words

BEGINS = re.compile(rf"(?:^|[.!?…]\s|[{OPENING}¿¡(])[\W_]*$")
"""Text behind which any word has a capital."""
_MAY_BEGIN = re.compile(r"[:;\n•|–—]\s*$")
"""Text behind which some writers put a capital."""
_LOOKED_AT = 4
"""So many characters before a word tell whether a sentence begins with it."""


class WrittenForms:
    """How *texts* write their words; what is in capitals throughout tells nothing, nor do *small* words beside another."""

    def __init__(self, texts: Iterable[str], small: Words) -> None:
        self._small = small
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        self._beside: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for text in texts:
            if not is_shouted(text):
                self._read(text)

    def form_of(self, words: Sequence[str], place: int) -> str:
        """Give the word at *place* as the texts write it most often, best beside the same word; nothing where none has it."""
        beside: Counter[str] = Counter()
        for pair in self._pairs(words, place):
            beside += self._beside.get(pair, Counter())
        forms = beside or self._alone.get(fold(words[place]))
        return forms.most_common(1)[0][0] if forms else ""

    def _read(self, text: str) -> None:
        matches = list(WORD.finditer(text))
        words = [match[0] for match in matches]
        for place, match in enumerate(matches):
            if _tells_its_case(words, place, text[max(0, match.start() - _LOOKED_AT) : match.start()]):
                self._alone[fold(match[0])][match[0]] += 1
                for pair in self._pairs(words, place):
                    self._beside[pair][match[0]] += 1

    def _pairs(self, words: Sequence[str], place: int) -> Iterator[tuple[str, str]]:
        """Give the word at *place* with each word beside it that carries meaning, a mark telling on which side."""
        word = fold(words[place])
        for beside, mark in ((place - 1, "<"), (place + 1, ">")):
            if 0 <= beside < len(words) and (other := fold(words[beside])) not in self._small:
                yield word, f"{mark}{other}"


def _tells_its_case(words: Sequence[str], place: int, before: str) -> bool:
    """Whether the word at *place*, behind the text *before*, is written as it is for its own sake."""
    word = words[place]
    if word.islower():
        return True
    if _is_in_capitals(word):
        return not any(map(_is_in_capitals, (*words[max(place - 1, 0) : place], *words[place + 1 : place + 2])))
    return bool(before) and BEGINS.search(before) is None and _MAY_BEGIN.search(before) is None


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()
