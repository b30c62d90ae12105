"""``home-news``: what the last session named for the first time, and what came back in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from council.archive.continuity import FIRST
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, counted
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, date_and_session, entry_link, heading, paragraph
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective


@dataclass(frozen=True, slots=True)
class Returned:
    """A project that came back, and the sessions that passed without it."""

    project: EntryTarget
    sessions: int


@dataclass(frozen=True, slots=True)
class SessionNews:
    """The news of a session: its release, the projects; *most* is how many of each have room."""

    release: ReleaseTarget
    new: tuple[EntryTarget, ...]
    back: tuple[Returned, ...]
    most: int


@dataclass(frozen=True)
class HomeNews(View[SessionNews | None]):
    """The news of the last session, of each kind at most so many."""

    most: int = 6

    def collect(self, archive: SiteArchive, docname: str) -> SessionNews | None:
        """Give the news; nothing where no session is reported."""
        page = next(iter(archive.chronology.latest(1, sessions_only=True)), None)
        if page is None:
            return None
        taken_up = archive.continuity.taken_up(page)
        targets = {taken.project: EntryTarget.of(archive.projects[taken.project]) for taken in taken_up}
        back = [Returned(targets[taken.project], taken.silent) for taken in taken_up if taken.appearance == "back"]
        return SessionNews(
            release=ReleaseTarget.on(page, archive),
            new=tuple(targets[taken.project] for taken in taken_up if taken.appearance in FIRST),
            back=tuple(sorted(back, key=lambda returned: -returned.sessions)),
            most=self.most,
        )

    @staticmethod
    def build(context: ViewContext, data: SessionNews | None) -> list[nodes.Node]:
        """Give the release, and a list for each kind of news."""
        if data is None:
            return [paragraph(str(_("No release.")))]
        link = context.text_link(data.release.page, data.release.title)
        content: list[nodes.Node] = [
            paragraph(date_and_session(context, data.release), classes=["facts-line"]),
            paragraph(link, classes=["news-release"]),
        ]
        new = [paragraph(entry_link(context, project)) for project in data.new[: data.most]]
        back = [_returned(context, returned) for returned in data.back[: data.most]]
        content += _list(context, data, str(_("For the first time")), new, len(data.new))
        content += _list(context, data, str(_("Back again")), back, len(data.back))
        if not new and not back:
            content.append(paragraph(str(_("It goes on with what the session before told."))))
        return content


def _returned(context: ViewContext, returned: Returned) -> nodes.paragraph:
    told = counted(
        "after %d session of the archive without it", "after %d sessions of the archive without it", returned.sessions
    )
    silence = nodes.inline("", told, classes=["facts-line"])
    return paragraph(entry_link(context, returned.project), " ", silence)


def _list(
    context: ViewContext, news: SessionNews, title: str, told: Sequence[nodes.paragraph], count: int
) -> list[nodes.Node]:
    if not told:
        return []
    more = str(_("%d more")) % (count - len(told))
    rest = [paragraph(context.text_link(news.release.page, more))] if count > len(told) else []
    return [heading(title), bullet_list([*told, *rest], classes=["home-news"])]


class HomeNewsDirective(ViewDirective):
    """The news of the last session; ``:count:`` how many of each kind."""

    option_spec: ClassVar[OptionSpec] = {"count": directives.positive_int}

    def view(self) -> HomeNews:
        """Give the view."""
        return HomeNews(self.options.get("count", 6))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("home-news", HomeNewsDirective)
