"""What a person's name looks like in a language: the patterns that the rules on people share, made once a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.language.capitals import UPPER
from council.language.folding import fold
from council.language.territories import territories
from council.language.word_lists import Words
from council.profile.profile import Profile

PART = rf"[{UPPER}][\w’'-]*[^\W\d_{UPPER}]"
"""A capitalised word: ``Zermeño``, ``O’Neil``, ``Jean-Paul``."""


@dataclass(frozen=True, eq=False)
class NamePatterns:
    """Patterns of names, and the words by which a name is told from other words in capitals."""

    name: re.Pattern[str]
    """A run of capitalised words, particles and initials between them, in the text as it is written."""
    part: re.Pattern[str]
    """One capitalised word."""
    initial: re.Pattern[str]
    """An initial and what follows, or a given name that is shortened: ``J. Arturo``, ``Ma. del Carmen``."""
    honorific: re.Pattern[str]
    """A title with the white space behind it, in folded text: ``lic. ``."""
    bodies: Words
    """Words, folded, that no person is called by: those of bodies, initiatives, towns."""
    of_a_town: re.Pattern[str]
    """A town or a country at the end of a name, in folded text: ``de Lerdo``, ``de Chile``."""
    possessive: re.Pattern[str]
    """The ending of the possessive, in folded text: ``’s``."""


def is_title(text: str, honorific: re.Match[str], profile: Profile) -> bool:
    """Whether an *honorific* in *text* stands as a title does: with a capital, or spelled out as those that may do without."""
    return text[honorific.start()].isupper() or honorific[0].strip() in profile.lexicon.people.titles


@lru_cache(maxsize=8)
def name_patterns(profile: Profile) -> NamePatterns:
    """Give the patterns of *profile*."""
    people = profile.lexicon.people
    particles = people.particles.pattern
    shortened = "|".join(form.capitalize() for form in people.shortened_names)
    initial = rf"(?:[{UPPER}]{f'|{shortened}' if shortened else ''})\."
    between = rf"[^\S\n]+(?:{particles}[^\S\n]+){{0,3}}"
    titles = "|".join(re.escape(form).replace(r"\.", r"\.\s?") for form in people.honorifics)
    places = profile.institution.places
    towns = Words((*places.towns, *places.regions, *territories(profile.lexicon.language))).pattern
    return NamePatterns(
        name=re.compile(
            rf"(?:(?<!\w\.)(?<!\w)(?:{initial}\s){{1,2}}(?:{particles}\s){{0,2}}|(?<!\w)(?<!\w-)){PART}"
            rf"(?:{between}(?:{PART}|{initial}(?=\s[{UPPER}]))){{1,8}}"
        ),
        part=re.compile(PART),
        initial=re.compile(rf"{initial}\s"),
        honorific=re.compile(rf"(?<!\w)(?:{titles})(?:\.\s*|\s+)"),
        bodies=_bodies(profile),
        of_a_town=re.compile(rf"(?<!\s)\s+(?:{particles}\s+)+{towns}$"),
        possessive=re.compile(rf"{people.possessives.pattern}$"),
    )


@lru_cache(maxsize=8)
def belonging(profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of what stands between a person and the unit: ``of the``, ``, de la``."""
    grammar = profile.lexicon.grammar
    return re.compile(rf",?\s+{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?")


def _bodies(profile: Profile) -> Words:
    """Give the words of bodies and works: of the language, and the institution's units and towns."""
    lexicon, institution = profile.lexicon, profile.institution
    towns = (*institution.places.towns, *institution.places.regions)
    return Words(
        word
        for word in (
            *lexicon.people.bodies,
            *lexicon.people.places,
            *lexicon.units.nouns,
            *institution.units.nouns,
            *institution.units.others,
            *lexicon.names.bodies,
            *lexicon.categories,
            *(town for town in map(fold, towns) if " " not in town),
        )
        if word not in profile.given_names.names and word not in lexicon.grammar.function_words
    )
