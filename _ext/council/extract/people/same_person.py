"""Which mentions in a release are of one person, and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from council.language.folding import words_of
from council.model.releases import PersonMention


def once_each(mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Give each person once, under the fullest form of the name, with the first role."""
    kept: list[PersonMention] = []
    for mention in mentions:
        words = words_of(mention.name)
        for index, other in enumerate(kept):
            if not is_same_person(words, words_of(other.name)):
                continue
            fuller = mention.name if len(words) > len(words_of(other.name)) else other.name
            source = other if other.role or not mention.role else mention
            kept[index] = replace(
                other,
                name=fuller,
                role=source.role,
                directorate=other.directorate or mention.directorate,
                quotation=source.quotation,
            )
            break
        else:
            kept.append(mention)
    return kept


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
