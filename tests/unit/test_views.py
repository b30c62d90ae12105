"""Views: the records that they collect from a small archive made by hand, and the nodes that they make of a record."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pytest
from council.exports.citation_files import FORMATS
from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import (
    DirectorateMention,
    ExternalMention,
    PersonMention,
    Picture,
    ProjectMention,
    Release,
    Session,
)
from council.model.tenures import Tenure
from council.profile.loader import load_profile
from council_sphinx.core.interface_strings import CATALOGUE
from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.pages.mentioned_entries import mentioned_entries
from council_sphinx.pages.record_roles import RecordReference
from council_sphinx.pages.release_pages import NeighboursInTime
from council_sphinx.views.candidates import CandidateList
from council_sphinx.views.context import ViewContext
from council_sphinx.views.copy_button import copy_button
from council_sphinx.views.directorate_page import DirectorateData, DirectoratePage
from council_sphinx.views.elements import disclosure
from council_sphinx.views.feed_links import FeedLinks
from council_sphinx.views.home_activity import ProjectActivity
from council_sphinx.views.home_counts import HomeCounts, holdings
from council_sphinx.views.home_doors import HomeDoors
from council_sphinx.views.home_news import HomeNews
from council_sphinx.views.home_search import HomeSearch
from council_sphinx.views.indexed_records import IndexedRecord
from council_sphinx.views.institution_page import InstitutionPage
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.matrix import Matrix, MatrixData, YearColumn
from council_sphinx.views.person_page import PersonPage
from council_sphinx.views.placeholder import View
from council_sphinx.views.record_index import RecordIndex
from council_sphinx.views.release_cards import Card, ReleaseCards, drawn_picture
from council_sphinx.views.release_context import ReleaseContext
from council_sphinx.views.release_header import ReleaseHeader
from council_sphinx.views.release_list import ListedReleases, ReleaseList
from council_sphinx.views.review_page import Review
from council_sphinx.views.session_list import SessionList, SessionRow
from council_sphinx.views.small_drawings import small_drawing
from council_sphinx.views.tenure_table import TenureRow
from council_sphinx.views.trajectory import ProjectData, Trajectory, UnknownProject
from docutils import nodes
from sites import PROJECT
from sphinx.builders import Builder
from sphinx.locale import translators

PROFILE = load_profile(PROJECT)


@pytest.fixture(autouse=True)
def untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strings as the code has them, whatever language a build in this process spoke."""
    monkeypatch.delitem(translators, ("general", CATALOGUE), raising=False)


DIRECTORATES = {
    "agua": Authority(id="agua", kind="directorate", name="Dirección de Agua", aliases=("Agua",), category="institute"),
    "obras": Authority(id="obras", kind="directorate", name="Obras Públicas", category="municipal"),
}
PROJECTS = {
    "plan": Authority(id="plan", kind="project", name="Plan Mayor", aliases=("El Plan",), directorates=("agua",)),
    "parte": Authority(id="parte", kind="project", name="Atlas Costero", parent="plan", preceded_by=("plan",)),
}
PERSON = Authority(id="ana-ruiz", kind="person", name="Ana Ruiz", directorates=("agua",))


def release(day: str, number: int, *labels: str) -> Release:
    """A session of 2020 that names projects, a leader, and a directorate of others."""
    return Release(
        slug=day,
        title=f"Informe del {day}",
        date=PartialDate(day),
        session=Session(2020, (number,)),
        description="Un informe.",
        directorates=(DirectorateMention("agua", reports=True, line=1),),
        external=(ExternalMention("Obras Públicas", 2), ExternalMention("Catastro", 3)),
        projects=tuple(ProjectMention(label, "item", 5, "agua", quotation=f"Avanza {label}.") for label in labels),
        people=(PersonMention("Ana Ruiz", "Directora de Agua", 4, "agua", "Habló Ana Ruiz."),),
        pictures=(Picture("a.png", "Una", True, 6),),
    )


def archive(*people: Authority) -> SiteArchive:
    """An archive of three sessions, where *people* have records."""
    releases = {
        "sessions/a": release("2020-01-10", 1, "Plan Mayor"),
        "sessions/b": release("2020-02-10", 2, "Plan Mayor", "Museo Naval"),
        "sessions/c": release("2020-03-10", 3, "El Plan"),
    }
    records: Records = {
        "project": PROJECTS,
        "directorate": DIRECTORATES,
        "person": {record.id: record for record in people},
    }
    pictures = {"sessions/c": {"a.png": PictureFile("sessions/c/a.png", 40, 30)}}
    return SiteArchive(releases, PROFILE, records, pictures, frozenset({"sessions/a"}))


def context(page: str = "index", **settings: Any) -> ViewContext:
    """Where nodes are made: a builder that knows addresses and settings alone."""
    config = {
        "language": "en", "author": "The Institute", "project": "The Archive", "html_baseurl": "",
        "archive_years": "years", "root_doc": "index", "archive_without": [],
    }  # fmt: skip
    builder = SimpleNamespace(
        name="html",
        format="html",
        config=SimpleNamespace(**(config | settings)),
        env=SimpleNamespace(found_docs={"indices/sessions", "indices/projects"}),
        get_relative_uri=lambda _origin, target: f"{target}.html",
        get_target_uri=lambda docname: f"{docname}.html",
    )
    return ViewContext(cast("Builder", builder), page, page)


def links(content: list[nodes.Node]) -> list[tuple[str, str]]:
    """The text and the address of each link."""
    return [(link.astext(), link["refuri"]) for node in content for link in node.findall(nodes.reference)]


VIEWS: list[View[Any]] = [
    CandidateList(),
    DirectoratePage("agua"),
    DirectoratePage("nowhere"),
    HomeCounts(),
    HomeDoors(),
    HomeNews(),
    HomeSearch(),
    InstitutionPage(),
    Matrix(),
    PersonPage("ana-ruiz"),
    PersonPage("nobody"),
    ProjectActivity(),
    RecordIndex("project"),
    RecordIndex("directorate"),
    ReleaseCards(),
    ReleaseContext(),
    ReleaseHeader(),
    ReleaseList(),
    ReleaseList(1999),
    Review(),
    SessionList(),
    SessionList(1999),
    Trajectory("plan"),
    Trajectory("nothing"),
]


@pytest.mark.parametrize("view", VIEWS, ids=repr)
def test_a_record_is_frozen_and_told_by_its_repr(view: View[Any]) -> None:
    """It is made of frozen parts alone, which have a hash, and is the same for the same archive."""
    first, second = (view.collect(archive(PERSON), "sessions/b") for _time in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert repr(first) == repr(second)


@pytest.mark.parametrize("view", VIEWS, ids=repr)
def test_nodes_are_made_of_the_record_alone(view: View[Any]) -> None:
    content = view.build(context("sessions/b"), view.collect(archive(PERSON), "sessions/b"))
    assert content
    assert all(isinstance(node, nodes.Element) for node in content)


def test_a_leader_is_linked_once_there_is_a_record() -> None:
    without, with_record = (DirectoratePage("agua").collect(archive(*people), "") for people in ((), (PERSON,)))
    assert [leader.target for leader in without.leaders] == [EntryTarget("Ana Ruiz", None)]
    assert [leader.target for leader in with_record.leaders] == [EntryTarget("Ana Ruiz", "people/ana-ruiz")]
    assert ("Ana Ruiz", "people/ana-ruiz.html") in links(DirectoratePage.build(context(), with_record))
    assert "people/ana-ruiz.html" not in dict(links(DirectoratePage.build(context(), without))).values()


def test_a_tenure_of_the_record_names_it_as_the_source() -> None:
    day = PartialDate("2020-01-10")
    leader = TenureRow(EntryTarget("Ana Ruiz", None), Tenure("ana-ruiz", "agua", day, recorded=True))
    (leaders,) = DirectoratePage.build(context(), DirectorateData(leaders=(leader,)))
    assert "since January 10, 2020" in leaders.astext()
    assert "authority record" in leaders.astext()


def test_a_directorate_tells_projects_by_year_and_who_names_it() -> None:
    data = DirectoratePage("agua").collect(archive(), "")
    (year, projects) = data.projects[0]
    assert year == 2020
    assert projects == (EntryTarget("Museo Naval", None), EntryTarget("Plan Mayor", "projects/plan"))
    assert [target.mention.page for target in data.reports.newest] == ["sessions/c", "sessions/b", "sessions/a"]
    named = DirectoratePage("obras").collect(archive(), "")
    assert len(named.naming.newest) == 3
    assert not named.reports.newest


def test_a_project_tells_what_it_belongs_to() -> None:
    data = Trajectory("plan").collect(archive(), "")
    assert isinstance(data, ProjectData)
    assert [(name.text, name.count) for name in data.names] == [("Plan Mayor", 2), ("El Plan", 1)]
    assert data.variants == ()
    assert data.parts == (EntryTarget("Atlas Costero", "projects/parte"),)
    assert data.directorates == (EntryTarget("Dirección de Agua", "directorates/agua"),)
    part = Trajectory("parte").collect(archive(), "")
    assert isinstance(part, ProjectData)
    assert (part.whole, part.predecessors) == (
        EntryTarget("Plan Mayor", "projects/plan"),
        (EntryTarget("Plan Mayor", "projects/plan"),),
    )


def test_a_trajectory_may_be_of_one_year_or_directorate() -> None:
    for view, count in ((Trajectory("plan", year=2020), 3), (Trajectory("plan", year=2019), 0),
                        (Trajectory("plan", directorate="agua"), 3), (Trajectory("plan", directorate="obras"), 0)):  # fmt: skip
        data = view.collect(archive(), "")
        assert isinstance(data, ProjectData)
        assert len(data.mentions) == count
    assert Trajectory("nothing").collect(archive(), "") == UnknownProject("nothing")


def test_the_matrix_has_a_column_for_each_session() -> None:
    data = Matrix().collect(archive(), "")
    dates = [column.date for column in data.columns if isinstance(column, ReleaseTarget)]
    assert dates == [PartialDate(f"2020-{month:02}-10") for month in (3, 2, 1)]
    (row,) = data.rows
    assert (row.project.name, row.colour, [cell.column for cell in row.cells]) == ("Plan Mayor", 1, [0, 1, 2])
    assert (row.mentions, row.first, row.last.date) == (3, PartialDate("2020-01-10"), PartialDate("2020-03-10"))
    assert data.legend == ("Dirección de Agua",)
    assert not Matrix(year=2019).collect(archive(), "").rows
    assert not Matrix(directorate="obras").collect(archive(), "").rows


@pytest.mark.parametrize(("later", "silent"), [("El Plan", False), ("Museo Naval", True)])
def test_a_project_is_silent_that_no_release_names_any_more(later: str, silent: bool) -> None:
    """A release that reports no session counts too."""
    sessions = {f"sessions/{month}": release(f"2020-0{month}-10", month, "Museo Naval") for month in range(2, 6)}
    sessions["sessions/1"] = release("2020-01-10", 1, "Plan Mayor")
    sessions["sessions/news"] = replace(release("2020-04-20", 9, later), session=None)
    known = SiteArchive(
        sessions, PROFILE, {"project": PROJECTS, "directorate": DIRECTORATES, "person": {}}, {}, frozenset()
    )
    (row,) = Matrix().collect(known, "").rows
    assert (row.project.name, row.silent) == ("Plan Mayor", silent)
    (table_row,) = Matrix.build(context(), MatrixData(columns=(), rows=(replace(row, cells=()),)))[0].findall(
        nodes.tbody
    )
    assert [node["classes"] for node in table_row.findall(nodes.row)] == [["silent"] if silent else []]


def test_an_extraordinary_session_is_told_from_the_ordinary_of_its_number() -> None:
    columns = tuple(
        ReleaseTarget("sessions/a", "A", PartialDate("2020-01-10"), Session(2020, numbers, extraordinary=True))
        for numbers in ((1,), ())
    )
    (row,) = Matrix().collect(archive(), "").rows
    (view,) = Matrix.build(context(), MatrixData(columns, (replace(row, cells=()),)))
    heads = [entry.astext() for head in view.findall(nodes.thead) for entry in head.findall(nodes.entry)]
    assert heads[3:] == ["2020-01-10 (extraordinary 1)", "2020-01-10 (extraordinary)"]


def test_kinds_are_told_in_the_words_of_the_language() -> None:
    plan = msgspec.structs.replace(PROJECTS["plan"], category="study")
    records: Records = {"project": {"plan": plan}, "directorate": {}, "person": {}}
    known = SiteArchive({"sessions/1": release("2020-01-10", 1, "Plan Mayor")}, PROFILE, records, {}, frozenset())
    data = Matrix().collect(known, "")
    assert (data.rows[0].category, data.kinds) == ("study", (("study", "Estudios"),))


def test_a_person_has_offices_before_quotations() -> None:
    data = PersonPage("ana-ruiz").collect(archive(PERSON), "")
    (office,) = data.offices
    assert office.target == EntryTarget("Dirección de Agua", "directorates/agua")
    parts = [node for node in PersonPage.build(context(), data) if isinstance(node, nodes.section)]
    headings = [title.astext() for part in parts for title in part.findall(nodes.title)]
    assert headings == ["Offices", "Roles", "Releases"]
    told = "in office on January 10, 2020 and on March 10, 2020"
    assert any(told in node.astext() for node in PersonPage.build(context(), data))


def test_an_extraordinary_session_has_its_place_without_a_number() -> None:
    special = replace(release("2020-02-20", 1), session=Session(2020, (), extraordinary=True))
    known = SiteArchive(
        {"sessions/b": special, "sessions/a": release("2020-01-10", 1)},
        PROFILE,
        {"project": {}, "directorate": {}, "person": {}},
        {},
        frozenset(),
    )
    view = ReleaseList(2020, sessions_only=True)
    items = [
        item.astext()
        for node in view.build(context(), view.collect(known, ""))
        for item in node.findall(nodes.list_item)
    ]
    assert [item.partition("·")[2].strip() for item in items] == ["Session 1 of 2020", "Extraordinary session of 2020"]
    assert session_rows(known) == {"2020": [["Extraordinary", "February 20, 2020"], ["1", "January 10, 2020"]]}


def session_rows(known: SiteArchive, view: SessionList | None = None) -> dict[str, list[list[str]]]:
    """Give what the first two cells of each row say, by the headings of the parts."""
    view = view or SessionList()
    return {
        str(section.children[0].astext()): [
            [cell.astext() for cell in list(row.findall(nodes.entry))[:2]]
            for body in section.findall(nodes.tbody)
            for row in body.findall(nodes.row)
        ]
        for section in view.build(context(), view.collect(known, ""))
        if isinstance(section, nodes.section)
    }


def of_years(*days: str) -> SiteArchive:
    """An archive of sessions with the numbers 1, 2 … in their years."""
    releases = {}
    for number, day in enumerate(days, 1):
        session = Session(int(day[:4]), (number,))
        releases[f"sessions/{day}"] = replace(release(day, 1, f"Plan {number}"), session=session)
    releases["sessions/news"] = replace(release(days[-1], 1), session=None)
    releases["sessions/undated"] = replace(release(days[-1], 1), session=None, date=None)
    return SiteArchive(releases, PROFILE, {"project": {}, "directorate": {}, "person": {}}, {}, frozenset())


def test_years_stand_newest_first_with_those_that_have_nothing() -> None:
    rows = session_rows(of_years("2016-03-01", "2017-05-01", "2020-02-01"))
    assert {year: [number for number, _date in told] for year, told in rows.items()} == {
        "2020": ["3"], "2018–2019": [], "2017": ["2"], "2016": ["1"], "Without date": [],
    }  # fmt: skip
    assert session_rows(of_years("2016-03-01", "2017-05-01"), SessionList(2016)) == {"2016": [["1", "March 1, 2016"]]}
    assert session_rows(of_years("2016-03-01"), SessionList(1999)) == {}


def test_releases_without_a_session_are_counted_on_the_page_of_sessions() -> None:
    view = SessionList()
    told = links(view.build(context(), view.collect(of_years("2016-03-01", "2017-05-01"), "")))
    assert ("1 release that reports no session", "years/2017.html") in told
    assert ("1 release that reports no session", "years/undated.html") in told


def test_of_many_sessions_the_newest_years_have_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("council_sphinx.views.session_list.MOST", 2)
    view = SessionList()
    data = view.collect(of_years("2016-03-01", "2017-05-01", "2018-02-01"), "")
    assert [told.year for told in data.years] == [2018, 2017, None]
    assert ("2016 (1)", "years/2016.html") in links(view.build(context(), data))


def test_a_session_names_its_new_projects() -> None:
    told = [f"Plan {name}" for name in ("Agua", "Bosque", "Calle", "Deporte", "Escuela")]
    releases = {"sessions/a": release("2020-01-10", 1), "sessions/b": release("2020-02-10", 2, *told)}
    known = SiteArchive(releases, PROFILE, {"project": {}, "directorate": {}, "person": {}}, {}, frozenset())
    ((row, first),) = [year.rows for year in SessionList().collect(known, "").years]
    assert isinstance(row, SessionRow)
    assert isinstance(first, SessionRow)
    assert ([target.name for target in row.new], row.new_count, row.back_count) == (told[:3], 5, 0)
    assert (first.new, first.new_count) == ((), 0)
    view = SessionList()
    assert ("and 2 more", "sessions/b.html#projects") in links(view.build(context(), view.collect(known, "")))


def test_the_matrix_has_a_column_for_each_year_of_many_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("council_sphinx.views.matrix.MOST_COLUMNS", 2)
    data = Matrix().collect(archive(), "")
    assert data.columns == (YearColumn(2020),)
    assert [cell.count for cell in data.rows[0].cells] == [3]


def test_an_index_counts_releases_and_names_directorates() -> None:
    (atlas, plan) = RecordIndex("project").collect(archive(), "").records
    assert (atlas.name, atlas.releases) == ("Atlas Costero", 0)
    assert plan == IndexedRecord(
        "projects/plan", "Plan Mayor", "Plan Mayor", ("El Plan",), 3, PartialDate("2020-01-10"), PartialDate("2020-03-10"),
        (2020,), (("agua", "Dirección de Agua"),), "plan",
    )  # fmt: skip
    assert RecordIndex("project", year=2020).collect(archive(), "").records == (plan,)
    assert RecordIndex("project", directorate="obras").collect(archive(), "").records == ()


def test_an_index_folds_what_no_release_names() -> None:
    content = RecordIndex.build(context(), RecordIndex("project").collect(archive(), ""))
    (letter,) = [node for node in content if isinstance(node, nodes.section)]
    assert (letter["ids"], links([letter])) == (["letter-p"], [("Plan Mayor", "projects/plan.html")])
    (fold,) = [node for node in content if isinstance(node, disclosure)]
    assert (fold[0].astext(), fold["opened"]) == ("1 record that no release names", False)
    assert links([fold]) == [("Atlas Costero", "projects/parte.html")]


def test_directorates_stand_by_their_names_without_the_noun_apart_from_those_of_others() -> None:
    data = RecordIndex("directorate").collect(archive(), "")
    assert [(record.sorted_by, record.own) for record in data.records] == [("Agua", True), ("Obras Públicas", False)]
    titles = [node[0].astext() for node in RecordIndex.build(context(), data) if isinstance(node, nodes.section)]
    assert titles == ["Of the institution", "Of others"]


def test_a_candidate_is_told_with_its_places_and_what_to_do() -> None:
    (candidate,) = CandidateList().collect(archive(), "")
    assert (candidate.name, candidate.variants, candidate.filed) == ("Museo Naval", (), True)
    told = CandidateList.build(context(), (candidate, replace(candidate, name="Paseo", filed=False)))
    assert links(told) == [("February 10, 2020", "sessions/b.html#proyecto-museo-naval")] * 2
    to_file, to_judge = told
    assert next(to_file.findall(nodes.literal)).astext() == "make catalogue"
    assert [literal.astext() for literal in to_judge.findall(nodes.literal)][-1] == "projects/museo-naval.md"


def test_findings_name_records_and_show_what_to_type() -> None:
    waiting = Authority(id="ana-ruiz", kind="person", name="Ana Ruiz", reviewed=False)
    double = Authority(id="plan-2", kind="project", name="Plan Mayor")
    releases = {
        "sessions/a": replace(release("2020-01-10", 1, "Plan Mayor"), pictures=(Picture("b.png", None, True, 6),))
    }
    records: Records = {
        "project": PROJECTS | {"plan-2": double},
        "directorate": DIRECTORATES,
        "person": {"ana-ruiz": waiting},
    }
    known = SiteArchive(releases, PROFILE, records, {}, frozenset())
    told = {
        section.children[0].astext().partition(" (")[0]: section
        for section in Review.build(context(), Review().collect(known, ""))
        if isinstance(section, nodes.section)
    }
    unreviewed = told["Records that nobody has reviewed, and how many releases name them"]
    assert ("Ana Ruiz", "people/ana-ruiz.html") in links([unreviewed])
    assert "make review ACCEPT=people/ana-ruiz" in [literal.astext() for literal in unreviewed.findall(nodes.literal)]
    claimed = told["Names that two records claim"]
    assert links([claimed])[:2] == [("Plan Mayor", "projects/plan.html"), ("Plan Mayor", "projects/plan-2.html")]
    pictures = told["Pictures without alternative text"]
    assert ("January 10, 2020 · Session 1 of 2020", "sessions/a.html") in links([pictures])
    assert [literal.astext() for literal in pictures.findall(nodes.literal)][-1] == "sessions/a.md"
    assert all(next(section.findall(nodes.paragraph))["classes"] == ["instruction"] for section in told.values())


def test_a_card_has_the_picture_that_its_page_shows() -> None:
    newest, before = ReleaseCards(count=2).collect(archive(), "index")
    assert newest == Card(
        ReleaseTarget("sessions/c", "Informe del 2020-03-10", PartialDate("2020-03-10"), Session(2020, (3,))),
        "Un informe.",
        PictureFile("sessions/c/a.png", 40, 30),
    )
    assert before.picture is None
    (image,) = ReleaseCards.build(context(), (newest,))[0].findall(nodes.image)
    assert (image["uri"], image["width"], image["height"]) == ("sessions/c/a.png", "40", "30")


def test_a_card_without_a_picture_has_its_date_drawn() -> None:
    card = replace(ReleaseCards(count=1).collect(archive(), "index")[0], picture=None)
    (drawn,) = ReleaseCards.build(context(), (card,))[0].findall(drawn_picture)
    assert "<span>10</span><span>March</span><span>2020</span><span>Session 3 of 2020</span>" in drawn["html"]


def test_the_home_page_counts_what_releases_name() -> None:
    counted = holdings(archive(PERSON))
    assert (counted.releases, counted.sessions, counted.projects, counted.people) == (3, 3, 1, 1)
    told = HomeCounts.build(context(), HomeCounts().collect(archive(PERSON), "index"))
    assert links(told) == [("3 sessions", "indices/sessions.html"), ("1 project", "indices/projects.html")]
    assert "2020 years covered" in told[0].astext().replace("\n\n", " ")


def test_each_door_has_a_sample_and_leads_to_a_page_that_there_is() -> None:
    content = HomeDoors.build(context(), HomeDoors().collect(archive(PERSON), "index"))
    assert links(content) == [
        ("Sessions", "indices/sessions.html"),
        ("Informe del 2020-03-10", "sessions/c.html"),
        ("Projects", "indices/projects.html"),
        ("Plan Mayor", "projects/plan.html"),
    ]
    assert len(list(content[0].findall(small_drawing))) == 2


def test_the_doors_tell_the_last_report_and_who_leads() -> None:
    doors = HomeDoors().collect(archive(PERSON), "index")
    assert doors.report is not None
    assert (doors.report.directorate.name, doors.report.told.quotation) == ("Dirección de Agua", "Avanza El Plan.")
    assert doors.leader is not None
    assert (doors.leader.person.name, doors.leader.directorate.name) == ("Ana Ruiz", "Dirección de Agua")


def test_the_news_are_those_of_the_last_session() -> None:
    releases = {
        "sessions/a": release("2020-01-10", 1, "Plan Mayor", "Museo Naval"),
        "sessions/b": release("2020-02-10", 2, "Plan Mayor"),
        "sessions/c": release("2020-03-10", 3, "El Plan", "Museo Naval", "Atlas Costero"),
    }
    records: Records = {"project": PROJECTS, "directorate": DIRECTORATES, "person": {}}
    news = HomeNews().collect(SiteArchive(releases, PROFILE, records, {}, frozenset()), "index")
    assert news is not None
    assert [project.name for project in news.new] == ["Atlas Costero"]
    assert [(returned.project.name, returned.sessions) for returned in news.back] == [("Museo Naval", 1)]


def test_the_most_active_are_those_of_the_last_year() -> None:
    releases = {
        "sessions/a": release("2018-01-10", 1, "Plan Mayor", "Atlas Costero"),
        "sessions/b": release("2020-02-10", 2, "Atlas Costero"),
    }
    records: Records = {"project": PROJECTS, "directorate": DIRECTORATES, "person": {}}
    active = ProjectActivity().collect(SiteArchive(releases, PROFILE, records, {}, frozenset()), "index")
    assert [(project.name, project.releases, len(project.dates)) for project in active.projects] == [
        ("Atlas Costero", 1, 2)
    ]


def test_too_many_releases_lead_to_the_years(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(ReleaseList().collect(archive(), "").releases) == 3
    monkeypatch.setattr("council_sphinx.views.release_list.MOST", 2)
    data = ReleaseList().collect(archive(), "")
    assert (len(data.releases), data.years, data.total) == (2, ((2020, 3),), 3)
    assert ("2020 (3)", "years/2020.html") in links(ReleaseList.build(context(), data))
    assert ReleaseList("undated").collect(archive(), "") == ListedReleases(())


def test_a_header_leads_to_the_printed_release() -> None:
    data = ReleaseHeader().collect(archive(), "sessions/a")
    assert data.printed
    assert data.reporting == (EntryTarget("Dirección de Agua", "directorates/agua"),)
    assert links(ReleaseHeader.build(context("sessions/a"), data)) == [
        ("Dirección de Agua", "directorates/agua.html"),
        ("1 project", "#projects"),
        ("Cite", "#cite"),
        ("PDF", "pdf/sessions/a.pdf"),
    ]


def test_a_header_counts_the_projects() -> None:
    data = ReleaseHeader().collect(archive(), "sessions/b")
    told = ReleaseHeader.build(context("sessions/b", html_baseurl="https://example.org/"), data)[0]
    assert "2 projects: 1 for the first time, 1 continued" in told.astext()
    assert [button["copies"] for button in told.findall(copy_button)] == [""]
    assert ("Atom", "feeds/all.atom") in links([told])


def test_the_projects_of_a_release_are_one_list() -> None:
    data = ReleaseContext().collect(archive(), "sessions/b")
    assert [
        (here.project.page, here.appearance, here.before and here.before.release.page) for here in data.projects
    ] == [
        ("projects/plan", "continued", "sessions/a"),
        (None, "first", None),
    ]
    assert data.projects[0].places == (("", "proyecto-plan-mayor"),)
    assert data.left_out is None
    told = ReleaseContext.build(context("sessions/b"), data)
    assert links(told)[:4] == [
        ("Plan Mayor", "projects/plan.html"),
        ("in the text", "#proyecto-plan-mayor"),
        ("Session 1 of 2020", "sessions/a.html#proyecto-plan-mayor"),
        ("in the text", "#proyecto-museo-naval"),
    ]


def test_a_release_tells_what_it_leaves_out_and_calls_otherwise() -> None:
    data = ReleaseContext().collect(archive(), "sessions/c")
    (plan,) = data.projects
    assert plan.places == (("El Plan", "proyecto-el-plan"),)
    assert data.left_out is not None
    assert (data.left_out.before.page, data.left_out.projects) == ("sessions/b", (EntryTarget("Museo Naval", None),))
    told = ReleaseContext.build(context("sessions/c"), data)[0].astext()
    assert "Told of in the session before, not in this one (Session 2 of 2020): Museo Naval." in told


def test_the_first_release_has_no_badges() -> None:
    (here,) = ReleaseContext().collect(archive(), "sessions/a").projects
    assert here.appearance is None


@pytest.mark.parametrize(
    ("language", "date", "month"),
    [("en", "2020, January 10", "January"), ("es", "2020, 10 de enero", "enero"), ("", "2020, January 10", "January")],
)
def test_a_citation_dates_as_the_language_does(language: str, date: str, month: str) -> None:
    data = ReleaseContext().collect(archive(), "sessions/a")
    address = "https://example.org/archive/sessions/a.html"
    told = ReleaseContext.build(
        context("sessions/a", language=language, html_baseurl="https://example.org/archive/"), data
    )[0].astext()
    assert f"The Institute. ({date}). Informe del 2020-01-10 [Press release]. The Archive. {address}" in told
    assert f"THE INSTITUTE, 2020. Informe del 2020-01-10. The Archive. Online. 10 {month} 2020." in told
    assert told.count(address) == 2 + len(FORMATS)


@pytest.mark.parametrize(("without", "count"), [([], 3), (["citations"], 0)])
def test_references_lead_to_their_files(without: list[str], count: int) -> None:
    data = ReleaseContext().collect(archive(), "sessions/b")
    told = ReleaseContext.build(context("sessions/b", archive_without=without), data)
    files = [address for _text, address in links(told) if address.startswith("citations/")]
    assert files == [f"citations/sessions/b.{suffix}" for suffix in ("bib", "ris", "json")][:count]


ATOM_AND_JSON = [("Atom", "feeds/{}.atom"), ("JSON Feed", "feeds/{}.json")]


@pytest.mark.parametrize(
    ("view", "page", "followed"),
    [
        (FeedLinks(), "index", "all"),
        (FeedLinks(), "projects/plan", "projects/plan"),
        (FeedLinks(), "directorates/agua", "directorates/agua"),
        (FeedLinks(2020), "years/2020", "years/2020"),
        (FeedLinks(1999), "years/1999", ""),
    ],
)
def test_a_page_leads_to_its_feeds(view: FeedLinks, page: str, followed: str) -> None:
    data = view.collect(archive(), page)
    told = links(view.build(context(page, html_baseurl="https://example.org/"), data))
    assert told == [(name, file.format(followed)) for name, file in ATOM_AND_JSON if followed]
    assert view.build(context(page), data) == []
    assert view.build(context(page, html_baseurl="https://example.org/", archive_without=["feeds"]), data) == []


def test_mentions_lead_to_records_and_have_places() -> None:
    mentioned = {entry.label: entry for entry in mentioned_entries(archive(PERSON), "sessions/b")}
    assert {label: entry.entry.page for label, entry in mentioned.items()} == {
        "Plan Mayor": "projects/plan",
        "Museo Naval": None,
        "Ana Ruiz": "people/ana-ruiz",
        "Dirección de Agua": "directorates/agua",
        "Obras Públicas": "directorates/obras",
    }
    assert len({entry.anchor for entry in mentioned.values()}) == len(mentioned)


def test_neighbours_and_references_are_told_by_page_and_name() -> None:
    before, after = NeighboursInTime().collect(archive(), "sessions/a")
    assert before is None
    assert after is not None
    assert after.page == "sessions/b"
    assert NeighboursInTime().collect(archive(), "index") == (None, None)
    assert RecordReference("project", "plan").collect(archive(), "index") == ("projects/plan", "Plan Mayor")
    assert RecordReference("project", "nothing").collect(archive(), "index") is None
