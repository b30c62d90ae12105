"""The head of an initiative's name: its kinds, with their adjectives, and what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from council.language.folding import words_of
from council.language.stems import root
from council.profile.lexicon import Lexicon

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name: as written, and folded."""

    written: str
    form: str


Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The kinds of a name with their modifiers, and what is left of it."""

    kinds: tuple[str, ...]
    modifiers: frozenset[str]
    rest: tuple[Token, ...]
    joined: bool = True
    """Whether a preposition joins the two, or the kind stands last."""
    plural: bool = False
    """Whether the outermost kind tells of several."""


NO_TOKEN = Token("", "")
"""What stands behind the last word."""


def tokens_of(text: str) -> Tokens:
    """Give the words of a name in order."""
    return tuple(Token(written, "".join(words_of(written))) for written in _WORD.findall(text))


class HeadReader:
    """Reads heads in the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = lexicon.names
        self._lexicon = lexicon
        self._small = lexicon.grammar.function_words
        self._modifiers = frozenset(root(form, lexicon.language) for form in (*names.qualifiers, *names.naming))
        self._longest_noun = max(len(noun.split()) for noun in lexicon.kind_nouns)

    def read(self, tokens: Tokens) -> Head:
        """Give the head of a name without quotation marks."""
        return self._kinds_last(tokens) if self._lexicon.grammar.heads_last else self.kinds_first(tokens)

    def kinds_first(self, tokens: Tokens) -> Head:
        """``Programa Parcial de Red de Senderos``: nouns at the head, each with its adjectives."""
        grammar = self._lexicon.grammar
        kinds: list[str] = []
        modifiers: set[str] = set()
        plural = coordinated = False
        at, joined = 0, True
        while at < len(tokens):
            behind = at
            while behind < len(tokens) and tokens[behind].form in self._small:
                behind += 1
            between = [token.form for token in tokens[at:behind]]
            joined = any(word in grammar.prepositions for word in between)
            noun = self.noun_at(tokens, behind)
            if noun and (not kinds or noun in self._lexicon.inner_nouns) and not self._is_paired(tokens, behind, noun):
                coordinated |= bool(kinds) and any(word in grammar.copulative for word in between)
                plural |= not kinds and noun in self._lexicon.plural_nouns
                kinds.append(self._root(noun))
                at = behind + len(noun.split())
            elif kinds and behind == at and self._is_modifier(tokens[at]):
                modifiers.add(self._root(tokens[at].form))
                at += 1
            else:
                break
        ordered = sorted(kinds) if coordinated else kinds
        return Head(tuple(ordered), frozenset(modifiers), tokens[at:], joined or not kinds, plural)

    def _is_paired(self, tokens: Tokens, at: int, noun: str) -> bool:
        """Whether a noun is joined with a word that is none: ``Walk and Roll``, and not ``Análisis y Estudios``."""
        behind = at + len(noun.split())
        joined = behind < len(tokens) and tokens[behind].form in self._lexicon.grammar.copulative
        return joined and not self.noun_at(tokens, behind + 1)

    def _kinds_last(self, tokens: Tokens) -> Head:
        """``Regional Greenway Master Plan for Ribera``: the kind ends what stands before the first preposition."""
        prepositions = self._lexicon.grammar.prepositions
        end = next((at for at, token in enumerate(tokens) if token.form in prepositions), len(tokens))
        phrase, tail = tokens[:end], tokens[end:]
        kinds: list[str] = []
        modifiers: set[str] = set()
        plural = False
        while (noun := self._noun_ending(phrase)) and (not kinds or noun in self._lexicon.inner_nouns):
            plural |= not kinds and noun in self._lexicon.plural_nouns
            kinds.append(self._root(noun))
            phrase = phrase[: -len(noun.split())]
            while phrase and self._is_modifier(phrase[-1]):
                modifiers.add(self._root(phrase[-1].form))
                phrase = phrase[:-1]
        if not kinds:
            return self.kinds_first(tokens)
        while phrase and (self._is_modifier(phrase[0]) or phrase[0].form in self._small):
            modifiers |= {self._root(phrase[0].form)} if self._is_modifier(phrase[0]) else set()
            phrase = phrase[1:]
        if phrase:
            return Head(tuple(kinds), frozenset(modifiers), phrase + tail, plural=plural)
        inner = self._kinds_last(tail[1:])
        return Head((*kinds, *inner.kinds), inner.modifiers | modifiers, inner.rest, plural=plural)

    def _is_modifier(self, token: Token) -> bool:
        return self._root(token.form) in self._modifiers and token.form not in self._lexicon.names.parts

    def noun_at(self, tokens: Tokens, at: int) -> str:
        """Give the longest noun for an initiative that begins there, or nothing."""
        phrases = (tokens[at : at + count] for count in range(self._longest_noun, 0, -1))
        return self._noun(phrases)

    def _noun_ending(self, tokens: Tokens) -> str:
        phrases = (tokens[-count:] for count in range(self._longest_noun, 0, -1) if tokens)
        return self._noun(phrases)

    def _noun(self, phrases: Iterable[Tokens]) -> str:
        written = (" ".join(token.form for token in phrase) for phrase in phrases)
        return next((phrase for phrase in written if phrase in self._lexicon.kind_nouns), "")

    def _root(self, form: str) -> str:
        return root(form, self._lexicon.language)
