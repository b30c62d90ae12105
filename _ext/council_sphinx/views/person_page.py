"""A person: offices through time, roles by date with the evidence, and the releases that name them."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import (
    bullet_list,
    entry_links,
    evidence_link,
    fact_list,
    heading,
    mention_and_title,
    names,
    paragraph,
    quotation,
    table,
)
from council_sphinx.views.link_targets import EntryTarget, MentionTarget, known_targets
from council_sphinx.views.placeholder import View
from council_sphinx.views.tenure_table import TenureRow, tenure_rows, tenure_table


@dataclass(frozen=True, slots=True)
class PersonData:
    """A person's other names, directorates, offices and mentions; all empty for one that nothing is known of."""

    aliases: tuple[str, ...] = ()
    directorates: tuple[EntryTarget, ...] = ()
    offices: tuple[TenureRow, ...] = ()
    mentions: tuple[MentionTarget, ...] = ()


@dataclass(frozen=True)
class PersonPage(View[PersonData]):
    """The person of one id."""

    person: str

    def collect(self, archive: SiteArchive, docname: str) -> PersonData:
        """Give what is known of the person."""
        entry = archive.people.get(self.person)
        tenures = archive.tenures.by_person.get(self.person, ())
        if entry is None or not (entry.mentions or tenures):
            return PersonData()
        return PersonData(
            aliases=entry.record.aliases if entry.record else (),
            directorates=known_targets(archive.directorates, entry.record.directorates if entry.record else ()),
            offices=tenure_rows(((tenure.directorate, tenure) for tenure in tenures), archive.directorates),
            mentions=tuple(MentionTarget.of(mention, archive) for mention in entry.mentions),
        )

    @staticmethod
    def build(context: ViewContext, data: PersonData) -> list[nodes.Node]:
        """Give facts, a table of offices, one of roles, and a list of releases."""
        content = _facts(context, data)
        if data.offices:
            content += [heading(str(_("Offices"))), tenure_table(context, str(_("Directorate")), data.offices)]
        if not data.mentions:
            return [*content, paragraph(str(_("No release names this person yet.")))]
        content += _roles(context, [target.mention for target in data.mentions])
        content.append(heading(str(_("Releases"))))
        content.append(bullet_list(mention_and_title(context, target) for target in data.mentions))
        return content


def _facts(context: ViewContext, data: PersonData) -> list[nodes.Node]:
    rows: list[tuple[str, list[nodes.Node]]] = []
    if data.aliases:
        rows.append((str(_("Also called")), names(data.aliases)))
    if data.directorates:
        rows.append((str(_("Directorates")), entry_links(context, data.directorates)))
    return fact_list(rows)


def _roles(context: ViewContext, mentions: list[Mention]) -> list[nodes.Node]:
    rows = [
        (evidence_link(context, mention), mention.role, quotation(mention.quotation))
        for mention in mentions
        if mention.role
    ]
    if not rows:
        return []
    head = (str(_("Date")), str(_("Role")), str(_("What was said")))
    return [heading(str(_("Roles"))), table(head, rows, classes=["trajectory"])]
