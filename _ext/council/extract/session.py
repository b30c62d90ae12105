"""Which session of the council a release reports, and the rule that tells.

===================  ==============================================================================
``number-before``    ``Octava Sesión del Consejo Directivo``, ``8ª. Sesión``, ``XII``, ``11ª. y 12ª.``
``council-before``   ``El Consejo celebró su Quinta Sesión``, ``the sixth Board meeting``
``number-behind``    ``Sesión Ordinaria No. 5``, ``04/2021``; ``sesiones quinta y sexta``
``occasion``         ``sesionó por cuarta ocasión``
``kind-of-session``  ``Décima Sesión Ordinaria``, where the release names the council elsewhere
``file-name``        ``2019-03-28-tercera-sesion-consejo``
``council-met``      a session of the council without its number
===================  ==============================================================================

The session of another body (``sesión de Cabildo``, ``the committee's meeting``) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from council.extract.councils import council_names
from council.extract.session_patterns import session_patterns
from council.language.folding import fold, words_of
from council.model.releases import Session
from council.profile.profile import Profile

_DATE_IN_SLUG = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:-|$)")
_SUBJECT = 120
"""So many characters before a session stands who holds it."""
_KINDS = ("before", "kind")


class _Numbered(NamedTuple):
    """The numbers of sessions held at once, and the rule that gives them."""

    numbers: tuple[int, ...]
    extraordinary: bool
    rule: str


def read_session(
    body: Iterable[str], metadata: Iterable[str], slug: str, year: int | None, profile: Profile
) -> Session | None:
    """Give the session that a release reports, or ``None``.

    *body* and *metadata* (title, description) are texts; the first that names a session of the council
    with its number decides.  A release that names one without a number gets it from the file name.
    """
    reader, names = _session_reader(profile), council_names(profile)
    texts = [names.read(text) for text in body]
    every = [*texts, *(names.read(text) for text in metadata if text)]
    told = next((numbered for text in every if (numbered := reader.numbered(text))), None)
    told = told or reader.told_otherwise(texts, every, slug)
    return Session(year, told.numbers, told.extraordinary, told.rule) if told and year is not None else None


class _SessionReader:
    """Reads sessions in texts that :meth:`CouncilNames.read` gave."""

    def __init__(self, profile: Profile) -> None:
        self._patterns = session_patterns(profile)
        self._numbering = profile.lexicon.numbering
        self._extraordinary = profile.lexicon.councils.extraordinary

    def numbered(self, text: str) -> _Numbered | None:
        """Give the number of the session that *text* names as one of the council."""
        patterns = self._patterns
        joined: list[re.Match[str]] = []
        for match in patterns.numbered.finditer(text):
            if not (joined and re.fullmatch(patterns.link, text[joined[-1].end() : match.start()])):
                joined = []
            joined.append(match)
            if patterns.of_council.match(match["tail"]):
                return self._together(joined, "number-before")
            if match["council"] or self._is_held(text, match):
                return self._together(joined, "council-before")
        for match in patterns.ordinals_behind.finditer(text):
            if patterns.of_council.match(match["tail"]):
                return self._together([match], "number-behind")
        return self._numbered_otherwise(text) if patterns.named.search(text) else None

    def _numbered_otherwise(self, text: str) -> _Numbered | None:
        """The number behind the word, or told as an occasion, in a text that names the council."""
        patterns = self._patterns
        behind = patterns.number_behind.search(text)
        if behind and self._could_be_councils(text, behind):
            numbers = self._numbers(behind["marked"] or behind["plain"])
            return _Numbered(numbers, self._is_special(behind["kind"]), "number-behind")
        occasion = patterns.occasion.search(text) or patterns.occasion_first.search(text)
        if occasion and self._could_be_councils(text, occasion):
            return _Numbered(self._numbers(occasion["numbers"]), False, "occasion")
        return None

    def told_otherwise(self, texts: Sequence[str], every: Sequence[str], slug: str) -> _Numbered | None:
        """Give the session of a release none of whose texts tells its number as the council's.

        *texts* are those of its body, *every* those of title and description too.
        """
        reporting = [text for text in every if self._reports(text)]
        special = any(map(self._patterns.extraordinary.search, reporting))
        in_name = self._told_in_slug(slug, others_met=any(map(self._tells_of_others, texts)))
        qualified = next((numbered for text in every if (numbered := self._qualified(text))), None)
        if qualified and not reporting and not in_name and not any(map(self._patterns.full_name.search, texts)):
            qualified = None
        if not (qualified or reporting or in_name):
            return None
        told = qualified or self._in_slug(slug) or in_name or _Numbered((), False, "council-met")
        return told._replace(extraordinary=special or told.extraordinary)

    def _reports(self, text: str) -> bool:
        """Whether a text speaks of a session of the council."""
        patterns = self._patterns
        if patterns.addressed.search(text):
            return True
        met = any(self._could_be_councils(text, match) for match in patterns.any_session.finditer(text))
        return met and patterns.named.search(text) is not None

    def _tells_of_others(self, text: str) -> bool:
        """Whether a text speaks of another body's session, and of none of the council."""
        sessions = [self._could_be_councils(text, match) for match in self._patterns.any_session.finditer(text)]
        return bool(sessions) and not any(sessions)

    def _is_held(self, text: str, session: re.Match[str]) -> bool:
        """Whether the council stands before its session: ``El Consejo Directivo celebró su Quinta Sesión``."""
        before = text[max(0, session.start() - _SUBJECT) : session.start()]
        return self._patterns.holding.search(before) is not None and self._could_be_councils(text, session)

    def _could_be_councils(self, text: str, session: re.Match[str]) -> bool:
        """Whether no other body is said to hold a session: behind it, or as the last one named before it."""
        before = re.split(r"[.;]\s", text[max(0, session.start() - _SUBJECT) : session.start()])[-1]
        bodies = list(self._patterns.body.finditer(before))
        own = not bodies or bodies[-1]["council"] is not None
        return own and not self._patterns.of_others.match(text, session.end())

    def _together(self, sessions: Sequence[re.Match[str]], rule: str) -> _Numbered | None:
        """Give the numbers of sessions held at once: those of the first's kind, ordinary or not."""
        kinds = [
            self._is_special(*(session[name] for name in _KINDS if name in session.re.groupindex))
            for session in sessions
        ]
        same = [session for session, kind in zip(sessions, kinds, strict=True) if kind == kinds[0]]
        numbers = tuple(dict.fromkeys(number for session in same for number in self._numbers(session["numbers"])))
        return _Numbered(numbers, kinds[0], rule) if numbers else None

    def _qualified(self, text: str) -> _Numbered | None:
        """Give the number of what *text* calls an ordinary or extraordinary session, of no other body."""
        for match in self._patterns.numbered.finditer(text):
            if (match["before"] or match["kind"]) and self._could_be_councils(text, match):
                return self._together([match], "kind-of-session")
        return None

    def _told_in_slug(self, slug: str, *, others_met: bool) -> _Numbered | None:
        """Give the session of the council that a file name tells, without its number: ``2019-05-02-quinta-sesion``.

        ``sesion-de-cabildo`` is another body's; so is a file's that does not name the council where others met.
        """
        match = self._patterns.alone_in_slug.search(_name_in(slug))
        if match is None or not (
            match["council"] or (not others_met and match["end"] is not None and len(words_of(match[0])) > 1)
        ):
            return None
        return _Numbered((), self._is_special(match["before"], match["kind"]), "file-name")

    def _in_slug(self, slug: str) -> _Numbered | None:
        """Give the number that a file name tells behind its date: ``2020-01-10-sesion-consejo`` tells none."""
        match = self._patterns.in_slug.search(_name_in(slug))
        if match is None:
            return None
        return _Numbered(self._numbers(match["numbers"]), self._is_special(match["before"], match["kind"]), "file-name")

    def _is_special(self, *kinds: str | None) -> bool:
        return any(kind in self._extraordinary for kind in kinds if kind)

    def _numbers(self, text: str) -> tuple[int, ...]:
        parts = re.split(self._patterns.link, text)
        values = (self._numbering.value(part.strip()) for part in parts)
        return tuple(dict.fromkeys(value for value in values if value > 0))


def _name_in(slug: str) -> str:
    return _DATE_IN_SLUG.sub("", fold(slug), count=1).replace("-", " ")


@lru_cache(maxsize=8)
def _session_reader(profile: Profile) -> _SessionReader:
    return _SessionReader(profile)
