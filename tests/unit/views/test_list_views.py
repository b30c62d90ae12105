"""Lists of sessions, releases and records: what they collect from a small archive, and the nodes that they make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import (
    Picture,
    Session,
)
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.candidates import CandidateList
from council_sphinx.views.elements import disclosure
from council_sphinx.views.indexed_records import IndexedRecord
from council_sphinx.views.record_index import RecordIndex
from council_sphinx.views.release_list import ListedReleases, ReleaseList
from council_sphinx.views.review_page import Review
from council_sphinx.views.session_list import SessionList, SessionRow
from council_sphinx.views.wording import session_name
from docutils import nodes
from small_archive import DIRECTORATES, PROFILE, PROJECTS, archive, context, links, release


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


def test_several_sessions_at_once_are_named_together() -> None:
    assert session_name(Session(2018, (11, 12))) == "Sessions 11 and 12 of 2018"
    assert session_name(Session(2018, (1, 2), extraordinary=True)) == "Extraordinary sessions 1 and 2 of 2018"


def test_too_many_releases_lead_to_the_years(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(ReleaseList().collect(archive(), "").releases) == 3
    monkeypatch.setattr("council_sphinx.views.release_list.MOST", 2)
    data = ReleaseList().collect(archive(), "")
    assert (len(data.releases), data.years, data.total) == (2, ((2020, 3),), 3)
    assert ("2020 (3)", "years/2020.html") in links(ReleaseList.build(context(), data))
    assert ReleaseList("undated").collect(archive(), "") == ListedReleases(())
