"""Values of other people's front matter as texts and lists of texts; each reader gets the key and the value."""

from __future__ import annotations

import re
from typing import Any

from council.language.decoding import REPLACEMENT
from council.model.yaml_mapping import NO_TEXT


def text_in(value: Any) -> str:
    """Give a text on one line; what JSON can hold and no text, as half a character, becomes U+FFFD."""
    text = str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return NO_TEXT.sub(REPLACEMENT, " ".join(text.split()))


def word_or_nothing(_key: str, value: Any) -> str:
    """Give a text that holds a word, else nothing."""
    text = text_in(value)
    return text if re.search(r"\w", text) else ""


def texts_in(_key: str, value: Any) -> tuple[str, ...]:
    """Give the texts of a list, or those between the commas of one."""
    items = value if isinstance(value, list) else re.split("[,;]", text_in(value))
    return tuple(text for item in items if (text := text_in(item)))


def authors_in(key: str, value: Any) -> tuple[str, ...]:
    """Give names: of a list, of mappings with a ``name``; between commas only where the key says that there are several.

    ``Ruiz, Ana`` of a single ``author`` is one name.
    """
    if isinstance(value, dict):
        return authors_in(key, value.get("name"))
    if isinstance(value, list):
        return tuple(name for item in value for name in authors_in("", item))
    text = text_in(value)
    names = re.split(";" if ";" in text or not key.endswith("s") else ",", text)
    return tuple(name.strip() for name in names if re.search(r"\w", name))


def is_yes(value: Any) -> bool:
    """Whether a flag is set."""
    return value is True or str(value).strip().casefold() in {"true", "yes", "on", "1"}


def plain(value: Any) -> Any:
    """Give *value* with texts alone for leaves, as the archive reads front matter."""
    if isinstance(value, dict):
        return {NO_TEXT.sub(REPLACEMENT, str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return None
    written = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return NO_TEXT.sub(REPLACEMENT, written)
