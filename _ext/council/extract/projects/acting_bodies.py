"""Bodies whose name begins as an initiative's does, and that act: ``el Sistema Municipal de Aguas informó``."""

from __future__ import annotations

import re

from council.extract.projects.namings import Span
from council.language.folding import fold
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile


class ActingBodies:
    """Tells a body from an initiative by what stands around its name, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, offices = profile.lexicon, profile.lexicon.people.offices.pattern
        self._body = _at_either_end(lexicon.body_nouns)
        self._formed_body = _at_either_end(lexicon.formed_nouns)
        self._forming = re.compile(rf"(?<!\w){lexicon.names.forming.pattern}(?!\w)")
        self._just_formed = re.compile(rf"(?<!\w){lexicon.names.forming.pattern}[^.;:]{{0,30}}$")
        self._before = _before_a_body(profile)
        acting = alternatives([*lexicon.verbs.telling, *lexicon.verbs.attending])
        row = rf"(?:,[^,.;]{{1,80}}){{0,3}}(?:,?\s+{lexicon.grammar.copulative.pattern}\s[^,.;]{{1,80}}?)?"
        acts = rf"(?:\s*\([^()]*\))?{row},?\s+{acting}(?!\w)"
        headed = rf",[^.;]{{0,40}}\s{lexicon.names.possessives.pattern}\s+{offices}(?!\w)"
        self._behind = re.compile(acts), re.compile(headed)

    def is_one(self, folded: str, span: Span, before: str) -> bool:
        """Whether the name is that of a body; *before* stands before it in its sentence."""
        label = fold(span.label)
        if not self._body.search(label):
            return False
        if self._formed_body.search(label) and not self._forming.search(before):
            return True
        if self._just_formed.search(before):
            return False
        return any(pattern.search(before) for pattern in self._before) or any(
            pattern.match(folded, span.end) for pattern in self._behind
        )


def _before_a_body(profile: Profile) -> tuple[re.Pattern[str], ...]:
    """``directora del Sistema …``, ``en coordinación con la Red …``, ``convenio con el Banco …``, ``la Fundación Red …``."""
    lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
    small = rf"(?:(?:{grammar.articles.pattern}|{names.possessives.pattern})\s+)*"
    joined = rf"(?:[^.;:]{{1,80}}\s{grammar.copulative.pattern}\s+(?:{grammar.genitive.pattern}\s+)?)?"
    function = alternatives(form for form in grammar.function_words if form not in grammar.genitive)
    aim = rf"\s{grammar.purpose.pattern}\s"
    bodies = alternatives([*lexicon.units.nouns, *names.carriers])
    return (
        re.compile(rf"(?<!\w){bodies}\s[^.;:]{{1,80}}(?:,\s+|\s{grammar.copulative.pattern}\s+){small}$"),
        re.compile(rf"(?<!\w){lexicon.people.offices.pattern}\s+{grammar.genitive.pattern}\s+{small}$"),
        re.compile(rf"\w,\s+{grammar.genitive.pattern}\s+{small}$"),
        re.compile(rf"(?<!\w){names.partners.pattern}\s+{joined}{small}$"),
        re.compile(
            rf"(?<!\w){lexicon.verbs.attending.pattern}(?:\s[^.;:]{{0,120}}(?:,|\s{grammar.copulative.pattern}))?"
            rf"\s+{small}$"
        ),
        re.compile(
            rf"(?<!\w){names.agreements.pattern}\s(?:[^.;:,]{{0,60}}?\s)?{names.parties.pattern}\s"
            rf"(?:(?!{aim})[^.;:,]){{0,80}}$"
        ),
        re.compile(rf"(?<!\w){names.carriers.pattern}(?:\s+(?!{function}\s)[^\s,.;]+){{0,2}}?\s*[:,]?\s*$"),
    )


def _at_either_end(nouns: Words) -> re.Pattern[str]:
    """Matches the noun of a name, which stands first or last in it: ``Sistema …``, ``… System (CWS)``."""
    return re.compile(rf"^{nouns.pattern}(?!\w)|(?<!\w){nouns.pattern}(?=$|\s*\()")
