"""Classes of words by what rules speak of: grammar, verbs, names, lists, units, councils, dates.

Every field stands in the files of the languages (``es.toml``, ``en.toml``); words are folded when they are read (no
case, no accents), and written in the notation of :mod:`council.language.word_lists`.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from council.language.word_lists import Words


class DateWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Dates in words; the names of months and weekdays are those of the Unicode CLDR (Babel)."""

    months: dict[str, int] = field(default_factory=dict)
    """Spellings of months that the CLDR does not have, with their number."""
    before: Words = field(default_factory=Words)
    """Between a place and its date: ``Torreón, Coahuila a 30 de …``."""
    between: Words = field(default_factory=Words)
    """Between day, month and year: ``30 de noviembre del año 2020``."""


class OrdinalWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Ordinal numbers in words, by their value; those that are not here are composed of tens and units."""

    words: dict[str, Words]
    """``primera``, ``vigésima``, ``eleventh``."""
    tens: dict[str, Words] = field(default_factory=dict)
    """What only stands before a unit: ``twenty`` of ``twenty-first``."""


class Grammar(Struct, frozen=True, eq=False, forbid_unknown_fields=True, dict=True):
    """Function words, and endings by which a word tells its form."""

    articles: Words
    prepositions: Words
    indefinite_articles: Words
    """Those of the articles that introduce something new: ``un``, ``a``."""
    numerals: Words
    """Numbers in words, and words that stand for one: ``tres``, ``several``."""
    plural_endings: Words
    """What a noun ends with when there are several."""
    genitive: Words
    """The prepositions that join a noun to its name: ``proyecto de …``, ``Division of …``."""
    conjunctions: Words
    copulative: Words
    """The conjunctions that join two of a kind: ``y``, ``and``."""
    pronouns: Words
    """Pronouns, possessives, adverbs: what no name begins with."""
    stop_words: Words
    """What carries no meaning when names are compared and texts are searched."""
    in_names: Words
    """Small words that stand inside a name in capitals: ``Plan Director de Desarrollo Urbano para el Centro``."""
    personal: Words
    """Possessives that stand inside a name: ``Mapea tu Barrio``, ``Your Street``."""
    dative: Words
    """Before who is given something: ``a``, ``to``."""
    in_titles: Words
    """Small words that stand inside a title besides: ``Dibuja tu Cuadra``, ``Maps by Hand``."""
    infinitives: Words
    """Endings of the infinitive, or the word before it, by which an aim is told from a name: ``*ar``, ``to``."""
    like_infinitives: Words = field(default_factory=Words)
    """Nouns that end like one: ``taller``."""
    purpose: Words = field(default_factory=Words)
    """Before an infinitive that tells what something is for: ``para mejorar``, ``to improve``."""
    heads_last: bool = False
    """Whether the noun of a name stands at its end: ``Greenway Master Plan``, ``Transit Division``."""
    title_case: bool = False
    """Whether a name has capitals throughout: ``Pumps Were Lent`` may be one, ``Pumps were lent`` is a sentence."""
    abbreviations: Words = field(default_factory=Words)
    """Abbreviations whose full stop ends no sentence, without it: ``Lic``, ``Dr``."""
    ordinal_endings: Words = field(default_factory=Words)
    """Behind a figure: ``8va``, ``3rd``."""
    number_marks: Words = field(default_factory=Words)
    """Before a figure: ``No.``, ``núm.``."""
    relatives: Words = field(default_factory=Words)
    """What begins a clause that explains a name: ``que``, ``donde``, ``which``."""
    locative: Words = field(default_factory=Words)
    """Before where something is: ``en``, ``in``."""
    locations: Words = field(default_factory=Words)
    """What begins a clause that tells what was done there: ``donde``, ``where``."""
    negations: Words = field(default_factory=Words)
    """Before a verb of what is not done: ``no``, ``not``."""

    @cached_property
    def function_words(self) -> Words:
        """All words that carry no meaning of their own."""
        return Words([*self.articles, *self.prepositions, *self.conjunctions, *self.stop_words])


class Verbs(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by what they tell, in the forms that stand in releases."""

    telling: Words
    """A person says something: ``señaló``, ``said``."""
    attending: Words
    """A person or unit was there, and reports no work by that."""
    doing: Words
    """A unit, or its head for it, works or tells of work, in finite forms: ``elaboró``, ``imparte``, ``will teach``."""
    not_finite: Words
    """Endings of what stands right behind a unit and is no verb that it is the subject of: ``encargada``."""
    attributing: Words
    """Before who tells something: ``según``, ``according to``."""
    charging: Words
    """Somebody orders or lets a unit do something: ``se instruye``, ``told``."""
    charges: Words
    """Before what it is to do: ``para que``, ``to``."""
    personal: Words
    """What its head does as a person, and is no work of the unit: gives a talk, receives, welcomes."""
    explaining: Words
    """What goes on behind a name and is no part of it: ``busca``, ``se realizó``, ``aims``."""
    beginning: Words
    """What a sentence in a list begins with, where a name was looked for: ``se concluyó``, ``completed``."""
    ambiguous: Words
    """Forms of those that are nouns as well, verbs only before an article or with an accent: ``firma``, ``review``."""
    addressing: Words
    """Something is brought before a council: ``presentó … ante el Consejo``."""


class NameWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in and around the names of initiatives."""

    framing: Words
    """What is done to an initiative, and is no part of its name: ``Actualización del …``, ``nuevo``."""
    working: Words
    """Nouns of work that may be enumerated before one name: ``Análisis, Diseño y Construcción de …``."""
    cooperation: Words
    """``En colaboración con …``: what stands behind names who helped."""
    cooperating: Words
    """The same as a noun at the head of an item: ``Colaboración en …, Manos a la Obra``."""
    qualifiers: Words
    """Adjectives between a noun and its title, and that tell no two initiatives apart: ``municipal``, ``magistral``."""
    naming: Words
    """Participles that introduce a title: ``denominado``, ``titled``."""
    undertakings: Words
    """Nouns that say only that something is undertaken, and stand for one another: ``plan``, ``programa``."""
    synonyms: tuple[Words, ...]
    """Groups of other nouns for initiatives that stand for one another: ``concurso``, ``certamen``."""
    products: Words
    """Nouns for what is made about an initiative and bears its name without being it: ``brochure``, ``mapa``."""
    parts: Words
    """What the name of a part of something begins with: ``Zona Norte``, ``Centro Histórico``."""
    stages: Words
    """What is numbered of an initiative: ``2ª etapa``, ``Phase 2``."""
    localities: Words
    """``municipio``, ``ciudad``, ``municipal``: they tell no two names apart."""
    governments: Words
    """``… del Ayuntamiento``: what stands behind a name and only tells whose it is."""
    foreign_heads: Words
    """What the name of somebody else's begins with: ``Objetivos de``."""
    foreign: Words
    """Words by which a name is somebody else's: ``nacional``, ``federal``, ``ley``."""
    surveys: Words
    """Surveys and censuses of statistics offices."""
    bodies: Words
    """What a name begins with that is a body: ``Secretaría``, ``Universidad``."""
    series: Words = field(default_factory=Words)
    """Talks, of which a release that tells many names no initiative by each."""
    adjectives: Words = field(default_factory=Words)
    """Endings of the words that may stand between a noun and its title: ``el foro ciudadano regional “…”``."""
    openers: Words = field(default_factory=Words)
    """Between a noun and the names of several: ``programas tales como …``."""
    possessives: Words = field(default_factory=Words)
    """By which a name is the subject's: ``su``, ``its``."""
    carriers: Words = field(default_factory=Words)
    """Nouns of bodies that carry initiatives of their own: ``secretaría``, ``university``."""
    carrying: Words = field(default_factory=Words)
    """What a body does to an initiative of its own: ``lanzó``, ``operates``."""
    career: Words = field(default_factory=Words)
    """What a guest did before, elsewhere: ``quien coordinó``, ``who once ran``."""
    careers: Words = field(default_factory=Words)
    """The same as a noun: ``autora del``, ``former``."""
    held: Words = field(default_factory=Words)
    """Before an office that is over: ``fue asesora del``, ``served as``."""
    persons: Words = field(default_factory=Words)
    """Relative pronouns of persons: ``quien``, ``who``."""
    owned: Words = field(default_factory=Words)
    """Between a name and the body that carries it: ``del``, ``of the``."""
    partners: Words = field(default_factory=Words)
    """Behind which a body stands that takes part: ``en coordinación con``, ``together with``."""
    agreements: Words = field(default_factory=Words)
    """What bodies conclude: ``convenio``, ``agreement``; they stand behind *parties*."""
    parties: Words = field(default_factory=Words)
    """``entre``, ``with``."""
    forming: Words = field(default_factory=Words)
    """By which a body is an initiative: ``instaló``, ``creation of``."""
    courses: Words = field(default_factory=Words)
    """Nouns of what only an initiative has: ``la segunda edición de``, ``the launch of``."""
    launching: Words = field(default_factory=Words)
    """Verbs of what is done to one alone: ``lanzamos``, ``launched``."""
    copies: Words = field(default_factory=Words)
    """What there are several of, each of one initiative: ``números del``, ``issues of``."""
    periods: Words = field(default_factory=Words)
    """Prepositions of time, behind which nothing is part of a name: ``durante``, ``until``."""
    contestants: Words = field(default_factory=Words)
    """Who hands in works that are no initiatives of the institution: ``ganadores``, ``team``."""
    works: Words = field(default_factory=Words)
    """What they hand in: ``obra``, ``entry``."""


class ListWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a list is of, by the words that introduce it."""

    initiatives: Words
    others: Words
    """Aims, dates, findings, participants …"""
    beside: Words
    """Prepositions behind which stands for whom or with whom, and not what a list is of: ``ante``, ``with``."""
    surely_initiatives: Words
    """Words that win over *others*."""
    outsiders: Words
    """Who carries what is no initiative of the institution, or whose it is: contestants, firms, authors cited."""
    pointing: Words
    """What a sentence behind a list begins with when it speaks of the items: ``Estos``, ``All of these``."""
    connectives: Words
    """What joins an item to the one before: ``así como``, ``as well as``."""
    statuses: Words
    """How far an initiative is: ``en proceso``, ``completed``; no part of its name."""
    routine: Words
    """Nouns for daily work, which name no initiative by themselves: ``reunión``, ``request``."""
    determiners: Words
    """What may stand in the place of an article: ``nuestro``, ``these``, ``siguientes``."""
    titles: Words
    """Those of the fields that can hold the name of the work that a form is of: ``Nombre``, ``Title``."""
    fields: Words
    """Labels of a form's field in which a name stands: ``Nombre: …``."""
    ranks: Words
    """What contestants are given: ``lugar``, ``place``."""


class UnitWords(Struct, frozen=True, eq=False, forbid_unknown_fields=True, dict=True):
    """Units of institutions: their nouns, and how their heads and areas are named."""

    nouns: Words
    """Every noun for a unit: ``Dirección``, ``Division``."""
    heads: Words
    """Offices that lead a unit, and name it: ``directora de …``; in one form each, see ``[people] inflections``."""
    general: Words
    """What may stand between: ``Dirección General de``; its initial is part of an acronym: ``DGOT``."""
    in_charge: Words
    """``Encargada de la Dirección de``, ``titular a cargo de``."""
    this: Words
    """``director de esta área``: the unit of the section."""
    falling: Words
    """Behind a unit, something falls to it: ``a la Gerencia le corresponde``, ``the Division is to``."""
    tasks: Words
    """What somebody who heads a unit has before them: ``entre sus encargos``, ``her first task``."""
    agents: Words
    """Before a unit by which, or with which, something is done: ``a través de``, ``by``."""
    higher_governments: Words
    """Behind or before a unit that is none of the institution's: ``… del Estado``, ``the State’s …``."""
    singular: dict[str, str]
    """The noun for one unit by that for several, as they are written: ``direcciones`` for ``dirección``."""
    own_heads: Words = field(default_factory=Words)
    """Offices that lead only a unit of their own noun: a ``coordinadora`` leads a ``Coordinación``."""

    @cached_property
    def leaders(self) -> Words:
        """All offices that name a unit through its head."""
        return self.heads + self.own_heads


class CouncilWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Councils and their sessions."""

    sessions: Words
    ordinary: Words
    extraordinary: Words
    numbered: Words
    """Before the number: ``Sesión número 5``."""
    kinds: Words
    """Adjectives of a session: ``virtual``, ``solemne``."""
    others: Words
    """Adjectives that make it another council: ``juvenil``, ``técnico``."""
    bodies: Words
    """Nouns of bodies whose sessions are their own: ``comité``, ``cámara``."""
    held: Words
    """Between a council and its session: ``celebró su quinta sesión``, ``held its fifth meeting``."""
    met: Words
    """``sesionó por cuarta ocasión``: the verb."""
    occasion: Words
    """… and the noun."""
    units_of_time: Words
    """What a number behind ``sesión`` may count besides: ``sesión de 2 horas``."""
    members: dict[str, Words] = field(default_factory=dict)
    """What the members of a council are called, by its noun: ``consejero`` in a ``consejo``; see *inflections*."""
    officers: Words = field(default_factory=Words)
    """Offices of members, with the name of the council behind them: ``presidenta del Consejo``; see *inflections*."""
    seats: Words = field(default_factory=Words)
    """Adjectives of a seat in a council: ``sectorial``, ``at-large``."""


class AnchorWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What the permalinks of mentions begin with; published addresses, so never change one."""

    project: str
    person: str
    directorate: str
    external: str
    figure: str


class ReleaseWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Headings that only name a part of a release: ``Boletín de prensa``, ``Introduction``."""

    parts: Words
