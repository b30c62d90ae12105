"""A project that is no archive, printed again and again."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

from printed import Printed
from sites import Site
from sphinx.locale import translators
from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parent / "roots" / "test-typst"


class Build:
    """Builds a copy of the root, again and again."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        shutil.copytree(ROOT, self.source)
        self.output = self.source / "_build" / "typst"

    def __call__(self, **settings: object) -> Site:
        translators.clear()  # those of a build in another language stay in the process
        status, warnings = io.StringIO(), io.StringIO()
        app = SphinxTestApp("typst", srcdir=self.source, confoverrides=settings, status=status, warning=warnings)
        try:
            app.build()
        finally:
            app.cleanup()
        told = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()).splitlines() if line.strip()]
        return Site(self.source, self.output, told, status.getvalue())

    @property
    def printed(self) -> Printed:
        return Printed(self.output / "handbook.pdf")

    def times(self) -> dict[str, int]:
        folder = self.output / "typst" / "documents"
        return {file.stem: file.stat().st_mtime_ns for file in folder.glob("*.typ")}
