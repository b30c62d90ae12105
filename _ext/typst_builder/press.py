"""One run of Typst, as a program of its own: an order as JSON comes in, what came of it goes out.

Out goes a line of JSON, ``{"warnings": [...]}`` or ``{"error": "..."}``, and behind the first the bytes that were made.
A fault of the compiler, or memory that does not suffice, ends this program and no build; and a process that has run
Typst must not fork, which builds do.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import typst


def _run(order: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Give what is to be told, and what was made."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    try:
        compiler = typst.Compiler(
            order.get("file") or order["source"].encode(), root=order["root"], font_paths=fonts,
            ignore_system_fonts=True, sys_inputs=order["inputs"],
        )  # fmt: skip
        made, warnings = compiler.compile_with_warnings(**order["output"])
    except typst.TypstError as error:
        return {"error": "\n".join([error.message, *(f"hint: {hint}" for hint in error.hints)])}, b""
    assert isinstance(made, bytes)
    return {"warnings": [warning.message for warning in warnings]}, made


def main() -> None:
    """Do what standard input asks for."""
    told, made = _run(json.load(sys.stdin))
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)


if __name__ == "__main__":
    main()
