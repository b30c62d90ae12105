"""Names that a reviewed record gives, in running text: they win over every name that is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from council.extract.projects.namings import Span
from council.extract.vocabulary import Vocabulary
from council.language.capitals import BRACKETED_ACRONYM, UPPER
from council.language.folding import content_words, fold, words_of
from council.profile.profile import Profile

RULE = "record"
LOOKED_AT = 40
"""So many characters before a name are looked through for a noun for an initiative."""
TELLING = 3
"""A name of so many words is told by them; a shorter one by its capitals, or by a noun for an initiative before it."""


def known_names(text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """Give the names of records in *text*: ``VIVE TU ACERA``, ``el plan de movilidad activa``, ``proyecto calle completa``.

    In lower case, a short one is but words (``la calle completa``), unless a noun for an initiative introduces it.
    """
    profile = vocabulary.profile
    folded = fold(text)
    for match in vocabulary.project_pattern.finditer(folded):
        name = text[match.start() : match.end()]
        carrying = [
            word for word in re.findall(r"\w+", name) if content_words(word, profile.lexicon.grammar.stop_words)
        ]
        before = max(0, match.start() - LOOKED_AT), match.start()
        capital = all(word[0].isupper() or not word[0].isalpha() for word in carrying[:2])
        first_noun = next(iter(words_of(name)), "") in profile.lexicon.initiative_nouns
        told = len(carrying) >= TELLING and first_noun
        told = told and (name[0].isupper() or _definite(profile).search(folded, *before) is not None)
        if capital or told or _introduced(profile).search(folded, *before):
            yield _whole(text, match.start(), match.end(), profile)


def _whole(text: str, start: int, end: int, profile: Profile) -> Span:
    """Give the name with its last quotation mark and its acronym in parentheses, a title without what announces it.

    ``Oficina Virtual (OV)``; of ``libro “Ciudad y Río”`` only what the quotation marks hold, of ``Plan “Ribera”`` all.
    """
    quotes = text[start:end].count("“") - text[start:end].count("”")
    before, _quote, title = text[start:end].partition("“")
    noun, lexicon = fold(before.strip()), profile.lexicon
    if quotes == 1 and noun in lexicon.announcing_nouns and noun not in lexicon.titled_nouns:
        return Span(start, end, title, RULE, closed=True)
    end += quotes == 1 and text[end : end + 1] == "”"
    if acronym := BRACKETED_ACRONYM.match(text, end):
        end = acronym.end()
    return Span(start, end, text[start:end], RULE, closed=True)


@lru_cache(maxsize=8)
def _definite(profile: Profile) -> re.Pattern[str]:
    grammar = profile.lexicon.grammar
    return re.compile(rf"(?<!\w)(?:{grammar.articles.pattern}|{profile.lexicon.names.owned.pattern})\s+$")


@lru_cache(maxsize=8)
def _introduced(profile: Profile) -> re.Pattern[str]:
    grammar = profile.lexicon.grammar
    return re.compile(rf"(?<!\w){profile.lexicon.initiative_nouns.pattern}\s+(?:{grammar.genitive.pattern}\s+)?$")


def goes_on(text: str, end: int, profile: Profile) -> bool:
    """Whether a name that ends at *end* goes on to be that of another: ``Plan Maestro`` in ``Plan Maestro del Puerto``.

    A place of the institution tells nothing, nor does another preposition: ``Plan Maestro ante el Consejo``.
    """
    match = _continued(profile).match(text, end)
    if match is None or text.isupper():
        return False
    return bool(set(words_of(match["word"])) - profile.place_words)


@lru_cache(maxsize=8)
def _continued(profile: Profile) -> re.Pattern[str]:
    grammar = profile.lexicon.grammar
    small = rf"(?:{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?|{grammar.purpose.pattern}\s+)?"
    return re.compile(rf"\s+{small}(?P<word>[{UPPER}]\w*)")
