"""The signs by which a run of capitalised words is a person, and how they are weighed.

A title before the name, a given name at its head, a role, a verb of telling, a list of people.  A given name that is
a common word too (``Grace Period``, ``Norma de Árboles``) and words of the language in capitals need another sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from council.extract.people.name_patterns import name_patterns
from council.extract.people.office_words import is_office
from council.extract.people.person_names import NameRun
from council.extract.people.place_names import ends_in_place, names_a_place
from council.extract.people.speech import is_speaking
from council.language.folding import words_of
from council.profile.profile import Profile

_LOOKED_AT = 24
"""So many characters before a run hold the word before it."""
_PAUSE = re.compile(r"[.,;:!?)]\s")


@dataclass(frozen=True, slots=True)
class Signs:
    """What the text around a run tells: its *role*, whether the name is *known* by a record, or *listed* with people."""

    role: str | None
    known: bool
    listed: bool


def is_person(text: str, run: NameRun, signs: Signs, profile: Profile) -> bool:
    """Weigh the signs that a run is a person."""
    name = text[run.start : run.end]
    words = words_of(name)
    given = profile.given_names.begin(name) or bool(name_patterns(profile).initial.match(name))
    body = _names_a_body(words, profile)
    if signs.known:
        return not body or given
    if names_a_place(text, run, profile):
        return False
    supported = signs.role is not None or signs.listed or is_speaking(text, run.title, run.end, profile)
    if ends_in_place(words, profile) and not supported:
        return False
    if run.honored:
        return given or not (body or (len(words) == 1 and profile.given_names.is_common(words[0]) and not supported))
    if body:
        return given and signs.role is not None and len(words) == 2
    if given:
        return supported or _is_surely_given(text, run, words, profile)
    return supported and _may_be_a_name(text, run, words, signs.listed, profile)


def _is_surely_given(text: str, run: NameRun, words: list[str], profile: Profile) -> bool:
    """Whether a run that begins with a given name is a person without any other sign."""
    people, names = profile.lexicon.people, profile.given_names
    located = _word_before(text, run) in people.locating
    if words[1] in people.places_behind:
        return False
    if not names.is_common(words[0]):
        return not (located and names.is_common(words[-1]))
    return not located and len(words) > 2 and words[1] in names.names


def _may_be_a_name(text: str, run: NameRun, words: list[str], listed: bool, profile: Profile) -> bool:
    """Whether a run without a given name is one that a role or a verb can be said of: no words of the language."""
    lexicon, names = profile.lexicon, profile.given_names
    if any(map(names.is_common, words)) or any(word in lexicon.people.particles for word in words):
        return False
    before = _word_before(text, run)
    joined = listed and before in lexicon.grammar.copulative
    return joined or before not in lexicon.grammar.function_words


def _names_a_body(words: list[str], profile: Profile) -> bool:
    """Whether a word is one of bodies and works rather than of people, or an office opens the name."""
    return any(word in name_patterns(profile).bodies for word in words) or is_office(words[0], profile)


def _word_before(text: str, run: NameRun) -> str:
    words = words_of(text[max(0, run.title - _LOOKED_AT) : run.title])
    separate = run.title == 0 or not _PAUSE.search(text, max(0, run.title - 2), run.title)
    return words[-1] if words and separate else ""
