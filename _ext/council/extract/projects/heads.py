"""The head of a list item, read as a whole: ``[status] [field:] [connective] [verb] [determiner] [numeral] NAME [tail]``.

``Así como la Ruta del Maíz, con 12 paradas`` names the ``Ruta del Maíz``; ``Se recibió a 40 vecinos`` names nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.initiative_nouns import initiative_nouns
from council.extract.projects.name_ends import MOST_WORDS, name_ends
from council.extract.projects.openers import Opening, openers
from council.language.folding import bears_accent, fold, words_of
from council.language.quotation_marks import OPENING
from council.profile.lexicon import Lexicon

LONGEST_LABEL = 140

_MARKS = " \u00a0-–—•*☐☑✓✔"
_BEFORE_NAME = f"{OPENING}'¡¿"
_FIGURE = re.compile(r"\d[\d.,]*%?(?!\w)|\$")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?[\s\u00a0]+(?=[^\W\d])")
"""``3.1. Plan de Riberas``: the number of a part, which the item of a list keeps."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?[\s\u00a0]*[-–—]?[\s\u00a0]*(?=\D)")


@dataclass(frozen=True, slots=True)
class Head:
    """The name that an item begins with, and what stands before it.

    *stands_out* tells that the name is in bold or italic letters or in quotation marks, *quoted* that it is in these;
    *initiative* that a noun for an initiative heads it.
    """

    label: str
    opening: Opening
    stands_out: bool
    quoted: bool
    initiative: bool

    @property
    def opener(self) -> str:
        """The part before the name that tells most of its form, empty where the item begins with its name."""
        telling = (
            "verb",
            "infinitive",
            "field",
            "status",
            "connective",
            "adverbial",
            "numeral",
            "determiner",
            "container",
        )
        return next((part for part in telling if part in self.opening.parts), "")


class Heads:
    """Reads the names at the heads of items, by the words of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        grammar = lexicon.grammar
        self._nouns = initiative_nouns(lexicon)
        self._no_name = re.compile(
            rf"(?:{grammar.articles.pattern}|{grammar.prepositions.pattern}|{grammar.pronouns.pattern})(?!\w)"
        )
        self._rank_alone = re.compile(rf"\W*(?:\w+\.?\s+)?{lexicon.lists.ranks.pattern}\W*")
        self._rank = re.compile(rf"(?:\w+\.?\s+)?{lexicon.lists.ranks.pattern}(?:\s+\w+)?\s*[:,–—-]")

    def read(self, block: Block, numbered: bool = False) -> Head | None:
        """Give the head of an item's first paragraph, or of a heading that is *numbered*; ``None`` if it names nothing."""
        text = block.flat
        start = len(text) - len(text.lstrip(_MARKS))
        number = (_NUMBER if numbered else _SECTION_NUMBER).match(text, start)
        start = number.end() if number else start
        if self._rank.match(fold(text), start):
            return None
        marked = frozenset(first for first, _last in (*block.strong, *block.emphasis))
        opening = openers(self._lexicon).opening(text, start, marked)
        label = name_ends(self._lexicon).label(block, opening.end)
        begins = opening.end
        quoted = text[begins : begins + 1] in set(OPENING)
        spans = (*block.strong, *block.emphasis)
        opened = begins > start
        stands_out = quoted or any(first == begins if opened else first <= begins < last for first, last in spans)
        head = Head(label, opening, stands_out, quoted, self._nouns.heads(label))
        return head if self._names(head, text[start:begins]) else None

    def is_rank(self, block: Block) -> bool:
        """Whether a heading is a rank of a contest: ``1er. lugar``; what it heads is a contestant's."""
        return block.kind == "heading" and self._rank_alone.fullmatch(fold(block.flat)) is not None

    def label(self, block: Block) -> str:
        """Give the name at the head of an item's first paragraph; empty where that names nothing."""
        head = self.read(block)
        return head.label if head else ""

    def _names(self, head: Head, before: str) -> bool:
        """Whether a head names something: the more stands before the name, the more the name itself must tell."""
        parts, label = set(head.opening.parts), head.label
        if not _has_length(label):
            return False
        if self._is_routine(label):
            return False
        if head.quoted and label.lstrip(OPENING)[:1].isupper():
            return len(words_of(label)) <= MOST_WORDS
        if parts & {"field", "container"}:
            return self._has_capital(label) and not _FIGURE.match(label)
        if not head.opening.is_sentence and not parts & {"determiner", "numeral", "connective", "adverbial"}:
            return self.is_name(label, head.stands_out) or (head.initiative and self._is_row(label))
        if head.stands_out and self._has_capital(label) and not _FIGURE.match(label):
            return True
        if not head.initiative or len(words_of(label)) > MOST_WORDS or name_ends(self._lexicon).tells(label):
            if "numeral" in parts or "infinitive" in parts:
                return False
            action = self._nouns.is_action(label) and self._has_capital(label)
            return action or (not head.opening.is_sentence and self.is_name(label))
        indefinite = openers(self._lexicon).is_indefinite(before)
        if "infinitive" in parts:
            return self._nouns.heads(label, named=True) and self._has_capital(label)
        return not indefinite or self._has_capital(label)

    def is_name(self, label: str, strong: bool = False, titled: bool = False) -> bool:
        """Whether *label* may be the name of something: no sentence, no aim, no figure.

        One that is printed *strong* may begin with an article, as towns do: ``**La Caleta**``; a *titled* one, which
        stands behind its noun, with an infinitive: ``la encuesta Vivir en el Centro``.
        """
        if not _has_length(label):
            return False
        bare = label.lstrip(_BEFORE_NAME)
        first = bare.lstrip("#")[:1]
        if not (first.isupper() or first.isdigit()) or _FIGURE.match(bare):
            return False
        folded = fold(bare)
        begins_badly = self._no_name.match(folded) or openers(self._lexicon).verb(bare, folded, 0)
        if begins_badly and not (strong and self._is_article_and_name(bare)):
            return False
        sentence = (self._is_aim(label) and not titled) or not self._has_capitals(bare)
        return not sentence and len(words_of(label)) <= MOST_WORDS

    def _is_routine(self, label: str) -> bool:
        """``Atención a 40 vecinos``: a noun for daily work, and no name in it."""
        first, _space, rest = label.partition(" ")
        return fold(first) in self._lexicon.lists.routine and not self._has_capital(rest)

    def _is_row(self, label: str) -> bool:
        """Whether *label* is in lower case, as an item of a list that goes on as one sentence is."""
        return label[:1].islower() and len(words_of(label)) <= MOST_WORDS

    def _has_capital(self, label: str) -> bool:
        words = re.findall(r"\w[\w’'-]*", label)
        return any(word[0].isupper() for word in words if fold(word) not in self._lexicon.grammar.function_words)

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
        word = match[1] if match else ""
        folded = fold(word)
        no_word = bears_accent(word, self._lexicon.language) or word[:1].isdigit()
        other = no_word or folded in grammar.like_infinitives or folded in self._lexicon.ordinal_values
        return folded in grammar.infinitives and not other


def _has_length(label: str) -> bool:
    return 3 <= len(label) <= LONGEST_LABEL and any(character.isalpha() for character in label)


@lru_cache(maxsize=8)
def heads(lexicon: Lexicon) -> Heads:
    """Give the reader of heads for a language, made once."""
    return Heads(lexicon)
