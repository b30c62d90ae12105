"""The labels that the theme's templates have in English only: what a screen reader says, in the language of the pages."""

from __future__ import annotations

import re

from jinja2.ext import Extension

_LABEL = re.compile(r'(?P<start>aria-label="|<title>)(?P<words>[A-Z][^"<>{}]*)(?P<end>"|</title>)')


class TranslatedLabels(Extension):
    """Has labels that are written out in a template translated, as those are that it asks the catalogues for."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Give the template with each such label as an expression."""
        return _LABEL.sub(r'\g<start>{{ _("\g<words>") }}\g<end>', source)
