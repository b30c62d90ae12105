"""How the releases of one archive speak: a language and an institution, together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from council.language.folding import content_words, fold, words_of
from council.language.word_lists import Words
from council.profile.given_names import GivenNames
from council.profile.institution import Institution
from council.profile.lexicon import Lexicon


@dataclass(frozen=True, eq=False)
class Profile:
    """A language's words, an institution's names, and the given names that are usual where it works.

    Compared by identity: rules keep what they make of a profile.
    """

    lexicon: Lexicon
    institution: Institution
    given_names: GivenNames

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The folded words of the institution's towns and regions, and ``municipio``: they tell no names apart."""
        places = self.institution.places
        names = (*places.towns, *places.regions, *self.lexicon.names.localities)
        return frozenset(word for name in names for word in content_words(name, self.lexicon.grammar.stop_words))

    @cached_property
    def own_names(self) -> Words:
        """The names of the institution: the official one, and the others."""
        return Words.literally([self.institution.name, *self.institution.names])

    @cached_property
    def own_nouns(self) -> tuple[str, ...]:
        """The noun of each of the institution's names, those aside that its own units have as well: ``instituto``."""
        nouns = map(self._noun_of_body, (self.institution.name, *self.institution.names))
        return tuple(dict.fromkeys(noun for noun in nouns if noun not in self.institution.units.nouns))

    @cached_property
    def council_members(self) -> Words:
        """What the members of the institution's council are called."""
        known = {fold(noun): words for noun, words in self.lexicon.councils.members.items()}
        return Words(word for noun in self.council_nouns if noun in known for word in known[noun])

    @cached_property
    def council_nouns(self) -> tuple[str, ...]:
        """The noun of each of the council's names: ``consejo`` of ``Consejo Directivo``, ``council`` of ``County Council``."""
        return tuple(map(self._noun_of_body, self.institution.council.names))

    def _noun_of_body(self, name: str) -> str:
        """Give the noun for a body in *name*, else the word where the language has it, before any ``de``."""
        grammar, bodies = self.lexicon.grammar, self.lexicon.councils.bodies
        words = words_of(name)
        head = list(takewhile(lambda word: word not in grammar.genitive, words)) or words
        known = [word for word in head if word in bodies]
        return (known or head)[-1 if grammar.heads_last else 0]

    @cached_property
    def foreign_bodies(self) -> Words:
        """Bodies whose plans, laws and surveys are not the institution's."""
        return Words.literally(self.institution.foreign.bodies)
