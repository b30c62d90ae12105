"""Trees of releases to import, and importing them without the command."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from council.importers.planning import Plan, PlannedRelease, Wishes, plan_import
from council.importers.taking import Taken, take
from PIL import Image


def picture(kind: str) -> bytes:
    """Give a picture of a format."""
    stream = io.BytesIO()
    Image.new("RGB", (4, 3), "red").save(stream, kind)
    return stream.getvalue()


JPEG, PNG = picture("JPEG"), picture("PNG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def tree(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Lay out *files* below *folder*."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@dataclass(frozen=True)
class Imported:
    """What an import planned and did."""

    plan: Plan
    taken: Taken

    def by_slug(self) -> dict[str, PlannedRelease]:
        return {planned.slug: planned for planned in self.plan.releases}

    def named(self, fate: str) -> list[str]:
        return [planned.target.name for planned in self.plan.releases if planned.fate == fate]

    @property
    def imported(self) -> list[str]:
        failed = {refused.file for refused in self.taken.failed}
        return [
            planned.target.name
            for planned in self.plan.releases
            if planned.fate in {"new", "replaced"} and planned.target not in failed
        ]

    @property
    def problems(self) -> list[str]:
        left_out = [f"{part.origin}: {part.reason}" for part in self.plan.left_out if not part.expected]
        return [*left_out, *(f"{part.file}: {part.reason}" for part in (*self.plan.refused, *self.taken.failed))]

    @property
    def expected(self) -> dict[str, str]:
        """Give what nobody misses, by name."""
        return {part.origin.name: part.reason for part in self.plan.left_out if part.expected}


def import_tree(
    origin: Path, source: Path, *, force: bool = False, drafts: bool = False, language: str = "es"
) -> Imported:
    """Import *origin* into the archive at *source*."""
    plan = plan_import(origin, source, Wishes(force=force, drafts=drafts, language=language))
    return Imported(plan, take(plan))
