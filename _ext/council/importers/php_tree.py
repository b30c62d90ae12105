"""The institute's own site: releases as PHP classes in ``lib/``, their texts beside them, pages and pictures elsewhere.

.. code-block:: text

   lib/SalaPrensa/CLASS.php     what is known of a release; its slug is a property, not the name of the class
   lib/SalaPrensa/CLASS.md      its text, or CLASS.html, or in the class itself
   sala-prensa/SLUG.html        the published page
   sala-prensa/SLUG/            its pictures; paths in a text begin at sala-prensa/

The keys of the properties, and the folder of the releases, stand in ``site_fields.toml``.  PHP is read and never run,
no link is followed, and no path leads out of the tree.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from council.importers.field_values import text_in
from council.importers.html_text import HtmlTextError, unreadable
from council.importers.incoming import LINK, NO_FILE, IncomingRelease, LeftOut
from council.importers.php_source import NoLiteral, PhpClass, PhpSourceError, php_classes
from council.importers.picture_folders import picture_folders, picture_paths
from council.importers.site_fields import first_of, site_fields, site_metadata
from council.importers.site_publications import TEXTS, Publication, publication_text, text_file
from council.importers.told import Told
from council.language.decoding import decode

_NO_SLUG = re.compile(r"[/\\]|^\.")
"""What leads elsewhere, or hides a file."""


@dataclass(slots=True)
class _Site:
    """What was read of the classes below *root*."""

    root: Path
    publications: list[Publication] = field(default_factory=list)
    sections: list[Publication] = field(default_factory=list)
    """Classes without a slug that name a folder: the pages of sections."""
    left_out: list[LeftOut] = field(default_factory=list)


def is_php_tree(root: Path) -> bool:
    """Whether a PHP file below *root* describes a release."""
    return any(_read_classes(_Site(root), file).publications for file in _walk(root) if _is_php(file))


def read_php_tree(root: Path) -> Iterator[IncomingRelease | LeftOut]:
    """Give the releases of the site at *root*, in the order of their files, and what is left out."""
    site = _Site(root)
    files = list(_walk(root))
    for file in filter(_is_php, files):
        _read_classes(site, file)
    _leave_other_sections(site)
    yield from site.left_out
    folders = _page_folders(site)
    used: set[Path] = set()
    for publication, folder in zip(site.publications, folders, strict=True):
        release = _release(root, publication, folder)
        yield release
        used.update(release.picture_folders.values() if isinstance(release, IncomingRelease) else ())
        used.update(_named_files(root, publication, folder))
    yield from _unused(site, files, {folder for folder in folders if folder}, used)


def _walk(root: Path) -> Iterator[Path]:
    """Give the files below *root* in order, and links to folders; hidden ones are left alone."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in sorted([*names, *linked]) if not name.startswith("."))


def _is_php(file: Path) -> bool:
    return file.suffix.lower() == ".php"


def _read_classes(site: _Site, file: Path) -> _Site:
    """Put the classes of *file* where they belong."""
    if file.is_symlink() or not file.is_file():
        site.left_out.append(LeftOut(file, LINK if file.is_symlink() else NO_FILE))
        return site
    try:
        classes = php_classes(decode(file.read_bytes(), legacy=True))
    except OSError as error:
        site.left_out.append(LeftOut(file, error.strerror or str(error)))
        return site
    except PhpSourceError as error:
        site.left_out.append(
            LeftOut(file, Told("line {line}: {problem}; mend the file", line=error.line, problem=error.problem))
        )
        return site
    publications = [_publication(file, class_) for class_ in classes]
    for publication in publications:
        if wrong := publication.unknown_of(site_fields().slug):
            site.left_out.append(
                LeftOut(file, Told("only running it would tell {keys}; write the value itself there", keys=wrong[0]))
            )
        elif not publication.slug and publication.folder:
            site.sections.append(publication)
        elif _NO_SLUG.search(publication.slug):
            site.left_out.append(LeftOut(file, Told("{name} is no name that a page can have", name=publication.slug)))
        elif publication.slug:
            site.publications.append(publication)
    if not any(publication.slug or publication.unknown_of(site_fields().slug) for publication in publications):
        site.left_out.append(
            LeftOut(file, Told("no release: no class in it gives {key}", key=site_fields().slug[0]), expected=True)
        )
    return site


def _publication(file: Path, class_: PhpClass) -> Publication:
    properties = class_.properties.items()
    return Publication(
        file,
        {name: property_.value for name, property_ in properties if not isinstance(property_.value, NoLiteral)},
        {name: property_.line for name, property_ in properties if isinstance(property_.value, NoLiteral)},
    )


def _leave_other_sections(site: _Site) -> None:
    """Leave out what is published in other sections than that of the releases, where the site has it."""
    names = site_fields().sections
    if not any(publication.file.parent.name in names for publication in site.publications):
        return
    others = [publication for publication in site.publications if publication.file.parent.name not in names]
    site.publications = [publication for publication in site.publications if publication.file.parent.name in names]
    site.left_out += [
        LeftOut(
            publication.file,
            Told("of another section of the site than {sections}", sections=", ".join(names)),
            expected=True,
        )
        for publication in others
    ]


def _page_folders(site: _Site) -> list[str | None]:
    """Give the folder of the site in which each page was: as its class says, as it is there, or as with the others."""
    pages: dict[str, str] = {}
    for page in sorted([*site.root.glob("*.html"), *site.root.glob("*/*.html")]):
        pages.setdefault(page.stem, page.parent.relative_to(site.root).as_posix().removeprefix("."))
    own = [publication.folder or pages.get(publication.slug) for publication in site.publications]
    usual: dict[Path, Counter[str]] = {}
    named = zip(
        [*site.publications, *site.sections], [*own, *(section.folder for section in site.sections)], strict=True
    )
    for publication, folder in named:
        if folder is not None:
            usual.setdefault(publication.file.parent, Counter())[folder] += 1
    commonest = {place: counter.most_common(1)[0][0] for place, counter in usual.items()}
    return [
        commonest.get(publication.file.parent) if folder is None else folder
        for publication, folder in zip(site.publications, own, strict=True)
    ]


def _release(root: Path, publication: Publication, folder: str | None) -> IncomingRelease | LeftOut:
    fields, metadata = site_fields(), site_metadata(publication.values)
    if metadata.status == "withheld":
        key, word = first_of(publication.values, fields.status)
        reason = Told(
            "{slug}: the site does not publish it, as {key} is {value}", slug=metadata.slug, key=key, value=word
        )
        return LeftOut(publication.file, reason, expected=True)
    try:
        text = publication_text(root, publication)
    except HtmlTextError as error:
        text = unreadable(metadata.slug, error)
    if isinstance(text, str):
        return LeftOut(publication.file, text)
    remarks = [*metadata.remarks, *text.remarks]
    if unknown := [f"{key} (line {line})" for key, line in publication.unknown.items() if key not in fields.text]:
        remarks.append(Told("only running its source would tell {keys}", keys=", ".join(unknown)))
    own = [f"{metadata.slug}/"] if os.path.isdir(_own_folder(root, publication, folder)) else []
    folders, of_pictures = picture_folders(root, folder or "", [*own, *picture_paths(text.markdown)])
    draft = metadata.status != "published" or bool(publication.unknown_of(fields.status))
    return IncomingRelease(
        origin=text.origin,
        slug=metadata.slug,
        text=text.markdown,
        title=metadata.title,
        date=metadata.date,
        authors=metadata.authors,
        description=metadata.description,
        keywords=metadata.keywords,
        categories=metadata.categories,
        regions=metadata.regions,
        status="draft" if draft else "published",
        published_at=posixpath.join("/", folder, f"{metadata.slug}.html") if folder is not None else "",
        source=metadata.source,
        picture_folders=folders,
        remarks=(*remarks, *of_pictures),
    )


def _own_folder(root: Path, publication: Publication, folder: str | None) -> Path:
    return root / (folder or "") / publication.slug


def _named_files(root: Path, publication: Publication, folder: str | None) -> Iterator[Path]:
    """Give what belongs to a publication, taken or not: its text, and the folder of its pictures."""
    yield _own_folder(root, publication, folder)
    path = text_in(first_of(publication.values, site_fields().text_file)[1])
    file = text_file(root, publication, path) if path else path
    if isinstance(file, Path):
        yield file


def _unused(site: _Site, files: list[Path], folders: set[str], used: set[Path]) -> Iterator[LeftOut]:
    """Tell of texts that no class names, of folders of pictures that no text does, and of links."""
    places = {publication.file.parent for publication in site.publications}
    for file in files:
        if file.is_symlink() and file.is_dir():
            yield LeftOut(file, LINK)
        elif file.suffix.lower() in TEXTS and file.parent in places and file not in used:
            yield LeftOut(file, Told("a text that no class names"))
        elif file.suffix.lower() == ".md" and file not in used:
            yield LeftOut(file, Told("no release: no class names it"), expected=True)
    beside = {file.parent for file in files if file.parent.parent in {site.root / folder for folder in folders}}
    for place in sorted(beside - used):
        yield LeftOut(place, Told("pictures of no release"), expected=True)
