"""What a release is found by, in the browser and from the command line: its names, those it mentions, its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extension_kit.stemming import last_stem
from extension_kit.word_keys import WordKeys, bare

from council.archive.archive import Archive
from council.exports.record_tables import names_of
from council.model.releases import Session
from council.profile.lexicon import Lexicon

_MOST_SESSIONS = 31
"""The highest number of a session in its year that is found by its ordinal in words."""


@dataclass(frozen=True, slots=True)
class SearchedRelease:
    """A release as the search has it.

    *names* are its own, *asked_as* other forms in which they are asked for, *aliases* all those of what it mentions.
    """

    title: str
    names: tuple[str, ...]
    asked_as: tuple[str, ...]
    aliases: tuple[str, ...]
    text: str


def searched_release(archive: Archive, page: str) -> SearchedRelease:
    """Give what the release at *page* is found by; an old name of a record finds the release that has the new one."""
    release = archive.releases[page]
    entries = [archive.projects[id_] for id_ in archive.identity.project_ids[page]]
    entries += [archive.people[id_] for id_ in archive.identity.person_ids[page]]
    entries += [archive.directorates[mention.directorate] for mention in release.directorates]
    mentioned = (name for entry in entries if entry.record for name in names_of(entry))
    own = (release.alternative_title,) if release.alternative_title else ()
    session = session_names(release.session, archive.profile.lexicon) if release.session else ()
    aliases = tuple(dict.fromkeys([*mentioned, *release.keywords]))
    text = "\n".join(text for _line, text in release.passages)
    return SearchedRelease(release.title, own, tuple(session), aliases, text)


def session_names(session: Session, lexicon: Lexicon) -> list[str]:
    """Give how a session may be asked for: number and noun in both orders, with the year, its kind told or not.

    The number is in figures: what is asked in words comes to the same key, but for compounds of two words.
    """
    words = lexicon.councils
    kinds = words.extraordinary.forms if session.extraordinary else ("", *words.ordinary.forms)
    names = [
        " ".join(filter(None, name))
        for number in session.numbers
        for told in _told_numbers(number, lexicon)
        for noun in words.sessions.forms
        for kind in kinds
        for name in ((told, noun, kind, str(session.year)), (noun, kind, told, str(session.year)))
    ]
    keys = word_keys(lexicon)
    return list({tuple(keys.keys(name)): name for name in names}.values())


def _told_numbers(number: int, lexicon: Lexicon) -> Iterator[str]:
    """Give a number in figures, and one above ten also as two ordinals: ten and unit."""
    yield str(number)
    if number > 10 and number % 10:
        yield f"{number - number % 10} {number % 10}"


@cache
def word_keys(lexicon: Lexicon) -> WordKeys:
    """Give how the words of a language are compared: an ordinal number counts as its figure."""
    ordinals = sorted(lexicon.ordinal_values.items())
    return WordKeys(
        language=lexicon.language,
        ignored=frozenset(map(bare, lexicon.grammar.stop_words)),
        same={
            last_stem(bare(word), lexicon.language): str(value) for word, value in ordinals if value <= _MOST_SESSIONS
        },
        number_endings=frozenset(map(bare, lexicon.grammar.ordinal_endings)),
    )
