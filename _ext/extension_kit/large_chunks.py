"""Reading and writing in a few large chunks, for every builder here.

Sphinx hands its processes ten documents at a time.  A process that reads sends back all that the environment
holds by then, so that the cost of chunks of ten grows with the square of their number.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

from sphinx.builders import Builder
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks

CHUNKS = 3
"""How many chunks each process gets: enough to show progress, few enough to be cheap."""
WORTH_FORKING = 20
"""Fewer documents than these are read, and written, in one process."""


class WorksInLargeChunks(Builder):
    """A builder that reads in large chunks where Sphinx would read in small ones, and may do other work so."""

    def in_processes(
        self,
        docnames: list[str],
        work: Callable[[list[str]], Any],
        take: Callable[[list[str], Any], None],
        message: str,
        colour: str = "darkgreen",
    ) -> None:
        """Let *work* be done for chunks of documents in processes; *take* gets each and what came of it, in this one."""
        processes = self._app.parallel
        chunks = [chunk for start in range(processes * CHUNKS) if (chunk := docnames[start :: processes * CHUNKS])]
        progress = status_iterator(chunks, message, colour, len(chunks), self.config.verbosity)

        def done(chunk: list[str], result: Any) -> None:
            take(chunk, result)
            next(progress)

        tasks = ParallelTasks(processes)
        for chunk in chunks:
            tasks.add_task(work, chunk, done)
        tasks.join()

    def _read_parallel(self, docnames: list[str], nproc: int) -> None:
        if len(docnames) < WORTH_FORKING:
            self._read_serial(docnames)
            return
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)

        def read(chunk: list[str]) -> bytes:
            self.env._app = self._app
            for docname in chunk:
                self.read_doc(docname, _cache=False)
            return pickle.dumps(self.env, pickle.HIGHEST_PROTOCOL)

        def merge(chunk: list[str], pickled: bytes) -> None:
            self.env.merge_info_from(chunk, pickle.loads(pickled), self._app)  # noqa: S301  (our own process)

        self.in_processes(docnames, read, merge, "reading sources... ", "purple")
