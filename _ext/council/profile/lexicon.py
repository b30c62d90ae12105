"""What a language's profile says (``es.toml``, ``en.toml``): its words, by the classes that rules speak of.

Every field stands in the file of the language; words are folded when they are read (no case, no accents), and
written in the notation of :mod:`council.language.word_lists`.
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from council.dialect.dialect_words import DialectWords
from council.language.dates import DateGrammar
from council.language.ordinals import Ordinals
from council.language.sentences import shortening_pattern
from council.language.stems import root
from council.language.word_lists import Words
from council.profile.figure_words import FigureWords
from council.profile.people_words import PeopleWords
from council.profile.tenure_words import TenureWords
from council.profile.word_classes import (
    AnchorWords,
    CouncilWords,
    DateWords,
    Grammar,
    ListWords,
    NameWords,
    OrdinalWords,
    ReleaseWords,
    UnitWords,
    Verbs,
)


class Initiative(Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for an initiative: plan, programme, regulation, study, event …"""

    category: str = ""
    """The kind that ``make catalogue`` gives a record whose name begins with the word."""
    plural: str = ""
    distinct: bool = False
    """Whether two kinds on one core are two initiatives: a plan, and a workshop on it."""
    generic: bool = False
    """Whether the word tells no initiative from another: ``plan``, ``proyecto``."""
    names: bool = False
    """Whether it opens a name in running text: ``Plan Maestro de …``, ``… Master Plan``."""
    announces: bool = False
    """Whether a title in quotation marks behind it is an initiative: ``el concurso “…”``."""
    lists: bool = True
    """Whether an item of a list that begins with it is one."""
    holds: bool = False
    """Whether what is nested in an item that begins with it are initiatives: ``Programa Calles para Todos``."""
    container: bool = False
    """Whether what follows the word is the name: ``el proyecto de Corredores Verdes``."""
    titled: bool = False
    """Whether a title in quotation marks behind it is part of the name with it: ``Plan “…”``."""
    body: bool = False
    """Whether a name that begins with it may be that of a body, which acts: ``Sistema Municipal de Aguas``."""
    claimed: bool = False
    """Whether others have as many, so that in running text it counts where its sentence or section names the own body."""
    formed: bool = False
    """Whether it is an initiative only where the text says that it was formed: ``se instaló el Comité …``."""


class Lexicon(Struct, frozen=True, eq=False, forbid_unknown_fields=True, dict=True):
    """A language's words; compared by identity, so that what is made of it can be kept."""

    language: str
    """The code of the language, as Babel and Snowball know it."""
    grammar: Grammar
    dates: DateWords
    ordinals: OrdinalWords
    verbs: Verbs
    initiatives: dict[str, Initiative]
    kinds: dict[str, str]
    """What readers are told of each category of initiatives, in the plural."""
    names: NameWords
    lists: ListWords
    units: UnitWords
    councils: CouncilWords
    releases: ReleaseWords
    anchors: AnchorWords
    people: PeopleWords
    tenures: TenureWords
    figures: FigureWords

    @cached_property
    def dialect(self) -> DialectWords:
        """The words that reading the dialect depends on."""
        dates = DateGrammar.of(self.language, self.dates.months, self.dates.before, self.dates.between)
        return DialectWords(dates, self.releases.parts, self.shortened)

    @cached_property
    def shortened(self) -> re.Pattern[str]:
        """What a full stop shortens, for :func:`~council.language.sentences.sentence_spans`."""
        return shortening_pattern(self.grammar.abbreviations, self.grammar.ordinal_endings)

    @cached_property
    def ordinal_values(self) -> dict[str, int]:
        """The value of each ordinal number in one word, folded."""
        return self.numbering.in_one_word

    @cached_property
    def numbering(self) -> Ordinals:
        """All ordinal numbers below a hundred, in words, numerals and figures."""
        words, tens = (
            {form: int(value) for value, forms in by_value.items() for form in forms}
            for by_value in (self.ordinals.words, self.ordinals.tens)
        )
        return Ordinals(words, tens, self.grammar.ordinal_endings)

    @cached_property
    def leading_verbs(self) -> Words:
        """What the head of a unit does, or did: ``encabeza``, ``who led``, ``al frente de``."""
        return self.tenures.leading + self.tenures.once

    @cached_property
    def categories(self) -> dict[str, str]:
        """The category of each noun for an initiative, singular and plural, folded."""
        return {form: noun.category for word, noun in self.initiatives.items() for form in forms_of(word, noun)}

    @cached_property
    def kind_nouns(self) -> Words:
        """Every noun for an initiative that tells the kind of a name."""
        listed = (form for word, noun in self.initiatives.items() for form in forms_of(word, noun))
        names = self.names
        return Words([*listed, *names.undertakings, *(form for group in names.synonyms for form in group)])

    @cached_property
    def inner_nouns(self) -> Words:
        """The nouns that tell a kind behind another, too: ``Taller del Plan``; in ``Plan de Parques`` is the core."""
        telling = (pair for pair in self.initiatives.items() if pair[1].names or pair[1].category)
        return Words([*(form for word, noun in telling for form in forms_of(word, noun)), *self.names.undertakings])

    @cached_property
    def telling_nouns(self) -> Words:
        """The nouns by which two names of one core are two: those of a category, and the distinct ones."""
        telling = (pair for pair in self.initiatives.items() if pair[1].category or pair[1].distinct)
        return Words([*(form for word, noun in telling for form in forms_of(word, noun))])

    @cached_property
    def plural_nouns(self) -> Words:
        """The plurals of the nouns for an initiative, those that have an entry of their own among them."""
        singular = {root(word, self.language): word for word in sorted(self.initiatives, key=len, reverse=True)}
        own = (word for word in self.initiatives if singular[root(word, self.language)] != word)
        return Words([*own, *(noun.plural for noun in self.initiatives.values() if noun.plural)])

    @cached_property
    def distinct_nouns(self) -> Words:
        """The nouns whose kinds on one core are two initiatives."""
        return self._nouns("distinct")

    @cached_property
    def generic_nouns(self) -> Words:
        """The nouns that tell no initiative from another."""
        return self._nouns("generic")

    @cached_property
    def naming_nouns(self) -> Words:
        """The nouns that open a name in running text, in the form of their entry: a plural tells of several."""
        marked = (pair for pair in self.initiatives.items() if pair[1].names)
        return Words([*(word for word, _noun in marked)])

    @cached_property
    def announcing_nouns(self) -> Words:
        """The nouns before a title in quotation marks."""
        return self._nouns("announces")

    @cached_property
    def listed_nouns(self) -> Words:
        """The nouns by which an item of a list is an initiative."""
        return self._nouns("lists")

    @cached_property
    def container_nouns(self) -> Words:
        """The nouns behind which a name stands."""
        return self._nouns("container")

    @cached_property
    def holding_nouns(self) -> Words:
        """The nouns of initiatives that are made of others."""
        return self._nouns("holds")

    @cached_property
    def titled_nouns(self) -> Words:
        """The nouns that are part of the name with a title in quotation marks."""
        return self._nouns("titled")

    @cached_property
    def body_nouns(self) -> Words:
        """The nouns of bodies that act."""
        return self._nouns("body")

    @cached_property
    def claimed_nouns(self) -> Words:
        """The nouns of what is the institution's only where the text says so."""
        return self._nouns("claimed")

    @cached_property
    def formed_nouns(self) -> Words:
        """The nouns of bodies that are initiatives only where they are formed."""
        return self._nouns("formed")

    @cached_property
    def initiative_nouns(self) -> Words:
        """All nouns for initiatives that open a name, announce it or hold it, in any number."""
        return Words([*self._nouns("names"), *self._nouns("announces"), *self._nouns("container")])

    def _nouns(self, mark: str) -> Words:
        marked = (pair for pair in self.initiatives.items() if getattr(pair[1], mark))
        return Words(form for word, noun in marked for form in forms_of(word, noun))


def forms_of(word: str, noun: Initiative) -> tuple[str, ...]:
    """Give a noun's forms, folded: the singular, and the plural where it has one."""
    return Words([word, *([noun.plural] if noun.plural else [])]).forms
