"""Which council a text means: the one whose sessions are reported, or another body that meets.

The council's noun alone stands for it (``el Consejo``, ``the Board``) unless a word makes it another's: an adjective
(``Consejo Técnico``, ``school board``), the name of whose it is (``Consejo Directivo del Colegio de Arquitectos``,
``consejo de vecinos``), or another word in capitals beside it (``Consejo Ciudadano``, ``the Parks Board``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

_BLANK = "\x00"
"""Stands for each letter of another council's name."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_INITIAL = re.compile(r"\w\.\s?")
_BESIDE = re.compile(r" ([^\W\d_][\w’'-]*)")
_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]*) $")
_OPENING = re.compile(rf"(?:\A|[.!?:;]\**[{CLOSING}]?\s)[\s(*{OPENING}]*$")
_LONGEST_WORD = 40
_LONGEST_OPENING = 4
"""So many characters before a word show that it opens a sentence."""


@dataclass(frozen=True, eq=False)
class CouncilNames:
    """The patterns of councils, for text that :meth:`read` gives."""

    council: str
    """The council by any of its names, or by its noun."""
    full_name: str
    """A name of several words, which stands for nothing else."""
    others: str
    """The nouns of other bodies that meet, and other councils."""
    adjectives: Words
    adjective_behind: re.Pattern[str]
    own_words: frozenset[str]
    """Words beside the council's noun that make it no other's: those of the institution, of sessions and dates."""
    whose: re.Pattern[str]
    """From a council's name to the word that may tell whose it is."""
    not_owners: re.Pattern[str]
    """What stands there and tells no such thing: a pronoun, a figure."""
    heads_last: bool

    def read(self, text: str) -> str:
        """Give *text* folded, of the same length, with the names of other councils blanked.

        Where all is in capitals, these tell no name.
        """
        folded = fold(text)
        in_capitals = text.isupper()
        return re.sub(
            self.council,
            lambda name: _BLANK * len(name[0]) if self._is_anothers(text, folded, name, in_capitals) else name[0],
            folded,
        )

    def _is_anothers(self, text: str, folded: str, name: re.Match[str], in_capitals: bool) -> bool:
        whole = " " in name[0]
        if self._has_adjective(folded, name, whole) or self._has_owner(text, folded, name, in_capitals or whole):
            return True
        return not whole and not in_capitals and self._has_capitals_beside(text, name)

    def _has_adjective(self, folded: str, name: re.Match[str], whole: bool) -> bool:
        """``school board``, ``Consejo Técnico``; ``County Board of Commissioners`` too."""
        if self.heads_last:
            before = folded[max(0, name.start() - _LONGEST_WORD) : name.start()].split()[-1:]
            return bool(before) and before[0] in self.adjectives
        return not whole and self.adjective_behind.match(folded, name.end()) is not None

    def _has_owner(self, text: str, folded: str, name: re.Match[str], by_capitals: bool) -> bool:
        """``consejo de vecinos``; behind a whole name, or in capitals, only ``… del Colegio`` tells whose it is."""
        joint = self.whose.match(folded, name.end())
        if joint is None or self.not_owners.match(folded, joint.end()):
            return False
        shortened = _INITIAL.match(text, joint.end())
        word = _WORD.match(text, shortened.end() if shortened else joint.end())
        if word is None or fold(word[0]) in self.own_words:
            return False
        named = self.heads_last and text[name.start()].isupper()
        return word[0][0].isupper() or not (by_capitals or named)

    def _has_capitals_beside(self, text: str, name: re.Match[str]) -> bool:
        """``the Parks Board``, ``el Consejo Ciudadano``; a capital that opens a sentence tells nothing."""
        if not text[name.start()].isupper():
            return False
        if not self.heads_last:
            behind = _BESIDE.match(text, name.end())
            return behind is not None and self._is_a_name(behind[1])
        start = max(0, name.start() - _LONGEST_WORD)
        before = _BEFORE.search(text, start, name.start())
        opens = (
            before is not None
            and _OPENING.search(text, max(0, before.start() - _LONGEST_OPENING), before.start()) is not None
        )
        return before is not None and not opens and self._is_a_name(before[1])

    def _is_a_name(self, word: str) -> bool:
        return word[0].isupper() and fold(word) not in self.own_words


@lru_cache(maxsize=8)
def council_names(profile: Profile) -> CouncilNames:
    """Give the names of the council that *profile* reports of."""
    lexicon, institution = profile.lexicon, profile.institution
    grammar, councils = lexicon.grammar, lexicon.councils
    names = [" ".join(words_of(name)) for name in institution.council.names]
    council = rf"(?<!\w){alternatives([*names, *profile.council_nouns])}(?!\w)"
    own = {word for name in (*names, *profile.own_names) for word in words_of(name)}
    others = alternatives([*(body for body in councils.bodies if body not in own), _BLANK + "*"])
    return CouncilNames(
        council=council,
        full_name=rf"(?<!\w){alternatives(name for name in names if ' ' in name)}(?!\w)",
        others=others,
        adjectives=councils.others,
        adjective_behind=re.compile(rf"\s+{councils.others.pattern}(?!\w)"),
        own_words=_words_beside(profile) | own,
        whose=re.compile(rf"\s+{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?"),
        not_owners=re.compile(rf"{grammar.pronouns.pattern}\s|\d"),
        heads_last=grammar.heads_last,
    )


def _words_beside(profile: Profile) -> frozenset[str]:
    """Give the words that may stand in capitals beside the council's noun: ``Regular Board Meeting``, ``of the City``."""
    lexicon, places = profile.lexicon, profile.institution.places
    councils, dates = lexicon.councils, lexicon.dialect.dates
    kinds = (councils.sessions, councils.ordinary, councils.extraordinary, councils.kinds)
    home = (Words(word for town in places.towns[:1] for word in words_of(town)), lexicon.names.governments)
    small = (lexicon.names.localities, dates.weekdays, lexicon.grammar.function_words)
    words = (word for of_class in (*kinds, *home, *small) for word in of_class)
    return frozenset([*words, *lexicon.ordinal_values, *dates.months])
