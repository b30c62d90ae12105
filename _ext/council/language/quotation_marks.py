"""Quotation marks, one set for all languages: ``“…”``, ``«…»``, ``"…"``.

The straight mark opens and closes.  A single mark is an apostrophe as well, and quotes nothing here.
"""

from __future__ import annotations

OPENING = '“«"'
CLOSING = '”»"'
LONGEST_QUOTED = 160
"""In characters; what goes on for longer is speech, or its closing mark was forgotten."""


def quoted(shortest: int = 1, longest: int = LONGEST_QUOTED) -> str:
    """Give the pattern of what stands in quotation marks, these with it; the text alone is its group ``quoted``.

    Bold marks, and a comma before the closing mark, are no part of the text.
    """
    return rf"[{OPENING}]\**\s*(?P<quoted>[^{CLOSING}\n]{{{shortest},{longest}}}?)[\s,]*\**[{CLOSING}]"
