"""Which words are an office or an occupation: ``director``, ``regidoras``, ``exalcalde``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile, takewhile

from council.language.folding import fold, words_of
from council.profile.profile import Profile


@lru_cache(maxsize=8)
def office_pattern(profile: Profile) -> re.Pattern[str]:
    """Give the pattern of an office in folded text, with the prefix of one that is over: ``ex-directora``."""
    people = profile.lexicon.people
    trade = rf"(?!{people.no_trades.pattern}(?!\w)){people.trades.pattern}"
    return re.compile(rf"(?<!\w)(?:{people.former.pattern}[\s-]*)?(?:{people.offices.pattern}|{trade})(?!\w)")


@lru_cache(maxsize=4096)
def is_office(word: str, profile: Profile) -> bool:
    """Whether a folded word is an office, or two joined by a hyphen: ``secretary-treasurer``."""
    offices = profile.lexicon.people.offices
    if word in offices or office_pattern(profile).fullmatch(word):
        return True
    return "-" in word and all(part in offices for part in word.split("-"))


@lru_cache(maxsize=4096)
def is_person_noun(word: str, profile: Profile) -> bool:
    """Whether *word*, as it is written, is a noun for a person in lower case: ``mamá``, ``jubilado``, ``tejedora``."""
    people, folded = profile.lexicon.people, fold(word)
    # Of endings only those without an accent: ``obrero``, not ``enumeró``.
    listed = folded in people.persons.forms or (folded in people.persons and word[-1:] == folded[-1:])
    return word[:1].islower() and listed and folded not in people.no_persons


def is_unit_noun(word: str, profile: Profile) -> bool:
    """Whether *word*, as it is written, is a unit's noun by its accent: ``Secretaría``, not ``secretaria``."""
    return fold(word) in profile.lexicon.units.nouns and fold(word) != word.lower()


def names_office(role: str, profile: Profile) -> bool:
    """Whether a word of a role is an office or an occupation: ``al frente del área`` and ``mamá`` name none."""
    return office_pattern(profile).search(fold(role)) is not None


def is_occasional(role: str, profile: Profile) -> bool:
    """Whether a role is but that of an occasion: ``ponente``, ``invited speakers``."""
    occasional = profile.lexicon.people.occasional
    return any(word in occasional for word in words_of(role))


def is_plural(role: str, profile: Profile) -> bool:
    """Whether a role is that of several people: ``integrantes del colectivo``, ``graduate students``."""
    words = words_of(role)
    head = dropwhile(lambda word: not is_office(word, profile), words)
    last = [words[0], *takewhile(lambda word: is_office(word, profile), head)][-1]
    return is_plural_form(last, profile)


def is_plural_form(word: str, profile: Profile) -> bool:
    """Whether a folded word ends as the plural does."""
    return word in profile.lexicon.people.plurals
