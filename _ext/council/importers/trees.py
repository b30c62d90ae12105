"""A tree of somebody's releases, searched in depth: of each file, what it is, and the shape that reads it.

No link is followed.  Files that repositories and generators have for themselves are told from releases by their names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from safe_pictures.published_pictures import SUFFIXES

from council.importers.author_lists import AuthorLists
from council.importers.conventions import (
    BUNDLES,
    HTML,
    MARKDOWN,
    OF_OFFICES,
    OTHER_TEXTS,
    bare_name,
    holds_no_content,
    is_of_repositories,
    lists_others,
)
from council.importers.foreign_dates import Dating
from council.importers.html_files import read_html
from council.importers.incoming import LINK, NO_FILE, IncomingRelease, LeftOut
from council.importers.markdown_files import TextFile, read_markdown
from council.importers.php_tree import is_php_tree, read_php_tree
from council.importers.sidecars import ENDING as SIDECAR
from council.importers.told import Told

NOT_SHOWN = Told("a picture that no release shows")
OF_REPOSITORIES = Told("a file that repositories have, no release")
OF_SITES = Told("a page that lists others, no release")
NO_CONTENT = Told("a folder of programs, templates or built pages")
OTHER_TEXT = Told("text in a form that is not read; save it as Markdown")
AMONG_PICTURES = Told("a text among the pictures of another, with no date; no release of its own")
ATTACHMENT = Told("an attachment; only text and pictures come along")
OTHER_FORM = Told("another form of the text beside it")
BUILT = Told("the page that was built of the text beside it")
HIDDEN = Told("a hidden file")
NO_TEXT = Told("no text and no picture")


def read_tree(root: Path, dating: Dating) -> Iterator[IncomingRelease | LeftOut]:
    """Give each release of the tree *root*, and each file that is left out."""
    if is_php_tree(root):
        yield from read_php_tree(root)
        return
    authors = AuthorLists(root)
    for place, folders, names in os.walk(root):
        folder = Path(place)
        for name in sorted(folders):
            if (folder / name).is_symlink():
                yield LeftOut(folder / name, LINK)
            elif holds_no_content(name):
                yield LeftOut(folder / name, NO_CONTENT, expected=True)
        folders[:] = sorted(name for name in folders if not holds_no_content(name) and not (folder / name).is_symlink())
        yield from map(authors.named, _read_folder(folder, sorted(names), root, dating))
    yield from authors.problems


def _read_folder(folder: Path, names: list[str], root: Path, dating: Dating) -> Iterator[IncomingRelease | LeftOut]:
    yield from (LeftOut(folder / name, HIDDEN, expected=True) for name in names if name.startswith("."))
    files = [folder / name for name in names if not name.startswith(".")]
    markdown = {file.stem for file in files if file.suffix.lower() in MARKDOWN}
    pages = {file.stem for file in files if file.suffix.lower() in HTML} - markdown
    for file in files:
        kind = file.suffix.lower()
        if file.is_symlink():
            yield LeftOut(file, LINK)
        elif not file.is_file():
            yield LeftOut(file, NO_FILE)
        elif kind == SIDECAR and file.stem in markdown | pages:
            continue  # it is read with its text
        elif kind in HTML and file.stem in markdown:
            yield LeftOut(file, BUILT, expected=True)
        elif kind in MARKDOWN or kind in HTML:
            try:
                yield from _read_text(file, len(markdown if kind in MARKDOWN else pages), root, dating)
            except OSError as error:
                yield LeftOut(file, error.strerror or str(error))
        elif kind in OF_OFFICES and file.stem in markdown | pages:
            yield LeftOut(file, OTHER_FORM, expected=True)
        else:
            yield _left_out(file, bool(markdown | pages), dating)


def _left_out(file: Path, beside_texts: bool, dating: Dating) -> LeftOut:
    """Tell of a file that is no text to be read; of those of offices, one with a date may be what somebody wants."""
    kind = file.suffix.lower()
    if kind in SUFFIXES:
        return LeftOut(file, NOT_SHOWN, expected=True)
    if is_of_repositories(file):
        return LeftOut(file, OF_REPOSITORIES, expected=True)
    if kind in OF_OFFICES and beside_texts and not dating.names.own_date(file.name):
        return LeftOut(file, ATTACHMENT, expected=True)
    if kind in OTHER_TEXTS:
        return LeftOut(file, OTHER_TEXT, expected=kind == ".txt" and not dating.names.own_date(file.name))
    return LeftOut(file, NO_TEXT, expected=True)


def _read_text(file: Path, texts: int, root: Path, dating: Dating) -> list[IncomingRelease | LeftOut]:
    """Read a text; *texts* is how many of its kind its folder holds."""
    folder_date = dating.names.own_date(file.parent.name) if file.parent != root else ""
    own_folder = file.parent != root and (texts < 2 or len(folder_date) > len("YYYY-MM"))
    if own_folder and file.stem.casefold() in BUNDLES:
        return _read_bundle(file, TextFile(file, root, file.parent.name, alone=texts < 2), dating)
    if is_of_repositories(file):
        return [LeftOut(file, OF_REPOSITORIES, expected=True)]
    if lists_others(file, in_dated_folder=bool(folder_date)):
        return [LeftOut(file, OF_SITES, expected=True)]
    name = bare_name(file)
    alone = own_folder and texts == 1 and name == file.parent.name
    parts = _reader_of(file)(TextFile(file, root, name, alone), dating)
    among_pictures = _is_of_pictures(file.parent) and not _is_told(parts, name, dating)
    return [LeftOut(file, AMONG_PICTURES)] if among_pictures else parts


def _read_bundle(file: Path, text_file: TextFile, dating: Dating) -> list[IncomingRelease | LeftOut]:
    """Read the text of a folder of its own, unless nothing dates it: then it is one that lists others."""
    parts = _reader_of(file)(text_file, dating)
    told = any(isinstance(part, IncomingRelease) and part.date for part in parts)
    told = told or dating.names.own_date(text_file.name) != ""
    return parts if told else [LeftOut(file, OF_SITES, expected=True)]


def _reader_of(file: Path) -> Callable[[TextFile, Dating], list[IncomingRelease | LeftOut]]:
    return read_html if file.suffix.lower() in HTML else read_markdown


def _is_of_pictures(folder: Path) -> bool:
    """Whether a text beside *folder* has its name, so that the pictures in it are those of that text."""
    beside = any((folder.parent / f"{folder.name}{ending}").is_file() for ending in MARKDOWN)
    return beside and any(file.suffix.lower() in SUFFIXES for file in folder.iterdir())


def _is_told(read: list[IncomingRelease | LeftOut], name: str, dating: Dating) -> bool:
    """Whether a text says by itself that it is a release: by its front matter, or a date in its name."""
    own = any(isinstance(part, IncomingRelease) and (part.date or part.title) for part in read)
    return own or bool(dating.names.own_date(name))
