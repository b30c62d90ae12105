"""A release's record from its tokens: the one entry point of the extraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from council.dialect import parse_release
from council.dialect.dateline import Dateline, opening_dateline
from council.dialect.dialect_words import DialectWords
from council.dialect.lone_pictures import is_portrait
from council.dialect.notes import Note, notes_of
from council.dialect.plain_text import plain_text
from council.dialect.title import LONGEST_TITLE, first_sentence, shorten
from council.extract.blocks import Block, read_blocks
from council.extract.calm_headings import calm_title
from council.extract.correcting import corrected, corrected_dateline
from council.extract.corrections import NO_CORRECTIONS, Corrections
from council.extract.dating import release_date
from council.extract.directorates import read_directorates
from council.extract.external import read_external
from council.extract.figures.figure_reading import read_figures
from council.extract.forms import read_forms
from council.extract.metadata import read_metadata
from council.extract.people.reading import read_people
from council.extract.projects.items import read_items
from council.extract.projects.prose import read_prose
from council.extract.projects.telling_quotations import with_telling_quotations
from council.extract.sections import Context, read_contexts
from council.extract.session import read_session
from council.extract.vocabulary import Vocabulary
from council.extract.work_tables import read_tables
from council.language.dates import DateGrammar
from council.language.folding import words_of
from council.model.partial_dates import PartialDate
from council.model.releases import Picture, Release

LONGEST_DESCRIPTION = 280


def read_release(
    text: str, slug: str, vocabulary: Vocabulary, sha256: str = "", corrections: Corrections = NO_CORRECTIONS
) -> tuple[Release, list[Note]]:
    """Read the text of a release file: its record, corrected, and what deserves a warning.

    *sha256* is the checksum of the file's bytes, which its text does not tell.
    """
    tokens, environment = parse_release(text, slug, vocabulary.profile.lexicon.dialect)
    return extract_release(tokens, environment, slug, sha256, vocabulary, corrections)


def extract_release(
    tokens: Sequence[Token],
    environment: Mapping[str, Any],
    slug: str,
    sha256: str,
    vocabulary: Vocabulary,
    corrections: Corrections = NO_CORRECTIONS,
) -> tuple[Release, list[Note]]:
    """Give the record of the release whose *tokens* the dialect read into *environment*."""
    metadata, notes = read_metadata(environment.get("front_matter", {}), environment.get("front_matter_lines", {}))
    blocks = read_blocks(tokens)
    words = vocabulary.profile.lexicon.dialect
    dateline, line, told = _checked_dateline(blocks, words.dates, corrections)
    date = release_date(metadata, dateline, slug)
    notes = [*notes_of(dict(environment)), *notes, *told, *_missing(blocks, date)]
    year = date.year if date else None
    body = [block.flat for block in blocks]
    title = _title(tokens)
    release = Release(
        slug=slug,
        title=title,
        shown_title=calm_title(title, blocks, vocabulary),
        alternative_title="" if words_of(metadata.title) == words_of(title) else metadata.title,
        date=date,
        dateline=dateline.date if dateline else None,
        dateline_line=line,
        place=dateline.place if dateline else "",
        session=read_session(body, (metadata.title, metadata.description), slug, year, vocabulary.profile),
        authors=metadata.authors,
        description=metadata.description or _summary(tokens, words),
        keywords=metadata.keywords,
        categories=metadata.categories,
        regions=metadata.regions,
        source_url=metadata.source_url,
        published_at=metadata.published_at,
        previous_slugs=metadata.previous_slugs,
        pictures=_pictures(tokens),
        passages=tuple((block.line, " ".join(block.text.split())) for block in blocks),
        sha256=sha256,
    )
    known = vocabulary.with_acronyms(body)
    contexts = read_contexts(blocks, known)
    release = _with_mentions(release, blocks, contexts, known)
    release, unfollowed = corrected(release, corrections, blocks, vocabulary)
    release = replace(release, figures=read_figures(blocks, contexts, release.projects, vocabulary))
    return release, [*notes, *unfollowed]


def _with_mentions(
    release: Release, blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> Release:
    """Give *release* with all that its *blocks* name."""
    tables, forms = read_tables(blocks, vocabulary), read_forms(blocks, contexts, vocabulary)
    people = read_people(blocks, contexts, vocabulary)
    items = read_items(blocks, contexts, tables, forms, vocabulary)
    projects = (*items, *read_prose(blocks, contexts, items, people, vocabulary))
    return replace(
        release,
        directorates=read_directorates(blocks, contexts, tables, items, people, vocabulary),
        external=read_external(blocks, vocabulary),
        projects=with_telling_quotations(projects, blocks, contexts, vocabulary),
        people=people,
    )


def _checked_dateline(
    blocks: Sequence[Block], dates: DateGrammar, corrections: Corrections
) -> tuple[Dateline | None, int, list[Note]]:
    """Give the dateline, corrected, its line where the text has it, and what is wrong with it."""
    dateline, line = _dateline(blocks, dates)
    notes: list[Note] = []
    dateline = corrected_dateline(dateline, corrections)
    if dateline is not None and dateline.date is None:
        notes.append(Note(line, "date", f"no such day: {dateline.text!r}; correct it or give date in the front matter"))
    return dateline, line if corrections.facts.dateline is None else 0, notes


def _missing(blocks: Sequence[Block], date: PartialDate | None) -> list[Note]:
    """Tell what every release has, and this one has not."""
    if not blocks:
        return [Note(1, "empty", "the release has no text; fill or remove the file")]
    return [] if date else [Note(1, "date", "the release has no date; give date in the front matter")]


def _title(tokens: Sequence[Token]) -> str:
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.meta.get("title"):
            return plain_text(tokens[index + 1])
    return ""


def _dateline(blocks: Sequence[Block], dates: DateGrammar) -> tuple[Dateline | None, int]:
    """Give the first dateline among the lines of the paragraphs, and where it stands."""
    for block in blocks:
        if block.kind != "paragraph" or block.item is not None:
            continue
        for offset, line in enumerate(block.text.split("\n")):
            found = opening_dateline(line, dates)
            if found is not None:
                return found, block.line + offset
    return None, 0


def _summary(tokens: Sequence[Token], words: DialectWords) -> str:
    sentence = first_sentence(list(tokens), words)
    if not sentence.endswith("…") or len(sentence) > LONGEST_TITLE:
        return shorten(sentence, LONGEST_DESCRIPTION)
    for index, token in enumerate(tokens):
        text = plain_text(token) if token.type == "inline" and tokens[index - 1].type != "heading_open" else ""
        if text[:20] and sentence[1:20] in text:
            return shorten(text, LONGEST_DESCRIPTION)
    return sentence


def _pictures(tokens: Sequence[Token]) -> tuple[Picture, ...]:
    """Give every picture in order, those within text and tables too."""
    found: list[Picture] = []
    for token in tokens:
        if token.type == "picture":
            alt, centered, portrait = token.meta["alt"], token.meta["centered"], is_portrait(token)
            found.append(Picture(str(token.attrs["src"]), alt, centered, (token.map or [0])[0] + 1, portrait))
        elif token.type == "centered_picture_open":
            found.append(Picture(str(token.attrs["src"]), token.meta["alt"], True, (token.map or [0])[0] + 1))
        for child in token.children or []:
            if child.type == "image":
                alt = child.meta["alt"] if child.meta.get("html") else (child.content or None)
                line = child.meta.get("line", (token.map or [0])[0]) + 1
                found.append(Picture(str(child.attrs["src"]), alt, False, line))
    return tuple(found)
