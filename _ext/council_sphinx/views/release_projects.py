"""The projects of a release, one list: how each stands in time, its place in the text, and where it was named before.

Below it stands what the session before told of and this one does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.archive.continuity import FIRST, Appearance, TakenUp
from council.authority.name_keys import name_key
from docutils import nodes

from council_sphinx.core.interface_strings import _, counted, long_date
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, entry_link, fold_away, joined, paragraph, part
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.wording import session_name

KEY = "projects"
"""The anchor of the list."""
FEWEST_LISTED = 3
"""So many projects a release lists that reports on a session; others tell of a few."""
MOST_LEFT_OUT = 8
"""Of more projects than these, those that are left out are folded away."""
_BADGES = {
    "first": "badge-new",
    "first_in_session": "badge-new",
    "back": "badge-back",
    "continued": "badge-continued",
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last release before that names a project, and where it does."""

    release: ReleaseTarget
    anchor: str


@dataclass(frozen=True, slots=True)
class ProjectHere:
    """A project in a release: the labels that it bears there with their anchors, and how it appears.

    There is no *appearance* where nothing comes before.  A label that says what the name of the project does is empty.
    """

    project: EntryTarget
    places: tuple[tuple[str, str], ...]
    appearance: Appearance | None
    silent: int
    before: Earlier | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The projects that the session before told of."""

    before: ReleaseTarget
    projects: tuple[EntryTarget, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many projects a release names, and how many of them for the first time, again, and as the one before it."""

    projects: int
    first: int = 0
    back: int = 0
    continued: int = 0


def projects_here(archive: Archive, page: str) -> tuple[ProjectHere, ...]:
    """Give the projects that the release on *page* names, in its order."""
    places: dict[str, dict[str, str]] = {}
    for mention, id_ in zip(archive.releases[page].projects, archive.identity.project_ids[page], strict=True):
        places.setdefault(id_, {})[mention.label] = archive.entries.anchors[page][mention.label]
    is_first = _is_first(archive, page)
    return tuple(
        _project_here(archive, taken, places[taken.project], is_first) for taken in archive.continuity.taken_up(page)
    )


def left_out(archive: Archive, page: str) -> LeftOut | None:
    """Give what the release on *page* leaves out; ``None`` where it leaves out nothing, or is no report on a session.

    One that tells of a session without a list of its projects does not say what the session left out.
    """
    listed = {mention.label for mention in archive.releases[page].projects if mention.form == "item"}
    if len(listed) < FEWEST_LISTED:
        return None
    before, ids = archive.continuity.session_before(page), archive.continuity.left_out(page)
    if before is None or not ids:
        return None
    return LeftOut(ReleaseTarget.on(before, archive), tuple(EntryTarget.of(archive.projects[id_]) for id_ in ids))


def _is_first(archive: Archive, page: str) -> bool:
    """Whether no release, or no session, comes before: what it names for the first time tells nothing."""
    in_session = archive.releases[page].session is not None
    return archive.chronology.pages[0] == page or (in_session and archive.continuity.session_before(page) is None)


def _project_here(archive: Archive, taken: TakenUp, places: dict[str, str], is_first: bool) -> ProjectHere:
    entry, lexicon = archive.projects[taken.project], archive.profile.lexicon
    name = name_key(entry.name, lexicon)
    told = tuple(("" if name_key(label, lexicon) == name else label, anchor) for label, anchor in places.items())
    before = _earlier(archive, taken.before, taken.project) if taken.before else None
    return ProjectHere(EntryTarget.of(entry), told, None if is_first else taken.appearance, taken.silent, before)


def _earlier(archive: Archive, page: str, project: str) -> Earlier:
    mentions = zip(archive.releases[page].projects, archive.identity.project_ids[page], strict=True)
    label = next(mention.label for mention, id_ in mentions if id_ == project)
    return Earlier(ReleaseTarget.on(page, archive), archive.entries.anchors[page][label])


def project_part(context: ViewContext, projects: Sequence[ProjectHere], left: LeftOut | None) -> nodes.section:
    """Give the list, and below it what is left out."""
    content: list[nodes.Node] = []
    if projects:
        content.append(bullet_list((_item(context, project) for project in projects), classes=["release-projects"]))
    if left:
        content.append(_left_out(context, left))
    return part(KEY, str(_("Projects in this release")), *content)


def _left_out(context: ViewContext, left: LeftOut) -> nodes.Element:
    before = context.text_link(left.before.page, _when(context, left.before))
    told = str(_("Told of in the session before, not in this one"))
    links = joined([entry_link(context, project) for project in left.projects], "; ")
    words = paragraph(f"{told} (", before, "): ", *links, ".", classes=["left-out"])
    return fold_away(f"{told} ({len(left.projects)})", words) if len(left.projects) > MOST_LEFT_OUT else words


def tally(archive: Archive, page: str) -> Tally:
    """Count the projects of the release on *page*."""
    taken_up = archive.continuity.taken_up(page)
    counts = Counter(taken.appearance for taken in taken_up)
    if _is_first(archive, page):
        return Tally(len(taken_up))
    return Tally(len(taken_up), sum(counts[appearance] for appearance in FIRST), counts["back"], counts["continued"])


def back_count(count: int) -> str:
    """Give how many projects come back: ``13 vuelven``."""
    return counted("%d back", "%d are back", count)


def tally_line(numbers: Tally) -> nodes.paragraph:
    """Give how many projects there are, and how they stand in time: a line that leads to the list."""
    told = counted("%d project", "%d projects", numbers.projects)
    parts = [
        (numbers.first, str(_("%d for the first time")) % numbers.first),
        (numbers.back, back_count(numbers.back)),
        (numbers.continued, counted("%d continued", "%d are continued", numbers.continued)),
    ]
    facts = ", ".join(text for count, text in parts if count)
    link = nodes.reference("", told, internal=True, refuri=f"#{KEY}")
    return paragraph(link, f": {facts}" if facts else "", classes=["release-tally"])


def _item(context: ViewContext, here: ProjectHere) -> nodes.paragraph:
    """The project, its badge, and a line of links: to its place in the text, and to where it was named before.

    On paper the text stands above, and the earlier places in the project's record.
    """
    if not context.is_site:
        badge = f" ({_badge(here)})" if here.appearance else ""
        return paragraph(entry_link(context, here.project), badge)
    words = paragraph(nodes.inline("", "", entry_link(context, here.project), classes=["release-project"]))
    if here.appearance:
        words += [nodes.Text(" "), nodes.inline("", _badge(here), classes=["badge", _BADGES[here.appearance]])]
    facts: list[nodes.Node] = [
        nodes.reference(
            "", label or str(_("in the text")), internal=True, refuri=f"#{anchor}", classes=["mention-permalink"]
        )
        for label, anchor in here.places
    ]
    if here.before:
        link = context.text_link(here.before.release.page, _when(context, here.before.release), here.before.anchor)
        facts.append(nodes.inline("", "", nodes.Text(str(_("before:")) + " "), link))
    words += [nodes.Text(" "), nodes.inline("", "", *joined(facts, " · "), classes=["facts-line"])]
    return words


def _badge(here: ProjectHere) -> str:
    if here.appearance == "back":
        return counted("back after %d session of the archive", "back after %d sessions of the archive", here.silent)
    told = {
        "first": _("first time"),
        "first_in_session": _("first time in a session"),
        "continued": _("continued"),
    }
    return str(told[str(here.appearance)])


def _when(context: ViewContext, release: ReleaseTarget) -> str:
    """Give a release by its session, else by its date."""
    return session_name(release.session) if release.session else long_date(release.date, context.language)
