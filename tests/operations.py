"""Counts what reading a release costs, place by place: the lines run of each function, the characters of each pattern.

Run as a program: a JSON list of texts comes in, for each text an object of costs by place goes out.  It runs in a
process of its own, as patterns are counted from where they are compiled on.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from regex_steps import CountingMatcher

PROJECT = Path(__file__).parents[1]
COUNTED = ("/_ext/", "/markdown_it/", "/mdit_py_plugins/")
"""Where the code stands that is counted."""
SHORT = 200
"""A pattern that is handed so few characters costs no more than something fixed."""
_compile = re.compile
_costs: Counter[str] = Counter()


class CountedPattern:
    """A compiled pattern that counts the characters that it looks at."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._matcher: CountingMatcher | None = None
        self._place = f"pattern {pattern.pattern[:200]!r}"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._told(self._pattern.search(text, start, end), "search", text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._told(self._pattern.match(text, start, end), "match", text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._told(self._pattern.fullmatch(text, start, end), "fullmatch", text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        at = start
        for match in self._pattern.finditer(text, start, end):
            self._told(match, "search", text, at, end)
            at = match.end() + (match.end() == match.start())
            yield match
        self._told(None, "search", text, at, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        list(self.finditer(text, start, end))
        return self._pattern.findall(text, start, end)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        list(self.finditer(text))
        return self._pattern.sub(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        list(self.finditer(text))
        return self._pattern.split(text, maxsplit)

    def _told(self, found: re.Match[str] | None, method: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Count the steps to what *found* is; the matcher that counts must find the same."""
        end = min(end, len(text))
        if end - start <= SHORT:
            _costs[self._place] += max(end - start, 1)
            return found
        trace = sys.gettrace()
        sys.settrace(None)
        self._matcher = self._matcher or CountingMatcher(self._pattern)
        steps, span = (
            self._matcher.search(text, start, end)
            if method == "search"
            else self._matcher.match(text, start, end, whole=method == "fullmatch")
        )
        assert span == (found.span() if found else None), (self._pattern.pattern, text[start:end], span, found)
        _costs[self._place] += steps
        sys.settrace(trace)
        return found


def _count_compiled(pattern: Any, flags: Any = 0) -> Any:
    compiled = _compile(pattern, flags)
    return CountedPattern(compiled) if isinstance(compiled.pattern, str) else compiled


def _trace(frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
    """Count a call, a line, or a turn of a loop within one line, where the code is counted at all."""
    return _counter_of(frame.f_code)


@cache
def _counter_of(code: CodeType) -> Callable[..., Any] | None:
    """Give what counts the lines of one function; the same for all of its calls, as it is asked for each line."""
    if not any(part in code.co_filename for part in COUNTED):
        return None
    place = f"{code.co_filename.rpartition('/')[2]} {code.co_qualname}"

    def count(_frame: FrameType, _event: str, _argument: object) -> Callable[..., Any]:
        _costs[place] += 1
        return count

    return count


def costs(texts: Sequence[str], source: Path) -> list[dict[str, int]]:
    """Give what reading each of *texts* costs, by place, with the records and the profile in *source*."""
    result = subprocess.run(
        [sys.executable, __file__, str(source)], input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    answers: list[dict[str, int]] = json.loads(result.stdout)
    return answers


def _main(source: Path) -> None:
    re.compile = _count_compiled
    sys.path[:0] = [str(PROJECT / "_ext")]
    from council.authority.files import load_authorities
    from council.extract.release import read_release
    from council.extract.vocabulary import vocabulary_of
    from council.profile.loader import load_profile

    vocabulary = vocabulary_of(load_authorities(source)[0], load_profile(source))
    read_release("# Plan\n\n- Plan\n\n> Plan **y** *plan*", "2020-11-30-sesion", vocabulary)
    answers = []
    for text in json.load(sys.stdin):
        _costs.clear()
        sys.settrace(_trace)
        read_release(text, "2020-11-30-sesion", vocabulary)
        sys.settrace(None)
        answers.append(dict(_costs))
    print(json.dumps(answers))


if __name__ == "__main__":
    sys.setrecursionlimit(1_000_000)
    threading.stack_size(512 * 1024 * 1024)
    thread = threading.Thread(target=_main, args=(Path(sys.argv[1]),))
    thread.start()
    thread.join()
