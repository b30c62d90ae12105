"""Which pages to write again: those that show other data, or were read from other files, than in the last build.

Whatever puts knowledge of the archive on a page (a view, a reference, a link in running text, what the search is
told) notes a :class:`~council_sphinx.core.domain.Dependency` with the domain while the page is read.
"""

from __future__ import annotations

import hashlib

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import archive_of, council_domain


def _pages_with_new_data(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give the pages that show other data, or come from other files, than in the last build by the same builder."""
    domain = council_domain(env)
    domain.archive = None
    state = domain.state()
    known, before = domain.view_states.get(app.builder.name, ("", {}))
    if known == state:
        return []
    archive = archive_of(env)
    after: dict[str, str] = {}
    for docname in sorted(domain.dependencies.keys() | domain.files.keys()):
        shown = [dependency.collect(archive, docname) for dependency in domain.dependencies.get(docname, ())]
        shown += domain.digests(docname)
        after[docname] = hashlib.sha256(repr(shown).encode()).hexdigest()
    domain.view_states[app.builder.name] = (state, after)
    return [docname for docname, digest in after.items() if before.get(docname) != digest]


def setup(app: Sphinx) -> None:
    """Register the comparison, which comes after all documents are read."""
    app.connect("env-updated", _pages_with_new_data)
