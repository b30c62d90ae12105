"""Reading files that are not valid UTF-8: the build goes on, and each line with wrong bytes is named.

Sphinx decodes strictly and would stop at the first wrong byte.  The codec here reads as the library does; whatever is
read with it, a page or a file that one includes, is looked at again.
"""

from __future__ import annotations

import codecs
import encodings.utf_8 as utf_8
import os
from pathlib import Path

from council.language.decoding import decode, encoding_problems
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.warning_types import ArchiveWarning, warn

LENIENT_UTF_8 = "utf-8-lenient"


class _LenientDecoder(codecs.IncrementalDecoder):
    """Reads a file as a whole: how it is encoded shows at its start."""

    def __init__(self, errors: str = "strict") -> None:
        super().__init__(errors)
        self._data = b""

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        """Keep *data*; give the text once there is no more."""
        self._data += data
        return decode(self._data) if final else ""


def _find_codec(name: str) -> codecs.CodecInfo | None:
    if name != LENIENT_UTF_8.replace("-", "_"):
        return None
    return codecs.CodecInfo(
        utf_8.encode,
        lambda data, errors="strict": (decode(bytes(data)), len(data)),
        incrementalencoder=utf_8.IncrementalEncoder,
        incrementaldecoder=_LenientDecoder,
        name=LENIENT_UTF_8,
    )


def _read_leniently(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    env.settings["input_encoding"] = LENIENT_UTF_8


def _check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    _check(Path(app.env.doc2path(docname)))


def _check_included(app: Sphinx, doctree: nodes.document) -> None:
    """Look at the files whose text the page takes in, be it read as markup or shown as it is."""
    for path in doctree.settings.record_dependencies.list:
        _check(Path(os.path.abspath(path)))  # docutils writes it from where the build was called


def _check(file: Path) -> None:
    """Warn of each line of *file* that is not UTF-8."""
    for number, problem in encoding_problems(file.read_bytes()):
        warn(ArchiveWarning.ENCODING, problem, f"{file}:{number}")


def setup(app: Sphinx) -> None:
    """Let Sphinx read its sources with the lenient codec, and tell where it had to be."""
    codecs.register(_find_codec)
    app.connect("env-before-read-docs", _read_leniently)
    app.connect("source-read", _check_page)
    app.connect("doctree-read", _check_included)
