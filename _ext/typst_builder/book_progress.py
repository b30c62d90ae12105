"""Telling how far the making of several books is, and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Mapping

from sphinx.util import logging

logger = logging.getLogger(__name__)


class Progress:
    """The books that are to be made, with the *pages* of each."""

    def __init__(self, pages: Mapping[str, float]) -> None:
        self._left = dict(pages)
        self._all = len(pages)
        self._whole = sum(pages.values())
        self._started = time.monotonic()

    def skip(self, name: str) -> None:
        """Take out a book that need not be made."""
        self._whole -= self._left.pop(name)
        self._all -= 1

    def tell(self, name: str, is_made: bool) -> None:
        """Tell that a book is made, or failed, and what is left to do, by the time that the pages took until now."""
        self._left.pop(name)
        pages = sum(self._left.values())
        done = self._whole - pages
        seconds = (time.monotonic() - self._started) * pages / done if done else 0.0
        rest = f"; about {_duration(seconds)} left" if self._left else ""
        logger.info(
            "compiling %s.pdf... %s (%d of %d%s)",
            name,
            "done" if is_made else "failed",
            self._all - len(self._left),
            self._all,
            rest,
        )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
