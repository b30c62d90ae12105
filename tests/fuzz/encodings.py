"""How a text becomes the bytes of a file: as UTF-8 most of the time, and otherwise as chance and old editors do."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from random import Random

Encoding = Callable[[Random, str], bytes]


def encoded(chance: Random, text: str) -> bytes:
    """Give the bytes of a text; halves of characters stay halves."""
    return chance.choice(ENCODINGS)(chance, text) if chance.random() < 0.15 else utf_8(chance, text)


def utf_8(_chance: Random, text: str) -> bytes:
    """UTF-8."""
    return text.encode("utf-8", "surrogatepass")


def marked(chance: Random, text: str) -> bytes:
    """UTF-8 with its mark, now and then twice."""
    return codecs.BOM_UTF8 * chance.randint(1, 2) + utf_8(chance, text)


def latin_1(_chance: Random, text: str) -> bytes:
    """The encoding of old editors."""
    return text.encode("cp1252", "replace")


def utf_16(chance: Random, text: str) -> bytes:
    """UTF-16, with its mark or without."""
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-16-be")), "surrogatepass")


def mixed(chance: Random, text: str) -> bytes:
    """Lines in one encoding and in another."""
    return b"\n".join(chance.choice((utf_8, latin_1))(chance, line) for line in text.split("\n"))


def twice(_chance: Random, text: str) -> bytes:
    """UTF-8 that was taken for Latin-1 and encoded again."""
    return text.encode("utf-8", "replace").decode("latin-1").encode("utf-8")


def flipped(chance: Random, text: str) -> bytes:
    """Some bytes are others."""
    data = bytearray(utf_8(chance, text) or b"a")
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def cut(chance: Random, text: str) -> bytes:
    """The file ends within a character."""
    data = utf_8(chance, text)
    return data[: chance.randrange(len(data) + 1)] + "ñ".encode()[:1]


ENCODINGS: tuple[Encoding, ...] = (marked, latin_1, utf_16, mixed, twice, flipped, cut)
