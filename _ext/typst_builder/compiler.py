"""Calling Typst: the compiler in the wheel, with the project's fonts alone and nothing from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
STANDARDS = ("a-2a", "ua-1")
"""PDF/A-2a, for the record, and PDF/UA-1, for every reader; Typst checks both while it writes."""


BROKEN = "internal error"
"""What Typst says where the fault is its own."""
FALLBACKS = ({"hyphens": "false"}, {"hyphens": "false", "links": "false"})
"""What a book can do without where Typst breaks: it is known to over hyphens and links at the end of a line."""


class CompilationError(Exception):
    """Typst did not make a PDF; the text says why."""


class Compiler:
    """Makes PDFs of the Typst files below *root*, beyond which no file of them can reach."""

    def __init__(self, root: Path, standards: Sequence[str] = STANDARDS) -> None:
        self._root = root
        self._standards = list(standards)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])

    def compile(self, file: Path) -> tuple[bytes, list[str]]:
        """Give the PDF of *file*, and Typst's warnings.

        Where Typst itself breaks, the book is made without hyphens, else without links too.

        Raises :class:`CompilationError`: the source is wrong, or breaks one of the standards.
        """
        return self._attempt(file, {}, *FALLBACKS)

    def _attempt(self, file: Path, inputs: dict[str, str], *fallbacks: dict[str, str]) -> tuple[bytes, list[str]]:
        try:
            return self._compile(file, inputs)
        except CompilationError as error:
            if not fallbacks or BROKEN not in str(error):
                raise
            made, warnings = self._attempt(file, *fallbacks)
            return made, [f"it is made without {' and '.join(fallbacks[0])}, as Typst broke: {error}", *warnings]

    def _compile(self, file: Path, inputs: dict[str, str]) -> tuple[bytes, list[str]]:
        try:
            compiler = typst.Compiler(
                file, root=self._root, font_paths=self._fonts, ignore_system_fonts=True, sys_inputs=inputs
            )
            made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=self._standards)  # type: ignore[arg-type]
        except typst.TypstError as error:
            raise CompilationError("\n".join([error.message, *(f"hint: {hint}" for hint in error.hints)])) from error
        assert isinstance(made, bytes)
        return made, [warning.message for warning in warnings]
