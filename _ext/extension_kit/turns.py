"""One process at a time in a folder; the next waits for its turn.

The system ends the turn of a process that ends, however it does; the processes that it has forked, which have their
part of the turn, end with it.  No file is made.  Where a system or a file system has no locks, as Windows and some
network drives, nobody waits.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import ClassVar

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_WATCHED = 0.2
"""Seconds between two looks of a forked process at the one that forked it."""


class Turn:
    """The turn of this process in *folder*; *waiting* is called where another has to end first.

    A process that has the turn already, as a test that builds twice, takes it again.
    """

    _held: ClassVar[dict[tuple[int, int], tuple[int, int]]] = {}
    """By device and number of a folder, its open descriptor, and how often this process has taken its turn there."""

    def __init__(self, folder: Path, waiting: Callable[[], None]) -> None:
        self._folder = folder
        self._waiting = waiting
        self._key: tuple[int, int] | None = None

    def __enter__(self) -> Turn:
        self.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def begin(self) -> None:
        """Wait for the turn, and take it."""
        if fcntl is None or self._key is not None:
            return
        found = self._folder.stat()
        key = (found.st_dev, found.st_ino)
        descriptor, times = self._held.get(key) or (self._locked(), 0)
        self._held[key] = (descriptor, times + 1)
        self._key = key

    def end(self) -> None:
        """Let the next one in; nothing where the turn has ended."""
        if self._key is None:
            return
        descriptor, times = self._held.pop(self._key)
        if times > 1:
            self._held[self._key] = (descriptor, times - 1)
        else:
            os.close(descriptor)
        self._key = None

    def _locked(self) -> int:
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            pass  # no locks here
        return descriptor


class _Family:
    """Lets a forked process end when the one that forked it is gone: it may wait for ever to be heard by it."""

    def __init__(self) -> None:
        self._parent = 0

    def note_parent(self) -> None:
        """Note who is about to fork."""
        self._parent = os.getpid()

    def follow_parent(self) -> None:
        """Watch it from a thread, in a process that has a part of its turn."""
        if Turn._held:
            threading.Thread(target=self._watch, args=(self._parent,), daemon=True).start()

    @staticmethod
    def _watch(parent: int) -> None:
        while os.getppid() == parent:
            time.sleep(_WATCHED)
        os._exit(1)


if fcntl is not None:
    _family = _Family()
    os.register_at_fork(before=_family.note_parent, after_in_child=_family.follow_parent)
