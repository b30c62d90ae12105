"""Views of a small archive, in the words of the code."""

from __future__ import annotations

import pytest
from council_sphinx.core.interface_strings import CATALOGUE
from sphinx.locale import translators


@pytest.fixture(autouse=True)
def untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strings as the code has them, whatever language a build in this process spoke."""
    monkeypatch.delitem(translators, ("general", CATALOGUE), raising=False)
