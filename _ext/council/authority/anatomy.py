"""The anatomy of an initiative's name: what is done, of what kind it is, what sets it apart, where.

``Actualización del Plan Maestro de Ciclovías de Ribera, 2ª etapa (PMC)``: the action is dropped; the kind is a
plan, ``maestro`` its modifier, ``ciclovías`` the core, ``Ribera`` the place, 2 the number and ``PMC`` the acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from council.authority.name_keys import frame_end
from council.language.folding import words_of
from council.language.naming import acronyms
from council.language.stems import root
from council.language.word_lists import Words
from council.profile.profile import Profile

_QUOTED = re.compile(r"[“«\"]\s*(?P<title>[^“”«»\"]+?)\s*[”»\"]")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a name, all words as stems; read from a name by :func:`anatomy`."""

    kinds: tuple[str, ...] = ()
    """The nouns for an initiative around the core, the outermost first: ``Taller del Plan de …``."""
    modifiers: frozenset[str] = frozenset()
    """Adjectives of the kinds: ``municipal``, ``master``."""
    core: tuple[str, ...] = ()
    """The words that set it apart, in alphabetical order; empty where the kind and its modifiers are all."""
    places: frozenset[str] = frozenset()
    """The institution's towns and regions in it."""
    numbers: frozenset[str] = frozenset()
    """Years, and the numbers of stages and editions; other numbers are words of the core."""
    acronyms: tuple[str, ...] = ()
    """What it brings in parentheses."""
    titled: bool = False
    """Whether the core is a title of its own beside the kind: in quotation marks, or without a preposition."""
    plural: bool = False
    """Whether the outermost kind tells of several."""

    @property
    def key(self) -> tuple[object, ...]:
        """What all names of one initiative share: the core; without one, the kinds and their modifiers."""
        return self.core or ("", self.kinds, self.modifiers)

    @property
    def words(self) -> frozenset[str]:
        """All words but those of places and numbers."""
        return frozenset((*self.kinds, *self.modifiers, *self.core))


@lru_cache(maxsize=65536)
def anatomy(name: str, profile: Profile) -> Anatomy:
    """Read the anatomy of *name* in the words of *profile*."""
    return _reader(profile).read(name)


@lru_cache(maxsize=65536)
def first_of_joint(name: str, profile: Profile) -> Anatomy | None:
    """Give what a joint title names first; ``None`` for a name of one.

    ``Atlas de Ruido y Plataforma de Avisos``: each of the two has a kind and a core.
    """
    if _QUOTED.search(name):
        return None
    copulative = profile.lexicon.grammar.copulative
    for match in _WORD.finditer(name):
        if match[0].lower() in copulative:
            first, second = anatomy(name[: match.start()], profile), anatomy(name[match.end() :], profile)
            if all(half.kinds and half.core for half in (first, second)):
                return first
    return None


def is_part(name: str, profile: Profile) -> bool:
    """Whether *name* tells only which part of something is meant: ``Zona Norte``, ``Phase 2``."""
    lexicon, words = profile.lexicon, words_of(name)
    for count in (2, 1):
        if " ".join(words[:count]) in lexicon.names.parts:
            return not any(word in lexicon.kind_nouns for word in words[count:])
    read = anatomy(name, profile)
    return bool(read.numbers) and not read.words


def part_of(whole: str, part: str, profile: Profile) -> str:
    """Give the name in full of a *part* that is named alone beneath the *whole*: ``Programas Parciales Zona Norte``."""
    return f"{part} {whole}" if profile.lexicon.grammar.heads_last else f"{whole} {part}"


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a name: as written, and folded."""

    written: str
    form: str


@dataclass(frozen=True, slots=True)
class _Head:
    """The kinds of a name with their modifiers, and what is left of it."""

    kinds: tuple[str, ...]
    modifiers: frozenset[str]
    rest: tuple[_Token, ...]
    titled: bool = False
    plural: bool = False


_Tokens = tuple[_Token, ...]


@lru_cache(maxsize=8)
def _reader(profile: Profile) -> _Reader:
    return _Reader(profile)


class _Reader:
    """Reads anatomies in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, names = profile.lexicon, profile.lexicon.names
        self._lexicon = lexicon
        self._places = profile.place_words
        self._small = lexicon.grammar.function_words
        self._modifiers = frozenset(self._stem(form) for form in (*names.qualifiers, *names.naming))
        self._longest_noun = max(len(noun.split()) for noun in lexicon.kind_nouns)
        self._ordinal = re.compile(rf"(\d+)(?:{lexicon.grammar.ordinal_endings.pattern})?")
        owners = Words([*profile.own_names, *profile.institution.council.names, *names.governments])
        self._owners = [tuple(words_of(owner)) for owner in owners]
        self._kinds = self._kinds_last if lexicon.grammar.heads_last else self._kinds_first

    def read(self, name: str) -> Anatomy:
        bare = _PARENTHESIS.sub(" ", name)
        read = self._titled(bare) or self._untitled(_tokens(bare) or _tokens(name))
        years = _YEAR.findall(" ".join(_PARENTHESIS.findall(name)))
        return replace(read, acronyms=acronyms(name), numbers=read.numbers | frozenset(years))

    def _titled(self, name: str) -> Anatomy | None:
        """Read a name whose core is quoted: ``Concurso de fotografía “Mi Calle”``; a study on ``“…”`` is no such."""
        quoted = _QUOTED.search(name)
        if quoted is None:
            return None
        before, behind = self._unframed(_tokens(name[: quoted.start()])), _tokens(name[quoted.end() :])
        kinds_behind = self._lexicon.grammar.heads_last and not self._telling(before) and self._noun_at(behind, 0)
        noun_phrase = behind[: len(kinds_behind.split())] if kinds_behind else before
        head = self._kinds_first(noun_phrase)
        leads_to_it = self._ends_with_preposition(noun_phrase)
        of_another = len(head.kinds) > 1 or any(self._noun_at(head.rest, at) for at in range(len(head.rest)))
        unknown = bool(self._telling(noun_phrase)) and not head.kinds
        if leads_to_it or of_another or unknown:
            return None
        title = self._untitled(_tokens(quoted["title"]))
        aside = self._untitled(behind)
        return replace(
            title,
            kinds=(*head.kinds, *title.kinds),
            modifiers=title.modifiers | head.modifiers,
            places=title.places | aside.places,
            numbers=title.numbers | aside.numbers,
            titled=True,
        )

    def _ends_with_preposition(self, tokens: _Tokens) -> bool:
        grammar = self._lexicon.grammar
        words = [token.form for token in tokens if token.form not in grammar.articles]
        return bool(words) and words[-1] in grammar.prepositions

    def _untitled(self, tokens: _Tokens) -> Anatomy:
        numbers, tokens = self._numbers(tokens)
        head = self._kinds(self._without_owners(self._unframed(tokens)))
        core, places, areas = self._rest(head.rest)
        years = {word for word in core if _YEAR.fullmatch(word)}
        core = [word for word in core if word not in years]
        if not core and not head.kinds and not numbers and not years:
            core, places = [self._stem(token.form) for token in tokens], set()
        return Anatomy(
            kinds=tuple(dict.fromkeys(head.kinds)),
            modifiers=head.modifiers | areas,
            core=tuple(sorted(core)),
            places=frozenset(places),
            numbers=frozenset(numbers | years),
            titled=head.titled and bool(core),
            plural=head.plural,
        )

    def _numbers(self, tokens: _Tokens) -> tuple[set[str], _Tokens]:
        """Take out the numbers of stages, and an ordinal before the kind: ``2ª etapa``, ``1er Foro``."""
        numbers: set[str] = set()
        kept: list[_Token] = []
        at = 0
        while at < len(tokens):
            token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else _NONE
            stage = next((word for word in (token, behind) if word.form in self._lexicon.names.stages), None)
            number = self._number(behind if stage is token else token, lettered=stage is token)
            if stage and number:
                numbers.add(number)
                at += 2
            elif number and not stage and not kept and self._before_kind(tokens[at + 1 :]):
                numbers.add(number)
                at += 1
            else:
                kept.append(token)
                at += 1
        return numbers, tuple(kept)

    def _before_kind(self, tokens: _Tokens) -> bool:
        nouns = self._lexicon.kind_nouns
        return any(token.form in nouns for token in (tokens if self._lexicon.grammar.heads_last else tokens[:1]))

    def _number(self, token: _Token, lettered: bool = False) -> str | None:
        if value := self._lexicon.ordinal_values.get(token.form):
            return str(value)
        if match := self._ordinal.fullmatch(token.form):
            return match[1]
        return token.form if lettered and re.fullmatch(r"[A-Z]|[IVX]+", token.written) else None

    def _unframed(self, tokens: _Tokens) -> _Tokens:
        """Leave out what is done to it, at the head, and in a language whose nouns stand last, at the end."""
        tokens = tokens[frame_end([token.form for token in tokens], self._lexicon) :]
        last_two = tokens[-2:]
        if self._lexicon.grammar.heads_last and len(tokens) > 2 and last_two[1].form in self._lexicon.names.framing:
            return tokens[:-1] if last_two[0].form in self._lexicon.kind_nouns else tokens
        return tokens

    def _without_owners(self, tokens: _Tokens) -> _Tokens:
        """Leave out whose it is or who saw it: ``… del IMPLAN``, ``… ante el Consejo Directivo``."""
        for at in range(1, len(tokens)):
            for owner in self._owners:
                end = at + len(owner)
                if tuple(token.form for token in tokens[at:end]) != owner:
                    continue
                if tokens[at - 1].form in self._small or tokens[at].written.isupper():
                    return self._without_owners((*tokens[:at], *tokens[end:]))
        return tokens

    def _kinds_first(self, tokens: _Tokens) -> _Head:
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
            noun = self._noun_at(tokens, behind)
            if noun and (not kinds or noun in self._lexicon.inner_nouns) and not self._is_paired(tokens, behind, noun):
                coordinated |= bool(kinds) and any(word in grammar.copulative for word in between)
                plural |= not kinds and noun in self._lexicon.plural_nouns
                kinds.append(self._stem(noun))
                at = behind + len(noun.split())
            elif kinds and behind == at and self._is_modifier(tokens[at]):
                modifiers.add(self._stem(tokens[at].form))
                at += 1
            else:
                break
        ordered = sorted(kinds) if coordinated else kinds
        return _Head(tuple(ordered), frozenset(modifiers), tokens[at:], bool(kinds) and not joined, plural)

    def _is_paired(self, tokens: _Tokens, at: int, noun: str) -> bool:
        """Whether a noun is joined with a word that is none: ``Walk and Roll``, and not ``Análisis y Estudios``."""
        behind = at + len(noun.split())
        joined = behind < len(tokens) and tokens[behind].form in self._lexicon.grammar.copulative
        return joined and not self._noun_at(tokens, behind + 1)

    def _kinds_last(self, tokens: _Tokens) -> _Head:
        """``Regional Greenway Master Plan for Ribera``: the kind ends what stands before the first preposition."""
        prepositions = self._lexicon.grammar.prepositions
        end = next((at for at, token in enumerate(tokens) if token.form in prepositions), len(tokens))
        phrase, tail = tokens[:end], tokens[end:]
        kinds: list[str] = []
        modifiers: set[str] = set()
        plural = False
        while (noun := self._noun_ending(phrase)) and (not kinds or noun in self._lexicon.inner_nouns):
            plural |= not kinds and noun in self._lexicon.plural_nouns
            kinds.append(self._stem(noun))
            phrase = phrase[: -len(noun.split())]
            while phrase and self._is_modifier(phrase[-1]):
                modifiers.add(self._stem(phrase[-1].form))
                phrase = phrase[:-1]
        if not kinds:
            return self._kinds_first(tokens)
        while phrase and (self._is_modifier(phrase[0]) or phrase[0].form in self._small):
            modifiers |= {self._stem(phrase[0].form)} if self._is_modifier(phrase[0]) else set()
            phrase = phrase[1:]
        if phrase:
            return _Head(tuple(kinds), frozenset(modifiers), phrase + tail, False, plural)
        inner = self._kinds_last(tail[1:])
        return _Head((*kinds, *inner.kinds), inner.modifiers | modifiers, inner.rest, False, plural)

    def _is_modifier(self, token: _Token) -> bool:
        return self._stem(token.form) in self._modifiers and token.form not in self._lexicon.names.parts

    def _rest(self, tokens: _Tokens) -> tuple[list[str], set[str], frozenset[str]]:
        """Give the words of the core, the places, and the adjectives that only tell of which area a place is."""
        names = self._lexicon.names
        telling = self._telling(tokens)
        core: list[str] = []
        places: set[str] = set()
        areas: set[str] = set()
        for token, behind in pairwise((*telling, _NONE)):
            if token.form in names.localities or (token.form in names.parts and token.form in names.qualifiers):
                continue
            if token.form in self._places:
                places.add(token.form)
            elif token.form in names.qualifiers and behind.form in self._places:
                areas.add(self._stem(token.form))
            else:
                core.append(self._number(token) or self._stem(token.form))
        return core, places, frozenset(areas)

    def _telling(self, tokens: _Tokens) -> _Tokens:
        """Give the words that mean something, single capital letters among them: ``Visión X``, ``Zona A``."""
        return tuple(
            token
            for at, token in enumerate(tokens)
            if token.form not in self._small or (at and len(token.written) == 1 and token.written.isupper())
        )

    def _noun_at(self, tokens: _Tokens, at: int) -> str:
        """Give the longest noun for an initiative that begins there, or nothing."""
        phrases = (tokens[at : at + count] for count in range(self._longest_noun, 0, -1))
        return self._noun(phrases)

    def _noun_ending(self, tokens: _Tokens) -> str:
        phrases = (tokens[-count:] for count in range(self._longest_noun, 0, -1) if tokens)
        return self._noun(phrases)

    def _noun(self, phrases: Iterable[_Tokens]) -> str:
        written = (" ".join(token.form for token in phrase) for phrase in phrases)
        return next((phrase for phrase in written if phrase in self._lexicon.kind_nouns), "")

    def _stem(self, form: str) -> str:
        return root(form, self._lexicon.language)


_NONE = _Token("", "")


def _tokens(text: str) -> _Tokens:
    return tuple(_Token(written, "".join(words_of(written))) for written in _WORD.findall(text))
