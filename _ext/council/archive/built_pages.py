"""The pages of a built archive: whether an address leads to one, and its fragment to a place on it."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urljoin

from council.model.addresses import file_at

_ID = re.compile(r'\sid="([^"]*)"')  # no text of a page looks so: quotation marks in it are written as &quot;
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')


class BuiltPages:
    """The pages below the folder *root*."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._ids_on = lru_cache(maxsize=16)(self._read)  # addresses of one page come one after the other

    def missing(self, address: str) -> Literal["page", "place", ""]:
        """Tell what of *address* is not there; of an old one, what is not there where it leads."""
        path, _, fragment = address.partition("#")
        ids = self._ids_on(path)
        if ids is None:
            return "page"
        return "place" if fragment and unquote(fragment) not in ids else ""

    def _read(self, path: str, *, moved: bool = False) -> Set[str] | None:
        """Give the ids on the page at *path*, or on the one that it leads to; ``None`` where there is no page."""
        file = (self._root / file_at(f"/{unquote(path)}")).resolve()
        if not file.is_relative_to(self._root) or not file.is_file():
            return None
        page = file.read_text(encoding="utf-8", errors="replace")
        refresh = None if moved else _REFRESH.search(page)
        if refresh:
            return self._read(urljoin(path, unescape(refresh[1])), moved=True)
        return {unescape(id_) for id_ in _ID.findall(page)}
