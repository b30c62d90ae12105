"""How chance changes a text: each mutation takes the chance and the text, and gives another text.

``MUTATIONS`` is the table of them by name; what a mutation does stands in its docstring.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from fuzz.snippets import (
    ACTIVE,
    ADDRESSES,
    BLOCKS,
    CALLS,
    ENTITIES,
    FIELDS,
    INVISIBLE,
    NESTS,
    PICTURES,
    RUNS,
    TAGS,
    TYPST,
    VALUES,
)  # fmt: skip

Mutation = Callable[[Random, str], str]
MUTATIONS: dict[str, Mutation] = {}
MOST = 30_000
"""Characters that a mutant has at most: few releases are a third as long."""
_TOKEN = re.compile(r"<[^<>]*>|\w+|\s+|[^\w\s]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_PLACE = re.compile(r"(?<=\s)|^")
_Item = TypeVar("_Item")


def mutation(function: Mutation) -> Mutation:
    """Put a mutation into the table."""
    MUTATIONS[function.__name__] = function
    return function


def mutated(chance: Random, text: str, names: Sequence[str]) -> str:
    """Give *text* with the mutations of these names done one after the other."""
    for name in names:
        text = MUTATIONS[name](chance, text)[:MOST]
    return text


def insert(chance: Random, text: str, piece: str) -> str:
    """Put a piece between two words of a text, or on lines of its own."""
    place = chance.choice([match.start() for match in _PLACE.finditer(text)] or [0])
    if chance.random() < 0.5:
        piece = f"\n\n{piece}\n\n"
    return text[:place] + piece + text[place:]


def some(chance: Random, items: Sequence[_Item]) -> _Item:
    """Give one of the items."""
    return items[chance.randrange(len(items))]


def times(chance: Random) -> int:
    """Give how often something is repeated: mostly a few times, now and then thousands."""
    return 3000 if chance.random() < 0.04 else some(chance, (2, 3, 9, 9, 40, 40, 150, 400))


@mutation
def swap(chance: Random, text: str) -> str:
    """Two tokens change places, several times."""
    tokens = _TOKEN.findall(text)
    for _ in range(chance.randint(1, 8) if len(tokens) > 1 else 0):
        first, second = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[first], tokens[second] = tokens[second], tokens[first]
    return "".join(tokens)


@mutation
def delete(chance: Random, text: str) -> str:
    """A span is cut out."""
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randint(1, 200) :]


@mutation
def truncate(chance: Random, text: str) -> str:
    """The text ends early."""
    return text[: chance.randrange(len(text) + 1)]


@mutation
def repeat(chance: Random, text: str) -> str:
    """A token is written again and again."""
    tokens = _TOKEN.findall(text) or ["a"]
    place = chance.randrange(len(tokens))
    tokens[place] *= times(chance)
    return "".join(tokens)


@mutation
def shuffle_lines(chance: Random, text: str) -> str:
    """Some lines change places."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    part = lines[start : start + 12]
    chance.shuffle(part)
    return "\n".join(lines[:start] + part + lines[start + 12 :])


@mutation
def join_lines(chance: Random, text: str) -> str:
    """Line breaks go away in a part of the text, or all of them."""
    start = chance.randrange(len(text) + 1)
    end = len(text) if chance.random() < 0.2 else start + 400
    return text[:start] + text[start:end].replace("\n", " ") + text[end:]


@mutation
def indent(chance: Random, text: str) -> str:
    """Some lines stand further in."""
    by = some(chance, (" ", "  ", "    ", "\t", "> ", "- ", "1. ", "# "))
    share = chance.random()
    return "\n".join(by + line if chance.random() < share else line for line in text.split("\n"))


@mutation
def tags_twice(chance: Random, text: str) -> str:
    """Tags stand twice."""
    return _TAG.sub(lambda tag: tag[0] * 2 if chance.random() < 0.3 else tag[0], text)


@mutation
def tags_gone(chance: Random, text: str) -> str:
    """Tags are left out, so that others stay open."""
    return _TAG.sub(lambda tag: "" if chance.random() < 0.3 else tag[0], text)


@mutation
def tag(chance: Random, text: str) -> str:
    """A tag comes in, open, closed or broken."""
    for _ in range(chance.randint(1, 5)):
        text = insert(chance, text, some(chance, TAGS))
    return text


@mutation
def nest(chance: Random, text: str) -> str:
    """A word stands within thousands of levels, of one kind or of two, closed or not."""
    opening, closing = some(chance, NESTS)
    if chance.random() < 0.3:
        opening, closing = (one + other for one, other in zip((opening, closing), some(chance, NESTS), strict=True))
    many = times(chance)
    return insert(chance, text, opening * many + "hondo" + closing * chance.choice((many, 0, many // 2)))


@mutation
def nest_indented(chance: Random, text: str) -> str:
    """Lists in lists, line by line."""
    many = min(times(chance), 200)
    return insert(chance, text, "".join(f"{'  ' * depth}- hondo\n" for depth in range(many)))


@mutation
def run(chance: Random, text: str) -> str:
    """A piece stands many times in a row on one line."""
    return insert(chance, text, some(chance, RUNS) * times(chance))


@mutation
def block(chance: Random, text: str) -> str:
    """A block of Markdown comes in: a fence, a table, a note, a rule."""
    for _ in range(chance.randint(1, 4)):
        text = insert(chance, text, some(chance, BLOCKS))
    return text


@mutation
def call(chance: Random, text: str) -> str:
    """A directive or a role comes in, with what reads a file or writes markup."""
    return insert(chance, text, some(chance, CALLS))


@mutation
def active(chance: Random, text: str) -> str:
    """HTML comes in that would run, load or cover something."""
    return insert(chance, text, some(chance, ACTIVE))


@mutation
def address(chance: Random, text: str) -> str:
    """A link or a picture leads to where none may."""
    forms = (
        "[enlace]({})",
        "[enlace](<{}>)",
        '<a href="{}">enlace</a>',
        "<a href={}>enlace</a>",
        "<{}>",
        "<img src='{}'>",
    )
    return insert(chance, text, some(chance, forms).format(some(chance, ADDRESSES)))


@mutation
def picture(chance: Random, text: str) -> str:
    """A picture comes in that is not there, or that can be none."""
    return insert(chance, text, some(chance, PICTURES))


@mutation
def typst(chance: Random, text: str) -> str:
    """Text that would be code for Typst or TeX."""
    return insert(chance, text, some(chance, TYPST))


@mutation
def entities(chance: Random, text: str) -> str:
    """Entities come in, and letters are written as such."""
    text = insert(chance, text, some(chance, ENTITIES))
    return re.sub(r"[áéíóúñ“”]", lambda letter: f"&#{ord(letter[0])};" if chance.random() < 0.5 else letter[0], text)


@mutation
def invisible(chance: Random, text: str) -> str:
    """Characters that are not seen stand between letters: bidirectional, without width, halves, controls."""
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + some(chance, INVISIBLE) + text[place:]
    return text


@mutation
def carriage_returns(chance: Random, text: str) -> str:
    """Lines end as on other machines, all of them or some."""
    ending = some(chance, ("\r", "\r\n", "\n\r", "\u2028", "\x0b", "\x85"))
    share = chance.choice((1, 0.2))
    return re.sub(r"\n", lambda _: ending if chance.random() < share else "\n", text)


@mutation
def front_matter(chance: Random, text: str) -> str:
    """Front matter comes in, of fields that are known or not, with values that are wrong or not."""
    fields = "".join(f"{some(chance, FIELDS)}: {some(chance, VALUES)}\n" for _ in range(chance.randint(1, 5)))
    return f"---\n{fields}{chance.choice(('---', '---', '...', ''))}\n{text}"


@mutation
def value(chance: Random, text: str) -> str:
    """The value of a field, or the head of a line, becomes another."""
    keys = list(re.finditer(r"^([\w-]+):.*$", text, re.MULTILINE))
    if not keys:
        return front_matter(chance, text)
    key = some(chance, keys)
    return f"{text[: key.start()]}{key[1]}: {some(chance, VALUES)}{text[key.end() :]}"


@mutation
def dates(chance: Random, text: str) -> str:
    """Years, days and other numbers become those at the ends of the calendar, or none."""
    numbers = ("0", "0000", "9999", "10000", "1", "31", "99", "-1", "²⁰²⁰", "٢٠٢٠", "1e9", "9" * 400)
    return re.sub(r"\d+", lambda number: some(chance, numbers) if chance.random() < 0.3 else number[0], text)


@mutation
def capitals(chance: Random, text: str) -> str:
    """A part is written in capitals, or in letters that grow when they become small."""
    start = chance.randrange(len(text) + 1)
    part = text[start : start + 300]
    return (
        text[:start]
        + chance.choice((part.upper(), part.title(), "İ" * 30 + part, part.swapcase()))
        + text[start + 300 :]
    )


@mutation
def long_word(chance: Random, text: str) -> str:
    """A word has no end."""
    return insert(chance, text, some(chance, ("largo", "LARGO", "ñ", "漢", "ﷺ", "👩‍👧", "e\u0301")) * times(chance))
