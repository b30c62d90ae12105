"""The text of a page as HTML that stands alone: what a feed carries to readers who are elsewhere."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from council.language.xml_text import NO_XML

_DROPPED = frozenset(
    "base button embed form iframe input link meta noscript object script select style template textarea".split()
)
_UNWRAPPED = frozenset(["section", "span"])
_ATTRIBUTES = frozenset(
    "alt cite colspan datetime dir height href lang reversed rowspan scope src start title value width".split()
)
_ADDRESSES = ("href", "src", "cite")
_SCHEMES = frozenset(["http", "https", "mailto", "tel"])
_KEPT = 4_000
"""Links that are remembered: releases lead to the same records, from the same folder."""
_CLASSED, _DESCRIBED = etree.XPath("descendant::*[@class]"), etree.XPath("descendant::*[@*]")


def carried_html(body: str, address: str, without: Set[str]) -> str:
    """Give the *body* of the page at *address*: its title and the elements of the classes *without* aside.

    Links and pictures are absolute; there is no script, no style, and no id, which would be another text's too.
    """
    whole = html.HTMLParser(huge_tree=True, encoding="utf-8")  # else long words and deep lists are cut off, in silence
    root = html.fragment_fromstring(NO_XML.sub("", body), create_parent="div", parser=whole)
    dropped = [*islice(root.iter("h1"), 1)]
    dropped += [element for element in _CLASSED(root) if not without.isdisjoint(element.get("class").split())]
    for element in dropped:
        element.drop_tree()
    etree.strip_elements(root, etree.Comment, *_DROPPED, with_tail=False)
    folder = urljoin(address, ".")
    for element in _DESCRIBED(root):
        _make_absolute(element, address, folder)
    etree.strip_tags(root, *_UNWRAPPED)
    return str(html.tostring(root, encoding="unicode")).removeprefix("<div>").removesuffix("</div>").strip()


def _make_absolute(element: html.HtmlElement, address: str, folder: str) -> None:
    for name in [*element.attrib]:
        if name not in _ATTRIBUTES:
            del element.attrib[name]
    for name in _ADDRESSES:
        written = element.get(name)
        if written is not None:
            target = _absolute(written, address if written.lstrip()[:1] in "#?" else folder)
            if target:
                element.set(name, target)
            else:
                del element.attrib[name]


@lru_cache(_KEPT)
def _absolute(written: str, base: str) -> str:
    """Give the address that *written* is beside *base*; nothing where no reader may follow it."""
    try:
        target = urljoin(base, written)
        return target if urlsplit(target).scheme in _SCHEMES else ""
    except ValueError:
        return ""
