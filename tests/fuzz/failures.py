"""What failed, and the folder that keeps the smallest input of each kind of failure."""

from __future__ import annotations

import re
import shutil
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

_PLACE = re.compile(r'File "([^"]+)", line \d+, in (\w+)')
_ERROR = re.compile(r"^\s*(?:\w+\.)*(\w*(?:Error|Exception|Exit|Interrupt|Overflow))\b", re.MULTILINE)
_TOLD_ERROR = re.compile(r"(?:^ERROR: (?!.*\berror: )|\berror: )[^\n]*", re.MULTILINE)
_CHANGING = re.compile(r"\d+|'[^']*'|\"[^\"]*\"|/\S*")
"""What differs between two errors of one kind."""


@dataclass(frozen=True)
class Failure:
    """Something that did not hold.

    *check* names what, *kind* is the same for failures of one cause, *message* tells it whole, *origin* how to get it
    again, and *files* are the inputs, by the path at which they stood in the archive.
    """

    check: str
    kind: str
    message: str
    origin: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(len(data) for data in self.files.values())

    def of(self, origin: str, files: Mapping[str, bytes]) -> Failure:
        """Give the failure with its input."""
        return replace(self, origin=origin, files=files)


def failure_of(error: BaseException) -> Failure:
    """Give the failure that an exception is."""
    told = "".join(traceback.format_exception(error))
    return Failure("exception", f"{type(error).__name__} {place_of(told)}".strip(), told)


def failure_told(told: str) -> Failure:
    """Give the failure that the output of a program tells."""
    errors, lines = _ERROR.findall(told), _TOLD_ERROR.findall(told)
    if errors:
        return Failure("exception", f"{errors[-1]} {place_of(told)}".strip(), told)
    return Failure("ended", _CHANGING.sub("", lines[0])[:80].strip() if lines else "without a word", told)


def place_of(told: str) -> str:
    """Give the innermost function of the archive that a traceback names, else the innermost of all."""
    places = [(file.rpartition("/_ext/")[2], name) for file, name in _PLACE.findall(told)]
    own = [place for place in places if not place[0].startswith("/")]
    return " ".join((own or places or [("", "")])[-1])


@dataclass
class Figures:
    """What a part of a run did, and what failed in it."""

    mutants: int = 0
    slowest: float = 0.0
    slowest_name: str = ""
    failures: list[Failure] = field(default_factory=list)

    def took(self, seconds: float, name: str) -> None:
        """Note how long a mutant took."""
        self.mutants += 1
        if seconds > self.slowest:
            self.slowest, self.slowest_name = seconds, name


class Findings:
    """The failures of a run: the smallest of each kind, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.smallest: dict[tuple[str, str], Failure] = {}
        self.count = 0

    def note(self, failure: Failure) -> bool:
        """Keep a failure where none of its kind is smaller; whether it is the first of its kind."""
        self.count += 1
        key = (failure.check, failure.kind)
        is_new = key not in self.smallest
        if is_new or failure.size < self.smallest[key].size:
            self.smallest[key] = failure
            self._write(failure)
        return is_new

    def _write(self, failure: Failure) -> None:
        digest = sha256(failure.kind.encode()).hexdigest()[:8]
        target = self.folder / f"{re.sub(r'[^a-z]+', '-', failure.check)}-{digest}"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        told = f"{failure.check}: {failure.kind}\n{failure.origin}\n\n{failure.message}\n"
        (target / "failure.txt").write_text(told, encoding="utf-8", errors="backslashreplace")
        for number, (path, data) in enumerate(sorted(failure.files.items())):
            name = re.sub(r"[^\w.-]+", "-", path)[-100:]
            (target / f"input-{number}-{name}").write_bytes(data)
