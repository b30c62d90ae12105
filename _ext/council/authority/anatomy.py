"""The anatomy of an initiative's name: what is done, of what kind it is, what sets it apart, where.

``Actualización del Plan Maestro de Ciclovías de Ribera, 2ª etapa (PMC)``: the action is dropped; the kind is a
plan, ``maestro`` its modifier, ``ciclovías`` the core, ``Ribera`` the place, 2 the number and ``PMC`` the acronym.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from council.authority.name_heads import NO_TOKEN, HeadReader, Token, Tokens, tokens_of
from council.authority.name_keys import frame_end
from council.language.folding import words_of
from council.language.naming import acronyms, without_parentheses
from council.language.quotation_marks import CLOSING, OPENING
from council.language.stems import root
from council.language.word_lists import Words
from council.profile.profile import Profile

_QUOTED = re.compile(rf"[{OPENING}]\s*(?P<title>[^{OPENING}{CLOSING}]+?)\s*[{CLOSING}]")
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
    """The words that set it apart, in alphabetical order; empty where a kind and its modifiers are all."""
    places: frozenset[str] = frozenset()
    """The institution's towns and regions in it."""
    numbers: frozenset[str] = frozenset()
    """Years, and the numbers of stages and editions; other numbers are words of the core."""
    acronyms: tuple[str, ...] = ()
    """What it brings in parentheses."""
    quoted: bool = False
    """Whether the core is a title in quotation marks."""
    joined: bool = True
    """Whether a preposition joins kind and core; without one, the core is a title of its own: ``Consejo Raíces``."""
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


@lru_cache(maxsize=8)
def _reader(profile: Profile) -> _Reader:
    return _Reader(profile)


class _Reader:
    """Reads anatomies in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, names = profile.lexicon, profile.lexicon.names
        self._lexicon = lexicon
        self._heads = HeadReader(lexicon)
        self._places = profile.place_words
        self._small = lexicon.grammar.function_words
        self._ordinal = re.compile(rf"(\d+)(?:{lexicon.grammar.ordinal_endings.pattern})?")
        owners = Words([*profile.own_names, *profile.institution.council.names, *names.governments])
        self._owners = [tuple(words_of(owner)) for owner in owners]

    def read(self, name: str) -> Anatomy:
        bare = without_parentheses(name)
        read = self._titled(bare) or self._untitled(tokens_of(bare) or tokens_of(name))
        years = _YEAR.findall(" ".join(_PARENTHESIS.findall(name)))
        return replace(read, acronyms=acronyms(name), numbers=read.numbers | frozenset(years))

    def _titled(self, name: str) -> Anatomy | None:
        """Read a name whose core is quoted: ``Concurso de fotografía “Mi Calle”``; a study on ``“…”`` is no such."""
        quoted = _QUOTED.search(name)
        title = tokens_of(quoted["title"]) if quoted else ()
        if quoted is None or not title:
            return None
        numbers, before = self._numbers(tokens_of(name[: quoted.start()]))
        before, behind = self._unframed((*before, *title))[: -len(title)], tokens_of(name[quoted.end() :])
        kinds_behind = self._lexicon.grammar.heads_last and not self._telling(before) and self._heads.noun_at(behind, 0)
        noun_phrase = behind[: len(kinds_behind.split())] if kinds_behind else before
        head = self._heads.kinds_first(noun_phrase)
        leads_to_it = self._ends_with_preposition(noun_phrase)
        of_another = len(head.kinds) > 1 or any(self._heads.noun_at(head.rest, at) for at in range(len(head.rest)))
        unknown = bool(self._telling(noun_phrase)) and not head.kinds
        if leads_to_it or of_another or unknown:
            return None
        read, aside = self._untitled(title), self._untitled(behind)
        return replace(
            read,
            kinds=(*head.kinds, *read.kinds),
            modifiers=read.modifiers | head.modifiers,
            places=read.places | aside.places,
            numbers=read.numbers | aside.numbers | numbers,
            quoted=True,
        )

    def _ends_with_preposition(self, tokens: Tokens) -> bool:
        grammar = self._lexicon.grammar
        words = [token.form for token in tokens if token.form not in grammar.articles]
        return bool(words) and words[-1] in grammar.prepositions

    def _untitled(self, tokens: Tokens) -> Anatomy:
        numbers, tokens = self._numbers(tokens)
        head = self._heads.read(self._without_owners(self._unframed(tokens)))
        core, places, areas = self._rest(head.rest)
        years = {word for word in core if _YEAR.fullmatch(word)}
        core = [word for word in core if word not in years]
        kinds, modifiers = tuple(dict.fromkeys(head.kinds)), head.modifiers | areas
        if not core and (len(kinds) > 1 or (kinds and not modifiers)):
            kinds, core = kinds[:-1], [kinds[-1]]
        if not core and not kinds and not numbers and not years:
            core, places = [self._root(token.form) for token in tokens], set()
        return Anatomy(
            kinds=kinds,
            modifiers=modifiers,
            core=tuple(sorted(core)),
            places=frozenset(places),
            numbers=frozenset(numbers | years),
            joined=head.joined or not core,
            plural=head.plural,
        )

    def _numbers(self, tokens: Tokens) -> tuple[set[str], Tokens]:
        """Take out the numbers of stages, and an ordinal before the kind: ``2ª etapa``, ``1er Foro``."""
        numbers: set[str] = set()
        kept: list[Token] = []
        at = 0
        while at < len(tokens):
            token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else NO_TOKEN
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

    def _before_kind(self, tokens: Tokens) -> bool:
        nouns = self._lexicon.kind_nouns
        return any(token.form in nouns for token in (tokens if self._lexicon.grammar.heads_last else tokens[:1]))

    def _number(self, token: Token, lettered: bool = False) -> str | None:
        if value := self._lexicon.ordinal_values.get(token.form):
            return str(value)
        if match := self._ordinal.fullmatch(token.form):
            return match[1]
        return token.form if lettered and re.fullmatch(r"[A-Z]|[IVX]+", token.written) else None

    def _unframed(self, tokens: Tokens) -> Tokens:
        """Leave out what is done to it, at the head, and in a language whose nouns stand last, at the end."""
        tokens = tokens[frame_end([token.form for token in tokens], self._lexicon) :]
        last_two = tokens[-2:]
        if self._lexicon.grammar.heads_last and len(tokens) > 2 and last_two[1].form in self._lexicon.names.framing:
            return tokens[:-1] if last_two[0].form in self._lexicon.kind_nouns else tokens
        return tokens

    def _without_owners(self, tokens: Tokens) -> Tokens:
        """Leave out whose it is or who saw it: ``… del IMPLAN``, ``… ante el Consejo Directivo``."""
        for at in range(1, len(tokens)):
            for owner in self._owners:
                end = at + len(owner)
                if tuple(token.form for token in tokens[at:end]) != owner:
                    continue
                if tokens[at - 1].form in self._small or tokens[at].written.isupper():
                    return self._without_owners((*tokens[:at], *tokens[end:]))
        return tokens

    def _rest(self, tokens: Tokens) -> tuple[list[str], set[str], frozenset[str]]:
        """Give the words of the core, the places, and the adjectives that only tell of which area a place is."""
        names = self._lexicon.names
        telling = self._telling(tokens)
        core: list[str] = []
        places: set[str] = set()
        areas: set[str] = set()
        for token, behind in pairwise((*telling, NO_TOKEN)):
            if token.form in names.localities or (token.form in names.parts and token.form in names.qualifiers):
                continue
            if token.form in self._places:
                places.add(token.form)
            elif token.form in names.qualifiers and behind.form in self._places:
                areas.add(self._root(token.form))
            else:
                core.append(self._number(token) or self._root(token.form))
        return core, places, frozenset(areas)

    def _telling(self, tokens: Tokens) -> Tokens:
        """Give the words that mean something, single capital letters among them: ``Visión X``, ``Zona A``."""
        return tuple(
            token
            for at, token in enumerate(tokens)
            if token.form not in self._small or (at and len(token.written) == 1 and token.written.isupper())
        )

    def _root(self, form: str) -> str:
        return root(form, self._lexicon.language)
