"""Which of Pagefind's fragments holds the text of a page: Pagefind 1.5.2 names them after their content."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

_MARK = b"pagefind_dcd"


def fragment_of_page(folder: Path) -> dict[str, str]:
    """Give the name of each page's fragment in the index at *folder*, by the page's address; none without an index."""
    found = {}
    for file in sorted((folder / "fragment").glob("*.pf_fragment")):
        told = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
        found[told["url"].lstrip("/")] = file.stem
    return found
