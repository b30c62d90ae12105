"""``review``: the findings of the review as a page: topic by topic, with what to do, and links by name."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.archive import Archive
from council.archive.review import TOPICS, Finding, review
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, date_and_session, joined, paragraph, part
from council_sphinx.views.instructions import instruction, to_type
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective

MOST = 300
"""How many findings of one topic are told."""
MOST_CONCERNED = 8
"""How many records and releases of one finding are told."""

WHAT_TO_DO = {
    "unreviewed": _(
        "Read what the releases say of it. If its name and what else stands in its file are right, type the command beside "
        "it; if not, correct the file first, or delete it."
    ),
    "duplicates": _(
        "If both are one, add the names of one to `aliases` of the other and its id to `previous_ids`, and delete its file. "
        "If one is a part of the other, say so with `parent`."
    ),
    "double_claims": _("Take the name out of `aliases` in the file of the record that it does not mean."),
    "readings": _(
        "Add the name to `aliases` of the record that it means; if it means another in one release alone, correct that "
        "release in the file beside it."
    ),
    "one_person": _(
        "If it is the same person, add the name to `aliases` in the file of the record; else file a record of their own."
    ),
    "several_people": _(
        "Write in the file beside the release whom it means, or add the name to `aliases` of the one record that always "
        "bears it."
    ),
    "leaders": _(
        "Say in `led_by` of the directorate who held the office and when, or correct the release in the file beside it."
    ),
    "outside_dates": _(
        "Correct `valid` in the file of the directorate, or take the mention out in the file beside the release."
    ),
    "undated": _("Write `date: 2020-11-30`, or as much as is known, in the front matter of the release."),
    "other_dates": _(
        "If the text is wrong, write `dateline: 2021-03-12` with the right date in the file beside the release. If the file "
        "name is, rename the file and write the old name in `previous_slugs` of its front matter."
    ),
    "without_alt": _("Write what the picture shows between the brackets of its line: `![what it shows](picture.jpg)`."),
}
"""What to do about each topic."""
_IN_ITS_FILE = frozenset(["undated", "without_alt"])
"""The topics that are settled in the file of the release itself, not in that of its corrections."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """A record or a release that a finding is about, and what to type for it: a command, or the name of a file."""

    target: EntryTarget | ReleaseTarget
    typed: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A finding: what it is in words, what it is about, and how many releases more."""

    topic: str
    message: str
    concerned: tuple[Concerned, ...]
    more: int


@dataclass(frozen=True)
class Review(View[tuple[ReviewItem, ...]]):
    """What deserves a look, topic by topic."""

    def collect(self, archive: SiteArchive, docname: str) -> tuple[ReviewItem, ...]:
        """Give all findings."""
        return tuple(_item(archive, finding) for finding in review(archive))

    @staticmethod
    def build(context: ViewContext, data: tuple[ReviewItem, ...]) -> list[nodes.Node]:
        """Give a part for each topic: what to do, and a list."""
        content: list[nodes.Node] = []
        for topic, title in TOPICS.items():
            items = [item for item in data if item.topic == topic]
            if items:
                listed = nodes.bullet_list(
                    "", *(_told(context, item) for item in items[:MOST]), classes=["review-items"]
                )
                content.append(
                    part(
                        topic.replace("_", "-"),
                        f"{_(title)} ({len(items)})",
                        instruction(str(WHAT_TO_DO[topic])),
                        listed,
                    )
                )
        return content or [paragraph(str(_("Nothing wants a look.")))]


def _item(archive: Archive, finding: Finding) -> ReviewItem:
    concerned = [_concerned(archive, finding.topic, page) for page in finding.pages]
    shown = concerned[:MOST_CONCERNED]
    return ReviewItem(finding.topic, finding.message, tuple(shown), len(concerned) - len(shown))


def _concerned(archive: Archive, topic: str, page: str) -> Concerned:
    entry = archive.entries.by_page.get(page)
    if entry is None:
        file = f"{page}.md" if topic in _IN_ITS_FILE else f"{page}.corrections.yml"
        return Concerned(ReleaseTarget.on(page, archive), file)
    return Concerned(EntryTarget.of(entry), f"make review ACCEPT={page}" if topic == "unreviewed" else f"{page}.md")


def _told(context: ViewContext, item: ReviewItem) -> nodes.list_item:
    """Give the message, in which names of records are links, with what to type for these; then each release on a line."""
    message, rest = _linked(context, item)
    typed = [to_type(concerned.typed) for concerned in item.concerned if concerned not in rest]
    told = nodes.list_item("", paragraph(*message))
    if typed:
        told += paragraph(*joined(typed, " · "), classes=["to-type"])
    if rest:
        told += bullet_list((_release(context, concerned) for concerned in rest), classes=["review-releases"])
    if item.more:
        told += paragraph(str(_("and %d more")) % item.more, classes=["facts-line"])
    return told


def _linked(context: ViewContext, item: ReviewItem) -> tuple[list[nodes.Node], list[Concerned]]:
    """Give the message with a link at the name of each record that it names, in their order, and what it does not name."""
    message: list[nodes.Node] = []
    rest: list[Concerned] = []
    text = item.message
    for concerned in item.concerned:
        target = concerned.target
        name = target.name if isinstance(target, EntryTarget) else ""
        before, found, after = text.partition(name) if name else (text, "", "")
        if found and isinstance(target, EntryTarget) and target.page:
            message += [nodes.Text(before), context.text_link(target.page, name)]
            text = after
        else:
            rest.append(concerned)
    return [*message, nodes.Text(text)], rest


def _release(context: ViewContext, concerned: Concerned) -> nodes.paragraph:
    target = concerned.target
    name = target.name if isinstance(target, EntryTarget) else date_and_session(context, target)
    return paragraph(context.text_link(target.page or "", name), " ", to_type(concerned.typed))


class ReviewDirective(ViewDirective):
    """What deserves a look."""

    def view(self) -> Review:
        """Give the view."""
        return Review()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("review", ReviewDirective)
