"""Checking a bag from anywhere: which of its files are missing, changed or added.

A bag is another's word: nothing of it is run, nothing fetched, no link followed, and no path read that leaves it.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from council.preservation.bag_format import (
    DECLARATION,
    FETCHED,
    INFORMATION,
    OXUM,
    PAYLOAD,
    decoded_path,
    leaves_bag,
)

_ALGORITHMS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
_BLOCK = 1 << 20
_Covers = Callable[[str], bool]
"""Whether a manifest of a kind has to list a path."""


class Fault(StrEnum):
    """What can be wrong with a file of a bag."""

    MISSING = "missing"
    CHANGED = "changed"
    ADDED = "added"
    LINK = "link"
    """A link, or another thing that is no file: a bag holds none."""


class BrokenBag(StrEnum):
    """Why a folder is no bag that can be checked."""

    NO_FOLDER = "no folder"
    NO_DECLARATION = "no declaration"
    NO_ENCODING = "no encoding"
    NO_MANIFEST = "no manifest"
    NO_LINE = "no line"
    LEAVES_BAG = "leaves bag"


class BrokenBagError(Exception):
    """A folder is no bag that can be checked: the *reason*, and the *place* that shows it."""

    def __init__(self, reason: BrokenBag, place: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.reason, self.place = reason, place


@dataclass(frozen=True, slots=True)
class BagReport:
    """What the checking of a bag gave.

    *oxum* is what the bag tells of the size of its payload where that is not so, else empty; *checksum* is that of the
    list of its tag files, which stands for the whole: noted elsewhere, it shows that a bag is the same.
    """

    files: int
    faults: tuple[tuple[str, Fault], ...]
    oxum: str
    checksum: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults and not self.oxum


def check_bag(folder: Path) -> BagReport:
    """Check the bag *folder*; raises :class:`BrokenBagError` where it is none, ``OSError`` where it cannot be read."""
    if not folder.is_dir():
        raise BrokenBagError(BrokenBag.NO_FOLDER, str(folder))
    return _Bag(folder).report()


class _Bag:
    """A bag while it is checked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, int] = {}
        self._others: list[str] = []
        self._look_through()
        self._encoding = self._declared_encoding()

    def report(self) -> BagReport:
        """Compare the files with the manifests."""
        self._check_fetched()
        manifests = [name for name in sorted(self._files) if self._algorithm(name)]
        if not any(name.startswith("manifest-") for name in manifests):
            raise BrokenBagError(BrokenBag.NO_MANIFEST, "manifest-*.txt")
        faults = set(self._faults([name for name in manifests if name.startswith("manifest-")], self._is_payload))
        tags = [name for name in manifests if name.startswith("tagmanifest-")]
        if tags:
            faults |= set(self._faults(tags, self._is_tag))
        faults |= {(path, Fault.LINK) for path in self._others}
        checksum = self._digests(tags[-1], ("sha256",))["sha256"] if tags else ""
        return BagReport(len(self._files), tuple(sorted(faults)), self._wrong_oxum(), checksum)

    def _look_through(self) -> None:
        folders = [self._folder]
        while folders:
            for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.name):
                path = Path(entry.path).relative_to(self._folder).as_posix()
                state = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(state.st_mode):
                    folders.append(Path(entry.path))
                elif stat.S_ISREG(state.st_mode):
                    self._files[path] = state.st_size
                else:
                    self._others.append(path)

    def _declared_encoding(self) -> str:
        if DECLARATION not in self._files:
            raise BrokenBagError(BrokenBag.NO_DECLARATION, DECLARATION)
        text = (self._folder / DECLARATION).read_bytes().decode("utf-8", "replace")
        parts = re.fullmatch(r"BagIt-Version: \d+\.\d+\s+Tag-File-Character-Encoding:\s*(\S+)\s*", text)
        if not parts:
            raise BrokenBagError(BrokenBag.NO_DECLARATION, DECLARATION)
        try:
            b"x".decode(parts[1], "ignore")
        except (LookupError, ValueError) as error:
            raise BrokenBagError(BrokenBag.NO_ENCODING, DECLARATION) from error
        return parts[1]

    def _text(self, name: str) -> str:
        try:
            return (self._folder / name).read_bytes().decode(self._encoding).removeprefix("\ufeff")
        except UnicodeError as error:
            raise BrokenBagError(BrokenBag.NO_ENCODING, name) from error

    def _lines(self, name: str) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(re.split("\r\n|\r|\n", self._text(name)), 1):
            if line.strip():
                yield number, line

    @staticmethod
    def _algorithm(name: str) -> str:
        """Give the algorithm of a manifest; nothing for other files."""
        parts = _MANIFEST.fullmatch(name)
        return parts[2] if parts and parts[2] in _ALGORITHMS else ""

    @staticmethod
    def _is_payload(path: str) -> bool:
        return path.startswith(f"{PAYLOAD}/")

    @staticmethod
    def _is_tag(path: str) -> bool:
        return not path.startswith((f"{PAYLOAD}/", "tagmanifest-"))

    def _listed(self, name: str) -> dict[str, str]:
        """Give the checksum of each path in a manifest."""
        listed: dict[str, str] = {}
        for number, line in self._lines(name):
            parts = re.fullmatch(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)", line, re.DOTALL)
            if not parts:
                raise BrokenBagError(BrokenBag.NO_LINE, f"{name}:{number}")
            path = self._checked(decoded_path(parts[2]).removeprefix("./"), f"{name}:{number}")
            if name.startswith("manifest-") and not self._is_payload(path):
                raise BrokenBagError(BrokenBag.LEAVES_BAG, f"{name}:{number}")
            if listed.setdefault(path, parts[1].lower()) != parts[1].lower():
                raise BrokenBagError(BrokenBag.NO_LINE, f"{name}:{number}")
        return listed

    @staticmethod
    def _checked(path: str, place: str) -> str:
        if leaves_bag(path):
            raise BrokenBagError(BrokenBag.LEAVES_BAG, place)
        return path

    def _check_fetched(self) -> None:
        """What a bag wants to be fetched is missing as long as it is not there; only the paths are looked at."""
        if FETCHED in self._files:
            for number, line in self._lines(FETCHED):
                self._checked(decoded_path(line.split(maxsplit=2)[-1]), f"{FETCHED}:{number}")

    def _faults(self, manifests: list[str], covers: _Covers) -> Iterator[tuple[str, Fault]]:
        """Give what is wrong with the files that *manifests* have to list."""
        there = {_normal(path): path for path in self._files if covers(path)}
        for path in self._files:
            if covers(path) and there[_normal(path)] != path:
                yield path, Fault.ADDED
        expected: dict[str, dict[str, str]] = {}
        for name in manifests:
            listed = {_normal(path): (path, checksum) for path, checksum in self._listed(name).items()}
            yield from ((there[key], Fault.ADDED) for key in there.keys() - listed.keys())
            for key, (path, checksum) in listed.items():
                if key in there:
                    expected.setdefault(there[key], {})[self._algorithm(name)] = checksum
                elif path not in self._others:
                    yield path, Fault.MISSING
        yield from ((path, Fault.CHANGED) for path in self._changed(expected))

    def _changed(self, expected: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
        with ThreadPoolExecutor() as pool:
            given = pool.map(lambda item: self._digests(item[0], tuple(item[1])), expected.items())
            for (path, wanted), digests in zip(expected.items(), given, strict=True):
                if digests != wanted:
                    yield path

    def _digests(self, path: str, algorithms: tuple[str, ...]) -> dict[str, str]:
        hashes = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
        with (self._folder / path).open("rb") as stream:
            while block := stream.read(_BLOCK):
                for one in hashes.values():
                    one.update(block)
        return {name: one.hexdigest() for name, one in hashes.items()}

    def _wrong_oxum(self) -> str:
        """Give what the bag tells of its payload's size where that is not so."""
        if INFORMATION not in self._files:
            return ""
        told = re.search(rf"^{OXUM}\s*:\s*(\S+)", self._text(INFORMATION), re.MULTILINE | re.IGNORECASE)
        sizes = [size for path, size in self._files.items() if self._is_payload(path)]
        return told[1] if told and told[1] != f"{sum(sizes)}.{len(sizes)}" else ""


def _normal(path: str) -> str:
    """Give *path* as it is compared: file systems write letters with accents in more than one way."""
    return unicodedata.normalize("NFC", path)
