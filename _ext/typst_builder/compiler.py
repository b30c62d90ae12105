"""Calling Typst: the compiler in the wheel, with the project's fonts alone and nothing from the network."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extension_kit.fonts import FONTS

from .literals import string

STANDARDS = ("a-2a", "ua-1")
"""PDF/A-2a, for the record, and PDF/UA-1, for every reader; Typst checks both while it writes."""
PRESS = Path(__file__).parent / "press.py"


BROKEN = "internal error"
"""What Typst says where the fault is its own."""
FALLBACKS = ({"hyphens": "false"}, {"hyphens": "false", "links": "false"})
"""What a book can do without where Typst breaks: it is known to over hyphens and links at the end of a line."""
_LIKE_A_BOOK = '#import "/theme.typ": serif\n#set text(font: serif)\n#set document(title: "-")\n'
_IN_PIXELS = """
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#let path = {path}
#context {{
  let size = measure(image(path))
  image(path, width: size.width * calc.min({width}pt / size.width, {height}pt / size.height))
}}
"""


class CompilationError(Exception):
    """Typst did not make what it should; the text says why."""


class Compiler:
    """Makes PDFs of the Typst files below *root*, beyond which no file of them can reach.

    Drawings are tried in the fonts that ``theme.typ`` there names.
    """

    def __init__(self, root: Path, standards: Sequence[str] = STANDARDS) -> None:
        self.root = root
        self._standards = list(standards)

    def compile(self, file: Path) -> tuple[bytes, list[str]]:
        """Give the PDF of *file*, and Typst's warnings.

        Where Typst itself breaks, the book is made without hyphens, else without links too.

        Raises :class:`CompilationError`: the source is wrong, or breaks one of the standards.
        """
        return self._attempt({"file": str(file)}, {}, *FALLBACKS)

    def check_drawing(self, path: str) -> None:
        """Let Typst put the drawing at *path*, from the root, into a book of its own.

        Raises :class:`CompilationError`: a book that shows it would not be made.
        """
        self._pdf({"source": f'{_LIKE_A_BOOK}#image({string(path)}, alt: "-")'}, {})

    def pixels(self, path: str, resolution: int, width: float, height: float) -> bytes:
        """Give the drawing at *path* as PNG, so large that it fills *width* or *height*, in points.

        Raises :class:`CompilationError`: Typst cannot draw it at all.
        """
        source = _LIKE_A_BOOK + _IN_PIXELS.format(path=string(path), width=width, height=height)
        return self._run({"source": source}, {}, {"format": "png", "ppi": resolution})[0]

    def _attempt(
        self, source: dict[str, str], inputs: dict[str, str], *fallbacks: dict[str, str]
    ) -> tuple[bytes, list[str]]:
        try:
            return self._pdf(source, inputs)
        except CompilationError as error:
            if not fallbacks or BROKEN not in str(error):
                raise
            made, warnings = self._attempt(source, *fallbacks)
            return made, [f"it is made without {' and '.join(fallbacks[0])}, as Typst broke: {error}", *warnings]

    def _pdf(self, source: dict[str, str], inputs: dict[str, str]) -> tuple[bytes, list[str]]:
        return self._run(source, inputs, {"format": "pdf", "pdf_standards": self._standards})

    def _run(self, source: dict[str, str], inputs: dict[str, str], output: dict[str, Any]) -> tuple[bytes, list[str]]:
        order = {**source, "root": str(self.root), "fonts": str(FONTS), "inputs": inputs, "output": output}
        program = [sys.executable, "-P", str(PRESS)]
        done = subprocess.run(program, input=json.dumps(order).encode(), capture_output=True, check=False)  # noqa: S603
        head, _, made = done.stdout.partition(b"\n")
        if done.returncode or not head:
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise CompilationError(f"{BROKEN}: Typst ended with status {done.returncode}. {last}")
        told = json.loads(head)
        if "error" in told:
            raise CompilationError(told["error"])
        return made, told["warnings"]
