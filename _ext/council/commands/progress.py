"""Telling how far a command is, on one line of a terminal that is written over; elsewhere nothing is told."""

from __future__ import annotations

import sys
from typing import TextIO

_WIDTH = 78
_ERASE = "\r\x1b[K"


class ProgressLine:
    """A line on *stream*, where that is a terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._is_seen = self._stream.isatty()

    def tell(self, text: str) -> None:
        """Show *text* in place of what is shown."""
        if self._is_seen:
            shown = "".join(sign if sign.isprintable() else "?" for sign in text)[:_WIDTH]
            self._stream.write(f"{_ERASE}{shown}")
            self._stream.flush()

    def clear(self) -> None:
        """Leave nothing of it."""
        if self._is_seen:
            self._stream.write(_ERASE)
            self._stream.flush()
