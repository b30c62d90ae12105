"""The roles ``project``, ``directorate``, ``person`` and ``session``, and how they are resolved.

``{project}`atlas-municipal-de-riesgos```, ``{project}`Atlas de Riesgos```, ``{session}`2020-8```: by id, name
or alias; ``:council:project:`` in reStructuredText.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from council.archive.references import find, nearest
from council.model.authorities import KINDS
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole

from council_sphinx.core.domain import CouncilDomain, archive_of, council_domain
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.core.warning_types import ArchiveWarning, warn

_OF_ANY_DOMAIN = frozenset({"any", "myst"})
"""The role ``any``, and MyST's links without a scheme."""


@dataclass(frozen=True)
class RecordReference:
    """What a reference leads to."""

    type: str
    target: str

    def collect(self, archive: SiteArchive, docname: str) -> tuple[str, str] | None:
        """Give the page and the name of the record or session; ``None`` where there is none."""
        return find(archive, self.type, self.target)


class RecordRole(XRefRole):
    """A reference to a record, by a name that may be broken over lines."""

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Give the title and the target, on one line."""
        return title, " ".join(target.split())


class ShortRecordRole(RecordRole):
    """The same role without the name of the domain: ``{project}`` for ``{council:project}``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Give the reference of the domain's role."""
        self.name = f"{CouncilDomain.name}:{self.name}"
        return super().run()


def _note_references(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the references of a page lead to; those that name no domain may lead to a record of any kind."""
    for node in doctree.findall(pending_xref):
        types: Iterable[str] = ()
        if node.get("refdomain") == CouncilDomain.name:
            types = (node["reftype"],)
        elif node["reftype"] in _OF_ANY_DOMAIN:
            types = CouncilDomain.object_types
        for type_ in types:
            council_domain(app.env).note_dependency(app.env.docname, RecordReference(type_, node["reftarget"]))


def _tell_nearest(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of an unknown target with the nearest names, in place of Sphinx's own warning."""
    if domain is None or domain.name != CouncilDomain.name:
        return None
    type_, target = node["reftype"], node["reftarget"]
    near = nearest(archive_of(app.env), type_, target)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    warn(ArchiveWarning.REFERENCE, f"no {type_} is called {target!r}{hint}", node)
    return True


ROLES = {name: RecordRole(innernodeclass=nodes.inline, warn_dangling=True) for name in (*KINDS, "session")}


def setup(app: Sphinx) -> None:
    """Add the roles to the domain, and under their short names for MyST and reStructuredText."""
    for name, role in ROLES.items():
        app.add_role_to_domain(CouncilDomain.name, name, role)
        app.add_role(name, ShortRecordRole(innernodeclass=nodes.inline, warn_dangling=True))
    app.connect("doctree-read", _note_references)
    app.connect("warn-missing-reference", _tell_nearest)
