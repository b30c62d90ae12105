"""What reading a release costs grows with its length, and no faster: counted, place by place, on texts that repeat.

Eight times the text costs less than twelve times, in each function and in each pattern.  What makes a text long is drawn
from the words of the language, the names of the institution's units, and the tags and marks of the dialect.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from council.authority.files import load_authorities
from council.language.word_lists import Words
from council.model.authorities import OWN
from council.profile.lexicon import Lexicon
from council.profile.loader import load_profile
from msgspec import Struct
from operations import costs
from sites import PROJECT

LENGTH, TIMES, MOST = 1000, 8, 12
"""In characters, more than any rule looks ahead; how much longer the long text is, and what it may cost."""
LITTLE = 0.05
"""A place that costs no more than this part of the shorter text is not looked at alone."""
SOURCES = [PROJECT, PROJECT / "tests" / "institutions" / "lakeport"]
JOINTS = [" ", " ", " ", ", ", ": ", ". ", "; ", "\n\n", "\n", "\n- ", "\n# ", " “", "” ", " (", ") ", " **", "** "]
MARKS = (
    "<!-- ", "<br>", "<p>", "<b>a</b> ", '<b a="', "<div>\n", "<ul><li>a", "<tr><td>a</td></tr>", "<img src=a.jpg>",
    "<img src=a.jpg>\n\n", "![a](data:image/png;base64,iVBORw0KGgo) ", "<script>", "<a href=b>a</a> ", "a[^1] ", "[^",
    "[^1]: a\n\n", "[a](", "![", "(", "“a” ", "**", "**a** ", "`", "!", ".", "?! ", " - ", ": ", "&nbsp;- a\n", "- a\n",
    "1.- a\n", "a) b\n", "a\n", "#a\n\nb\n\n", "|a|b|\n|-|-|\n", "~~~\n", "**- a.**\n\nb\n\n", "A. ", "a", "1a y ", "\u00a0",
    "<center>\n\n", "<div>", "<b>", "<b>\n", "</br>\n", "<p ", "<ul><li>", "<table><tr><td>", "> ", "“", "#a\n", "1-  a\n\n",
    "• a\n\n", "**- a**\n\n",
)  # fmt: skip
NESTS = (("![", "](a)"), ("[", "](a)"), ("[![", "](a)](b)"), ("*a ![", "](a)*"), ("![", ""))


def names(noun: str, joint: str) -> Iterator[str]:
    """Give names that nobody has, no two the same."""
    syllables = [first + vowel for first, vowel in product("bdfglmnprst", "aeiou")]
    return (f"{noun} {''.join(parts).capitalize()}{joint}" for parts in product(syllables, repeat=3))


def words_of_classes(words: Struct) -> list[str]:
    """Give the words of all classes that *words* and its parts hold."""
    found: list[str] = []
    for value in (getattr(words, name) for name in words.__struct_fields__):
        found += value if isinstance(value, Words) else words_of_classes(value) if isinstance(value, Struct) else []
    return [word.replace("*", "") for word in found]


def mixed(words: Sequence[str], sample: int) -> Iterator[str]:
    """Give words in any order, some of them with a capital, and joints between them; each *sample* is another."""
    chance = random.Random(sample)
    while True:
        word = chance.choice(words)
        yield (word.title() if chance.random() < 0.5 else word) + chance.choice(JOINTS)


def texts_of_words(source: Path, length: int, sample: int = 1) -> dict[str, str]:
    """Give a text of *length* of each kind: of names, of units, of the words of each class and of all."""
    lexicon: Lexicon = load_profile(source).lexicon
    records = load_authorities(source)[0]["directorate"].values()
    units = [name for record in records if record.category == OWN for name in record.names]
    nouns = [*lexicon.initiatives]
    groups = {name: getattr(lexicon, name) for name in lexicon.__struct_fields__}
    classes = {name: words_of_classes(group) for name, group in groups.items() if isinstance(group, Struct)}
    classes["initiatives"], classes["units of the institution"] = nouns, [*units, *classes["verbs"]]
    classes["all"] = [word for words in classes.values() for word in words]
    texts = {name: mixed(words, sample) for name, words in classes.items() if words}
    texts |= {f"names{joint!r}": names(nouns[1].title(), joint) for joint in (", ", ". ", "\n\n- ", "\n\n## ", "” “")}
    texts["directorates"] = (f"{unit}, " for unit in iter(lambda: units[0], ""))
    return {name: _of_length(pieces, length) for name, pieces in texts.items()}


def texts_of_marks(length: int) -> dict[str, str]:
    """Give a text of *length* for each mark of the dialect, which it repeats, and for each that it nests."""
    nested = {
        f"{opening} {closing}": (opening, closing, length // len(opening + closing)) for opening, closing in NESTS
    }
    return {mark: f"{mark * (length // len(mark))} a" for mark in MARKS} | {
        name: f"{opening * times}a{closing * times}" for name, (opening, closing, times) in nested.items()
    }


def _of_length(pieces: Iterator[str], length: int) -> str:
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(next(pieces))
        size += len(parts[-1])
    return "".join(parts)


def steeper(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """Give the places whose cost grows more than they may, and all together where that does."""
    little = LITTLE * sum(before.values())
    places = [
        f"{place}: {before.get(place, 0)} -> {cost}"
        for place, cost in after.items()
        if cost > MOST * max(before.get(place, 0), little)
    ]
    whole = sum(before.values()), sum(after.values())
    return [*places, *([f"all: {whole[0]} -> {whole[1]}"] if whole[1] > MOST * whole[0] else [])]


def steep(short: dict[str, str], long_: dict[str, str], source: Path) -> dict[str, list[str]]:
    """Give what costs too much by the name of its text."""
    first = "\n\n".join(text[:200] for text in short.values())  # what is made once, when it is first asked for
    told = costs([first, *short.values(), *long_.values()], source)[1:]
    pairs = zip(short, told[: len(short)], told[len(short) :], strict=True)
    return {name: places for name, before, after in pairs if (places := steeper(before, after))}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_words(source: Path) -> None:
    """What one sample of words has few of, by chance, and the longer one many, a second one does not."""
    told = steep(texts_of_words(source, LENGTH), texts_of_words(source, TIMES * LENGTH), source)
    if told:
        short, long_ = (
            {name: texts_of_words(source, n, sample=2)[name] for name in told} for n in (LENGTH, TIMES * LENGTH)
        )
        told = steep(short, long_, source)
    assert told == {}


def test_marks() -> None:
    assert steep(texts_of_marks(LENGTH), texts_of_marks(TIMES * LENGTH), SOURCES[0]) == {}
