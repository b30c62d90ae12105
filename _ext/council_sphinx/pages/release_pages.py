"""What turns a release's document into its page: the header under the title, neighbours in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from council.archive.double_slugs import double_slugs, told_double
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.placeholder import placeholder
from council_sphinx.views.release_context import ReleaseContext
from council_sphinx.views.release_header import ReleaseHeader

Neighbours = tuple[ReleaseTarget | None, ReleaseTarget | None]


@dataclass(frozen=True)
class NeighboursInTime:
    """The releases before and after the one of a page."""

    def collect(self, archive: SiteArchive, docname: str) -> Neighbours:
        """Give what previous and next lead to; nothing where *docname* is no release."""
        if docname not in archive.releases:
            return None, None
        before, after = archive.chronology.neighbours(docname)
        return (
            ReleaseTarget.on(before, archive) if before else None,
            ReleaseTarget.on(after, archive) if after else None,
        )


def _add_views(app: Sphinx, doctree: nodes.document) -> None:
    """Put the release's header under its title, and what the archive knows of it at its end."""
    env, domain = app.env, council_domain(app.env)
    if env.docname not in domain.releases:
        return
    domain.note_dependency(env.docname, NeighboursInTime())
    title = next(doctree.findall(nodes.title), None)
    if title is not None:
        section = title.parent
        section.insert(section.index(title) + 1, placeholder(env, ReleaseHeader()))
        section.append(placeholder(env, ReleaseContext()))


def _link_neighbours(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Let previous and next of a release be its neighbours in time; other pages have none.

    Sphinx takes them from the table of contents, so that a new page would change its neighbours there.
    """
    context["parents"] = []
    neighbours = NeighboursInTime().collect(archive_of(app.env), pagename)
    for name, release in zip(("prev", "next"), neighbours, strict=True):
        context[name] = release and {
            "link": app.builder.get_relative_uri(pagename, release.page),
            "title": context_title(release.title),
        }


def context_title(title: str) -> str:
    """Give a title for a template, escaped as Sphinx gives its own."""
    return nodes.unescape(title).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _warn_of_double_slugs(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of releases that share a file name, as their records would."""
    releases = council_domain(env).releases
    for page, earlier in double_slugs(releases).items():
        message = told_double(releases[page].slug, str(env.doc2path(earlier, False)))
        warn(ArchiveWarning.DUPLICATE_SLUG, message, page)


def setup(app: Sphinx) -> None:
    """Register the handlers."""
    app.connect("doctree-read", _add_views)
    app.connect("html-page-context", _link_neighbours)
    app.connect("env-check-consistency", _warn_of_double_slugs)
