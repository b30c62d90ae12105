"""What the extraction recognises, by readable cases: one folder a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import Case, read_cases
from council_archive.extract.release import read_release
from council_archive.extract.vocabulary import Vocabulary

CASES = read_cases(Path(__file__).parent / "extraction")
VOCABULARY = Vocabulary(
    {
        "planeacion-urbana-sustentable": ("Planeación Urbana Sustentable",),
        "competitividad-sectorial": ("Competitividad Sectorial",),
        "proyectos-estrategicos": ("Proyectos Estratégicos",),
    },
    projects=("Vive Tu Acera", "Multi-City Challenge"),
    people=("Cosijoopii Montero",),
)


def told(source: str) -> str:
    """Give all that was recognised, a line each; what is absent is left out."""
    release, _notes = read_release(source, "2020-11-30-octava-sesion-consejo", VOCABULARY)
    lines = []
    if release.dateline:
        lines.append(f"dateline {release.dateline} {release.place}")
    if release.session:
        extraordinary = " extraordinary" if release.session.extraordinary else ""
        lines.append(f"session {release.session.year} {list(release.session.numbers)}{extraordinary}")
    lines += [f"directorate {one.directorate} {'reports' if one.reports else 'named'}" for one in release.directorates]
    lines += [f"external {one.name}" for one in release.external]
    for project in release.projects:
        parent = f" < {project.parent}" if project.parent else ""
        lines.append(f"{project.form} {project.line} [{project.directorate or '-'}] {project.label}{parent}")
    for person in release.people:
        lines.append(f"person {person.line} [{person.directorate or '-'}] {person.name} | {person.role or '-'}")
    return "\n".join(lines)


def test_there_are_cases() -> None:
    assert len(CASES) > 25


@pytest.mark.parametrize("case", CASES, ids=str)
def test_extraction(case: Case) -> None:
    assert told(case.source) == case.expected
