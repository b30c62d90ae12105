"""A release as a file of Markdown: front matter of any kind, none, or metadata in a file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from council.dialect.front_matter import read_front_matter
from council.importers.conventions import DRAFTS
from council.importers.field_names import ForeignFields, read_foreign_fields
from council.importers.foreign_dates import Dating
from council.importers.front_matter_kinds import Head, read_head
from council.importers.incoming import IncomingRelease, LeftOut
from council.importers.sidecars import SidecarError, read_sidecar, sidecar_of
from council.importers.told import Told
from council.language.decoding import decode, text_of_any
from council.model.fields import read_fields
from council.model.releases import Metadata
from council.profile.loader import FILE as INSTITUTION

NOT_PUBLISHED = Told("its tree marks it as not to be published")
OF_THE_SITE = Told("a page of its site, with no date; no release")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text in the tree *root*, and the *name* that its tree gives it.

    *alone* tells that its folder is its own, and pictures in it are its pictures.
    """

    file: Path
    root: Path
    name: str
    alone: bool = False

    @property
    def is_of_an_archive(self) -> bool:
        """Whether the tree is one like this archive, whose pages are titled by their headings."""
        return any((folder / INSTITUTION).is_file() for folder in (self.root, self.root.parent))

    @property
    def is_draft(self) -> bool:
        """Whether it stands in a folder for drafts."""
        return any(part.casefold() in DRAFTS for part in self.file.relative_to(self.root).parent.parts)

    @property
    def picture_folders(self) -> dict[str, Path]:
        """The folders of its own pictures: one of its name beside it, and its own."""
        beside = self.file.with_suffix("")
        folders = {self.name: beside} if beside.is_symlink() or beside.is_dir() else {}
        return folders | ({"": self.file.parent} if self.alone else {})


def read_markdown(text_file: TextFile, dating: Dating) -> list[IncomingRelease | LeftOut]:
    """Read a file of Markdown, and the one with its metadata; raises ``OSError``."""
    text, remarks = read_text(text_file.file)
    return read_release(text_file, read_head(text), dating, remarks)


def read_text(file: Path) -> tuple[str, tuple[str, ...]]:
    """Give the text of *file*, and a remark where it is no UTF-8; raises ``OSError``."""
    text, encoding = text_of_any(file.read_bytes())
    return text, (Told("it was {encoding}; it is written as UTF-8", encoding=encoding),) if encoding else ()


def read_release(
    text_file: TextFile,
    head: Head,
    dating: Dating,
    remarks: tuple[str, ...],
    known: Mapping[str, Any] | None = None,
) -> list[IncomingRelease | LeftOut]:
    """Give the release whose front matter and text are *head*, with the metadata beside it, or what else is *known*."""
    told: list[IncomingRelease | LeftOut] = []
    data: Mapping[str, Any] = head.data
    if head.kind == "none":
        data = known or {}
        sidecar = sidecar_of(text_file.file)
        try:
            data = read_sidecar(sidecar) if sidecar and not sidecar.is_symlink() else data
        except SidecarError as error:
            told.append(LeftOut(sidecar or text_file.file, error.told))
    fields = read_foreign_fields(data, text_file.name, dating)
    if fields.standing == "ignored":
        return [*told, LeftOut(text_file.file, NOT_PUBLISHED, expected=True)]
    if fields.is_page and not fields.date:
        return [*told, LeftOut(text_file.file, OF_THE_SITE, expected=True)]
    if head.problem:
        remarks = (*remarks, Told("its front matter is read line by line: {problem}", problem=head.problem))
    return [*told, release_of(text_file, head, fields, remarks)]


def release_of(text_file: TextFile, head: Head, fields: ForeignFields, remarks: tuple[str, ...]) -> IncomingRelease:
    """Give the release that a file with the front matter *head* holds."""
    titled_above = bool(head.kind != "none" and fields.title and not text_file.is_of_an_archive)
    return IncomingRelease(
        origin=text_file.file,
        slug=text_file.name,
        text=head.body,
        title=fields.title,
        date=fields.date,
        authors=fields.authors,
        description=fields.description,
        keywords=fields.keywords,
        categories=fields.categories,
        regions=fields.regions,
        status="draft" if fields.standing == "draft" or text_file.is_draft else "published",
        published_at=fields.published_at,
        aliases=fields.aliases,
        source_url=fields.source_url,
        titled_by="front_matter" if titled_above else "heading",
        source=fields.rest,
        own_front_matter=_own_block(head),
        picture_folders=text_file.picture_folders,
        picture=fields.picture,
        remarks=remarks,
    )


def _own_block(head: Head) -> str:
    """Give front matter as it is written where the archive itself reads all of it."""
    own = read_front_matter(decode(head.block.encode())) if head.kind == "yaml" and not head.problem else None
    return head.block if own and not own.problem and not read_fields(Metadata, own.data, own.lines)[1] else ""
