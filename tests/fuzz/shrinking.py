"""A failing input made small: parts are left out as long as what is left still fails (delta debugging)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import inf
from time import monotonic
from typing import TypeVar

_Part = TypeVar("_Part")


class Tries:
    """How many tries there are left, none when so many seconds are over."""

    def __init__(self, count: int, seconds: float = inf) -> None:
        self.left, self.end = count, monotonic() + seconds

    def take(self) -> bool:
        """Whether there was one left."""
        self.left -= 1
        return self.left >= 0 and monotonic() < self.end


def smallest(parts: Sequence[_Part], fails: Callable[[Sequence[_Part]], bool], tries: Tries) -> Sequence[_Part]:
    """Give few of *parts*, in order, that still fail; all of them do."""
    size = len(parts)
    while size:
        start = 0
        while start < len(parts):
            fewer = [*parts[:start], *parts[start + size :]]
            if fewer and not tries.take():
                return parts
            if fewer and fails(fewer):
                parts = fewer
            else:
                start += size
        size //= 2
    return parts


def smallest_bytes(data: bytes, fails: Callable[[bytes], bool], tries: Tries) -> bytes:
    """Give a short text that still fails: of its lines, then of its words, then of its bytes."""
    for pattern in (rb"[^\n]*\n|[^\n]+", rb"<[^<>]*>|\w+|\W", rb"(?s)."):
        parts = re.findall(pattern, data)
        if b"".join(parts) == data:
            data = b"".join(smallest(parts, lambda some: fails(b"".join(some)), tries))
    return data
