"""``data/eac/people/ID.xml``, ``data/eac/directorates/ID.xml``: the authority records in EAC-CPF 2.0, a file each.

Candidates have no record, and so no file.  What releases say is evidence: each place that does is one of the
``sources``, with its permalink, line and date, and names, occupations, functions and relations refer to theirs.
Relations are called as ICA's Records in Contexts ontology calls them.  Where the site has no address, links are
relative to the file.  The date of a description is that of the newest release in it: it knows no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from council.archive.archive import Archive
from council.exports.eac_dates import days, period, span
from council.exports.eac_sources import Sources, eac
from council.exports.exported_file import ExportedFile
from council.exports.memberships import memberships_of
from council.exports.output import Output
from council.exports.site import Site
from council.exports.standard_values import reference, web_address
from council.exports.statements import Statement, Statements
from council.exports.xml_elements import Element, xml_bytes
from council.model.authorities import OWN, Authority
from council.model.entries import Entry
from council.model.software import SOFTWARE
from council.model.tenures import Tenure

FILES = (
    ExportedFile("data/eac/people/*.xml", "The records of people, a file each, called by their ids (EAC-CPF)."),
    ExportedFile("data/eac/directorates/*.xml", "Those of directorates."),
)
Function = tuple[Authority, list[Statement]]
"""A project, and what says that a directorate has it."""
RELATIONS = "https://www.ica.org/standards/RiC/ontology#"


def write_eac_cpf(archive: Archive, site: Site, output: Output) -> None:
    """Write the files."""
    statements = Statements(archive)
    for person in archive.people.values():
        if person.record:
            writing = _Writing(archive, site, statements, person.record)
            output.write(writing.file, xml_bytes(writing.person(person)))
    functions = _functions(archive, statements)
    for directorate in archive.directorates.values():
        if directorate.record:
            writing = _Writing(archive, site, statements, directorate.record)
            output.write(writing.file, xml_bytes(writing.directorate(directorate, functions.get(directorate.id, []))))


def _functions(archive: Archive, statements: Statements) -> dict[str, list[Function]]:
    """Give what each directorate does: the projects with a record that are its own, and what says so of each."""
    functions: dict[str, list[Function]] = {}
    for project in archive.projects.values():
        if project.record:
            said: dict[str | None, list[Statement]] = {}
            for statement in statements.projects[project.id]:
                said.setdefault(statement.mention.directorate, []).append(statement)
            for directorate in project.directorates:
                functions.setdefault(directorate, []).append((project.record, said.get(directorate, [])))
    return functions


class _Writing:
    """The description of one record, and its sources, which it gathers while it is written."""

    def __init__(self, archive: Archive, site: Site, statements: Statements, record: Authority) -> None:
        self.file = f"data/eac/{record.page}.xml"
        self._archive, self._site, self._statements, self._record = archive, site, statements, record
        self._sources = Sources(archive, site, self.file)

    def person(self, person: Entry) -> Element:
        """Give the document of a person: names, occupations, the directorates that they led or were in."""
        shown = self._statements.people[person.id]
        identity = self._identity("person", shown)
        relations, targets = self._offices(person)
        occupations = eac.filled("occupations", *self._occupations(shown, targets))
        return self._root(identity, [occupations, self._website()], relations)

    def directorate(self, directorate: Entry, projects: Iterable[Function]) -> Element:
        """Give the document of a directorate: names, projects as functions, who led it, what it belongs to."""
        shown = self._statements.directorates[directorate.id]
        identity = self._identity("corporateBody", shown)
        functions = eac.filled("functions", *(self._function(project, places) for project, places in projects))
        exists = eac.filled("existDates", span(self._record.valid))
        leaders = (self._leader(tenure) for tenure in self._archive.tenures.by_directorate.get(directorate.id, ()))
        return self._root(identity, [functions, self._website(), exists], [*leaders, *self._bodies()])

    def _root(self, identity: Element, parts: list[Element | None], relations: Iterable[Element]) -> Element:
        description = eac(
            "cpfDescription", identity, eac.filled("description", *parts), eac.filled("relations", *relations)
        )
        return eac("eac", self._control(), description)

    def _control(self) -> Element:
        event = eac(
            "maintenanceEvent",
            eac("agent", SOFTWARE, agentType="machine"),
            eac("eventDateTime", self._sources.newest()),
            maintenanceEventType="derived",
        )
        publication = self._site.publication
        licence, address = publication.licence, web_address(publication.licence_url)
        terms = eac("rightsDeclaration", eac("reference", licence or address, href=address))
        return eac(
            "control",
            eac("recordId", self._record.page),
            eac("maintenanceAgency", eac("agencyName", self._site.publisher)),
            eac("maintenanceHistory", event),
            self._sources.element(),
            terms if licence or address else None,
            eac("representation", href=self._address(self._record.page)),
            languageEncoding="ietf-bcp-47",
            dateEncoding="iso8601",
            maintenanceStatus="derived",
            publicationStatus="approved" if self._record.reviewed else "inProcess",
        )

    def _identity(self, type_: str, shown: Iterable[Statement]) -> Element:
        """Give all names: the preferred one, its variants, and those that releases write beside these."""
        record = self._record
        use = eac.filled("useDates", span(record.valid)) if type_ == "person" else None
        preferred = eac("nameEntry", eac("part", record.name), use, preferredForm="true", status="authorized")
        written: dict[str, list[Statement]] = {name: [] for name in record.aliases if name != record.name}
        for statement in shown:
            if statement.mention.label != record.name:
                written.setdefault(statement.mention.label, []).append(statement)
        self._sources.references(shown)
        variants = (
            eac("nameEntry", eac("part", name), status="alternative", sourceReference=self._sources.references(places))
            for name, places in written.items()
        )
        return eac("identity", eac("entityType", value=type_), preferred, *variants, eac("identityId", record.id))

    def _website(self) -> Element | None:
        address = web_address(self._record.website)
        contact = eac("contact", eac("contactLine", address, contactLineType="homepage"))
        return eac("places", eac("place", contact)) if address else None

    def _occupations(self, shown: Iterable[Statement], targets: dict[str, str]) -> Iterator[Element]:
        """Give each role as it is written, with the days on which it is, pointing to the relation with its directorate."""
        roles: dict[tuple[str, str | None], list[Statement]] = {}
        for statement in shown:
            if statement.mention.role:
                roles.setdefault((statement.mention.role, statement.mention.directorate), []).append(statement)
        for (role, directorate), places in roles.items():
            yield eac(
                "occupation",
                eac("term", role),
                days(places),
                target=targets[directorate] if directorate else "",
                sourceReference=self._sources.references(places),
            )

    def _offices(self, person: Entry) -> tuple[list[Element], dict[str, str]]:
        """Give the relations of a person with directorates, and the id of the first with each of them."""
        relations: list[Element] = []
        targets: dict[str, str] = {}
        for membership in memberships_of(self._archive, self._statements, person):
            if not membership.directorate:
                continue
            record = self._archive.records["directorate"][membership.directorate]
            tenure = membership.tenure
            dates = period(tenure) if tenure else days(membership.statements)
            shown = self._sources.references(membership.statements)
            if tenure and tenure.recorded:
                shown = f"{self._sources.record(record.page)} {shown}".strip()
            relation = "isOrWasLeaderOf" if tenure else "isOrWasMemberOf"
            id_ = "" if record.id in targets else targets.setdefault(record.id, f"directorate-{record.id}")
            relations.append(self._relation("corporateBody", record, relation, dates, shown, id_))
        return relations, targets

    def _leader(self, tenure: Tenure) -> Element:
        leader = self._archive.people[tenure.person]
        shown = self._sources.references(self._statements.of_tenure(tenure))
        return self._relation("person", leader.record or leader.name, "hasOrHadLeader", period(tenure), shown)

    def _bodies(self) -> Iterator[Element]:
        """Give the relations of a directorate with what it is a part of, and with those before it."""
        record, records = self._record, self._archive.records["directorate"]
        if record.parent:
            yield self._relation("corporateBody", records[record.parent], "isOrWasSubdivisionOf")
        elif record.category == OWN:
            institution = self._archive.profile.institution.name
            yield self._relation("corporateBody", institution, "isOrWasSubdivisionOf")
        for id_ in record.preceded_by:
            yield self._relation("corporateBody", records[id_], "isSuccessorOf")

    def _function(self, project: Authority, places: Sequence[Statement]) -> Element:
        """Give a project as what a directorate does, with the first and last day that say so, and the first place."""
        return eac(
            "function",
            eac("term", project.name),
            days([*places[:1], *places[-1:]]),
            valueURI=self._address(project.page),
            sourceReference=self._sources.references(places[:1]),
        )

    def _relation(
        self,
        type_: str,
        target: Authority | str,
        relation: str,
        dates: Element | None = None,
        shown: str = "",
        id_: str = "",
    ) -> Element:
        name = target if isinstance(target, str) else target.name
        address = "" if isinstance(target, str) else self._address(target.page)
        return eac(
            "relation",
            eac("targetEntity", eac("part", name), targetType=type_, valueURI=address),
            dates,
            eac("relationType", relation, valueURI=RELATIONS + relation, vocabularySource="RiC-O"),
            id=id_,
            sourceReference=shown,
        )

    def _address(self, page: str) -> str:
        return reference(self._site, self.file, page)
