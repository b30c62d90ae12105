"""The front matter of a release, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from council.dialect.notes import Note
from council.model.fields import Lines, read_fields
from council.model.releases import Metadata


def read_metadata(data: Mapping[str, Any], lines: Lines) -> tuple[Metadata, list[Note]]:
    """Give the metadata of a release, and a note for each field that is unknown or has a wrong value.

    *lines* tells where each value stands, so that a warning can name it.
    """
    values, wrong = read_fields(Metadata, data, lines)
    notes = [
        Note(field.line, "date" if field.field == "date" else "front_matter", f"{field.field}: {field.message}")
        for field in wrong
    ]
    return Metadata(**values), notes
