"""What stands below a release: its projects, related releases, how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.exports.citations import Citation
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.citation import how_to_cite
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, paragraph, part
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.placeholder import View
from council_sphinx.views.release_projects import LeftOut, ProjectHere, left_out, project_part, projects_here


@dataclass(frozen=True, slots=True)
class ContextData:
    """All that stands below a release."""

    projects: tuple[ProjectHere, ...]
    left_out: LeftOut | None
    related: tuple[ReleaseTarget, ...]
    citation: Citation


@dataclass(frozen=True)
class ReleaseContext(View[ContextData]):
    """The context of the release that it stands on."""

    def collect(self, archive: SiteArchive, docname: str) -> ContextData:
        """Give what the archive knows of the release."""
        return ContextData(
            projects=projects_here(archive, docname),
            left_out=left_out(archive, docname),
            related=tuple(ReleaseTarget.on(page, archive) for page in archive.relations.related(docname)),
            citation=Citation.of(docname, archive.releases[docname]),
        )

    @staticmethod
    def build(context: ViewContext, data: ContextData) -> list[nodes.Node]:
        """Give a part for each of what there is."""
        parts: list[nodes.Node] = []
        if data.projects or data.left_out:
            parts.append(project_part(context, data.projects, data.left_out))
        if data.related:
            parts.append(_related_part(context, data.related))
        parts.append(how_to_cite(context, data.citation))
        groups = [nodes.container("", part_, classes=["context-part"]) for part_ in parts]
        return [nodes.container("", *groups, classes=["release-context"])]


def _related_part(context: ViewContext, related: Sequence[ReleaseTarget]) -> nodes.section:
    items = [
        paragraph(context.text_link(release.page, release.title), f" ({long_date(release.date, context.language)})")
        for release in related
    ]
    return part("related", str(_("Related releases")), bullet_list(items, classes=["related-releases"]))
