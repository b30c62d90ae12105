"""What an institution says of itself (``institution.toml`` beside ``conf.py``): its names, council, units, towns.

.. code-block:: toml

   name = "Instituto Municipal de Planeación"   # the official name
   title = "Archivo de sesiones"                 # of the archive, on its pages and its cover
   names = ["IMPLAN"]                            # other ways it is called, acronyms
   language = "es"                               # of the releases and the pages: a file of profile/
   countries = ["mx"]                            # whose given names are usual: files of profile/given-names/

   [council]
   names = ["Consejo Directivo"]                 # the body whose sessions are reported

   [units]
   nouns = ["Dirección"]                         # what its own units are called
   others = ["Dirección", "Gerencia"]            # what units of others are called that the index lists

   [places]
   towns = ["Torreón"]                           # they tell no two projects apart
   regions = ["Coahuila"]

   [foreign]
   bodies = ["INEGI"]                            # whose plans, laws and surveys are not the institution's

   [initiatives]
   fixed_names = []                              # names that no rule could tell from words

   [publication]
   licence = "CC BY 4.0"                         # of the releases and the data
   licence_url = "https://creativecommons.org/licenses/by/4.0/"
   contact = "archivo@example.org"               # whom readers write to: a mail or web address
   security_contact = "https://example.org/faults"  # whom finders of faults write to
   security_expires = 2027-06-30                 # from when on nobody shall trust the line above
   website = "https://example.org"               # the institution's own
   since = 2026                                  # the first year in which the archive stands at its address
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct, field

from council.language.word_lists import Words
from council.model.fields import WebAddress

Name = Annotated[str, Meta(pattern=r"\w")]
"""A name as it is written: not empty, nor of marks alone."""
_COUNTRY_CODE = 2
"""Letters of a country's code (ISO 3166-1); other files of given names have longer names."""

Contact = Annotated[str, Meta(pattern=r"""^(https?://\S+|[^\s@<>"']+@[^\s@<>"']+)$""")]
"""A web address, or one for mail."""


def contact_address(contact: str) -> str:
    """Give *contact* as a link has it."""
    return contact if contact.startswith(("http://", "https://")) else f"mailto:{contact}"


class Council(Struct, frozen=True, forbid_unknown_fields=True):
    """The body whose sessions are reported."""

    names: tuple[Name, ...] = ()
    """Its names; the first noun of each stands for it where no other council is meant."""


class Units(Struct, frozen=True, forbid_unknown_fields=True):
    """The nouns for units; the units themselves are the records in ``directorates/``."""

    nouns: Words = field(default_factory=Words)
    """What the institution's own units are called; all nouns of the language where nothing is said."""
    others: Words = field(default_factory=Words)
    """What units of others are called that the index lists; all nouns of the language where nothing is said."""


class Places(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the institution works."""

    towns: tuple[Name, ...] = ()
    """Its towns, the home of the institution first: they tell no two projects apart, and are no part of a person's name.

    A unit of the home is the institution's own, where a record has its name; one of another town is that town's, so that
    the town is part of its name.
    """
    regions: tuple[Name, ...] = ()
    """Its state, country, region, in the same way as the towns that are not its home."""


class Foreign(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose plans, laws and surveys are not the institution's."""

    bodies: tuple[Name, ...] = ()


class Initiatives(Struct, frozen=True, forbid_unknown_fields=True):
    """Names of initiatives that no rule could tell from common words."""

    fixed_names: tuple[Name, ...] = ()


class Publication(Struct, frozen=True, forbid_unknown_fields=True):
    """On which terms, and by whom the archive is published."""

    licence: str = ""
    licence_url: WebAddress = ""
    contact: Contact = ""
    security_contact: Contact = ""
    security_expires: datetime.date | None = None
    """``security.txt`` (RFC 9116) has to tell it; without it there is no such file."""
    website: WebAddress = ""
    since: Annotated[int, Meta(ge=1990, le=9999)] | None = None
    """Feeds' identifiers hold it (RFC 4151 wants a date on which the address was the publisher's): never change it."""


class Institution(Struct, frozen=True, eq=False, forbid_unknown_fields=True, dict=True):
    """Who the institution is, and how it speaks of itself; every field but *name* and *language* may be absent."""

    name: Name
    language: str
    title: str = ""
    """What the archive is called; the name of the institution where nothing is said."""
    names: tuple[Name, ...] = ()
    countries: tuple[str, ...] = ()
    council: Council = field(default_factory=Council)
    units: Units = field(default_factory=Units)
    places: Places = field(default_factory=Places)
    foreign: Foreign = field(default_factory=Foreign)
    initiatives: Initiatives = field(default_factory=Initiatives)
    publication: Publication = field(default_factory=Publication)

    @property
    def archive_title(self) -> str:
        """The title of the archive."""
        return self.title or self.name

    @property
    def spoken_names(self) -> tuple[Name, ...]:
        """All names that it tells, as it writes them: its own, its council's, those of places, bodies and initiatives."""
        places = (*self.places.towns, *self.places.regions)
        return (
            self.name, *self.names, *self.council.names, *places, *self.foreign.bodies, *self.initiatives.fixed_names
        )  # fmt: skip

    @property
    def country(self) -> str:
        """The code of the first of its countries, two letters; empty where none is told."""
        return next((code for code in self.countries if len(code) == _COUNTRY_CODE), "")
