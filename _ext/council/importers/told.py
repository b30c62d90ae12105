"""What an import tells with values in it, so that commands can say it in the language of the archive."""

from __future__ import annotations

from collections.abc import Mapping


class Told(str):
    """A message as text; *template* is what catalogues translate, *values* are what stands in it."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> Told:
        """Give the message with its values."""
        told = super().__new__(cls, template.format(**values))
        told.template, told.values = template, values
        return told
