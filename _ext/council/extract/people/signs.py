"""The signs by which a run of capitalised words is a person, and how they are weighed.

A title before the name, a given name at its head, a role, a verb of telling, a list of people.  A given name that is
a common word too (``Grace Period``, ``Norma de Árboles``) and words of the language in capitals need another sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from council.extract.people.name_patterns import belonging, name_patterns
from council.extract.people.office_words import is_office
from council.extract.people.person_names import NameRun
from council.extract.people.place_names import ends_in_place, names_a_place
from council.extract.people.speech import is_attending, is_speaking
from council.language.capitals import capitalised_run
from council.language.folding import fold, words_of
from council.profile.profile import Profile

_LOOKED_AT = 24
"""So many characters before a run hold the word before it."""
_PAUSE = re.compile(r"[.,;:!?)]\s")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run that may be a person's name, in its text; *given* tells that a given name or an initial opens it."""

    text: str
    run: NameRun
    words: list[str]
    given: bool

    @property
    def word_before(self) -> str:
        """The folded word right before the run and its titles; nothing where punctuation stands between."""
        start = max(0, self.run.title - _LOOKED_AT)
        if _PAUSE.search(self.text, max(start, self.run.title - 2), self.run.title):
            return ""
        return (words_of(self.text[start : self.run.title]) or [""])[-1]


@dataclass(frozen=True, slots=True)
class Signs:
    """What the text around a run tells: its *role*, and whether that names an *office*.

    The name may be *known* by a record, or *listed* with people; *leads* tells that other words say that it heads a unit.
    """

    role: str | None
    office: bool
    known: bool
    listed: bool
    leads: bool = False


def candidate_of(text: str, run: NameRun, profile: Profile) -> Candidate:
    """Give a run with what its own words tell."""
    name = text[run.start : run.end]
    words = words_of(name)
    return Candidate(text, run, words, profile.given_names.begin(name) or _opens_with_initial(name, words, profile))


def _opens_with_initial(name: str, words: list[str], profile: Profile) -> bool:
    """Whether an initial or a shortened name opens *name*: ``J. Arturo Aranda``, not ``I. En la Zona``."""
    if name_patterns(profile).initial.match(name) is None:
        return False
    whole = next((word for word in words if len(word) > 1), "")
    return whole in profile.lexicon.people.shortened_names or not profile.given_names.is_common(whole)


def could_be_person(candidate: Candidate, profile: Profile) -> bool:
    """Whether any sign could make it one: without title and given name, words of the language are none but as surname."""
    if candidate.given or candidate.run.honored:
        return True
    particles, is_common = profile.lexicon.people.particles, profile.given_names.is_common
    return not any(map(is_common, candidate.words[:-1])) and not any(word in particles for word in candidate.words)


def sign_of_person(candidate: Candidate, signs: Signs, profile: Profile) -> str:
    """Weigh the signs that a run is a person; give the one that decides, as the rule of the mention, or nothing.

    ==================  ============================================================
    ``known-name``      a record has the name
    ``title-before``    ``Lic. Ana Ruiz``
    ``given-name``      ``Ana Ruiz``
    ``role-beside``     ``la directora Ixchel Balam``
    ``in-list``         ``Ana Ruiz e Ixchel Balam``
    ``leads-a-unit``    ``la Dirección de Agua, a cargo de Ixchel Balam``
    ``speaks``          ``señaló Ixchel Balam``; ``asistió Luz Ituarte``
    ``of-a-body``       ``by Fergus Lockyer of the County Council``
    ==================  ============================================================
    """
    sign = _sign(candidate, signs, profile)
    if signs.known or not sign:
        return sign
    if ends_in_place(candidate.words, profile) and sign in {"given-name", "title-before"}:
        return ""
    return "" if names_a_place(candidate.text, candidate.run, profile) else sign


def _sign(candidate: Candidate, signs: Signs, profile: Profile) -> str:
    body = _names_a_body(candidate, profile)
    if signs.known:
        return "known-name" if not body or candidate.given else ""
    run = candidate.run
    support = (
        "role-beside"
        if signs.office or (candidate.given and signs.role is not None)
        else "in-list"
        if signs.listed
        else "leads-a-unit"
        if signs.leads
        else ""
    )
    if not support and is_speaking(candidate.text, run.title, run.end, profile):
        support = "speaks"
    if body and not run.honored:
        return support if candidate.given and signs.office and len(candidate.words) == 2 else ""
    if run.honored:
        doubtful = len(candidate.words) == 1 and not support and _may_be_a_trade(candidate, profile)
        return "title-before" if candidate.given or not (body or doubtful) else ""
    if candidate.given:
        if signs.role is None and _opens_as_work(candidate.words, profile):
            return ""
        surely = "given-name" if _is_surely_given(candidate, profile) else ""
        return support or surely or ("speaks" if is_attending(candidate.text, run.title, profile) else "")
    if candidate.words[-1] in profile.lexicon.people.no_surnames:
        return ""
    if support and _stands_free(candidate, signs.listed, profile):
        return support
    return "of-a-body" if _is_of_a_body(candidate, profile) else ""


def _is_of_a_body(candidate: Candidate, profile: Profile) -> bool:
    """Whether uncommon words are said to act for a body whose name follows: ``by Fergus Lockyer of the County Council``."""
    if candidate.word_before not in profile.lexicon.units.agents or any(
        map(profile.given_names.is_common, candidate.words)
    ):
        return False
    text, end = candidate.text, candidate.run.end
    of = belonging(profile).match(fold(text), end)
    name = capitalised_run(text, of.end(), len(text), profile.lexicon.grammar.in_names) if of else ""
    return any(word in name_patterns(profile).bodies for word in words_of(name))


def _may_be_a_trade(candidate: Candidate, profile: Profile) -> bool:
    """Whether a word behind a title may go on with it: ``Arquitecta Paisajista``; ``Dra. Montes`` is a surname."""
    titles = words_of(candidate.text[candidate.run.title : candidate.run.start])
    return profile.given_names.is_common(candidate.words[0]) and any(is_office(title, profile) for title in titles)


def _is_surely_given(candidate: Candidate, profile: Profile) -> bool:
    """Whether a run that begins with a given name is a person without any other sign."""
    people, names, words = profile.lexicon.people, profile.given_names, candidate.words
    if words[1] in people.places_behind:
        return False
    located = candidate.word_before in people.locating
    if words[-1] in people.no_surnames:
        return False
    if names.is_common(words[0]):
        rest = [word for word in words[1:] if word not in people.particles]
        surnames = len(rest) > 1 and not any(map(names.is_common, rest))
        return not located and len(words) > 2 and (words[1] in names.names or surnames)
    return not (located and names.is_common(words[-1]))


def _opens_as_work(words: list[str], profile: Profile) -> bool:
    """Whether a name begins as that of a work does, whose noun is a given name, too: ``Manual de Banquetas``."""
    return words[0] in profile.lexicon.kind_nouns and words[1] in profile.lexicon.grammar.genitive


def _stands_free(candidate: Candidate, listed: bool, profile: Profile) -> bool:
    """Whether no function word leads up to a run, as it does to a place or a thing: ``hacia Xochimilco Norte``."""
    grammar, before = profile.lexicon.grammar, candidate.word_before
    joints = (grammar.copulative, grammar.conjunctions)
    return before not in grammar.function_words or (listed and any(before in words for words in joints))


def _names_a_body(candidate: Candidate, profile: Profile) -> bool:
    """Whether a word is one of bodies and works rather than of people, or an office opens the name.

    Where nouns come first, one behind a given name is a surname: ``Karina Puente Alvídrez``.
    """
    words, names = candidate.words, profile.given_names
    if is_office(words[0], profile):
        return True
    surely = candidate.given and not names.is_common(words[0]) and not profile.lexicon.grammar.heads_last
    bodies = name_patterns(profile).bodies
    return any(word in bodies for word in (words[:1] if surely and len(words) > 2 else words))
