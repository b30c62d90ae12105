"""Corrections of releases in the build: who must be read again when their file comes, changes or goes."""

from __future__ import annotations

from pathlib import Path

from council.extract.corrections import Corrections, corrections_file, corrections_of, lone_corrections
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.core.warning_types import warn


def noted_corrections(env: BuildEnvironment, release: Path) -> Corrections:
    """Give the corrections of the release that is being read, and let its page depend on their file."""
    file = corrections_file(release)
    if file.is_file():
        env.note_dependency(file)
    return corrections_of(release)


def _newly_corrected(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Give the releases that have corrections since they were read; warn of corrections of no release."""
    for path, note in lone_corrections(Path(app.srcdir, app.config.archive_releases)):
        warn(note.subtype, note.message, f"{path}{note.ending}:{note.line}")
    corrected = {docname: corrections_file(Path(env.doc2path(docname))) for docname in council_domain(env).releases}
    return [
        docname
        for docname, file in corrected.items()
        if file.is_file() and file not in map(Path, env.dependencies.get(docname, ()))
    ]


def setup(app: Sphinx) -> None:
    """Look for corrections before anything is read."""
    app.connect("env-get-outdated", _newly_corrected)
