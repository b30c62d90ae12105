"""Authority records in the build: loaded before reading, and who must be read again when one changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from council.authority.files import load_authorities
from council.language.folding import words_of
from council.model.releases import Release
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.core.warning_types import ArchiveWarning, warn


def _load_records(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Load the records; give the releases whose extraction a changed name can change."""
    domain = council_domain(env)
    before = domain.vocabulary
    records, problems = load_authorities(Path(app.srcdir))
    domain.set_records(records)
    for problem in problems:
        warn(
            ArchiveWarning.RECORD,
            f"{problem.field}: {problem.message}",
            f"{app.srcdir / problem.page}.md:{problem.line}",
        )
    after = domain.vocabulary
    if before.directorates != after.directorates:
        return sorted(domain.releases)
    names = set(before.projects) ^ set(after.projects) | set(before.people) ^ set(after.people)
    return _releases_that_say(domain.releases, names) if names else []


def _releases_that_say(releases: Mapping[str, Release], names: set[str]) -> list[str]:
    """Give the documents of the releases in which one of *names* stands, whatever its case, accents and spacing."""
    wanted = [f" {' '.join(words_of(name))} " for name in names]
    saying = []
    for docname, release in sorted(releases.items()):
        texts = (f" {' '.join(words_of(text))} " for _line, text in release.passages)
        if any(name in text for text in texts for name in wanted):
            saying.append(docname)
    return saying


def setup(app: Sphinx) -> None:
    """Load the records before anything is read."""
    app.connect("env-get-outdated", _load_records, priority=100)
