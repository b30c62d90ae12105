"""The same index for the same pages: Pagefind 1.5.2 writes the values of a filter in no fixed order.

The files are gzip around a mark and CBOR; a filter's is ``[name, [[value, [page, …]], …]]``, and the metadata
name each filter's file by a part of its name.  Sorted, renamed after their content and entered anew, they are
what Pagefind reads as before.  A version of Pagefind with the order fixed makes this file superfluous.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"


def make_reproducible(folder: Path) -> None:
    """Put the index in *folder* in a fixed order."""
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    renamed: dict[str, str] = {}
    for file in sorted((folder / "filter").glob("*.pf_filter")):
        name, values = _read(file)
        values.sort(key=lambda value: value[0])
        renamed[file.stem] = _write_named(file, [name, values])
    for language in entry["languages"].values():
        file = folder / f"pagefind.{language['hash']}.pf_meta"
        data = _replaced(_read(file), renamed)
        language["hash"] = _write_meta(file, _sorted_filters(data, set(renamed.values())))
    (folder / "pagefind-entry.json").write_text(
        json.dumps(entry, sort_keys=True, separators=(",", ":")), encoding="utf-8"
    )


def _read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _packed(data: Any) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(data), compresslevel=9, mtime=0)


def _write_named(file: Path, data: Any) -> str:
    packed = _packed(data)
    language = file.stem.partition("_")[0]
    stem = f"{language}_{hashlib.sha256(packed).hexdigest()[:7]}"
    file.unlink()
    file.with_name(f"{stem}{file.suffix}").write_bytes(packed)
    return stem


def _write_meta(file: Path, data: Any) -> str:
    packed = _packed(data)
    _prefix, name, _suffix = file.name.split(".")
    named = f"{name.partition('_')[0]}_{hashlib.sha256(packed).hexdigest()[:10]}"
    file.unlink()
    file.with_name(f"pagefind.{named}.pf_meta").write_bytes(packed)
    return named


def _replaced(data: Any, renamed: dict[str, str]) -> Any:
    if isinstance(data, list):
        return [_replaced(one, renamed) for one in data]
    return renamed.get(data, data) if isinstance(data, str) else data


def _sorted_filters(data: list[Any], filters: set[str]) -> list[Any]:
    """Sort the list that names the filters: the one whose entries hold the names of their files."""
    return [
        sorted(part) if isinstance(part, list) and part and all(_names_filter(one, filters) for one in part) else part
        for part in data
    ]


def _names_filter(entry: Any, filters: set[str]) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], str) and entry[1] in filters
