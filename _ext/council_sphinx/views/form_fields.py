"""Fields of the forms by which scripts filter and sort what a page shows; their words are in the language of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import collation_key

Choices = Iterable[tuple[str, str]]
"""Values, and what readers are told of each."""


def kinds_of(categories: Iterable[str], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give the *categories* of records, each with its name, by name; one that *names* has not is its own."""
    told = {category: names.get(category, category) for category in categories if category}
    return tuple(sorted(told.items(), key=lambda kind: collation_key(kind[1])))


def choice(name: str, label: str, choices: Choices) -> str:
    """Give a field that chooses one of *choices*."""
    options = "".join(f'<option value="{escape(value)}">{escape(told)}</option>' for value, told in choices)
    return f'<label>{escape(label)} <select name="{name}">{options}</select></label>\n'


def search_field(name: str, label: str) -> str:
    """Give a field for words to look for."""
    return f'<label>{escape(label)} <input type="search" name="{name}"></label>\n'


def add_data(translator: HTML5Translator, tag: str, data: Mapping[str, str]) -> None:
    """Tell scripts *data*, as attributes ``data-…`` of the element *tag* that was opened last."""
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value)
    translator.body[-1] = translator.body[-1].replace(f"<{tag}", f"<{tag}{attributes}", 1)
