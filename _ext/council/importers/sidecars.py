"""Metadata that a release has in a file beside it: ``SLUG.json`` for the text ``SLUG.md``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from council.importers.field_values import plain

ENDING = ".json"


class SidecarError(Exception):
    """Metadata that cannot be read; the text says where and why."""


def sidecar_of(file: Path) -> Path | None:
    """Give the file with the metadata of the text *file*, links among them, or ``None``."""
    sidecar = file.with_suffix(ENDING)
    return sidecar if sidecar.is_symlink() or sidecar.is_file() else None


def read_sidecar(sidecar: Path) -> dict[str, Any]:
    """Give the metadata in *sidecar*; raises :class:`SidecarError`."""
    try:
        data = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise SidecarError(f"line {error.lineno}: no JSON: {error.msg}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise SidecarError(f"no JSON: {error}") from error
    if not isinstance(data, dict):
        raise SidecarError("line 1: no JSON object")
    fields: dict[str, Any] = plain(data)
    return fields
