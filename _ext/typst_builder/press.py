"""One run of Typst, as a program of its own: an order as JSON comes in, what came of it goes out.

Out goes a line of JSON, ``{"warnings": [...], "places": {...}}`` or ``{"error": "..."}``.  What is made is written into the
open file of the order, or goes out behind the line where it has none.  *places* are those that the order asks for: of each
label that stands in the book its page, and how far to the right and down it stands there, in points.
A fault of the compiler, or memory that does not suffice, ends this program and no build; and a process that has run
Typst must not fork, which builds do.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import typst

_PLACES = """%s.map(name => (name, query(label(name)))).filter(((_name, found)) => found.len() > 0).map(
  ((name, found)) => { let place = found.first().location().position(); (name, (place.page, place.x.pt(), place.y.pt())) }
)"""


def _run(order: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Give what is to be told, and what was made."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    try:
        compiler = typst.Compiler(
            order.get("file") or order["source"].encode(), root=order["root"], font_paths=fonts,
            ignore_system_fonts=True, sys_inputs=order["inputs"],
        )  # fmt: skip
        made, warnings = compiler.compile_with_warnings(**order["output"])
        places = json.loads(compiler.eval(_PLACES % order["labels"])) if order.get("labels") else []
    except typst.TypstError as error:
        return {"error": "\n".join([error.message, *(f"hint: {hint}" for hint in error.hints)])}, b""
    assert isinstance(made, bytes)
    return {"warnings": [warning.message for warning in warnings], "places": dict(places)}, made


def main() -> None:
    """Do what standard input asks for."""
    order = json.load(sys.stdin)
    told, made = _run(order)
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
