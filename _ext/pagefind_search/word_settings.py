"""How the words of the pages are compared: ``pagefind_words``, for the index and for the scripts."""

from __future__ import annotations

from typing import Any

from extension_kit.stemming import changed_in_plural, left_over
from extension_kit.word_keys import WordKeys, bare
from sphinx.config import Config


def keys_of(config: Config) -> WordKeys:
    """Give the keys of words that the settings ask for."""
    words = config.pagefind_words
    return WordKeys(
        language=config.language or "en",
        ignored=frozenset(map(bare, words.get("ignored", ()))),
        same=dict(words.get("same", {})),
        number_endings=frozenset(map(bare, words.get("number_endings", ()))),
    )


def settings_of(keys: WordKeys) -> dict[str, Any]:
    """Give what the scripts need to make the same keys."""
    return {
        "ignored": sorted(keys.ignored),
        "same": dict(sorted(keys.same.items())),
        "numberEndings": sorted(keys.number_endings),
        "leftOver": left_over(keys.language),
        "changedInPlural": changed_in_plural(keys.language),
    }
