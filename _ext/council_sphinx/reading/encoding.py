"""Reading files that are not valid UTF-8: the build goes on, and the release's line is named.

Sphinx decodes strictly and would stop at the first wrong byte.  The codec here is ``utf-8-sig`` that puts
U+FFFD in a wrong byte's place; the parser warns of each line that holds one.
"""

from __future__ import annotations

import codecs
import encodings.utf_8_sig as utf_8_sig

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

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


def setup(app: Sphinx) -> None:
    """Let Sphinx read its sources with the lenient codec."""
    codecs.register(_find_codec)
    app.connect("env-before-read-docs", _read_leniently)
