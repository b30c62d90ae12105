"""Making the books of a build: stage by stage, as many at a time as there are processes, and only what changed.

Each book is laid out in a process of its own, which ends with it: no process ever holds two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from extension_kit.whole_files import partial_of
from sphinx.util import logging

from .binding import Binding
from .book_notes import BookNote, checksum
from .book_progress import Progress
from .compiler import CompilationError, Compiler, Told
from .fragments import Fragments
from .main_file import LAST, Setting
from .named_places import name_places
from .outline import Book
from .translation import Translation
from .volume_set import VolumeSet
from .weights import Weight

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    """A book to be made: its binding, its file, what it is made from, and then what is to be told of it."""

    book: Book
    binding: Binding
    target: Path
    made_from: str
    warnings: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def note_file(self) -> Path:
        """The file of its note."""
        return self.binding.source.with_suffix(".json")

    @property
    def is_done(self) -> bool:
        """Whether its PDF was made from the same."""
        return self.target.is_file() and BookNote.read(self.note_file).made_from == self.made_from

    def make(self) -> BookNote:
        """Make the PDF; the last one stays until the new one is whole, and where there will be none."""
        last = BookNote.read(self.note_file)
        replace(last, made_from="").write(self.note_file)
        partial = partial_of(self.target)
        try:
            told = self.binding.make(partial)
            self.warnings += told.warnings
            self._name_places(partial, told)
            pages = {label: place.page for label, place in told.places.items()}
            note = BookNote(self.made_from, checksum(partial), pages.pop(LAST, 0), pages)
            partial.replace(self.target)
        except CompilationError as error:
            self.error = str(error)
            return last
        finally:
            partial.unlink(missing_ok=True)
        if self.warnings or self.binding.faults:
            note = replace(note, made_from="")
        note.write(self.note_file)
        return note

    def _name_places(self, file: Path, told: Told) -> None:
        """Give the places of a volume their names, by which other volumes lead to them."""
        if self.book.volume is None:
            return
        try:
            name_places(file, {label: place for label, place in told.places.items() if label != LAST})
        except ValueError as error:
            self.warnings.append(f"no other volume leads to its places: {error}")


class Bindery:
    """Makes books of translated documents into *output*."""

    def __init__(
        self,
        output: Path,
        fragments: Fragments,
        compiler: Compiler,
        setting: Setting,
        looks: bytes,
        translations: Mapping[str, Translation],
    ) -> None:
        self._output = output
        self._fragments = fragments
        self._compiler = compiler
        self._setting = setting
        self._looks = looks
        self._translations = translations

    def make(self, sets: Iterable[Sequence[Book]]) -> bool:
        """Make all books of *sets*, those of which may be volumes of one work; tell whether each has its PDF."""
        set_of = {}
        for books in sets:
            volumes = VolumeSet(books, self._translations)
            set_of.update({book.name: (book, volumes) for book in books})
        progress = Progress({name: self._weight(book).pages for name, (book, _volumes) in set_of.items()})
        by_stage = sorted(set_of.values(), key=lambda pair: pair[0].stage)
        is_whole = True
        for _stage, pairs in groupby(by_stage, key=lambda pair: pair[0].stage):
            is_whole &= self._make_stage(list(pairs), progress)
        return is_whole

    def _make_stage(self, pairs: Sequence[tuple[Book, VolumeSet]], progress: Progress) -> bool:
        """Make what changed of the books of a stage; note in their sets where their places stand."""
        jobs = []
        for book, volumes in pairs:
            job = self._job(book, volumes)
            if job.is_done:
                volumes.made[book.name] = BookNote.read(job.note_file)
                progress.skip(book.name)
            else:
                jobs.append((job, volumes))
        with ThreadPoolExecutor(self._compiler.processes) as pool:
            running = {pool.submit(job.make): (job, volumes) for job, volumes in jobs}
            try:
                for future in as_completed(running):
                    job, volumes = running[future]
                    volumes.made[job.book.name] = future.result()
                    progress.tell(job.book.name, not job.error)
            finally:
                pool.shutdown(cancel_futures=True)
        for job, _volumes in jobs:
            _tell(job)
        return not any(job.error for job, _volumes in jobs)

    def _job(self, book: Book, volumes: VolumeSet) -> _Job:
        binding = Binding(
            book, self._translations, self._fragments, self._compiler, self._setting, volumes.others_of(book)
        )
        code = binding.write().read_bytes()
        documents = (self._fragments.code(docname) for docname in book.documents())
        made_from = Fragments.state(self._looks, *documents, code)
        return _Job(book, binding, self._output / f"{book.name}.pdf", made_from)

    def _weight(self, book: Book) -> Weight:
        return sum((self._translations[docname].weight for docname in book.documents()), Weight())


def _tell(job: _Job) -> None:
    """Tell of a book what Typst told, and which blocks have lost their form."""
    name = job.target.name
    if job.error:
        logger.error("%s is not made: %s", name, job.error, type="typst", subtype="compile")
    for fault in job.binding.faults if not job.error else ():
        kept = "not even its text; it is left out" if fault.left_out else "its text stands there without its form"
        message = f"this cannot be set in %s: %s; {kept}"
        location = (fault.docname, fault.line) if fault.line else fault.docname
        logger.warning(message, name, fault.reason, type="typst", subtype="compile", location=location)
    for warning in job.warnings:
        logger.warning("%s: %s", name, warning, type="typst", subtype="compile")
