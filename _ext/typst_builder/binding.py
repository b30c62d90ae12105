"""Making the PDF of a book, whatever its documents hold: what Typst cannot set is printed as plain text, or left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extension_kit.whole_files import write_whole

from .compiler import CompilationError, Compiler, Told
from .faults import Trial, find_fault
from .fragments import Fragments, file_stem
from .main_file import Setting, labels_of, main_file
from .outline import Book
from .translation import Translation
from .volume_set import Others


@dataclass(frozen=True, slots=True)
class Fault:
    """A block that is printed as plain text, or *left out*: where it stands, and what Typst says of it."""

    docname: str
    line: int
    reason: str
    left_out: bool = False


class Binding:
    """Makes one book of translated documents; after that, *faults* are the blocks that lost their form."""

    def __init__(
        self,
        book: Book,
        translations: Mapping[str, Translation],
        fragments: Fragments,
        compiler: Compiler,
        setting: Setting,
        others: Others,
    ) -> None:
        self.faults: list[Fault] = []
        self.source = compiler.root / "books" / f"{file_stem(book.name)}.typ"
        self._book = book
        self._translations = translations
        self._fragments = fragments
        self._compiler = compiler
        self._setting = setting
        self._others = others
        self._plain: dict[str, frozenset[int]] = {}
        self._left_out: dict[str, frozenset[int]] = {}

    def write(self) -> Path:
        """Write the main file of the book, as far as it is known what can be set; give its path."""
        self._write(self._whole())
        return self.source

    def make(self, target: Path) -> Told:
        """Write the PDF into *target*; give what Typst tells of it.

        Raises :class:`CompilationError`: no block is to blame.
        """
        while True:
            whole = self._whole()
            try:
                return self._compile(whole, target, labels_of(whole.of(self._book), self._translations))
            except CompilationError as error:
                fault = find_fault(self._book, self._translations, whole, lambda trial: self._is_made(trial, target))
                if fault is None or fault[1] in self._left_out.get(fault[0], ()):
                    raise
                self._give_up_form(*fault, str(error))

    def _give_up_form(self, docname: str, number: int, reason: str) -> None:
        """Set a block as plain text, or leave it out where it was set so and is still to blame."""
        line = self._translations[docname].blocks[number].line
        is_plain = number in self._plain.get(docname, ())
        if is_plain:
            self.faults = [fault for fault in self.faults if (fault.docname, fault.line) != (docname, line)]
        given_up = self._left_out if is_plain else self._plain
        given_up[docname] = given_up.get(docname, frozenset()) | {number}
        self.faults.append(Fault(docname, line, reason, is_plain))

    def _whole(self) -> Trial:
        return Trial(len(self._book.documents()), self._plain, self._left_out)

    def _is_made(self, trial: Trial, target: Path) -> bool:
        try:
            self._compile(trial, target)
        except CompilationError:
            return False
        return True

    def _compile(self, trial: Trial, target: Path, labels: Mapping[str, int] | None = None) -> Told:
        self._write(trial)
        return self._compiler.compile(self.source, target, labels)

    def _write(self, trial: Trial) -> None:
        book = trial.of(self._book)
        documents = book.documents()
        paths = {docname: self._fragments.path(docname) for docname in documents}
        for docname in documents:
            most = trial.blocks if docname == documents[-1] else None
            plain, left_out = (blocks.get(docname, frozenset()) for blocks in (trial.plain, trial.left_out))
            if plain or most is not None:
                paths[docname] = self._fragments.save_changed(
                    docname, self._translations[docname], plain, left_out, most
                )
        write_whole(self.source, main_file(book, self._translations, paths, self._setting, self._others))
