"""Reading files that are not valid UTF-8: the build goes on, and each line with wrong bytes is named.

Sphinx decodes strictly and would stop at the first wrong byte.  The codec here is ``utf-8-sig`` that puts
U+FFFD in a wrong byte's place; whatever is read with it, a page or a file that one includes, is looked at again.
"""

from __future__ import annotations

import codecs
import encodings.utf_8_sig as utf_8_sig
from pathlib import Path

from council.language.decoding import REPLACEMENT, undecodable_lines
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.warning_types import ArchiveWarning, warn

LENIENT_UTF_8 = "utf-8-sig-lenient"


class _LenientDecoder(utf_8_sig.IncrementalDecoder):
    def __init__(self, errors: str = "strict") -> None:
        super().__init__("replace")


def _find_codec(name: str) -> codecs.CodecInfo | None:
    if name != LENIENT_UTF_8.replace("-", "_"):
        return None
    return codecs.CodecInfo(
        utf_8_sig.encode,
        lambda data, errors="strict": utf_8_sig.decode(data, "replace"),
        incrementalencoder=utf_8_sig.IncrementalEncoder,
        incrementaldecoder=_LenientDecoder,
        name=LENIENT_UTF_8,
    )


def _read_leniently(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    env.settings["input_encoding"] = LENIENT_UTF_8


def _check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    if REPLACEMENT in content[0]:
        _check(Path(app.env.doc2path(docname)))


def _check_included(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    if REPLACEMENT in content[0]:
        _check(Path(app.srcdir, path))


def _check(file: Path) -> None:
    """Warn of each line of *file* that is not UTF-8."""
    for number, told in undecodable_lines(file.read_bytes()):
        message = f"bytes that are not UTF-8 in {told!r}; save the file as UTF-8"
        warn(ArchiveWarning.ENCODING, message, f"{file}:{number}")


def setup(app: Sphinx) -> None:
    """Let Sphinx read its sources with the lenient codec, and tell where it had to be."""
    codecs.register(_find_codec)
    app.connect("env-before-read-docs", _read_leniently)
    app.connect("source-read", _check_page)
    app.connect("include-read", _check_included)
