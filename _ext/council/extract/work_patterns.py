"""What stands around a unit that works, in the words of a profile: the patterns of :mod:`~council.extract.unit_work`."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.word_lists import alternatives
from council.profile.profile import Profile


class WorkPatterns:
    """What stands around a unit that works, in folded text."""

    def __init__(self, profile: Profile) -> None:
        grammar, verbs, people = profile.lexicon.grammar, profile.lexicon.verbs, profile.lexicon.people
        self.offices, self.not_finite = people.offices, verbs.not_finite
        self.no_verbs = frozenset(
            [
                *(*grammar.function_words, *grammar.pronouns, *grammar.relatives),
                *(*people.copulas, *people.adverbs, *people.offices),
            ]
        )
        doing = alternatives([*verbs.doing, *verbs.telling])
        self.verb = re.compile(rf"(?<!\w)(?:(?P<attending>{verbs.attending.pattern})|(?P<doing>{doing}))(?!\w)")
        self.attending = re.compile(rf"(?<!\w){verbs.attending.pattern}(?!\w)")
        self.personal = re.compile(rf"(?<!\w){verbs.personal.pattern}(?!\w)")
        self.office_behind = re.compile(rf"\s+{people.offices.pattern}(?!\w)")
        self.relative = re.compile(rf"\s*[,)]?\s*(?:{grammar.relatives.pattern}|{people.role_ends.pattern})(?!\w)")
        self.between = re.compile(
            alternatives([*grammar.function_words, *people.offices, *people.honorifics, *people.particles])
        )
        self._read_nouns(profile)
        self._read_joints(profile)
        self._read_charges(profile)
        self.negation = re.compile(rf"(?<!\w){grammar.negations.pattern}\s+(?:\w{{1,3}}\s+)?$")
        self.tells = re.compile(rf"\s+{verbs.telling.pattern}(?!\w)")
        self.occasional = re.compile(rf"(?<!\w){people.occasional.pattern}(?!\w)")
        self.given_names, self.particles = profile.given_names, people.particles

    def _read_nouns(self, profile: Profile) -> None:
        """The nouns of works."""
        lexicon = profile.lexicon
        nouns = alternatives([*lexicon.categories, *lexicon.lists.initiatives, *lexicon.names.working])
        self.noun = re.compile(rf"(?<!\w){nouns}(?!\w)")
        self.field = re.compile(rf"(?<!\w){nouns}\s?:")
        self.work = re.compile(rf"(?<!\w){nouns}(?!\w)[^.;:]*$")

    def _read_joints(self, profile: Profile) -> None:
        """What leads up to a unit."""
        lexicon, grammar = profile.lexicon, profile.lexicon.grammar
        article = rf"(?:(?:{grammar.articles.pattern}|{lexicon.lists.determiners.pattern})\s+)?"
        agents = alternatives([*lexicon.units.agents, *lexicon.names.cooperation])
        own = rf"(?:{profile.own_names.pattern}{lexicon.people.possessives.pattern}\s+)?"
        self.of = re.compile(rf",?\s+{grammar.genitive.pattern}\s+{article}$")
        self.by = re.compile(rf"(?<!\w){agents}\s+{article}$")
        self.told_by = re.compile(
            rf"(?<!\w){lexicon.verbs.attributing.pattern}\s+{article}"
            rf"(?:\w+\s+{grammar.genitive.pattern}\s+{article})?$"
        )
        self.begins = re.compile(rf"^\W*{article}$")
        self.opens = re.compile(rf"(?:(?:^|[,;]\s+)\W*|(?<!\w){grammar.relatives.pattern}\s+){article}{own}$")
        self.governed = re.compile(rf"(?<!\w){grammar.prepositions.pattern}\s+{article}$")
        self.next_clause = re.compile(
            rf"(?:;|(?<!\w){grammar.copulative.pattern})\s+(?:{grammar.copulative.pattern}\s+)?{article}$"
        )
        self.shared_verb = re.compile(rf",?\s+(?:{grammar.articles.pattern}|{grammar.prepositions.pattern})\s")
        aside = rf"(?:{grammar.prepositions.pattern}\s+(?:\w+\s+)?\w+\s+)?"
        self.at_once = re.compile(rf"\s+{aside}{article}")
        """``realizó la Gerencia``, ``realizó en marzo la Gerencia``."""

    def _read_charges(self, profile: Profile) -> None:
        """What a unit is to do, or is in charge of, and whose it is."""
        lexicon, grammar = profile.lexicon, profile.lexicon.grammar
        article = rf"(?:{grammar.articles.pattern}\s+)?"
        self.leading_verbs = lexicon.leading_verbs
        self.who = re.compile(rf"(?<!\w){lexicon.names.persons.pattern}\s+$")
        self.who_leads = re.compile(rf"(?<!\w){lexicon.names.persons.pattern}$")
        self.genitive = grammar.genitive
        self.leading = re.compile(rf",?\s+(?P<phrase>{self.leading_verbs.pattern})\s+{article}$")
        self.charging = re.compile(
            rf"(?<!\w){lexicon.verbs.charging.pattern}\s+(?:\w{{2,12}}\s+)?{grammar.prepositions.pattern}?\s*{article}$"
        )
        self.charge = re.compile(rf"\s+{lexicon.verbs.charges.pattern}\s+\w")
        self.falls_to = re.compile(rf"\s+(?:\w{{2,3}}\s+)?{lexicon.units.falling.pattern}(?!\w)")
        self.in_charge = re.compile(rf",\s+{lexicon.units.falling.pattern}(?!\w)")
        owners = alternatives([*profile.own_names, *lexicon.names.governments])
        self.own_behind = re.compile(rf"\s+{grammar.genitive.pattern}\s+{article}{owners}(?!\w)")


@lru_cache(maxsize=8)
def work_patterns(profile: Profile) -> WorkPatterns:
    """Give the patterns of a profile, made once."""
    return WorkPatterns(profile)
