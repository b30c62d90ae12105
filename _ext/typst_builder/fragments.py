"""Translated documents on disk: each is translated again only where something that it shows has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Set
from functools import cache
from pathlib import Path

from extension_kit.whole_files import write_whole

from .literals import string
from .translation import Translation

_HEAD = '#import "/book.typ": *\n\n#let content(level, to, mark, labelled) = '


@cache
def _own_code() -> bytes:
    """Give a digest of the translation itself: when it changes, older fragments are made anew."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


class Fragments:
    """The folder of the translated documents: ``NAME.typ`` is the code, ``NAME.json`` what the book must know."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, docname: str) -> str:
        """Give the path of a document's code from the root of the Typst project."""
        return f"/{self.folder.name}/{docname}.typ"

    @staticmethod
    def state(*parts: str | bytes) -> str:
        """Give a digest of all that a translation is made from."""
        digest = hashlib.sha256(_own_code())
        for part in parts:
            data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()

    def load(self, docname: str, state: str) -> Translation | None:
        """Give the translation of a document, without its code, if it was made from *state*."""
        try:
            known, _, values = self._values(docname).read_text(encoding="utf-8").partition("\n")
        except OSError:
            return None
        return Translation.from_json(values) if known == state and self._code(docname).is_file() else None

    def save(self, docname: str, state: str, translation: Translation) -> None:
        """Keep a translation; what tells its state is written last."""
        write_whole(self._code(docname), f"{_HEAD}{translation.code}\n")
        write_whole(self._values(docname), f"{state}\n{translation.to_json()}")

    def keep_only(self, docnames: Set[str]) -> None:
        """Remove the fragments of documents that are gone."""
        for file in [*self.folder.rglob("*.typ"), *self.folder.rglob("*.json")]:
            if file.relative_to(self.folder).with_suffix("").as_posix() not in docnames:
                file.unlink()

    def pictures(self) -> set[str]:
        """Give the names of the pictures that any of the documents shows."""
        values = (file.read_text(encoding="utf-8").partition("\n")[2] for file in self.folder.rglob("*.json"))
        return {name for text in values for name in Translation.from_json(text).pictures}

    def _code(self, docname: str) -> Path:
        return self.folder / f"{docname}.typ"

    def _values(self, docname: str) -> Path:
        return self.folder / f"{docname}.json"


def import_line(path: str, name: str) -> str:
    """Give the line of Typst that makes the module at *path* known under *name*."""
    return f"#import {string(path)} as {name}"
