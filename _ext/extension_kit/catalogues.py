"""Message catalogues as their sources stand, ``LANGUAGE/LC_MESSAGES/DOMAIN.po``, compiled in memory.

Nothing is written, so that sources may be read-only and builds need not wait for one another.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def load_catalogue(folder: Path, language: str, domain: str) -> NullTranslations:
    """Give the catalogue of *language*, or of the language that a country's is a kind of: ``es`` for ``es_MX``.

    Where there is neither, strings stay as the code has them.
    """
    for name in (language, language.partition("_")[0]):
        file = folder / name / "LC_MESSAGES" / f"{domain}.po"
        if name and file.is_file():
            compiled = BytesIO()
            with file.open("rb") as stream:
                write_mo(compiled, read_po(stream))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()
