"""Reading and writing in a few large chunks, for every builder here.

Sphinx hands its processes ten documents at a time.  A process that reads sends back all that the environment
holds by then, so that the cost of chunks of ten grows with the square of their number.
"""

from __future__ import annotations

import pickle

from sphinx.builders import Builder
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks

CHUNKS = 3
"""How many chunks each process gets: enough to show progress, few enough to be cheap."""
WORTH_FORKING = 20
"""Fewer documents than these are read, and written, in one process."""


def large_chunks(docnames: list[str], processes: int) -> list[list[str]]:
    """Give the documents dealt out to :data:`CHUNKS` chunks for each process; none of them is empty."""
    count = processes * CHUNKS
    return [chunk for chunk in (docnames[start::count] for start in range(count)) if chunk]


class ReadsInLargeChunks(Builder):
    """A builder that reads in large chunks where Sphinx would read in small ones."""

    def _read_parallel(self, docnames: list[str], nproc: int) -> None:
        if len(docnames) < WORTH_FORKING:
            self._read_serial(docnames)
            return
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)
        chunks = large_chunks(docnames, nproc)
        progress = status_iterator(chunks, "reading sources... ", "purple", len(chunks), self.config.verbosity)

        def read(chunk: list[str]) -> bytes:
            self.env._app = self._app
            for docname in chunk:
                self.read_doc(docname, _cache=False)
            return pickle.dumps(self.env, pickle.HIGHEST_PROTOCOL)

        def merge(chunk: list[str], pickled: bytes) -> None:
            self.env.merge_info_from(chunk, pickle.loads(pickled), self._app)  # noqa: S301  (our own process)
            next(progress)

        tasks = ParallelTasks(nproc)
        for chunk in chunks:
            tasks.add_task(read, chunk, merge)
        tasks.join()
