"""A command as a shell expects it: it ends in silence on Ctrl-C, and whatever its streams are, it goes on.

For programs, before they import what takes time; not for libraries, as signals and streams are the whole process's.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import TextIO


def behave() -> None:
    """Let Ctrl-C end the process at once, open streams that are closed, and write what they cannot say as escapes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    sys.stdout, sys.stderr = _writable(sys.stdout), _writable(sys.stderr)


def outlive_readers() -> None:
    """Let what is written to a reader that went away, or has no room, vanish, and the command go on."""
    sys.stdout, sys.stderr = _Patient(sys.stdout), _Patient(sys.stderr)


def _writable(stream: TextIO | None) -> TextIO:
    if stream is None:  # it was closed
        return open(os.devnull, "w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


class _Patient(io.TextIOBase):
    """A stream that writes to *stream* as long as somebody reads it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the stream."""
        return self._stream.encoding

    def isatty(self) -> bool:
        """Whether somebody sits before it."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The descriptor of the stream."""
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write *text*, and at once: a reader that is gone is noticed here."""
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # a closed pipe, a full disk
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
        return len(text)
