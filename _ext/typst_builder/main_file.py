"""The main file of a book: its cover, contents, chapters, index and colophon, in Typst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx.locale import _

from .fragments import import_line
from .glyphs import Glyphs
from .literals import array, dictionary, string, truth
from .outline import Book, Chapter
from .printed_index import index_groups
from .translation import Translation


@dataclass(frozen=True, slots=True)
class Setting:
    """What all books of a project have in common.

    *page_mark* stands before a page number in a reference.
    """

    language: str
    region: str
    paper: str
    page_mark: str
    glyphs: Glyphs


def main_file(book: Book, translations: Mapping[str, Translation], paths: Mapping[str, str], setting: Setting) -> str:
    """Give the Typst source of *book*; *paths* gives the file of each document's code."""
    documents = book.documents()
    anchors = {name: label for docname in documents for name, label in translations[docname].anchors.items()}
    entries = [entry for docname in documents for entry in translations[docname].index] if book.bound else []
    lines = ['#import "/book.typ": *']
    names = {docname: f"document-{number}" for number, docname in enumerate(documents)}
    lines += [import_line(paths[docname], names[docname]) for docname in documents]
    lines.append(
        f"#let known = links({_targets(documents, translations, anchors)}, {setting.glyphs.literal(setting.page_mark)})"
    )
    lines.append(f"#show: book.with({', '.join(_settings(book, setting))})")
    if book.bound:
        told = (book.title, book.subtitle, book.author, book.edition)
        lines.append(f"#cover({', '.join(setting.glyphs.literal(text) for text in told)})")
        lines.append(f"#contents({string(_('Contents'))})")
    lines += [f"#{code}" for chapter in book.chapters for code in _chapter(chapter, 1, names, setting)]
    if entries:
        groups = index_groups(entries, anchors, setting.glyphs, setting.language)
        lines.append(f"#index-section({', '.join([string(_('Index')), *groups])})")
    if book.colophon:
        statements = array(setting.glyphs.literal(text) for text in book.colophon.statements)
        checksums = array(array(setting.glyphs.literal(text) for text in pair) for pair in book.colophon.checksums)
        title = f"{setting.glyphs.literal(book.colophon.title)}, " if book.bound else ""
        lines.append(f"#{'colophon' if book.bound else 'small-colophon'}({title}{statements}, {checksums})")
    return "\n".join(lines) + "\n"


def _targets(documents: list[str], translations: Mapping[str, Translation], anchors: Mapping[str, str]) -> str:
    """Give the names that anything in the book leads to, with their labels; a label leads to itself."""
    wanted = {name for docname in documents for name in translations[docname].references}
    wanted |= {entry.place for docname in documents for entry in translations[docname].index}
    found = {name: anchors[name] for name in wanted if name in anchors}
    found |= {label: label for label in found.values()}
    return dictionary({name: string(label) for name, label in sorted(found.items())})


def _settings(book: Book, setting: Setting) -> Iterator[str]:
    title = setting.glyphs.printable(book.title)[0].strip()
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
    settings += [f"new-page: {truth(chapter.new_page)}", f"listed: {truth(chapter.listed)}"]
    yield f"chapter({', '.join([content, 'known', *settings, *below])})"
