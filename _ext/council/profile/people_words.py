"""The words by which people are told from places and bodies, and their offices from their names."""

from __future__ import annotations

from msgspec import Struct

from council.language.word_lists import Words


class PeopleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words around the names of people."""

    offices: Words
    """Offices and occupations: ``director``, ``regidora``, ``integrantes``; what stands behind is not matched."""
    leading: Words
    """The offices of who leads a unit: ``titular``, ``encargada``."""
    former: Words
    """Prefixes of an office that is over: ``ex``, ``former``."""
    honorifics: Words
    """Titles before a name, without their full stop: ``Lic``, ``Arquitecta``, ``Dr``."""
    shortened_names: Words
    """Given names that are written short, without their full stop: ``Ma`` for María."""
    particles: Words
    """Small words within a surname: ``de la``, ``van``."""
    saints: Words
    """``San``, ``Santa``: behind them stands a place or a church, unless a given name comes first."""
    places: Words
    """Nouns of places and houses that are named after people: ``calle``, ``escuela``, ``parque``."""
    institutional: Words
    """Words of bodies and works, which no person is called by."""
    joining: Words
    """What joins the last of a list: ``y``, ``and``."""
    replacing: Words
    """Between who comes and who goes: ``en lugar de``."""
    role_ends: Words
    """What ends a role behind a name: ``quien``, ``en representación``, ``who``."""
    for_example: Words
    """``consejeros como el presidente de …`` is the president."""
    being: Words
    """Between a name and its role: ``quien es``, ``actual``."""
