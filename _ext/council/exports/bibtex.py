"""A reference to a release in BibTeX."""

from __future__ import annotations

import re

from council.language.folding import fold
from council.model.partial_dates import PartialDate


def bibtex(slug: str, title: str, date: PartialDate | None, author: str, note: str, address: str) -> str:
    """Give the entry, special characters escaped; its key is made of *slug*, *note* says what kind of text it is."""
    fields = {"author": f"{{{_escaped(author)}}}", "title": f"{{{_escaped(title.rstrip('.'))}}}"}
    if date:
        parts = {"year": date.year, "month": date.month, "day": date.day}
        fields |= {name: str(part) for name, part in parts.items() if part}
    fields["note"] = _escaped(note)
    if address:
        fields["url"] = address
    key = re.sub(r"[^a-z0-9-]", "", fold(slug))
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", "/"))
