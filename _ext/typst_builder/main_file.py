"""The main file of a book: its cover, contents, chapters, index and colophon, in Typst."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from sphinx.locale import _

from .compiler import PLACES
from .fragments import file_stem, import_line
from .glyphs import Glyphs
from .literals import array, dictionary, string, truth
from .outline import Book, Chapter
from .printed_index import index_groups
from .translation import Translation
from .volume_set import Elsewhere, Others

_FRONT_MATTER = 5.0
"""So many pages stand before the first chapter, more or less."""
LAST = "#last"
"""The label that stands last in a volume, on its last page; no document has such a name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all books of a project have in common.

    *page_mark* stands before a page number in a reference; *mark* is the path of a picture for covers, or empty.
    """

    language: str
    region: str
    paper: str
    page_mark: str
    glyphs: Glyphs
    mark: str = ""


def main_file(
    book: Book, translations: Mapping[str, Translation], paths: Mapping[str, str], setting: Setting, others: Others
) -> str:
    """Give the Typst source of *book*; *paths* gives the file of each document's code."""
    documents = book.documents()
    anchors = {name: label for docname in documents for name, label in translations[docname].anchors.items()}
    lines = ['#import "/book.typ": *']
    names = {docname: f"document-{number}" for number, docname in enumerate(documents)}
    lines += [import_line(paths[docname], names[docname]) for docname in documents]
    places = f"{posixpath.basename(file_stem(book.name))}{PLACES}"
    known = [
        _targets(book, translations, anchors), setting.glyphs.literal(setting.page_mark), f"json({string(places)})"
    ]  # fmt: skip
    if others.places:
        known.append(f"elsewhere: {_elsewhere(others.places, setting)}")
    lines.append(f"#let known = links({', '.join(known)})")
    lines.append(f"#show: book.with({', '.join(_settings(book, setting))})")
    if book.bound:
        told = ", ".join(map(setting.glyphs.literal, (book.title, book.subtitle, book.author, book.edition)))
        lines.append(f"#cover({told}, mark: {string(setting.mark)})" if setting.mark else f"#cover({told})")
        lines.append(f"#title-page({told})")
        lines.append(f"#contents({string(_('Contents'))})")
    lines += [f"#{code}" for chapter in book.chapters for code in _chapter(chapter, 1, names, setting)]
    lines += _back_matter(book, translations, anchors, setting, others)
    if book.volume:
        lines.append(f"#[#metadata(none)#label({string(LAST)})]")
    return "\n".join(lines) + "\n"


def labels_of(book: Book, translations: Mapping[str, Translation]) -> dict[str, int]:
    """Give the labels whose places a book must know, with the pages where they may be by the weights of its documents.

    These are those that it refers to; of a volume all, and the last.
    """
    pages: dict[str, int] = {}
    wanted: set[str] = set()
    end = _FRONT_MATTER if book.bound else 1.0
    for translation in (translations[docname] for docname in book.documents()):
        pages.update((name, int(end)) for name in translation.anchors)
        wanted.update(translation.anchors if book.volume else translation.references)
        end += translation.weight.pages
    anchors = {name: label for docname in book.documents() for name, label in translations[docname].anchors.items()}
    labels = {anchors[name]: pages[name] for name in sorted(wanted & pages.keys())}
    return {**labels, LAST: int(end)} if book.volume else labels


def _targets(book: Book, translations: Mapping[str, Translation], anchors: Mapping[str, str]) -> str:
    """Give the names that anything in the book leads to, with their labels; a label leads to itself.

    To a volume others may lead, and what they lead to is no reason to make it anew: there all names have their labels.
    """
    documents = book.documents()
    wanted = {name for docname in documents for name in translations[docname].references}
    wanted |= {entry.place for docname in documents for entry in translations[docname].index}
    wanted |= anchors.keys() if book.volume else set()
    found = {name: anchors[name] for name in wanted if name in anchors}
    found |= {label: label for label in found.values()}
    return dictionary({name: string(label) for name, label in sorted(found.items())})


def _elsewhere(places: Mapping[str, Elsewhere], setting: Setting) -> str:
    """Give the names that lead to other volumes, each with its address and what is told of it: ``2020, p. 31``."""
    told = {}
    for name, place in places.items():
        page = f", {setting.page_mark}\u00a0{place.page}" if place.page else ""
        told[name] = f"({string(place.address)}, {setting.glyphs.literal(place.volume + page)})"
    return dictionary(told)


def _back_matter(
    book: Book, translations: Mapping[str, Translation], anchors: Mapping[str, str], setting: Setting, others: Others
) -> Iterator[str]:
    """Give what follows the chapters: the list of volumes, the index and the colophon."""
    overview = book.volume.overview if book.volume else None
    if overview:
        rows = array(
            f"({string(address)}, {array(map(setting.glyphs.literal, cells))})"
            for address, cells, _sum in others.volumes
        )
        heads = array(map(setting.glyphs.literal, overview.heads))
        yield f"#overview({setting.glyphs.literal(overview.title)}, {heads}, {rows})"
    entries = [entry for docname in book.documents() for entry in translations[docname].index]
    if book.bound and (entries or others.index):
        groups = index_groups([*entries, *others.index], anchors, others.places, setting.glyphs, setting.language)
        yield f"#index-section({', '.join([string(_('Index')), *groups])})"
    if book.colophon:
        files = [(posixpath.basename(unquote(address)), checksum) for address, _cells, checksum in others.volumes]
        told = (*book.colophon.statements, overview.checksums) if overview else book.colophon.statements
        statements = array(map(setting.glyphs.literal, told))
        pairs = [*files, *book.colophon.checksums]
        checksums = array(array(setting.glyphs.literal(text) for text in pair) for pair in pairs)
        title = f"{setting.glyphs.literal(book.colophon.title)}, " if book.bound else ""
        yield f"#{'colophon' if book.bound else 'small-colophon'}({title}{statements}, {checksums})"


def _settings(book: Book, setting: Setting) -> Iterator[str]:
    title = setting.glyphs.printable(f"{book.title} · {book.subtitle}" if book.volume else book.title)[0].strip()
    yield f"title: {string(title) if title else setting.glyphs.literal(book.name)}"  # PDF/UA wants one
    yield f"author: {setting.glyphs.literal(book.author)}"
    yield f"date: datetime(year: {book.date.year}, month: {book.date.month}, day: {book.date.day})"
    yield f"language: {string(setting.language)}"
    if setting.region:
        yield f"region: {string(setting.region)}"
    yield f"paper: {string(setting.paper)}"
    yield f"bound: {truth(book.bound)}"


def _chapter(chapter: Chapter, level: int, names: Mapping[str, str], setting: Setting) -> Iterator[str]:
    below = [code for one in chapter.chapters for code in _chapter(one, level + 1, names, setting)]
    if chapter.docname is not None:
        content = f"{names[chapter.docname]}.content"
    else:
        content = f"(level, ..) => heading(level: level, {setting.glyphs.literal(chapter.title)})"
    heads = array(setting.glyphs.literal(text) for text in chapter.running_heads) if chapter.running_heads else "none"
    settings = [f"level: {level}", f"heads: {heads}"]
    settings += [f"told: {setting.glyphs.literal(chapter.told)}"] if chapter.told else []
    settings += [f"new-page: {truth(chapter.new_page)}", f"listed: {truth(chapter.listed)}"]
    yield f"chapter({', '.join([content, 'known', *settings, *below])})"
