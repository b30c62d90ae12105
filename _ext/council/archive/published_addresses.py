"""``addresses.txt``: every address that was ever published, one a line; each goes on leading somewhere.

The file is committed with the archive.  What a build has is added to it when it is published, and nothing is ever
removed: an address that is gone from the site needs a page that says that it was there (:mod:`.redirects`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extension_kit.whole_files import write_whole

FILE = "addresses.txt"


def read_addresses(file: Path) -> set[str] | None:
    """Give the addresses in *file*, empty lines aside; ``None`` where there is no such file."""
    try:
        text = file.read_text(encoding="utf-8", errors="backslashreplace")
    except FileNotFoundError:
        return None
    return {line.strip() for line in text.splitlines()} - {""}


def write_addresses(file: Path, addresses: Iterable[str]) -> None:
    """Write *addresses* in their order."""
    write_whole(file, "".join(f"{address}\n" for address in sorted(addresses)))
