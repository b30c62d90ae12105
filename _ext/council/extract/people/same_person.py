"""Which mentions in a release are of one person, and what is kept of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from council.extract.people.office_words import is_occasional
from council.language.folding import words_of
from council.model.releases import PersonMention
from council.profile.profile import Profile


def once_each(mentions: Sequence[PersonMention], profile: Profile) -> list[PersonMention]:
    """Give each person once, under the fullest form of the name, with the first role, or a later one that goes on with it."""
    kept: list[PersonMention] = []
    having: defaultdict[str, set[int]] = defaultdict(set)  # by word, the places in *kept* of the names that have it
    ending: defaultdict[str, set[int]] = defaultdict(set)  # the same by their last word
    for mention in mentions:
        words = words_of(mention.name)
        # The longer of two names of one person has every word of the shorter.
        longer = min((having[word] for word in words), key=len)
        alike = sorted(longer.union(*(ending[word] for word in words)))
        place = next((place for place in alike if is_same_person(words, words_of(kept[place].name))), len(kept))
        if place == len(kept):
            kept.append(mention)
        else:
            kept[place] = _merged(kept[place], mention, profile)
        for word in words:
            having[word].add(place)
        ending[words[-1]].add(place)
    return kept


def _merged(first: PersonMention, second: PersonMention, profile: Profile) -> PersonMention:
    fuller = second if len(words_of(second.name)) > len(words_of(first.name)) else first
    source = second if _tells_more(first.role, second.role, profile) else first
    unit = second if second.standing and not first.standing else first if first.directorate else second
    return replace(
        first,
        name=fuller.name,
        role=source.role,
        directorate=unit.directorate,
        quotation=source.quotation,
        standing=unit.standing,
    )


def _tells_more(first: str | None, second: str | None, profile: Profile) -> bool:
    """Whether a later role says what the first does, and goes on: ``directora``, ``directora del museo``.

    So does any other than one of an occasion: ``ponente``.
    """
    if not first or not second:
        return bool(second) and not first
    if is_occasional(first, profile):
        return not is_occasional(second, profile)
    words, later = words_of(first), words_of(second)
    return len(words) < len(later) and later[: len(words)] == words


def is_same_person(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the shorter name is the longer one's surnames, or its words in order with the first given name.

    A single word is a surname: ``Ms. Park`` is ``Jane Park``, and ``Cebrián`` ``Julián Cebrián Mota``.
    """
    short, long_ = sorted((list(first), list(second)), key=len)
    if len(short) == 1:
        return short == long_ or short[0] in long_[1:]
    if short[0] != long_[0]:
        return short == long_[-len(short) :]
    rest = iter(long_)
    return all(word in rest for word in short)
