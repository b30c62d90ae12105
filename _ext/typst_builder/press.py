"""One run of Typst, as a program of its own: an order as JSON comes in, what came of it goes out.

Out goes a line of JSON, ``{"warnings": [...], "places": {...}}`` or ``{"error": "..."}``.  What is made is written into the
open file of the order, or goes out behind the line where it has none.  *places* are those that the order asks for: of each
label that stands in the book its page, and how far to the right and down it stands there, in points.

The book itself reads page and height, in the file of *places* of the order, for its links and the pages that they tell:
those of the last time at first, else the pages that the order guesses, and after each layout those of this one, until
they stay.  Typst would lay out everything again
once it knows where links lead; so a book is laid out a second time only if something has moved, and then only what has.

A fault of the compiler, or memory that does not suffice, ends this program and no build; and a process that has run
Typst must not fork, which builds do.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import typst

_PLACES = """%s.map(name => (name, query(label(name)))).filter(((_name, found)) => found.len() > 0).map(
  ((name, found)) => { let place = found.first().location().position(); (name, (place.page, place.x.pt(), place.y.pt())) }
)"""

MOST_ROUNDS = 6
"""So often a book is laid out until its places stay; Typst itself gives up after five times."""


def _run(order: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Give what is to be told, and what was made."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    try:
        compiler = typst.Compiler(
            order.get("file") or order["source"].encode(), root=order["root"], font_paths=fonts,
            ignore_system_fonts=True, sys_inputs=order["inputs"],
        )  # fmt: skip
        places, warnings = _settled(compiler, order)
        made, told = compiler.compile_with_warnings(**order["output"])
    except typst.TypstError as error:
        return {"error": "\n".join([error.message, *(f"hint: {hint}" for hint in error.hints)])}, b""
    assert isinstance(made, bytes)
    return {"warnings": [*warnings, *(warning.message for warning in told)], "places": places}, made


def _settled(compiler: typst.Compiler, order: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Lay the book out until its places stay; give them, and a warning where they do not."""
    if "places" not in order:
        return {}, []
    file = Path(order["places"])
    read = (_known(file) or order["guess"]) if order["labels"] else {}
    _write(file, read)
    found: dict[str, Any] = {}
    for _round in range(MOST_ROUNDS if order["labels"] else 0):
        found = _places(compiler, order)
        last, read = read, {label: [page, down] for label, (page, _right, down) in found.items()}
        if read == last:
            return found, []
        _write(file, read)
    return found, ["the pages in references do not settle; some may be wrong"] if order["labels"] else []


def _places(compiler: typst.Compiler, order: dict[str, Any]) -> dict[str, Any]:
    try:
        return dict(json.loads(compiler.eval(_PLACES % order["labels"])))
    except RuntimeError:
        compiler.compile_with_warnings(**order["output"])  # it tells what is wrong with the book, and is a TypstError
        raise


def _known(file: Path) -> dict[str, Any]:
    """Give the places of the last time; none where the file is not there, or not whole."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_whole = isinstance(known, dict) and all(isinstance(place, list) and len(place) == 2 for place in known.values())
    return known if is_whole else {}


def _write(file: Path, places: dict[str, Any]) -> None:
    file.write_text(json.dumps(places), encoding="utf-8")


def main() -> None:
    """Do what standard input asks for."""
    order = json.load(sys.stdin)
    try:
        told, made = _run(order)
    except OSError as error:  # there is no room for the places
        told, made = {"unwritable": [error.errno, error.strerror]}, b""
    for target in order["target"] if made else ():
        try:
            with os.fdopen(target, "wb") as stream:
                stream.write(made)
        except OSError as error:
            told = {"unwritable": [error.errno, error.strerror]}
        made = b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)


if __name__ == "__main__":
    main()
