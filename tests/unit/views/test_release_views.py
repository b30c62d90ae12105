"""What stands around a release: what it collects from a small archive, and the nodes that it makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from council.exports.citation_files import FORMATS
from council.model.partial_dates import PartialDate
from council_sphinx.pages.mentioned_entries import mentioned_entries
from council_sphinx.pages.record_roles import RecordReference
from council_sphinx.pages.release_pages import NeighboursInTime
from council_sphinx.views.copy_button import copy_button
from council_sphinx.views.elements import disclosure_summary
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.release_context import ReleaseContext
from council_sphinx.views.release_header import ReleaseHeader
from council_sphinx.views.release_list import ReleaseList
from council_sphinx.views.release_projects import MOST_LEFT_OUT, LeftOut, project_part
from council_sphinx.views.session_list import SessionList, SessionRow
from small_archive import PERSON, archive, context, links


def test_a_release_titled_by_its_session_tells_that_once_and_its_sentence_in_lists() -> None:
    known = archive()
    known.releases["sessions/c"] = replace(
        known.releases["sessions/c"], shown_title="Session 3 of 2020", lead="The plan goes on"
    )
    (row, *_others) = SessionList().collect(known, "").years[0].rows
    told = SessionList.build(context(), SessionList().collect(known, ""))[0]
    assert isinstance(row, SessionRow)
    assert [target.title for target in row.releases] == ["Session 3 of 2020"]
    assert "The plan goes on" in told.astext()
    header = ReleaseHeader.build(context("sessions/c"), ReleaseHeader().collect(known, "sessions/c"))[0]
    assert header.astext().splitlines()[0] == "March 10, 2020"
    item = ReleaseList.build(context(), ReleaseList().collect(known, ""))[-1].astext()
    assert "Session 3 of 2020 March 10, 2020\n\nThe plan goes on" in item


def test_a_release_whose_file_is_of_another_year_says_so() -> None:
    known = archive()
    known.releases["sessions/c"] = replace(
        known.releases["sessions/c"], slug="2021-03-12-account", dateline=PartialDate("2020-03-10"), dateline_line=2
    )
    header = ReleaseHeader.build(context("sessions/c"), ReleaseHeader().collect(known, "sessions/c"))[0]
    assert "The text says March 10, 2020; the file name, March 12, 2021." in header.astext()


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
    data = ReleaseContext().collect(archive(last=("El Plan", "Faro", "Muelle")), "sessions/c")
    plan = data.projects[0]
    assert plan.places == (("El Plan", "proyecto-el-plan"),)
    assert data.left_out is not None
    assert (data.left_out.before.page, data.left_out.projects) == ("sessions/b", (EntryTarget("Museo Naval", None),))
    told = ReleaseContext.build(context("sessions/c"), data)[0].astext()
    assert "Told of in the session before, not in this one (Session 2 of 2020): Museo Naval." in told


def test_a_release_that_lists_few_projects_leaves_out_none() -> None:
    assert ReleaseContext().collect(archive(), "sessions/c").left_out is None


def test_many_projects_that_are_left_out_are_folded_away() -> None:
    projects = tuple(EntryTarget(f"Plan {number}", None) for number in range(MOST_LEFT_OUT + 1))
    left = LeftOut(ReleaseTarget.on("sessions/b", archive()), projects)
    (summary,) = project_part(context(), (), left).findall(disclosure_summary)
    assert summary.astext() == "Told of in the session before, not in this one (9)"


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
