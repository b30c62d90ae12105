"""Titles written in capitals throughout, as sentences have them: ``SE PRESENTA EL PLAN RÍO LIMPIO`` is ``Se presenta el Plan Río Limpio``.

Each word takes the case of, in this order: a name that it is part of; the running text that it heads; its kind: figures,
numerals, acronyms, persons.  What nothing tells is small; in a language whose titles have capitals (``title_case``),
common words alone are.  A calmed title is as long as the one in capitals, so that positions agree.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from council.language.capitals import WORD, is_shouted
from council.language.folding import fold
from council.language.ordinals import ROMAN
from council.language.word_lists import Words
from council.language.written_forms import BEGINS, WrittenForms

_NUMERAL = re.compile(ROMAN)
_VOWELS = frozenset("aeiouy")
_LONGEST_ACRONYM = 4
"""What has no more letters, and is no common word, is one."""
_Name = tuple[tuple[str, ...], tuple[str, ...]]
"""Its words, folded and as written."""


@dataclass(frozen=True, eq=False)
class CaseWords:
    """What a language and an archive tell of the case of words; made once for many titles.

    *names* are given as they are written, *endings* are those of figures, *plurals* those of nouns and verbs;
    *shortened* matches, in folded text, what ends with the full stop of an abbreviation.
    """

    names: Iterable[str]
    small: Words
    abbreviations: Words
    endings: Words
    plurals: Words
    shortened: re.Pattern[str]
    given_names: Container[str]
    common_words: Container[str]
    title_case: bool = False

    @cached_property
    def names_by_first_word(self) -> dict[str, list[_Name]]:
        """The names that begin with a word, the longest first."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name in self.names:
            written = tuple(WORD.findall(name))
            if any(map(str.isupper, name)):
                found.setdefault(tuple(map(fold, written)), written)
        names: dict[str, list[_Name]] = {}
        for folded, written in sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])):
            names.setdefault(folded[0], []).append((folded, written))
        return names

    def is_common(self, word: str) -> bool:
        """Whether the folded *word*, or what it is a form of, is a common word."""
        forms = (word, *(word.removesuffix(ending) for ending in self.plurals))
        return any(form in self.common_words for form in forms)


def calmed(title: str, known: CaseWords, seen: WrittenForms) -> str:
    """Give *title* with the case of a sentence where it is written in capitals, else as it is."""
    if not is_shouted(title):
        return title
    matches = list(WORD.finditer(title))
    words = [match[0] for match in matches]
    forms = _forms_of_names(words, known)
    calm, end, of_person = "", 0, False
    for place, match in enumerate(matches):
        form = forms.get(place) or seen.form_of(words, place)
        calm += title[end : match.start()]
        behind = title[match.end() :]
        follows = known.shortened.search(fold(calm.rstrip())) is not None
        of_person = not form and _is_of_a_person(match[0], known, of_person or follows)
        if calm.endswith("(") and behind.startswith(")"):
            form = match[0]  # behind a name, in brackets, stands its acronym
        form = form or (_capitalised(match[0]) if of_person else _form_by_kind(match[0], calm, behind, known))
        form = _lettered(match[0], form)
        calm += match[0][0] + form[1:] if BEGINS.search(calm) and not follows else form
        end = match.end()
    return calm + title[end:]


def _forms_of_names(words: Sequence[str], known: CaseWords) -> dict[int, str]:
    """Give the words that are part of a name as that is written, by their places."""
    folded = tuple(map(fold, words))
    forms: dict[int, str] = {}
    for place, word in enumerate(folded):
        for name, written in known.names_by_first_word.get(word, ()):
            if folded[place : place + len(name)] == name and place not in forms:
                forms.update(enumerate(written, place))
    return forms


def _is_of_a_person(word: str, known: CaseWords, after_person: bool) -> bool:
    """Whether *word* is a given name, or a surname behind one."""
    plain = fold(word)
    return not known.is_common(plain) and plain not in known.small and (after_person or plain in known.given_names)


def _form_by_kind(word: str, before: str, behind: str, known: CaseWords) -> str:
    """Give a *word* in capitals, of which only its kind is known, by the text around it."""
    plain = fold(word)
    if before.endswith(("'", "’")) and len(word) == 1:
        return _small(word)
    if word[0].isdigit():
        return _small(word) if plain.lstrip("0123456789") in known.endings else word
    if plain in known.small:
        return _small(word)
    if behind.startswith(".") and (len(word) == 1 or plain in known.abbreviations):
        return _capitalised(word)
    is_common = known.is_common(plain)
    is_acronym = not is_common and (len(word) <= _LONGEST_ACRONYM or not _VOWELS & set(plain))
    if is_acronym or _NUMERAL.fullmatch(plain) or not word.isalpha():
        return word
    return _capitalised(word) if known.title_case and not is_common else _small(word)


def _capitalised(word: str) -> str:
    return word[0] + _small(word[1:])


def _small(word: str) -> str:
    """Give *word* in small letters, those that would become two left as they are."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in word)


def _lettered(word: str, form: str) -> str:
    """Give *word*, its own letters and accents, in the case of *form*."""
    if len(word) != len(form):
        return word
    return "".join(_small(letter) if shape.islower() else letter for letter, shape in zip(word, form, strict=True))
