"""What mentions quote where the place that names the initiative tells nothing: readable cases, in two languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import Case, read_cases
from council.extract.release import read_release
from council.model.releases import ProjectMention
from vocabularies import vocabulary_for

CASES = read_cases(Path(__file__).parent / "telling")


def told(mention: ProjectMention) -> str:
    section = f" [{mention.section}]" if mention.section else ""
    return f"{mention.label}{section}: {mention.quotation}"


def test_there_are_cases_in_two_languages() -> None:
    assert {case.file.parent.name for case in CASES} == {"quotations", "quotations-lakeport"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rows_say_something(case: Case) -> None:
    release, _notes = read_release(case.source, "2020-11-30-comunicado", vocabulary_for(case.file.parent.name))
    assert "\n".join(map(told, release.projects)) == case.expected


def test_many_bare_names_in_one_list_cost_no_more_than_their_number() -> None:
    """Each asks for the introduction and for other places of its name; both are read once."""
    items = "\n\n".join(f"- Plan de Riberas {number}" for number in range(400))
    source = f"##Día\n\n###Dirección de Proyectos Estratégicos:\n\nLa directora presentó avances de obras:\n\n{items}\n"
    release, _notes = read_release(source, "2020-11-30-comunicado", vocabulary_for("quotations"))
    assert len(release.projects) == 400
    assert {mention.quotation.partition(" … ")[0] for mention in release.projects} == {
        "La directora presentó avances de obras:"
    }
