"""All views by their contract, and the pages of records: a record collected from a small archive, and nodes made of it."""

from __future__ import annotations

from typing import Any

import pytest
from council.model.partial_dates import PartialDate
from council.model.tenures import Tenure
from council_sphinx.views.candidates import CandidateList
from council_sphinx.views.directorate_page import DirectorateData, DirectoratePage
from council_sphinx.views.feed_links import FeedLinks
from council_sphinx.views.home_activity import ProjectActivity
from council_sphinx.views.home_counts import HomeCounts
from council_sphinx.views.home_doors import HomeDoors
from council_sphinx.views.home_news import HomeNews
from council_sphinx.views.home_search import HomeSearch
from council_sphinx.views.institution_page import InstitutionPage
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.matrix import Matrix
from council_sphinx.views.person_page import PersonPage
from council_sphinx.views.placeholder import View
from council_sphinx.views.record_index import RecordIndex
from council_sphinx.views.release_cards import ReleaseCards
from council_sphinx.views.release_context import ReleaseContext
from council_sphinx.views.release_header import ReleaseHeader
from council_sphinx.views.release_list import ReleaseList
from council_sphinx.views.review_page import Review
from council_sphinx.views.session_list import SessionList
from council_sphinx.views.tenure_table import TenureRow
from council_sphinx.views.trajectory import ProjectData, Trajectory, UnknownProject
from docutils import nodes
from small_archive import PERSON, archive, context, links

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


def test_a_person_has_offices_before_quotations() -> None:
    data = PersonPage("ana-ruiz").collect(archive(PERSON), "")
    (office,) = data.offices
    assert office.target == EntryTarget("Dirección de Agua", "directorates/agua")
    parts = [node for node in PersonPage.build(context(), data) if isinstance(node, nodes.section)]
    headings = [title.astext() for part in parts for title in part.findall(nodes.title)]
    assert headings == ["Offices", "Roles", "Releases"]
    told = "in office on January 10, 2020 and on March 10, 2020"
    assert any(told in node.astext() for node in PersonPage.build(context(), data))


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
