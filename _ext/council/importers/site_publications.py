"""A publication of the institute's own site, and its text: in the class itself, or in a file that it names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from council.importers.field_values import text_in
from council.importers.html_text import is_html, markdown_of
from council.importers.release_pictures import leads_elsewhere
from council.importers.site_fields import Keys, first_of, site_fields
from council.importers.told import Told
from council.language.decoding import decode

TEXTS = {".md": False, ".markdown": False, ".txt": False, ".html": True, ".htm": True, ".xhtml": True}
"""Suffixes of the files that may hold a text, and whether it is HTML."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A class that has a slug: its file, its literal properties, and the lines of those that are none."""

    file: Path
    values: Mapping[str, object]
    unknown: Mapping[str, int]

    @property
    def slug(self) -> str:
        """The name of its page."""
        return text_in(first_of(self.values, site_fields().slug)[1])

    @property
    def folder(self) -> str | None:
        """The folder of the site that it names for its page."""
        folder = text_in(first_of(self.values, site_fields().folder)[1]).strip("/")
        return folder if folder and ".." not in folder.split("/") else None

    def unknown_of(self, *fields: Keys) -> list[str]:
        """Tell which of these fields only running the source would tell."""
        keys = [key for keys in fields for key in keys]
        return [f"{key} (line {self.unknown[key]})" for key in keys if key in self.unknown]


@dataclass(frozen=True, slots=True)
class PublicationText:
    """A text in Markdown, the file that holds it, and what is to be told of it."""

    origin: Path
    markdown: str
    remarks: tuple[str, ...] = ()


def publication_text(root: Path, publication: Publication) -> PublicationText | str:
    """Give the text of a release, or tell why there is none."""
    fields = site_fields()
    path = text_in(first_of(publication.values, fields.text_file)[1])
    if not path:
        return _text_of_class(publication)
    file = text_file(root, publication, path)
    if isinstance(file, str):
        return file
    try:
        data = file.read_bytes()
    except OSError as error:
        return Told(
            "{slug}: its text cannot be read: {problem}", slug=publication.slug, problem=error.strerror or error
        )
    text = decode(data, legacy=True)
    remarks = (Told("its text is no UTF-8; what is none was read as Windows-1252"),) if _is_legacy(data) else ()
    as_html = TEXTS[file.suffix.lower()] or is_html(text)
    return PublicationText(file, markdown_of(text) if as_html else text, remarks)


def _text_of_class(publication: Publication) -> PublicationText | str:
    """Give the text that a class holds itself, in one piece or in several."""
    fields = site_fields()
    told = first_of(publication.values, fields.text)[1]
    parts = told if isinstance(told, tuple) else (told,)
    text = "\n\n".join(part for part in parts if isinstance(part, str))
    if text.strip():
        return PublicationText(publication.file, markdown_of(text) if is_html(text) else text)
    if unknown := ", ".join(publication.unknown_of(fields.text_file, fields.text)):
        return Told("{slug}: only running its source would tell its text, {keys}", slug=publication.slug, keys=unknown)
    return Told("{slug}: it has no text", slug=publication.slug)


def text_file(root: Path, publication: Publication, path: str) -> Path | str:
    """Give the file of a text, which a class names from the root of the site; or tell why it is not taken."""

    def told(template: str) -> Told:
        return Told(template, slug=publication.slug, path=path, kinds=", ".join(TEXTS))

    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts:
        return told("{slug}: its text {path} is out of the tree")
    if inside.suffix.lower() not in TEXTS:
        return told("{slug}: its text {path} is of no kind that holds one; known are {kinds}")
    beside = publication.file.parent / inside.name  # where the tree at hand is but a part of the site
    file = next((file for file in (root / inside, beside) if os.path.lexists(file)), None)
    if file is None:
        return told("{slug}: its text {path} is not there; put it there, or mend the path")
    if leads_elsewhere(file, root):
        return told("{slug}: its text {path} is a link; no link is followed, put the file itself there")
    return file if file.is_file() else told("{slug}: its text {path} is no file that can be read")


def _is_legacy(data: bytes) -> bool:
    return decode(data) != decode(data, legacy=True)
