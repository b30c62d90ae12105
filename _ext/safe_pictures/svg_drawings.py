"""SVG drawings that nobody vouches for: what is drawn stays, what runs, reaches outside or tells of the author goes.

A drawing is read with expat as a stream and written anew from lists of what is let through, so that nothing of it
reaches a page that is not known here.  Entities are refused, as they unfold.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from .raster_pictures import PictureError

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
MOST_NESTED = 100
_DRAWN = frozenset(
    """
    svg g defs symbol use path rect circle ellipse line polyline polygon image text tspan textPath title desc style
    linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
    feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """.split()
)
_CONTENT_ALONE = frozenset(["a", "switch"])
"""Elements that lose their tags and keep what is in them."""
_OF_AUTHORS = frozenset(["metadata"])
"""Elements that nobody misses, as those of other namespaces, which are the drawing programs' own."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORT = re.compile(r"@import\b[^;]*(?:;|\Z)", re.IGNORECASE)
_ACTIVE_CSS = re.compile(
    r"""\\|@import|\b(?:image|image-set|cross-fade|element|src|paint)\(
    |url\((?!\s*["']?(?:\#|data:(?:font|application/(?:x-)?font)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Style that reaches beyond the drawing, or hides in escapes that it does."""
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,(.*)", re.IGNORECASE | re.DOTALL)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
_PIXELS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as it may be shown, its size in CSS pixels, 0 where it has none, and what was *left_out* of it."""

    data: bytes
    width: int
    height: int
    left_out: tuple[str, ...]


def safe_drawing(data: bytes, embedded: Callable[[bytes], bytes]) -> Drawing:
    """Read an SVG; *embedded* gives the bytes that may be shown of a raster picture within it.

    Raises :class:`PictureError`: it is no SVG, or breaks off.
    """
    reader = _Reader(embedded)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PictureError(f"it is no whole SVG: {error}") from error
    return Drawing("".join(reader.written).encode(), *reader.size, tuple(sorted(reader.left_out)))


class _Reader:
    """Takes expat's events and writes what is let through."""

    def __init__(self, embedded: Callable[[bytes], bytes]) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped
        self.written: list[str] = []
        self.left_out: set[str] = set()
        self.size = (0, 0)
        self._embedded = embedded
        self._open: list[str] = []
        """The tags to be closed; nothing for those that are not written."""
        self._dropped = 0
        """How deep in an element that is left out."""
        self._style: list[str] | None = None

    def _entity(self, *declaration: object) -> None:
        raise PictureError("it declares entities; save it as plain SVG")

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        self.left_out.add(f"&{name};")

    def _instruction(self, target: str, _data: str) -> None:
        self.left_out.add(f"<?{target}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._open and (namespace, local) != (SVG, "svg"):
            raise PictureError("it is no SVG")
        if len(self._open) >= MOST_NESTED:
            raise PictureError(f"its elements are nested more than {MOST_NESTED} deep")
        written = ""
        if self._dropped or (namespace != SVG or local not in _DRAWN | _CONTENT_ALONE):
            if not self._dropped and namespace == SVG and local not in _OF_AUTHORS:
                self.left_out.add(f"<{local}>")
            self._dropped += 1
        elif local in _DRAWN:
            written = local
            self._write_tag(local, attributes)
        self._open.append(written)

    def _write_tag(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._open:
            self.size = _size(attributes)
            self.written.append(f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}"')
        else:
            self.written.append(f"<{tag}")
        for name, value in attributes.items():
            namespace, _, local = name.rpartition(" ")
            prefix = {"": "", XLINK: "xlink:", XML: "xml:"}.get(namespace)
            if prefix is not None and (safe := self._attribute(tag, local, value)) is not None:
                self.written.append(f" {prefix}{local}={quoteattr(safe)}")
        self.written.append(">")
        if tag == "style":
            self._style = []

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Give the value that an attribute may have."""
        if name.lower().startswith("on") or name == "base":
            self.left_out.add(name)
            return None
        if name in {"href", "src"}:
            return value if value.startswith("#") else self._embedded_picture(tag, value)
        if _ACTIVE_CSS.search(value) and name not in {"id", "class"}:
            self.left_out.add(f"{name}={value[:60]!r}")
            return None
        return value

    def _embedded_picture(self, tag: str, address: str) -> str | None:
        """Give the address of a picture that stands in it itself, cleaned of what may not be shown."""
        data = _EMBEDDED.fullmatch(address.strip())
        if data and tag in {"image", "feImage"}:
            try:
                safe = self._embedded(base64.b64decode(data[1]))
            except (PictureError, binascii.Error):
                pass
            else:
                return f"{address.strip()[: data.start(1)]}{base64.b64encode(safe).decode()}"
        self.left_out.add(address[:60])
        return None

    def _end(self, name: str) -> None:
        written = self._open.pop()
        if self._dropped:
            self._dropped -= 1
        elif written:
            if self._style is not None:
                self.written.append(escape(self._safe_style("".join(self._style))))
                self._style = None
            self.written.append(f"</{written}>")

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)
        elif not self._dropped:
            self.written.append(escape(text))

    def _safe_style(self, css: str) -> str:
        """Give a style sheet that stays within the drawing; one that does not at all is left out."""
        plain = _COMMENT.sub(" ", css)
        inside = _IMPORT.sub("", plain)
        if inside != plain:
            self.left_out.add("@import")
        if _ACTIVE_CSS.search(inside):
            self.left_out.add("<style>")
            return ""
        return inside


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Give the size of a drawing: what it says, else the proportions that its coordinates have, else nothing."""
    told = [_pixels(attributes.get(name, "")) for name in ("width", "height")]
    if not all(told):
        box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
        told = [_pixels(value) for value in box[2:]] if len(box) == 4 else []
    return (max(round(told[0]), 1), max(round(told[1]), 1)) if len(told) == 2 and all(told) else (0, 0)


def _pixels(value: str) -> float:
    found = _LENGTH.fullmatch(value)
    return float(found[1]) * _PIXELS[found[2].lower() if found[2] else None] if found else 0.0
