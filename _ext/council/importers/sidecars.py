"""Metadata that a release has in a file beside it: ``SLUG.json`` for the text ``SLUG.md``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from council.importers.field_values import plain
from council.importers.told import Told

ENDING = ".json"


class SidecarError(Exception):
    """Metadata that cannot be read; *told* says where and why."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self.told = told


def sidecar_of(file: Path) -> Path | None:
    """Give the file with the metadata of the text *file*, links among them, or ``None``."""
    sidecar = file.with_suffix(ENDING)
    return sidecar if sidecar.is_symlink() or sidecar.is_file() else None


def read_sidecar(sidecar: Path) -> dict[str, Any]:
    """Give the metadata in *sidecar*; raises :class:`SidecarError`."""
    try:
        data = json.loads(sidecar.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise SidecarError(Told("line {line}: no JSON: {problem}", line=error.lineno, problem=error.msg)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise SidecarError(Told("no JSON: {problem}", problem=error)) from error
    if not isinstance(data, dict):
        raise SidecarError(Told("line {line}: no JSON object", line=1))
    fields: dict[str, Any] = plain(data)
    return fields
