"""The name at the head of a list item: where it ends and the explanation begins.

``Residuos Sólidos Urbanos, trabajando con …``, ``Manos a la Cebra. Convocatoria …``,
``Oficina Virtual de Información: OVIE.``, ``**Zona Norte**. - Lograr …``, ``Safe Routes Program, which …``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.blocks import Block
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.profile.lexicon import Lexicon

LONGEST_LABEL = 140
MOST_WORDS = 18

_OPENING, _CLOSING = '“«"', '”»"'
_QUOTED = re.compile(r"[“\"«]\s*(?P<title>[^”\"»]{3,140})(?:(?<=,)[”\"»]|[”\"»](?=\s*(?:[,.;:(–—-]|$)))")
"""A title in quotation marks that an item begins with, and behind which its explanation stands."""
_MARKS = " \u00a0-–—•*"
_BEFORE_NAME = "“«\"'¡¿"
_INITIAL = re.compile(rf"(?:^|\s)[{UPPER}]$")
_AFTER_COMMA = re.compile(rf",\s+([{UPPER}][^,.;:]{{2,60}})[.\s]*")
_ACRONYM = re.compile(rf"\s*\([{UPPER}][\w-]{{1,11}}\)")
"""Behind a name, and part of it: ``Sistema Municipal de Indicadores (SMI)``."""
_FIGURE = re.compile(r"\d[\d.,]*%?(?!\w)|\$")


class Heads:
    """Reads the names at the heads of items, by the words of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        grammar, names, verbs = lexicon.grammar, lexicon.names, lexicon.verbs
        infinitive = grammar.infinitives.pattern if grammar.infinitives else r"\w+"
        likeness = rf"(?!{grammar.like_infinitives.pattern}(?!\w))"
        articles = grammar.articles.pattern
        self._tells = re.compile(rf"\s+{verbs.explaining.pattern}")
        self._explains = re.compile(
            rf"\s+(?:{names.cooperation.pattern}|{articles}\s+{grammar.relatives.pattern}|{grammar.relatives.pattern}|"
            rf"{grammar.purpose.pattern}\s+{likeness}(?!{articles}\s){infinitive}|{verbs.explaining.pattern})(?!\w)"
        )
        self._cooperates = re.compile(rf"{names.cooperating.pattern}\s+{grammar.prepositions.pattern}(?!\w)")
        self._no_name = re.compile(
            rf"(?:{articles}|{grammar.prepositions.pattern}|{grammar.pronouns.pattern}|{verbs.beginning.pattern})(?!\w)"
        )
        self._number_mark = re.compile(rf"(?:^|\s){grammar.number_marks.pattern}$")

    def label(self, block: Block) -> str:
        """Give the name that an item's first paragraph begins with; empty where there is none."""
        text = block.flat
        start = len(text) - len(text.lstrip(_MARKS))
        strong = next((span for span in block.strong if span[0] <= start < span[1]), None)
        limit = strong[1] if strong and len(text[strong[1] :].strip(" .:-–—\u00a0")) > 0 else len(text)
        if title := _QUOTED.match(text, start, limit):
            return title["title"].strip(" ,.;")
        end = self._end(text, start, limit)
        if acronym := _ACRONYM.match(text, end, limit):
            end = acronym.end()
        label = text[start:end].strip(" \n\u00a0.,:;-–—")
        after = _AFTER_COMMA.fullmatch(text[end:limit]) if self._cooperates.match(fold(label)) else None
        # "… de pasos peatonales, Manos a la Cebra.": the name follows what was done for it.
        return after[1].strip() if after else label

    def _end(self, text: str, start: int, limit: int) -> int:
        """Give where the name that begins at *start* ends."""
        folded = fold(text)
        quoted = ""
        position = start
        while position < limit:
            character = text[position]
            if quoted:
                if character in quoted:
                    quoted = ""
            elif character in _OPENING and text.find(_closing(character), position + 1, limit) > 0:
                quoted = _closing(character)
            elif self._ends_at(text, folded, start, position, limit):
                break
            position += 1
        explanation = self._explanation(text, folded, start, position)
        return explanation if explanation is not None else position

    def _ends_at(self, text: str, folded: str, start: int, position: int, limit: int) -> bool:
        character, following = text[position], text[position + 1 : position + 2]
        if character == ",":
            return not self._enumerates_actions(folded[start:position], folded[position + 1 : limit])
        if character == ".":
            before = text[max(start, position - 8) : position]
            return (not following or following.isspace() or following in "-–—)”") and not self._is_shortened(before)
        if character in ":;":
            return True
        if character == "(":
            return position > start
        return character in "-–—" and text[position - 1 : position].isspace() and (following.isspace() or not following)

    def _is_shortened(self, before: str) -> bool:
        """Whether a full stop behind *before* shortens a word: ``1er.``, ``No.``, an initial."""
        folded = fold(before)
        shortened = _INITIAL.search(before) or self._lexicon.shortened.search(f"{folded}.")
        return bool(shortened or self._number_mark.search(folded))

    def _enumerates_actions(self, before: str, after: str) -> bool:
        """``Aprobación, Publicación y Registro del Plan …``: the comma stands between actions on one thing."""
        working = self._lexicon.names.working
        words, following = words_of(before), words_of(after[:60])
        return len(words) == 1 and words[0] in working and bool(following) and following[0] in working

    def _explanation(self, text: str, folded: str, start: int, end: int) -> int | None:
        for match in self._explains.finditer(folded, start, end):
            before = text[start : match.start()]
            outside_quotes = before.count("“") == before.count("”") and before.count('"') % 2 == 0
            sentence = self._lexicon.grammar.title_case and self._is_plain_sentence(before, folded, match)
            if outside_quotes and match.start() > start + 3 and not sentence:
                return match.start()
        return None

    def _is_plain_sentence(self, before: str, folded: str, verb: re.Match[str]) -> bool:
        """``Pumps were lent``: one word before a verb is the subject of a sentence rather than a name."""
        return len(before.split()) == 1 and self._tells.match(folded, verb.start()) is not None

    def is_name(self, label: str, strong: bool = False) -> bool:
        """Whether *label* may be the name of something: no sentence, no aim, no figure.

        One that is printed *strong* may begin with an article, as towns do: ``**La Caleta**``.
        """
        if not 3 <= len(label) <= LONGEST_LABEL or not any(character.isalpha() for character in label):
            return False
        bare = label.lstrip(_BEFORE_NAME)
        first = bare.lstrip("#")[:1]
        if not (first.isupper() or first.isdigit()) or _FIGURE.match(bare):
            return False
        if self._no_name.match(fold(bare)) and not (strong and self._is_article_and_name(bare)):
            return False
        sentence = self._is_aim(label) or not self._has_capitals(bare)
        return not sentence and len(words_of(label)) <= MOST_WORDS

    def _is_article_and_name(self, bare: str) -> bool:
        article, _space, rest = bare.partition(" ")
        words = [word for word in rest.split() if fold(word) not in self._lexicon.grammar.function_words]
        return fold(article) in self._lexicon.grammar.articles and all(word[0].isupper() for word in words)

    def _has_capitals(self, bare: str) -> bool:
        """Whether most words behind the first have a capital, in a language whose names have them throughout."""
        grammar = self._lexicon.grammar
        telling = [word for word in re.findall(r"\w[\w’'-]*", bare)[1:] if fold(word) not in grammar.function_words]
        small = sum(word[0].islower() for word in telling)
        return not grammar.title_case or 2 * small <= len(telling)

    def _is_aim(self, label: str) -> bool:
        """``Mejorar las calles`` is an aim; ``Clúster Salud`` is none, as no infinitive bears an accent there."""
        grammar = self._lexicon.grammar
        match = re.match(r"\W*(\w+)", label)
        word = match[1].lower() if match else ""
        folded = fold(word)
        accented = any(a != b and b != "n" for a, b in zip(word, folded, strict=False))
        return folded in grammar.infinitives and not accented and folded not in grammar.like_infinitives


def _closing(opening: str) -> str:
    return _CLOSING[_OPENING.index(opening)]


@lru_cache(maxsize=8)
def heads(lexicon: Lexicon) -> Heads:
    """Give the reader of heads for a language, made once."""
    return Heads(lexicon)
