"""Translated documents on disk: each is translated again only where something that it shows has changed."""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path

from extension_kit.whole_files import write_whole
from safe_pictures.published_pictures import recipe

from .literals import string
from .translation import Translation

_HEAD = '#import "/book.typ": *\n\n#let content(level, to, mark, labelled) = {[]'
_BETWEEN = "\n//;\n"
"""What parts the blocks of a document: no string of code holds a line of its own."""
_END = "}\n"
CHANGED = "changed"
"""The folder of documents whose blocks are changed for a trial."""
_PLAIN = re.compile(r"[\w. /-]+")
_LONGEST = 200


@cache
def _own_code() -> bytes:
    """Give a digest of the translation itself: when it changes, older fragments are made anew."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(recipe() + b"".join(file.read_bytes() for file in files)).digest()


class Fragments:
    """The folder of the translated documents: ``NAME.typ`` is the code, ``NAME.json`` what the book must know."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, docname: str) -> str:
        """Give the path of a document's code from the root of the Typst project."""
        return f"/{self.folder.name}/{file_stem(docname)}.typ"

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

    def code(self, docname: str) -> bytes:
        """Give the code of a document."""
        return self._code(docname).read_bytes()

    def save(self, docname: str, state: str, translation: Translation) -> None:
        """Keep a translation; what tells its state is written last."""
        write_whole(self._code(docname), _document(translation.code))
        write_whole(self._values(docname), f"{state}\n{translation.to_json()}")

    def save_changed(
        self, docname: str, translation: Translation, plain: Set[int], left_out: Set[int], most: int | None
    ) -> str:
        """Write a document with the text alone of *plain* blocks, of the first *most* blocks; give the path of its code.

        Of blocks that are *left out* nothing but their places is there.
        """
        code = self._code(docname).read_text(encoding="utf-8").removesuffix(_END).split(_BETWEEN)[1:]
        for number, block in enumerate(translation.blocks):
            if number in left_out or (most is not None and number >= most):
                code[number] = block.places
            elif number in plain:
                code[number] = ";".join(filter(None, (block.places, block.text)))
        write_whole(self.folder.with_name(CHANGED) / f"{file_stem(docname)}.typ", _document(code))
        return f"/{CHANGED}/{file_stem(docname)}.typ"

    def keep_only(self, docnames: Set[str]) -> None:
        """Remove the fragments of documents that are gone."""
        kept = {path for docname in docnames for path in (self._code(docname), self._values(docname))}
        for file in [*self.folder.rglob("*.typ"), *self.folder.rglob("*.json")]:
            if file not in kept:
                file.unlink()
        shutil.rmtree(self.folder.with_name(CHANGED), ignore_errors=True)

    def pictures(self) -> set[str]:
        """Give the names of the pictures that any of the documents shows."""
        values = (file.read_text(encoding="utf-8").partition("\n")[2] for file in self.folder.rglob("*.json"))
        return {name for text in values for name in Translation.from_json(text).pictures}

    def _code(self, docname: str) -> Path:
        return self.folder / f"{file_stem(docname)}.typ"

    def _values(self, docname: str) -> Path:
        return self.folder / f"{file_stem(docname)}.json"


def _document(blocks: Sequence[str]) -> str:
    return _BETWEEN.join([_HEAD, *blocks]) + _END


def file_stem(name: str) -> str:
    """Give the name of a file of the Typst project for a document or book: its own where Typst and the disk take it."""
    is_plain = _PLAIN.fullmatch(name) and len(posixpath.basename(name).encode()) < _LONGEST
    return name if is_plain else hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()


def import_line(path: str, name: str) -> str:
    """Give the line of Typst that makes the module at *path* known under *name*."""
    return f"#import {string(path)} as {name}"
