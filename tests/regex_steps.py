"""How many characters a regular expression looks at: a plain backtracking matcher over the parse tree of ``re``.

What ``re`` does within one search cannot be counted from outside.  This matcher tries the same alternatives in the same
order, counts each character that it compares, and finds what ``re`` finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Node = Callable[["Text", int], Iterator[int]]
"""Gives the positions to which a part of the expression may match from a position on."""
Test = Callable[[str], bool]
"""Whether a character is of a class."""


class Text:
    """A text up to *end*, and the characters of it that were compared."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end, self.steps = text, end, 0


class CountingMatcher:
    """The expression of a compiled *pattern*."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
        self._ignores_case = bool(pattern.flags & re.IGNORECASE)
        self._firsts: dict[int, Test] = {}
        self._run = self._sequence(list(tree))
        self._begins = self._first(tree)

    def search(self, text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
        """Give the steps of a search, and the span that it finds."""
        state = Text(text, end)
        for at in range(start, end + 1):
            state.steps += 1
            if at < end and not self._begins(text[at]):
                continue
            if (stop := next(self._run(state, at), None)) is not None:
                return state.steps, (at, stop)
        return state.steps, None

    def match(self, text: str, start: int, end: int, whole: bool = False) -> tuple[int, tuple[int, int] | None]:
        """Give the steps of a match at *start*, of the *whole* text where that is asked, and the span that it finds."""
        state = Text(text, end)
        stop = next((stop for stop in self._run(state, start) if not whole or stop == end), None)
        return state.steps, None if stop is None else (start, stop)

    def _sequence(self, nodes: list[Any]) -> Node:
        parts = [self._node(op, value) for op, value in nodes]

        def run(state: Text, at: int, part: int = 0) -> Iterator[int]:
            if part == len(parts):
                yield at
                return
            for stop in parts[part](state, at):
                yield from run(state, stop, part + 1)

        return run

    def _node(self, op: Any, value: Any) -> Node:
        if (test := self._test(op, value)) is not None:
            return _one(test)
        if op is ops.BRANCH:
            return self._branch(value[1])
        if op is ops.SUBPATTERN:
            return self._sequence(list(value[3]))
        if op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
            least, most, item = value
            return self._repeat(least, most, item, lazy=op is ops.MIN_REPEAT)
        if op in {ops.ASSERT, ops.ASSERT_NOT}:
            return self._look(value[0], value[1], wanted=op is ops.ASSERT)
        if op is ops.AT:
            return _at(value)
        raise NotImplementedError(str(op))

    def _branch(self, alternatives: list[Any]) -> Node:
        choices = [(self._first(choice), self._sequence(list(choice))) for choice in alternatives]

        @cache
        def of(character: str) -> list[Node]:
            return [choice for begins, choice in choices if begins(character)]

        def run(state: Text, at: int) -> Iterator[int]:
            for choice in of(state.text[at]) if at < state.end else [choice for _begins, choice in choices]:
                yield from choice(state, at)

        return run

    def _repeat(self, least: int, most: int, item: Any, lazy: bool) -> Node:
        nodes = list(item)
        test = self._test(*nodes[0]) if len(nodes) == 1 else None
        if test is not None:
            return _lazy_run_of(test, least, most) if lazy else _run_of(test, least, most)
        once = self._sequence(nodes)

        def run(state: Text, at: int, count: int = 0) -> Iterator[int]:
            if lazy and count >= least:
                yield at
            if count < most:
                for stop in once(state, at):
                    if stop > at or count < least:
                        yield from run(state, stop, count + 1)
            if not lazy and count >= least:
                yield at

        return run

    def _look(self, direction: int, item: Any, wanted: bool) -> Node:
        inner, width = self._sequence(list(item)), item.getwidth()[0] if direction < 0 else 0

        def run(state: Text, at: int) -> Iterator[int]:
            seen = at >= width and any(direction > 0 or stop == at for stop in inner(state, at - width))
            if seen == wanted:
                yield at

        return run

    def _test(self, op: Any, value: Any) -> Test | None:
        """Give the test of a part that is one character."""
        if op is ops.LITERAL:
            return self._is(value)
        if op is ops.NOT_LITERAL:
            same = self._is(value)
            return _kept(lambda character: not same(character))
        if op is ops.ANY:
            return _kept(lambda character: character != "\n")
        if op is ops.IN:
            negated = value[0][0] is ops.NEGATE
            members = [self._member(*member) for member in value[negated:]]
            return _kept(lambda character: any(member(character) for member in members) != negated)
        return None

    def _is(self, code: int) -> Test:
        return _letter(chr(code).lower(), True) if self._ignores_case else _letter(chr(code), False)

    def _member(self, op: Any, value: Any) -> Test:
        if op is ops.RANGE:
            low, high = value
            cases = (str.lower, str.upper) if self._ignores_case else (str,)
            return lambda character: any(low <= ord(case(character)[0]) <= high for case in cases)
        if op is ops.CATEGORY:
            return re.compile(_CATEGORIES[value]).match  # type: ignore[return-value]
        return self._is(value)

    def _first(self, nodes: Any) -> Test:
        """Give the test of the characters with which a sequence may begin, made once for each part of the tree."""
        if id(nodes) not in self._firsts:
            self._firsts[id(nodes)] = _kept(_any_of(list(self._beginnings(nodes))))
        return self._firsts[id(nodes)]

    def _beginnings(self, nodes: Any) -> Iterator[Test]:
        for op, value in nodes:
            if op in {ops.ASSERT, ops.ASSERT_NOT}:
                continue
            if (test := self._test(op, value)) is not None:
                yield test
                return
            if op is ops.BRANCH:
                yield from map(self._first, value[1])
                must = all(choice.getwidth()[0] for choice in value[1])
            elif op is ops.SUBPATTERN:
                yield self._first(value[3])
                must = bool(value[3].getwidth()[0])
            elif op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
                yield self._first(value[2])
                must = bool(value[0] and value[2].getwidth()[0])
            else:
                break
            if must:
                return
        yield lambda _character: True


_CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def _kept(test: Test) -> Test:
    known: dict[str, bool] = {}

    def run(character: str) -> bool:
        if character not in known:
            known[character] = bool(test(character))
        return known[character]

    return run


@cache
def _letter(wanted: str, ignores_case: bool) -> Test:
    """Give the test for one letter; a word of letters asks for the same ones again and again."""
    return _kept(lambda character: (character.lower() if ignores_case else character) == wanted)


def _any_of(tests: list[Test]) -> Test:
    return lambda character: any(test(character) for test in tests)


@cache
def _one(test: Test) -> Node:
    def run(state: Text, at: int) -> Iterator[int]:
        state.steps += 1
        if at < state.end and test(state.text[at]):
            yield at + 1

    return run


def _run_of(test: Test, least: int, most: int) -> Node:
    def run(state: Text, at: int) -> Iterator[int]:
        stop, last = at, min(state.end, at + most)
        while stop < last and test(state.text[stop]):
            stop += 1
        state.steps += stop - at + 1
        while stop >= at + least:
            yield stop
            state.steps += 1
            stop -= 1

    return run


def _lazy_run_of(test: Test, least: int, most: int) -> Node:
    def run(state: Text, at: int) -> Iterator[int]:
        stop, last = at, min(state.end, at + most)
        while True:
            if stop >= at + least:
                yield stop
            state.steps += 1
            if stop >= last or not test(state.text[stop]):
                return
            stop += 1

    return run


def _at(where: Any) -> Node:
    def is_there(state: Text, at: int) -> bool:
        if where in {ops.AT_BEGINNING, ops.AT_BEGINNING_STRING}:
            return at == 0
        if where is ops.AT_END:
            return at == state.end or (at == state.end - 1 and state.text[at] == "\n")
        if where is ops.AT_END_STRING:
            return at == state.end
        sides = [0 <= side < state.end and re.match(r"\w", state.text[side]) is not None for side in (at - 1, at)]
        return (sides[0] != sides[1]) == (where is ops.AT_BOUNDARY)

    def run(state: Text, at: int) -> Iterator[int]:
        if is_there(state, at):
            yield at

    return run
