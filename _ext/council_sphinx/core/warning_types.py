"""The archive's warnings: a closed list, each with a name for Sphinx's ``suppress_warnings``.

``suppress_warnings = ["archive.missing_image"]`` in ``conf.py`` silences one of them.
"""

from __future__ import annotations

from enum import StrEnum

from docutils import nodes
from sphinx.util import logging

_LOGGER = logging.getLogger(__name__)


class ArchiveWarning(StrEnum):
    """What can be wrong with a release or an authority record, and what to do."""

    ADDRESS = "address"
    """An old address that two claim, or at which a page is: take it out of the front matter of one of them."""

    CORRECTION = "correction"
    """A correction of a release that is wrong, or changes nothing: correct the named line, or take it out."""

    DATE = "date"
    """A date that cannot be, or a release without any: correct it, or give ``date`` in the front matter."""

    DIRECTIVE = "directive"
    """A release calls a directive or a role that it may not, or one in a wrong way: it is shown as text; take it out."""

    DUPLICATE_SLUG = "duplicate_slug"
    """Two releases of one file name in different folders: rename one."""

    EMPTY = "empty"
    """A release without any text: fill or remove the file."""

    ENCODING = "encoding"
    """Bytes that are not UTF-8, or control characters: U+FFFD or a space stands in; save the file as UTF-8."""

    FOOTNOTE = "footnote"
    """A note without its mark, or a mark without its note: both are shown as text; write the other half."""

    FRONT_MATTER = "front_matter"
    """Front matter that is no YAML mapping, has an unknown key or a wrong value: correct the named line."""

    HTML = "html"
    """HTML that is not let through, or is never closed: its text is kept; remove the tag."""

    LINK = "link"
    """A link that leads nowhere: its text is kept; correct the address or add the file."""

    MISSING_IMAGE = "missing_image"
    """A picture that is not there: a placeholder stands in; add the file."""

    NESTING = "nesting"
    """Markup nested deeper than pages and books can be: the deeper is shown as text; take out the marks."""

    PATH = "path"
    """A path that leaves the project, a file that is no picture, or one that can be no source: refused; move it in."""

    PICTURE = "picture"
    """A file whose content is no picture, or a broken one: a placeholder stands in; save it anew as JPEG or PNG."""

    PUBLICATION = "publication"
    """A setting of ``[publication]`` in ``institution.toml`` that wants another one: add it to the file."""

    RECORD = "record"
    """An authority record with a wrong or missing field, or one that another contradicts."""

    REFERENCE = "reference"
    """A role of the ``council`` domain that finds no record: the nearest names are told."""


def warn(subtype: ArchiveWarning | str, message: str, location: str | tuple[str, int] | nodes.Node | None) -> None:
    """Log one of the archive's warnings; *location* is a node, a document or ``(document, line)``, if any."""
    _LOGGER.warning(message, type="archive", subtype=ArchiveWarning(subtype).value, location=location)
