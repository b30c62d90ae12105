"""Runs of capitalised words: what a proper name looks like in Spanish running text."""

from __future__ import annotations

import re

UPPER = "A-ZÁÉÍÓÚÑÜ"
_WORD = rf"(?:[{UPPER}][\w’'@+.-]*[\w@+]|[{UPPER}]|\d{{4}}|[IVX]+)"
_CONNECTIVE = r"(?:de|del|la|las|los|el|y|e|para|en|con|ante|al|a|no|por|sobre|desde|&|su|un|una)"

CAPITALISED = re.compile(rf"{_WORD}(?:[\s\u00a0]+(?:{_CONNECTIVE}[\s\u00a0]+){{0,3}}(?:[“«\"]{_WORD}|{_WORD}[”»\"]?))*")
"""A capitalised word and what goes on with it: ``Plan Director de Desarrollo Urbano de Torreón``."""


LONGEST_RUN = 300
"""In characters; what goes on for longer is no name."""


def capitalised_run(text: str, start: int, end: int) -> str:
    """Give the run of capitalised words, connectives between them, that begins at *start*."""
    match = CAPITALISED.match(text, start, min(end, start + LONGEST_RUN))
    return match[0].rstrip('”»"') if match else ""
