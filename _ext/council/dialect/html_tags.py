"""HTML as the releases write it: one tag at a time, and which elements are let through.

The legacy editor pasted HTML into Markdown: ``</br>`` for a line break, ``<center>`` around pictures,
``<p style="background-color…">`` for a banner.  Tags are read here with the tolerance of a browser;
what a tag *means* is decided by the rules that ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from council.dialect.source_index import next_place

_TAG = re.compile(
    r"""<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>])"""
    r"""(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+)))?"""
)

FORMATTING = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "sup": "sup",
    "sub": "sub",
}
"""Inline elements with a native node, by the markdown-it token that stands for it."""

CONTAINERS = frozenset(
    "address article aside center dd details div dl dt fieldset figcaption figure footer header legend "
    "main nav p section summary".split()
)
"""Block elements whose content is read as if they were not there."""

LISTS = frozenset({"ul", "ol"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"})
BLOCKS = CONTAINERS | LISTS | HEADINGS | TABLE_PARTS | {"blockquote", "li", "hr", "pre"}

TRANSPARENT = frozenset(
    "abbr acronym bdi bdo big code del dfn font ins kbd label mark nobr picture q s samp small span strike "
    "time tt u var wbr".split()
)
"""Inline elements that lose their tag in silence: they carry no more than looks."""

DROPPED_WITH_CONTENT = frozenset({"script", "style", "template", "noscript", "title"})
"""Elements whose content no browser shows."""

REFUSED = frozenset(
    "applet audio base basefont bgsound blink body button canvas embed form frame frameset head html iframe "
    "input isindex keygen link map area marquee math meta meter noembed noframes object optgroup option "
    "output param plaintext progress select slot source svg textarea track video xmp".split()
)
"""Elements that lose their tag with a warning; their visible text stays."""

KNOWN = BLOCKS | TRANSPARENT | DROPPED_WITH_CONTENT | REFUSED | FORMATTING.keys() | {"a", "br", "img"}
"""Every name that is read as a tag at all.  ``<Nombre>`` is none of them and stays as text."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the source: ``source[start:end]``."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def is_break(self) -> bool:
        """Whether it stands for vertical space: ``<br>``, ``</br>``, ``<p/>``."""
        return self.name == "br"

    @property
    def handlers(self) -> list[str]:
        """The event handlers among its attributes (``onclick`` …)."""
        return [name for name in self.attributes if name.startswith("on")]


def read_tag(source: str, position: int, end: int) -> Tag | None:
    """Give the tag of a known element that begins at *position*, or ``None``."""
    match = _TAG.match(source, position, end)
    if match is None:
        return None
    name = match["name"].lower()
    if name not in KNOWN:
        return None
    attributes = {
        found["name"].lower(): unescape(found["double"] or found["single"] or found["bare"] or "")
        for found in _ATTRIBUTE.finditer(match["attributes"])
    }
    if name == "p" and match["attributes"].rstrip().endswith("/"):
        name = "br"
    return Tag(name, match.start(), match.end(), bool(match["closing"]), attributes)


def find_closing(source: str, opening: Tag, end: int, limit: int = 50) -> Tag | None:
    """Give the tag that closes *opening*, nested ones of its name counted.

    Gives up at *limit* nested levels, so that a file of unclosed tags costs no more than its length.
    """
    depth = 1
    for match in re.compile(rf"<(/?){opening.name}(?=[\s/>])", re.IGNORECASE).finditer(source, opening.end, end):
        tag = read_tag(source, match.start(), end)
        if tag is None or tag.name != opening.name:
            continue
        depth += -1 if tag.closing else 1
        if depth == 0:
            return tag
        if depth > limit:
            return None
    return None


def skip_comment(source: str, position: int, end: int) -> int | None:
    """Give the position behind the HTML comment that begins at *position*, or ``None``."""
    if not source.startswith("<!--", position):
        return None
    close = next_place(source, "-->", position + 4)
    return None if close is None or close + 3 > end else close + 3


def safe_link(destination: str) -> bool:
    r"""Whether *destination* may be a link: relative, or of a scheme that runs nothing.

    Control characters and white space are left out first, as browsers do (``java\nscript:``).
    """
    compact = re.sub(r"[\x00-\x20\x7f-\x9f\u200b\ufeff]", "", destination)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", compact)
    return scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel", "ftp"}
