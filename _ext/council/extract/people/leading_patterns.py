"""What stands between a unit and its head: the patterns of a profile, for folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.language.folding import fold
from council.language.word_lists import Words
from council.model.releases import Standing
from council.profile.lexicon import Lexicon
from council.profile.profile import Profile


@dataclass(frozen=True, eq=False)
class LeadingPatterns:
    """What stands between a unit and its head, by what it tells of the office where that differs."""

    led_by: re.Pattern[str]
    subordinate: re.Pattern[str]
    """A preposition right before a unit: what it leads up to is led, not the unit."""
    staff: re.Pattern[str]
    """Before a unit whose people are led by its head."""
    led_opens: re.Pattern[str]
    """Up to a person with whom a sentence begins: ``Headed by``."""
    unit_follows: re.Pattern[str]
    """Behind that person: ``, the division``, that of the section."""
    leads_that: re.Pattern[str]
    """Behind a person who leads the unit that was named before: ``, quien encabeza ahora esa coordinación``."""
    verb_behind: dict[Standing, re.Pattern[str]]
    """From a person to the unit."""
    verb_before: dict[Standing, re.Pattern[str]]
    """Up to the unit whose head follows."""
    starting_behind: re.Pattern[str]
    """From the unit whose head begins to the person: ``fue nombrada la``."""
    person_behind: re.Pattern[str]
    """From that unit to the person."""
    appointing: re.Pattern[str]
    """Up to a person who is given the unit behind the name."""
    given: re.Pattern[str]
    noun: re.Pattern[str]
    """The noun behind the name of a unit: ``director of the Transit Division``."""
    going_behind: dict[Standing, re.Pattern[str]]
    """Behind a person with an office, who takes or leaves it."""
    going_before: dict[Standing, re.Pattern[str]]


@lru_cache(maxsize=8)
def leading_patterns(profile: Profile) -> LeadingPatterns:
    """Give the patterns of *profile*."""
    lexicon = profile.lexicon
    grammar, people, tenures = lexicon.grammar, lexicon.people, lexicon.tenures
    article, gap = _article(lexicon), _gap(lexicon)
    opening = rf"[\s,]*(?:(?:{tenures.who.pattern}|{people.adverbs.pattern})\s+)*"
    verbs, going = _verbs(lexicon), _going(lexicon)
    adverbs = rf"(?:\s+{people.adverbs.pattern})*"
    that_unit = rf"(?:{grammar.articles.pattern}|{lexicon.units.this.pattern})\s+{lexicon.units.nouns.pattern}"
    named = rf"(?!\w|\s+{grammar.genitive.pattern}\s)"
    lately = rf"(?:(?:\s+[^\s,;:.]+){{1,3}}?(?=\s+{tenures.capacity.pattern}\s))?"
    return LeadingPatterns(
        led_by=_led_by(profile),
        subordinate=re.compile(rf"(?<!\w)(?:{grammar.prepositions.pattern}|{grammar.genitive.pattern})\s+{article}$"),
        staff=re.compile(rf"(?<!\w){tenures.staff.pattern}\s+{grammar.genitive.pattern}\s"),
        led_opens=re.compile(rf"(?:^|[.!?]\s+|\n)\W*{tenures.led_by.pattern}\s+{article}$"),
        unit_follows=re.compile(rf"\s*,\s+{that_unit}{named}"),
        leads_that=re.compile(rf"{opening}{tenures.leading.pattern}{adverbs}\s+{that_unit}{named}"),
        verb_behind={
            standing: re.compile(rf"{opening}{words.pattern}{lately}{gap}") for standing, words in verbs.items()
        },
        verb_before={standing: re.compile(rf"(?<!\w){words.pattern}{gap}$") for standing, words in verbs.items()},
        starting_behind=re.compile(rf"\s+{tenures.starting.pattern}\s+{article}"),
        person_behind=re.compile(rf"\s+(?:{people.copulas.pattern}\s+)?{article}"),
        appointing=re.compile(
            rf"(?<!\w){tenures.appointing.pattern}\s+(?:{grammar.prepositions.pattern}\s+)?{article}$"
        ),
        given=re.compile(gap),
        noun=re.compile(rf"\s+{lexicon.units.nouns.pattern}(?!\w)"),
        going_behind={standing: re.compile(rf"{opening}{pattern}") for standing, pattern in going.items()},
        going_before={standing: re.compile(rf"(?<!\w){pattern}\s+{article}$") for standing, pattern in going.items()},
    )


def _article(lexicon: Lexicon) -> str:
    return rf"(?:{lexicon.grammar.articles.pattern}\s+)?"


def _gap(lexicon: Lexicon) -> str:
    """Give what may stand between a verb and the unit: an article, an office, ``el cargo de``."""
    grammar, tenures = lexicon.grammar, lexicon.tenures
    of_office = (tenures.whose, tenures.capacity, tenures.posts, tenures.adjectives)
    classes = (grammar.articles, grammar.genitive, lexicon.units.leaders, *of_office)
    return rf"(?:\s+{Words(form for words in classes for form in words).pattern})*\s+"


def _verbs(lexicon: Lexicon) -> dict[Standing, Words]:
    tenures = lexicon.tenures
    return {"seen": tenures.leading, "started": tenures.starting, "ended": tenures.ending, "over": tenures.once}


def _going(lexicon: Lexicon) -> dict[Standing, str]:
    """Give the verbs of one who takes or leaves an office that the text has named: ``deja el cargo``, ``renunció``."""
    grammar, tenures = lexicon.grammar, lexicon.tenures
    post = rf"(?:\s+(?:{grammar.articles.pattern}|{tenures.whose.pattern}))?\s+{tenures.posts.pattern}"
    no_object = rf"(?!\w|\s+{grammar.genitive.pattern}\s)"
    changing: dict[Standing, Words] = {"started": tenures.starting, "ended": tenures.ending}
    return {
        standing: rf"(?:{_both(words, tenures.complete).pattern}|{words.pattern}{post}){no_object}"
        for standing, words in changing.items()
    }


def _both(first: Words, second: Words) -> Words:
    return Words(form for form in first if form in second)


def _led_by(profile: Profile) -> re.Pattern[str]:
    lexicon = profile.lexicon
    grammar, article = lexicon.grammar, _article(lexicon)
    towns = Words(fold(town) for town in profile.institution.places.towns).pattern
    own = rf"(?:\s+{grammar.genitive.pattern}\s+{article}{profile.own_names.pattern}(?:\s+{towns})?)?"
    return re.compile(
        rf"(?:\s*\([^)]*\))?{own}\s*[,(]?\s*(?:{grammar.relatives.pattern}\s+)?"
        rf"(?:{lexicon.people.copulas.pattern}\s+)?{lexicon.tenures.led_by.pattern}\s+{article}"
    )
