"""The folders that a build writes into: it works there alone, and tells in a line where it cannot write.

What a stopped build has left half-written is removed before the next one begins.  Sphinx tells pages and files that
it could not write as warnings, and ends well; here they end the build, so that no later one trusts what is not whole.
"""

from __future__ import annotations

import errno
import logging as standard_logging
import os
import weakref
from pathlib import Path

from extension_kit.turns import Turn
from extension_kit.whole_files import remove_partials
from sphinx.application import Sphinx
from sphinx.errors import SphinxError, SphinxParallelError
from sphinx.util import logging

_LOGGER = logging.getLogger(__name__)
_NO_ROOM = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO])
_ADVICE = "make room there, or let the build write there, and build again"


class UnwritableError(SphinxError):
    """The output cannot be written."""

    category = "The output cannot be written"


class _FailedWrites(standard_logging.Filter):
    """Makes errors of what Sphinx's builders tell as warnings."""

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Let all pass but a failed write, which ends the build."""
        for told in record.args if isinstance(record.args, tuple) else ():
            if isinstance(told, OSError) and told.errno in _NO_ROOM:
                raise UnwritableError(f"{record.getMessage()}; {_ADVICE}") from told
        return True


_FAILED_WRITES = _FailedWrites()


def _check_folders(app: Sphinx) -> None:
    for folder in (Path(app.outdir), Path(app.doctreedir)):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        if not os.access(there, os.W_OK):
            message = f"{folder}: nothing can be written into {there}; {_ADVICE}"
            _LOGGER.error(message)
            raise UnwritableError(message)


def _begin(app: Sphinx, turn: Turn) -> None:
    turn.begin()
    weakref.finalize(app, turn.end)  # a build that fails before it begins has no end
    for folder in (app.outdir, app.doctreedir):
        remove_partials(Path(folder))


def _tell(app: Sphinx, exception: Exception | None) -> None:
    """Tell in a line what Sphinx tells in many."""
    cause = exception and (exception.__cause__ or exception)
    if isinstance(exception, UnwritableError | SphinxParallelError):
        _LOGGER.error("%s", exception)
    elif isinstance(cause, OSError):
        _LOGGER.error("%s: %s; %s", cause.filename or app.outdir, cause.strerror or cause, _ADVICE)


def setup(app: Sphinx) -> None:
    """Take the turn before the environment is read, and end it after all else."""
    _check_folders(app)
    standard_logging.getLogger("sphinx.sphinx.builders.html").addFilter(_FAILED_WRITES)
    message = "another command works on this archive; waiting for its end"
    turn = Turn(Path(app.srcdir), lambda: _LOGGER.info(message))
    app.connect("config-inited", lambda app, _config: _begin(app, turn), priority=0)
    app.connect("build-finished", _tell, priority=1001)
    app.connect("build-finished", lambda _app, _exception: turn.end(), priority=1002)
