"""The text of an HTML page as Markdown in the dialect: text, headings, lists, tables, links, emphasis, pictures.

What runs or asks goes: scripts, styles, forms and their controls.  A slider becomes its pictures, one after the other,
which the dialect reads as a gallery.  A video or another page within the page becomes a link to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from council.dialect.html_tags import BLOCKS, FORMATTING, HEADINGS, read_tag, safe_link, skip_comment
from council.importers.html_places import NUMBER, OPENED, Place, begins_slider, is_centred, is_hidden
from council.importers.inline_writing import Inline, LineBreak, Marks, Picture, Piece
from council.importers.markdown_writing import Block, Cell, Items, Paragraph, Quotation, Rule, Table, write_markdown
from council.importers.told import Told

_DROPPED = frozenset(
    "script style template noscript head title svg input button select textarea datalist dialog map".split()
)
_EMBEDDED = frozenset("iframe embed object video audio".split())
_BLOCKS = BLOCKS | {"body", "html", "form", "hgroup"}
_MARKS: dict[str, Callable[[Marks], Marks]] = {
    "strong": lambda marks: replace(marks, strong=True),
    "em": lambda marks: replace(marks, emphasis=True),
    "sup": lambda marks: replace(marks, script="sup"),
    "sub": lambda marks: replace(marks, script="sub"),
}
_SOURCES = ("src", "data-src", "data-original", "data-lazy", "data-lazy-src")
_SLIDES = frozenset(f"data-{kit}slide{what}" for kit in ("", "bs-") for what in ("", "-to"))
"""Attributes of what moves a slider."""

_WHITE = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_CONTROLS = tuple(
    "carousel-control carousel-indicators slick-arrow slick-dots swiper-button swiper-pagination flex-direction-nav "
    "flex-control-nav bx-controls bx-pager".split()
)
"""What the classes of such elements begin with."""

_THUMBNAIL = "thumb"
"""What Jssor calls the small picture of a picture."""
_DOCUMENT = re.compile(r"\s*<(?:!doctype\s+)?html\b", re.IGNORECASE)
_BETWEEN_BLOCKS = re.compile(r"\n\s*\n")
_MARKDOWN = re.compile(r"\*\*|\]\(|\[\^|^\#", re.MULTILINE)


class HtmlTextError(ValueError):
    """A text whose elements are nested more deeply than can be read."""


def unreadable(slug: str, error: HtmlTextError) -> Told:
    """Say of the release that its tree names *slug* that its text cannot be read."""
    return Told("{slug}: its text cannot be read: {problem}", slug=slug, problem=error)


def is_html(text: str) -> bool:
    """Whether *text* is HTML rather than Markdown with HTML in it: a document, or all of it between tags."""
    if _DOCUMENT.match(text) or _MARKDOWN.search(text):
        return _DOCUMENT.match(text) is not None
    blocks = [block for block in _BETWEEN_BLOCKS.split(text.strip()) if block]
    tags = [read_tag(block, 0, len(block)) for block in blocks]
    shown = [block for block, tag in zip(blocks, tags, strict=True) if tag is None]
    return all(skip_comment(block, 0, len(block)) for block in shown) and any(
        tag.name in BLOCKS - {"center", "hr"} for tag in tags if tag
    )


def markdown_of(html: str) -> str:
    """Give the Markdown of a page or a part of one; raises :class:`HtmlTextError`."""
    root = parsed(html)
    return "" if root is None else markdown_of_element(root)


def parsed(html: str) -> etree._Element | None:
    """Give the root of *html*, ``None`` where it holds none.

    Raises :class:`HtmlTextError` where thousands of elements are nested.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    text = html.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = etree.fromstring(text, parser) if html.strip() else None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "depth" in entry.message for entry in parser.error_log):
        raise HtmlTextError("its elements are nested too deeply; take some of them out")
    return root


def markdown_of_element(root: etree._Element) -> str:
    """Give the Markdown of an element.

    A form goes, unless it is all there is, as where a page is made of one.
    """
    return write_markdown(_Reader(_DROPPED | {"form"}).blocks_of(root) or _Reader(_DROPPED).blocks_of(root))


class _Reader:
    """Walks the elements in order; text gathers as pieces, and becomes a paragraph where a block begins or ends."""

    def __init__(self, dropped: frozenset[str]) -> None:
        self._dropped = dropped
        self._places = [Place()]
        self._pieces: list[Inline] = []
        self._shown = 0

    def blocks_of(self, root: etree._Element) -> list[Block]:
        """Give what *root* holds."""
        walk = etree.iterwalk(root, events=("start", "end"))
        passed_over = False
        for event, element in walk:
            if event == "end":
                if not passed_over:
                    self._close(element)
                    self._places.pop()
                passed_over = False
                self._add_text(element.tail)
            elif passed_over := self._is_passed_over(element):
                walk.skip_subtree()
            else:
                self._open(element)
                self._add_text(element.text)
        self._flush()
        return self._place.blocks

    @property
    def _place(self) -> Place:
        return self._places[-1]

    def _is_passed_over(self, element: etree._Element) -> bool:
        """Whether the content of *element* is not read; what it embeds becomes a link."""
        name = element.tag
        if name in _EMBEDDED:
            sources = [element.get("src") or element.get("data"), *(part.get("src") for part in element.iter("source"))]
            if source := next((source.strip() for source in sources if source and safe_link(source)), ""):
                self._flush()
                self._pieces.append(Piece(source, Marks(link=source)))
                self._flush()
        classes = element.get("class", "").split()
        is_control = bool(_SLIDES.intersection(element.keys())) or any(map(_is_control, classes))
        is_thumbnail = name == "img" and element.get("u") == _THUMBNAIL
        return name in self._dropped or name in _EMBEDDED or is_control or is_thumbnail or is_hidden(element)

    def _open(self, element: etree._Element) -> None:
        name, place = str(element.tag), self._place
        if name in _BLOCKS:
            self._flush()
            place = replace(place, centred=is_centred(element, place.centred))
        if not place.is_slider and begins_slider(element):
            place = replace(place, blocks=[], is_slider=True, no_headings=True)
        if name in FORMATTING:
            place = replace(place, marks=_MARKS[FORMATTING[name]](place.marks))
        elif name == "a":
            place = replace(place, marks=replace(place.marks, link=_link(element)), shown=self._shown)
        elif name == "img":
            self._add_picture(element)
        elif name == "br":
            self._pieces.append(LineBreak())
        elif name == "hr":
            place.blocks.append(Rule())
        elif name in HEADINGS and not place.no_headings:
            place = replace(place, level=int(name[1]))
        elif name in HEADINGS or name == "dt":
            place = replace(place, marks=replace(place.marks, strong=True))
        elif name in OPENED:
            place = OPENED[name](element, place)
        self._places.append(place)

    def _close(self, element: etree._Element) -> None:
        """Put what *element* held where it belongs."""
        name, place, parent = str(element.tag), self._places[-1], self._places[-2]
        if name in _BLOCKS:
            self._flush()
        if name == "a" and place.marks.link and place.shown == self._shown:
            told = element.get("title") or element.get("aria-label") or place.marks.link
            self._pieces.append(Piece(" ".join(told.split()), place.marks))
        elif place.items is not None and place.items is not parent.items and (items := list(filter(None, place.items))):
            start = element.get("start", "1")
            first = int(start) if NUMBER.fullmatch(start) else 1
            place.blocks.append(Items(first if name == "ol" else None, items))
        elif place.rows is not None and place.rows is not parent.rows:
            place.blocks.extend(_table_blocks(list(filter(None, place.rows)), place.centred))
        elif name == "blockquote" and place.blocks and place.blocks is not parent.blocks:
            parent.blocks.append(Quotation(place.blocks))
        elif place.is_slider and not parent.is_slider:
            parent.blocks.extend(sorted(place.blocks, key=lambda block: not _holds_pictures(block)))

    def _flush(self) -> None:
        """Make paragraphs of what was gathered."""
        place = self._place
        place.blocks.extend(Paragraph(pieces, place.centred, place.level) for pieces in _paragraphs(self._pieces))
        self._pieces = []

    def _add_text(self, text: str | None) -> None:
        lines = (text or "").split("\n") if self._place.preformatted else [text or ""]
        for number, line in enumerate(lines):
            self._pieces += [LineBreak()] if number else []
            self._pieces += [Piece(_WHITE.sub(" ", line), self._place.marks)] if line else []
            self._shown += bool(line.strip())

    def _add_picture(self, element: etree._Element) -> None:
        """Add a picture, or its alternative text where it has no usable address."""
        addresses = ((element.get(name) or "").strip() for name in _SOURCES)
        source = next((address for address in addresses if address and safe_link(address)), "")
        alt = None if element.get("alt") is None else " ".join(element.get("alt").split())
        align = (element.get("align") or "").lower()
        self._shown += 1
        if not source:
            self._pieces += [Piece(alt, self._place.marks)] if alt else []
            return
        picture = Picture(source, alt, align if align in {"left", "right"} else "", self._place.marks.link)
        if is_centred(element, inherited=False):
            self._flush()
            self._place.blocks.append(Paragraph([picture], centred=True))
        else:
            self._pieces.append(picture)


def _is_control(class_: str) -> bool:
    return class_.startswith(_CONTROLS)


def _table_blocks(rows: list[list[Cell]], centred: bool) -> list[Block]:
    """Give a table; one of pictures alone only sets them side by side, and gives them one after the other."""
    blocks = [block for row in rows for cell in row for block in cell.blocks]
    if blocks and all(_holds_pictures(block) for block in blocks):
        return blocks
    return [Table(rows)] if blocks else []


def _holds_pictures(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.pictures)


def _link(element: etree._Element) -> str:
    """Give the address of a link; none where it leads to a place of the page, which is not kept, or runs code."""
    address = _WHITE.sub("%20", element.get("href", "").strip())
    return address if safe_link(address) and not address.startswith("#") else ""


def _paragraphs(pieces: Iterable[Inline]) -> Iterator[list[Inline]]:
    """Give the paragraphs that *pieces* hold: two line breaks end one, white space at its edges, or twice, is none of it."""
    current: list[Inline] = []
    breaks = 0
    for piece in pieces:
        if isinstance(piece, LineBreak):
            breaks += 1
            continue
        if isinstance(piece, Piece) and not piece.text.strip() and (breaks or not current):
            continue
        if breaks > 1 and current:
            yield current
            current = []
        elif breaks and current:
            current.append(LineBreak())
        breaks = 0
        before = current[-1] if current else None
        if isinstance(piece, Piece) and isinstance(before, Piece) and before.text.endswith(" "):
            piece = Piece(piece.text.lstrip(" "), piece.marks)
        current += [piece] if not isinstance(piece, Piece) or piece.text else []
    if current:
        yield current
