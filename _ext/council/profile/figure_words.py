"""The words by which a release says figures: numbers in words, units, and what stands between a thing and its number."""

from __future__ import annotations

from msgspec import Struct, field

from council.language.word_lists import Words


class MeasureWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of what is measured, by the kind of number that tells it."""

    rate: Words
    """In percent: ``tasa``, ``share``."""
    money: Words
    """In money: ``ingreso``, ``budget``."""
    size: Words
    """In a unit of measure: ``superficie``, ``length``."""
    number: Words
    """In a number alone: ``índice``, ``population``."""


class FigureWords(Struct, frozen=True, eq=False, forbid_unknown_fields=True, dict=True, kw_only=True):
    """Words in and around figures; marks of thousands and decimals, and currencies, are those of the CLDR (Babel)."""

    numbers: dict[str, Words]
    """Cardinal numbers in one word, by their value."""
    scales: dict[str, Words]
    """Words that a number before them is multiplied by: ``mil``, ``million``."""
    joints: Words
    """Between the words of a number: ``treinta y dos``, ``two hundred and five``."""
    percent: Words
    """``por ciento``, ``percent``."""
    units: dict[str, Words]
    """The words of each unit of measure, by its sign."""
    above: Words
    """Before a number that is more: ``más de``, ``at least``."""
    about: Words
    """Before a number that is near: ``cerca de``, ``some``."""
    below: Words
    """Before a number that is less: ``poco menos de``, ``fewer than``."""
    limits: Words
    """Before a number that is a limit, and tells of no thing that is there: ``hasta``, ``al menos``, ``up to``."""
    ranges: Words
    """Between the numbers of a range or a choice: ``de 3 a 5``, ``two or three``."""
    between: Words
    """Before a range: ``entre``."""
    each: Words
    """Before a number that something is divided by: ``cada``, ``every``."""
    per: Words
    """Behind a thing that is told by how many of another: ``por``, ``per``."""
    frequencies: Words
    """Behind a sum or a size that is one of so many: ``diarios``, ``a month``."""
    numbered: Words
    """Nouns that a number behind them tells apart, and does not count: ``artículo 42``, ``Room 12``."""
    positions: Words
    """Before a number that counts off part of a row, or what comes besides: ``primeros``, ``other``."""
    besides: Words
    """Behind a thing that comes on top of others: ``tres más``."""
    pointing: Words
    """Before a number in words that tells of what was told before: ``los dos``, ``these three``."""
    times: Words
    """Units of time: an age, a term, an hour are no figures of a thing."""
    vague: Words
    """Nouns that say nothing of what is counted: ``veces``, ``kinds``."""
    dimensions: Words
    """Behind a size, what it is the size of is not told: ``tres metros de ancho``."""
    plurals: Words
    """How a noun of several ends."""
    no_plurals: Words = field(default_factory=Words)
    """Endings that only look like it: ``press``."""
    singulars: dict[str, str]
    """What the ending of a noun in the plural is in the singular, so that both have one key: ``ies`` is ``y``."""
    telling_nothing: Words
    """Adjectives that tell nothing of what is counted: ``diferentes``, ``received``."""
    of_a_town: Words
    """Nouns whose number is the town's where nothing else is told: ``habitantes``, ``jobs``."""
    degrees: Words
    """In a subject, they judge it: ``muy``, ``very``."""
    whose: Words
    """In a subject, they tell of what was told before: ``su``, ``its``."""
    inhabitants: Words
    """Behind what a size is of, for each of whom it is: ``por`` ``habitante``, ``per`` ``resident``."""
    before_nouns: Words = field(default_factory=Words)
    """Adjectives that stand before their noun: ``nuevos``; where the noun stands last, all do."""
    finite: Words = field(default_factory=Words)
    """Forms of verbs, by their endings, which no noun phrase goes on with: ``*ed``."""
    manners: Words = field(default_factory=Words)
    """Behind a preposition, how something is done: ``de manera virtual``."""
    measures: MeasureWords
    averages: Words
    """What may stand between a measure and what it is of, and is no adjective elsewhere: ``promedio``, ``base``."""
    wholes: Words
    """Adjectives that make no measure a certain one: ``total``."""
    progress: Words
    """How far something is, which another release may say of another thing: ``avance``, ``completion``."""
    definite: Words
    """Before a thing that its text tells of: ``costo de la obra``, ``cost of the works``."""
    stating: Words
    """Between a measure and its number: ``se ubicó en``, ``stood at``."""
    changing: Words
    """Between a measure and the number before: ``pasó de``, ``rose from``."""
    reaching: Words
    """Between that and the number now: ``a``, ``to``."""
    changes: Words
    """Nouns of how much something changed, before a measure: ``incremento``."""
    scopes: Words
    """Behind a number, before the place that it is of: ``en``, ``a nivel``."""
    periods: Words
    """Nouns of the times that figures are of: ``trimestre``, ``month``."""
    quarters: Words
    """Those that are a quarter of a year."""
    years: Words
    """Those that are a year."""
    reporting: Words
    """Phrases before the time that a release reports: ``su reporte respecto al``, ``results for the``."""
    in_periods: Words
    """What may stand before and in one: ``en el``, ``this``, ``del año``."""
    earlier: Words
    """Phrases that tell a figure of another time: ``el año pasado``, ``a year ago``."""
    expected: Words
    """Phrases before what is not yet so, or may never be: ``se estima que``, ``is expected``, ``if``."""
    when: Words
    """Before a clause that tells of another time: ``cuando``, ``when``."""
