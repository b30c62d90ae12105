"""The words by which people are told from places and bodies, and their offices from their names."""

from __future__ import annotations

from msgspec import Struct

from council.language.word_lists import Words


class PeopleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words around the names of people; what is common to all names stands in ``[grammar]`` and ``[verbs]``."""

    offices: Words
    """Offices and occupations: ``director``, ``regidora``, ``integrantes``; in one form each, see *inflections*."""
    trades: Words
    """Endings of more occupations, for which no list is long enough: ``*ólogo``, ``*ista``."""
    no_trades: Words
    """Words that end so and are none: ``revista``."""
    persons: Words
    """Nouns for a person that are no office, and endings of such: ``mamá``, ``jubilado``, ``*ador``; in lower case only."""
    no_persons: Words
    """Words that end so and are none: ``dinero``, ``sector``."""
    occasional: Words
    """Those of an occasion, which tell less than any other: ``ponente``, ``winner``."""
    plurals: Words
    """The forms that a plural has: ``*s``."""
    former: Words
    """Prefixes of an office that is over, joined to it or not: ``ex``, ``former``."""
    modifiers: Words
    """Words before an office that belong to it, though in lower case: ``nueva``, ``deputy``, ``graduate``."""
    honorifics: Words
    """Titles before a name, without their full stop: ``Lic``, ``Arquitecta``, ``Dr``."""
    titles: Words
    """Those that stand in lower case, too, and tell no office before a name: ``la arquitecta Ana Ruiz``, ``don Luis Paz``."""
    shortened_names: Words
    """Given names that are written short, without their full stop: ``Ma`` for María."""
    no_surnames: Words
    """Endings of words that are no surname: ``*ción``, ``*ment``."""
    particles: Words
    """Small words within a surname: ``de la``, ``van``."""
    possessives: Words
    """Endings of the possessive, which belong to no name: ``’s``."""
    places: Words
    """Nouns of places and houses before the name that they bear: ``calle``, ``escuela``, ``Lake``."""
    place_qualifiers: Words
    """Endings of what stands between such a noun and the name: ``parque lineal``."""
    places_behind: Words
    """The same behind the name: ``Street``, ``School``."""
    dwellers: Words
    """Before the names of the places that people are of: ``vecinos de La Joya, Santiago Ramírez y Villas``."""
    crossings: Words
    """Nouns of places that have the names of two: ``cruce``, ``corner``."""
    place_openings: Words
    """What opens a place's own name, unless a given name comes first: ``San``, ``Fort``."""
    locating: Words
    """Prepositions behind which a place is likelier than a person: ``en``, ``at``."""
    bodies: Words
    """Words of bodies and works, in no name of a person, that the lexicon's other classes lack: ``ayuntamiento``, ``league``."""
    representing: Words
    """Before the unit that somebody attends for: ``por``, ``en representación de``, ``on behalf of``."""
    replacing: Words
    """Between who comes and who goes: ``en lugar de``."""
    copulas: Words
    """Between an office and who holds it: ``son``, ``were``."""
    appointed: Words
    """Between a copula and an office: ``fue nombrada directora``."""
    being: Words
    """Between a name and its role: ``quien es``, ``actual``."""
    role_ends: Words
    """What ends a role behind a name: ``quien``, ``en representación``, ``who``."""
    for_example: Words
    """``consejeros como el presidente de …`` is the president."""
    adverbs: Words
    """Between a name and the verb by which its bearer speaks: ``también``, ``later``."""
    inflections: dict[str, Words]
    """The endings of feminine and plural by that of the word as it is listed: ``or`` is ``or ora ores oras``, too."""
