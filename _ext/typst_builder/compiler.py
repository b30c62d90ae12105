"""Calling Typst: the compiler in the wheel, with the project's fonts alone and nothing from the network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from extension_kit.fonts import FONTS

from .literals import array, string

STANDARDS = ("a-2a", "ua-1")
"""PDF/A-2a, for the record, and PDF/UA-1, for every reader; Typst checks both while it writes."""
PRESS = Path(__file__).parent / "press.py"

PLACES = ".places"
"""The ending of the file, beside the main file of a book, that tells it where its places are."""
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


class Place(NamedTuple):
    """Where something stands in a PDF: its page, and how far to the right and down, in points."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Told:
    """What Typst tells of what it made: its *warnings*, and the *places* of the labels that were asked for."""

    warnings: list[str]
    places: dict[str, Place]


class Compiler:
    """Makes PDFs of the Typst files below *root*, beyond which no file of them can reach.

    Drawings are tried in the fonts that ``theme.typ`` there names.  Each of the *processes* that run at the same time
    gets its share of the machine.
    """

    def __init__(self, root: Path, standards: Sequence[str] = STANDARDS, processes: int = 1) -> None:
        self.root = root
        self.processes = processes
        self._standards = list(standards)
        threads = -(-(os.cpu_count() or 1) // processes)
        self._environment = {**os.environ, "RAYON_NUM_THREADS": str(threads)}

    def compile(self, file: Path, target: Path, labels: Mapping[str, int] | None = None) -> Told:
        """Write the PDF of *file* into *target*; give Typst's warnings, and where *labels* stand, if they do.

        Their pages are guesses, for the first layout of all.  The book reads where they stand in the file beside it with
        the ending :data:`PLACES`; without *labels* its links lead nowhere.
        Where Typst itself breaks, the book is made without hyphens, else without links too.

        Raises :class:`CompilationError`: the source is wrong, or breaks one of the standards;
        ``OSError``: the target cannot be written.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        order = {
            "file": str(file), "places": str(file.with_suffix(PLACES)),
            "labels": array(map(string, labels)) if labels else "",
            "guess": {label: (page, 0) for label, page in (labels or {}).items()},
        }  # fmt: skip
        with target.open("wb") as stream:
            return self._attempt(order, stream, {}, *FALLBACKS)

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
        self, order: dict[str, Any], target: BinaryIO, inputs: dict[str, str], *fallbacks: dict[str, str]
    ) -> Told:
        try:
            return self._pdf(order, inputs, target)
        except CompilationError as error:
            if not fallbacks or BROKEN not in str(error):
                raise
            told = self._attempt(order, target, *fallbacks)
            warning = f"it is made without {' and '.join(fallbacks[0])}, as Typst broke: {error}"
            return replace(told, warnings=[warning, *told.warnings])

    def _pdf(self, order: dict[str, Any], inputs: dict[str, str], target: BinaryIO | None = None) -> Told:
        return self._run(order, inputs, {"format": "pdf", "pdf_standards": self._standards}, target)[1]

    def _run(
        self, order: dict[str, Any], inputs: dict[str, str], output: dict[str, Any], target: BinaryIO | None = None
    ) -> tuple[bytes, Told]:
        """Run Typst; it writes into *target*, which is open here: what a stopped build leaves behind writes nowhere."""
        whole = {**order, "root": str(self.root), "fonts": str(FONTS), "inputs": inputs, "output": output}
        files = (target.fileno(),) if target else ()
        if target:
            target.seek(0)
            target.truncate()
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-P", str(PRESS)], input=json.dumps({**whole, "target": files}).encode(),
            capture_output=True, check=False, env=self._environment, pass_fds=files,
        )  # fmt: skip
        head, _, made = done.stdout.partition(b"\n")
        if done.returncode or not head:
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise CompilationError(f"{BROKEN}: Typst ended with status {done.returncode}. {last}")
        told = json.loads(head)
        if "unwritable" in told:
            raise OSError(*told["unwritable"], target.name if target else None)
        if "error" in told:
            raise CompilationError(told["error"])
        return made, Told(told["warnings"], {label: Place(*place) for label, place in told["places"].items()})
