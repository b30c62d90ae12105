"""Values as Typst literals: the only place where text becomes Typst code.

Documents are written in Typst's code mode, in which text stands in string literals alone.  There, a
backslash and a quotation mark are all that must be escaped (Typst reference, "String"); ``#``, ``$``, ``@``
and the rest of Typst's markup mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def string(text: str) -> str:
    r"""Give *text* as a string literal: ``string('a "b" \\c')`` is ``"a \"b\" \\c"`` in Typst.

    Lone surrogates, which no file can hold, become U+FFFD.
    """
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


def array(values: Iterable[str]) -> str:
    """Give literals as an array; one of a single value keeps its comma."""
    return "(" + "".join(f"{value}, " for value in values) + ")"


def dictionary(values: Mapping[str, str]) -> str:
    """Give names and literals as a dictionary."""
    return "(" + "".join(f"{string(name)}: {value}, " for name, value in values.items()) + ")" if values else "(:)"


def truth(value: bool) -> str:
    """Give a boolean."""
    return "true" if value else "false"


def length(points: float) -> str:
    """Give a length in points (1/72 inch)."""
    return f"{points:.2f}pt"
