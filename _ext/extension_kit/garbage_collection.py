"""A garbage collector that runs seldom while a build does; for extensions whose builds are large.

A build makes a great many objects that stay: doctrees, records, templates.  Python looks through all of them
again and again for cycles that nothing refers to, and finds few; when it ends it does so once more, only to free
what ends with it.  Together that is an eighth of a build, and a fifth of one that finds nothing to do.

The settings are those of the whole process.  They hold from the start of a build to its end, and what was set
before is set again; the hook for the end of Python goes with the build's application.
"""

from __future__ import annotations

import atexit
import gc
import weakref

from sphinx.application import Sphinx

SELDOM = (100_000, 50, 100)
"""Thresholds of the three generations; Python's own begin at 700 objects."""


class SeldomCollection:
    """The settings of the collector for one build."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None

    def begin(self, app: Sphinx) -> None:
        """Collect seldom from here on."""
        self._before = gc.get_threshold()
        gc.set_threshold(*SELDOM)

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        """Collect as before, whether the build failed or not."""
        if self._before is None:
            return
        if (
            not gc.get_freeze_count()
        ):  # all that the build made is old now, else the first collection would go through it
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*self._before)
        self._before = None
        atexit.register(self._leave_all)
        weakref.finalize(app, atexit.unregister, self._leave_all).atexit = False

    def _leave_all(self) -> None:
        """Let Python end without looking through what the build has left in memory."""
        gc.freeze()


def collect_seldom(app: Sphinx) -> None:
    """Collect garbage seldom during the build of *app*; to be called in the ``setup`` of an extension."""
    collection = SeldomCollection()
    app.connect("builder-inited", collection.begin, priority=0)
    app.connect("build-finished", collection.end, priority=1000)
