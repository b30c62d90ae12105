"""Where the pictures of a text stand in a site's tree: their folders, by the path that the text gives them."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from council.dialect import parse_release
from council.importers.release_pictures import leads_elsewhere
from council.importers.told import Told
from council.model.source_files import shown_path

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""An address with a scheme or a host: no file of the tree."""


def picture_paths(markdown: str) -> Iterator[str]:
    """Give the path of each picture of a text in the dialect."""
    for token in _with_children(parse_release(markdown)[0]):
        source = str(token.attrs.get("src", "")).strip()
        if source and not _ELSEWHERE.match(source):
            yield unquote(re.split("[?#]", source, maxsplit=1)[0])


def _with_children(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def picture_folders(root: Path, page_folder: str, paths: Iterable[str]) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Give the folders of *paths* as a page in *page_folder* of the site at *root* names them, and what is told of them.

    A folder that is not there, leads out of the tree, or is a link, is left out.
    """
    folders: dict[str, Path] = {}
    remarks: list[str] = []
    for name in dict.fromkeys(map(posixpath.dirname, paths)):
        inside = posixpath.normpath(name.lstrip("/") if name.startswith("/") else posixpath.join(page_folder, name))
        folder, shown = root / inside, shown_path(Path(name))
        if not name:
            remarks.append(Told("a picture stands in no folder, beside the pages; put it into one of its own"))
        elif inside.split("/")[0] == "..":
            remarks.append(Told("pictures in {folder}: this leads out of the tree; none is taken", folder=shown))
        elif not os.path.isdir(folder):  # which takes any name
            remarks.append(Told("pictures in {folder}: there is no such folder in the tree", folder=shown))
        elif leads_elsewhere(folder, root):
            remarks.append(
                Told(
                    "pictures in {folder}: this is a link; no link is followed, put the folder itself there",
                    folder=shown,
                )
            )
        else:
            folders[name] = folder
    return folders, tuple(remarks)
