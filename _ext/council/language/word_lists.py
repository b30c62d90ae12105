"""Classes of words, as a language's profile writes them: one notation, one implementation.

=====================  ==========================================================
``sesión reunión``     a text: each word is one form
``["dio a conocer"]``  a list: each text is one form, spaces and all
``director(|a|es)``    a stem with its endings: ``director``, ``directora``, ``directores``
``asisti*``            any word that begins so
=====================  ==========================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product, takewhile

from council.language.folding import fold, words_of

_ANY = r"\w*"
_DEEPEST = 60
_ENDINGS = re.compile(r"\(([^()]*)\)")


class Words:
    """A class of words or phrases, folded; compared by identity, so that what is made of them can be kept."""

    def __init__(self, forms: Iterable[str] = ()) -> None:
        """Take forms in the notation above; of the same form only the first counts."""
        expanded = dict.fromkeys(" ".join(fold(form).split()) for written in forms for form in _expanded(written))
        self.forms: tuple[str, ...] = tuple(sorted(expanded, key=lambda form: (-len(form), form)))
        """The forms, the longest first."""
        self._whole = frozenset(form for form in self.forms if "*" not in form)

    @classmethod
    def literally(cls, names: Iterable[str]) -> Words:
        """Give a class of names as they are written, in which no mark is notation."""
        return cls(" ".join(words_of(name)) for name in names)

    @classmethod
    def read(cls, written: str | Iterable[str]) -> Words:
        """Read what a profile says: a text of single words, or a list of phrases."""
        return cls(written.split() if isinstance(written, str) else written)

    def __contains__(self, form: object) -> bool:
        """Whether a folded word or phrase is one of the forms."""
        if form in self._whole:
            return True
        return isinstance(form, str) and self._begins is not None and self._begins.fullmatch(form) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self.forms)

    def __bool__(self) -> bool:
        return bool(self.forms)

    def __add__(self, other: Words) -> Words:
        return Words([*self.forms, *other.forms])

    def __repr__(self) -> str:
        return f"Words({list(self.forms)!r})"

    @cached_property
    def _begins(self) -> re.Pattern[str] | None:
        open_ended = [form for form in self.forms if "*" in form]
        return re.compile(alternatives(open_ended)) if open_ended else None

    @cached_property
    def pattern(self) -> str:
        """A group of a regular expression that matches any of the forms in folded text; nothing where there is none."""
        return alternatives(self.forms)


def inflected(words: Words, endings: Mapping[str, Words]) -> Words:
    """Give *words* in all forms: of each the longest of the *endings* that it has gives way to those that it is, too."""
    longest_first = sorted(((fold(ending), forms) for ending, forms in endings.items()), key=lambda pair: -len(pair[0]))
    return Words(
        form
        for word in words
        for form in (word, *next((_ending_in(word, *pair) for pair in longest_first if word.endswith(pair[0])), ()))
    )


def _ending_in(word: str, ending: str, forms: Words) -> Iterator[str]:
    return (word[: len(word) - len(ending)] + form for form in forms)


def alternatives(forms: Iterable[str], between: str = r"\s+") -> str:
    """Give a group that matches any of the folded *forms*, the longest first, with the pattern *between* their words."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{_any_of([_atoms(form, between) for form in ordered])})" if ordered else "(?!)"


def _atoms(form: str, between: str) -> Sequence[str]:
    """Give the parts of the pattern of *form*, a letter each."""
    special = {" ": between, "*": _ANY}
    return [special.get(letter) or re.escape(letter) for letter in " ".join(form.split())]


def _any_of(branches: Sequence[Sequence[str]], depth: int = 0) -> str:
    """Give the alternatives of a pattern, those that begin alike together: it fails at once where no letter fits.

    Where one begins with anything, the order decides, and they stay apart; so they do at a *depth* that only names
    have which somebody made up for it.
    """
    if depth > _DEEPEST or any(branch[:1] == [_ANY] for branch in branches):
        return "|".join("".join(branch) for branch in branches)
    behind: dict[str, list[Sequence[str]]] = {}
    for branch in branches:
        behind.setdefault("".join(branch[:1]), []).append(branch[1:])
    return "|".join(first + _joined(rest, depth + 1) for first, rest in behind.items())


def _joined(branches: Sequence[Sequence[str]], depth: int) -> str:
    if len(branches) == 1:
        return "".join(branches[0])
    atoms = takewhile(lambda atoms: len(set(atoms)) == 1 and atoms[0] != _ANY, zip(*branches, strict=False))
    shared = [first for first, *_others in atoms]
    return f"{''.join(shared)}(?:{_any_of([branch[len(shared) :] for branch in branches], depth)})"


def _expanded(written: str) -> Iterator[str]:
    parts = _ENDINGS.split(written)
    endings = [part.split("|") for part in parts[1::2]]
    for chosen in product(*endings):
        yield "".join(stem + ending for stem, ending in zip(parts[::2], (*chosen, ""), strict=True))
