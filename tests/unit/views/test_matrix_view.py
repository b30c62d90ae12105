"""The matrix of projects and sessions: what it collects from a small archive, and the nodes that it makes of it."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from council.model.authorities import Records
from council.model.partial_dates import PartialDate
from council.model.releases import Session
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.matrix import Matrix, MatrixData, YearColumn
from docutils import nodes
from small_archive import DIRECTORATES, PROFILE, PROJECTS, archive, context, release


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


def test_the_matrix_has_a_column_for_each_year_of_many_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("council_sphinx.views.matrix.MOST_COLUMNS", 2)
    data = Matrix().collect(archive(), "")
    assert data.columns == (YearColumn(2020),)
    assert [cell.count for cell in data.rows[0].cells] == [3]
