"""How the releases of one archive speak: a language and an institution, together."""

from __future__ import annotations

from dataclasses import dataclass

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
