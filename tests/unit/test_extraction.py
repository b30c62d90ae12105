"""What the extraction recognises, by readable cases: one folder a rule.

A folder such as ``people-lakeport`` has cases of one of the invented institutions in ``tests/institutions``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import Case, read_cases
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary
from council.model.partial_dates import slug_date
from hypothesis import given, settings
from hypothesis import strategies as st
from vocabularies import VOCABULARY, vocabulary_for

CASES = read_cases(Path(__file__).parent / "extraction")


def told(source: str, vocabulary: Vocabulary, slug: str = "2020-11-30-comunicado") -> str:
    """Give all that was recognised, a line each; what is absent is left out."""
    release, _notes = read_release(source, slug, vocabulary)
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
        standing = f" | {person.standing}" if person.standing else ""
        lines.append(
            f"person {person.line} [{person.directorate or '-'}] {person.name} | {person.role or '-'}{standing}"
        )
    return "\n".join(lines)


PIECES = st.sampled_from(
    """Ana Ma. C.P. Lic. Jean-Paul de del la y San Santa Ruiz Paz-Soto O’Neil H. «Vela» “Agua” director regidores alcaldesa como que
    Dirección Direcciones Dir. de_Proyectos_Estratégicos Planeación_Urbana_Sustentable (DGMA) DGMA titular Plan Banco Consulta
    proyecto Sesión sesionó por cuarta ocasión XII 4a. No. 5 04/2020 extraordinaria del_Consejo_Directivo Torreón, Coahuila a
    30_de_mayo_de_2017.- 31_de_junio_de_2020 , ; : . - – • 1.- a) ** *** # ## | > ¶ ¶¶ ( ) " ' … ñ É""".split()
)
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: " ".join(pieces).replace("_", " ").replace("¶", "\n"))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a release, it is read; what is found has a name and a line of the file."""
    release, _notes = read_release(text, "2020-11-30-octava-sesion-consejo", VOCABULARY)
    lines = text.split("\n")
    for line in [*(one.line for one in release.projects), *(one.line for one in release.people)]:
        assert 1 <= line <= len(lines)
    assert len({one.name for one in release.people}) == len(release.people)
    assert all(one.name.strip() and one.role != "" for one in release.people)
    assert all(one.label.strip() for one in release.projects)


def test_there_are_cases() -> None:
    assert len(CASES) > 25


@pytest.mark.parametrize("case", CASES, ids=str)
def test_extraction(case: Case) -> None:
    """A case whose title begins with a date is one of the file name that the title is."""
    vocabulary = vocabulary_for(case.file.parent.name)
    slug = {"slug": case.title} if slug_date(case.title) else {}
    assert told(case.source, vocabulary, **slug) == case.expected
