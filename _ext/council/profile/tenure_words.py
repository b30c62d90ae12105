"""The words by which an office is said to be held, begun, ended or over."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from council.language.word_lists import Words


class TenureWords(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words around the head of a unit: adjectives of the office, verbs with the person as subject or object."""

    led_by: Words
    """Between a unit and who heads it: ``dirigida por``, ``led by``."""
    staff: Words
    """Those who are of a unit, whose head leads them, too: ``el personal de la Dirección, dirigida por``."""
    leading: Words
    """Between a person and the unit that they head: ``encabeza``, ``runs``."""
    starting: Words
    """The same for one who begins: ``asumió``, ``was appointed``."""
    ending: Words
    """The same for one who goes: ``deja``, ``is leaving``."""
    once: Words
    """The same for one who is gone: ``quien fuera``, ``formerly headed``."""
    appointing: Words
    """Before a person who is given an office: ``nombró a``, ``appointed``."""
    complete: Words
    """Those forms of *starting* and *ending* that need no unit and no post behind them: ``renunció``, ``took office``."""
    posts: Words
    """Nouns for an office: ``cargo``, ``al frente``, ``post``."""
    who: Words
    """Between a person and the verb: ``quien``, ``who``."""
    whose: Words
    """Before the noun for an office: ``su``, ``her``."""
    capacity: Words
    """Before an office: ``como``, ``as``."""
    same: Words
    """Before the noun of a unit that was named before: ``la propia dirección``, ``that same division``."""
    new: Words
    """Adjectives of an office that has just begun: ``nuevo``, ``incoming``."""
    outgoing: Words
    """Adjectives of one that is about to end: ``saliente``."""
    past: Words
    """Adjectives of one that is over, besides the prefixes of ``[people] former``: ``entonces``, ``previous``."""
    acting: Words
    """Adjectives of one that is held for a time: ``interina``."""
    under: Words = field(default_factory=Words)
    """Adjectives of one that is below the head's: ``adjunta``, ``deputy``."""

    executive: Words = field(default_factory=Words)
    """Adjectives of the head of a whole institution: ``directora ejecutiva``."""

    @cached_property
    def adjectives(self) -> Words:
        """All adjectives that tell when an office is held."""
        return self.new + self.outgoing + self.past + self.acting
