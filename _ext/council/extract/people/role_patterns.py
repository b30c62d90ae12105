"""What stands around the roles of people: the patterns of a profile, for folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.extract.people.name_patterns import PART
from council.extract.people.office_words import office_pattern
from council.language.quotation_marks import OPENING
from council.language.word_lists import Words
from council.profile.lexicon import Lexicon
from council.profile.profile import Profile


@dataclass(frozen=True, eq=False)
class RolePatterns:
    """What stands around roles."""

    lead: re.Pattern[str]
    """An article right before the name."""
    article: re.Pattern[str]
    """An article."""
    link: re.Pattern[str]
    """What joins a role to the name behind it, where it is more than a space."""
    apposition: re.Pattern[str]
    """What opens an apposition behind a name, or a copula that joins the two."""
    in_capacity: re.Pattern[str]
    """What leads from a name to an office, an article aside: ``ratificó a Ana Ruiz como``, ``asumió el lunes como``."""
    in_charge: re.Pattern[str]
    """An apposition that says what somebody leads without an office: ``, al frente de``, ``, quien dirige el área``."""
    as_office: re.Pattern[str]
    """An office before what leads up to a name with an occupation: ``como consejera la contadora``."""
    holding_once: re.Pattern[str]
    """What stands before an office that is over: ``el que fuera``."""
    end: re.Pattern[str]
    """Where a role behind a name ends."""
    enumerated: re.Pattern[str]
    """Single capitalised words behind a comma, the last two joined, in the text as it is written."""
    for_example: re.Pattern[str]
    """``consejeros como el`` before another office."""
    relative: re.Pattern[str]
    """What goes on behind a role before the name, and is no part of it: a clause, ``Directors present:``."""
    qualifying: Words
    """Words before an office that are part of its phrase: articles, ordinals, ``nueva``."""
    unqualifying: Words
    """Words that neither qualify an office nor end a role: function words, verbs."""


@lru_cache(maxsize=8)
def role_patterns(profile: Profile) -> RolePatterns:
    """Give the patterns of *profile*."""
    lexicon = profile.lexicon
    people, grammar, articles = lexicon.people, lexicon.grammar, lexicon.grammar.articles.pattern
    function_words = (grammar.function_words, grammar.pronouns, grammar.relatives)
    return RolePatterns(
        lead=re.compile(rf"(?<!\w){articles}\s+$"),
        article=re.compile(rf"{articles}\s+"),
        link=re.compile(
            rf"\s*(?:[,:;–-]|(?P<copula>(?<!\w){people.copulas.pattern}(?:\s+{people.appointed.pattern})*(?!\w)\s*:?)|(?<!\w){people.for_example.pattern})\s*$"
        ),
        apposition=_apposition(lexicon),
        in_capacity=_in_capacity(lexicon),
        in_charge=_in_charge(lexicon),
        as_office=_as_office(profile),
        holding_once=re.compile(rf"(?:(?<!\w){articles}\s+)?(?<!\w){lexicon.tenures.once.pattern}\s+$"),
        end=_end(lexicon),
        enumerated=re.compile(rf"(?P<words>(?:,\s{PART})+)\s{grammar.copulative.pattern}\s(?={PART})"),
        for_example=re.compile(
            rf"\w+\s+(?:{people.for_example.pattern})\s+(?:{articles}\s+)?(?={office_pattern(profile).pattern})"
        ),
        relative=_relative(lexicon),
        qualifying=Words((*lexicon.ordinal_values, *people.modifiers, *grammar.articles)),
        unqualifying=Words(
            word for words in (*function_words, lexicon.verbs.telling, people.copulas) for word in words
        ),
    )


def _apposition(lexicon: Lexicon) -> re.Pattern[str]:
    people, articles = lexicon.people, lexicon.grammar.articles.pattern
    aside = rf"(?:,\s+{lexicon.lists.connectives.pattern}(?=,))?"
    return re.compile(
        rf"{aside}\s*,?\s+(?:{people.copulas.pattern})\s+(?:(?:{people.appointed.pattern}|{articles})\s+)*"
        rf"|{aside}\s*(?:[,(]\s*|\s[–—-]\s)(?:(?:{people.being.pattern}|{articles})\s+)*"
    )


def _in_capacity(lexicon: Lexicon) -> re.Pattern[str]:
    tenures, article = lexicon.tenures, rf"(?:{lexicon.grammar.articles.pattern}\s+)?"
    offices = Words((*lexicon.people.modifiers, *tenures.adjectives, *lexicon.people.offices)).pattern
    starting = rf"(?P<starting>[\s,]+(?:{tenures.who.pattern}\s+)?{tenures.starting.pattern}(?:\s+[^\s,;:.]+){{0,3}}?)?"
    return re.compile(rf"{starting}\s+{tenures.capacity.pattern}\s+{article}(?={offices}(?!\w))")


def _as_office(profile: Profile) -> re.Pattern[str]:
    """Give the pattern of an office up to the article before a name or an occupation: of what the article may be, too."""
    grammar, capacity = profile.lexicon.grammar, profile.lexicon.tenures.capacity.pattern
    no_genitive = "".join(rf"(?<!\s{form})" for form in grammar.genitive)
    return re.compile(
        rf"(?<=\w\s){capacity}\s+(?P<role>{office_pattern(profile).pattern}[^,;:.]*?){no_genitive}"
        rf"\s+{grammar.articles.pattern}\s+(?:\w+\s+){{0,2}}$"
    )


def _in_charge(lexicon: Lexicon) -> re.Pattern[str]:
    """Give the pattern of a phrase without a verb, of whatever it is, and of one with a verb where the unit has no name."""
    grammar, tenures = lexicon.grammar, lexicon.tenures
    phrases = (form.rpartition(" ") for form in tenures.leading if form.split()[0] in grammar.prepositions)
    heads = Words(head for head, _space, last in phrases if last in grammar.genitive)
    phrase = rf"{heads.pattern}\s+{grammar.genitive.pattern}\s+(?=\w)"
    who, copulas = tenures.who.pattern, lexicon.people.copulas.pattern
    unnamed = (
        rf"(?:{grammar.articles.pattern}|{lexicon.units.this.pattern})\s+{lexicon.units.nouns.pattern}(?=\s*[,;.)])"
    )
    return re.compile(
        rf"\s*,\s+(?:(?:{who}\s+)?(?:{copulas}\s+)?(?={phrase}))?"
        rf"(?P<role>{phrase}|{who}\s+{tenures.leading.pattern}\s+{unnamed})"
    )


def _end(lexicon: Lexicon) -> re.Pattern[str]:
    people, copulative = lexicon.people, lexicon.grammar.copulative.pattern
    ends = f"{lexicon.verbs.telling.pattern}|{people.role_ends.pattern}"
    return re.compile(
        rf"[,;:){OPENING}\n]|\([^)]*\)|\.(?=\s|$)|(?<=\s)(?:{copulative})\s+(?=\S)"
        rf"|\s(?:{copulative})\s(?:{people.copulas.pattern})(?!\w)|\s(?:{ends})(?!\w)"
    )


def _relative(lexicon: Lexicon) -> re.Pattern[str]:
    people = lexicon.people
    return re.compile(
        rf"\s+(?:(?:{lexicon.grammar.relatives.pattern}|{people.role_ends.pattern})\s.*"
        rf"|{people.for_example.pattern}|{lexicon.verbs.attending.pattern})$"
    )
