"""What XML 1.0 can hold of a text: its production ``Char``."""

from __future__ import annotations

import re

from council.language.decoding import REPLACEMENT

NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML document may hold, not even as an entity."""


def xml_text(text: str) -> str:
    """Give *text* with U+FFFD for each character that XML cannot hold."""
    return NO_XML.sub(REPLACEMENT, text)
