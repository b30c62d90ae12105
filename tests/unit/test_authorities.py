"""Authority records: reading and checking them, matching names to them, filing candidates, the review."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from council.archive.archive_reader import read_archive
from council.archive.catalogue import file_candidates
from council.archive.leadership import tenures
from council.archive.review import review
from council.authority.files import load_authorities, read_authority
from council.authority.matching import Matcher
from council.authority.name_keys import name_key
from council.profile.loader import load_profile
from hypothesis import example, given
from hypothesis import strategies as st
from sites import PROJECT

RELEASE = (
    "Torreón, Coahuila a 10 de {month} de {year}.\n\n##Informe de la sesión.\n\n###Dirección de Proyectos Estratégicos:\n\n"
    "La Lic. {leader}, Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n{items}\n\n<img src='a.jpg'>\n"
)

PROFILE = load_profile(PROJECT)


def release(year: int, month: str, leader: str, *projects: str) -> str:
    items = "\n\n".join(f"- {project}." for project in projects)
    return RELEASE.format(year=year, month=month, leader=leader, items=items)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("sessions", "projects", "directorates", "people"):
        (tmp_path / folder).mkdir()
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    (tmp_path / "directorates" / "proyectos-estrategicos.md").write_text(
        "---\nname: Dirección de Proyectos Estratégicos\nkind: institute\nvalid: {from: 2019}\n---\n", encoding="utf-8"
    )
    texts = {
        "2018-01-10-a": release(2018, "enero", "Ana Ruiz Soto", "Plan de Agua", "Monitor Diario"),
        "2020-02-10-b": release(2020, "febrero", "Ana Ruiz Soto", "Actualización del Plan de Agua", "Monitor Diarios"),
        "2020-01-10-c": release(2020, "enero", "Luis Paz Ríos", "Plan Agua"),
    }
    for name, text in texts.items():
        (tmp_path / "sessions" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_all_fields() -> None:
    text = (
        "---\nname: Plan de Agua\naliases: [PA, Plan Hídrico]\nkind: plan\nparent: plan-mayor\ndirectorate: [uno, dos]\n"
        "preceded_by: plan-viejo\nvalid: {from: 2018, to: 2020-06}\nwebsite: https://a.mx\nnote: Se revisó.\n---\nTexto.\n"
    )
    record, problems = read_authority(text, "project", "plan-de-agua")
    assert problems == []
    assert record is not None
    assert record.names == ("Plan de Agua", "PA", "Plan Hídrico")
    assert (record.category, record.parent, record.directorates) == ("plan", "plan-mayor", ("uno", "dos"))
    assert record.valid.start == datetime.date(2018, 1, 1)
    assert record.valid.end == datetime.date(2020, 6, 30)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("aliases: {uno: dos}", "aliases"),
        ("parent: Con Mayúscula", "parent"),
        ("valid: {since: 2018}", "valid"),
        ("valid: {from: 2020, to: 2018}", "valid"),
        ("led_by: alguien", "led_by"),
        ("website: a.mx", "website"),
        ("color: rojo", "color"),
    ],
)
def test_wrong_fields_are_told_with_their_line(line: str, field: str) -> None:
    _record, problems = read_authority(f"---\nname: Uno\n{line}\n---\n", "project", "uno")
    assert [(problem.line, problem.field) for problem in problems] == [(3, field)]


@pytest.mark.parametrize("text", ["", "Sin nada", "---\nname: x\n", "---\n[a\n---\n", "---\n- a\n---\n"])
def test_broken_front_matter(text: str) -> None:
    record, problems = read_authority(text, "project", "uno")
    assert record is None
    assert problems


def test_a_name_that_two_records_claim_is_not_merged_by_what_is_near(project: Path) -> None:
    for id_, alias in (("uno", "Plan de Agua de Torreón"), ("dos", "Plan Azul")):
        text = f"---\nname: {alias}\naliases: [Plan de Agua]\n---\n"
        (project / "projects" / f"{id_}.md").write_text(text, encoding="utf-8")
    archive = read_archive(project).archive
    assert "plan-de-agua" in archive.identity.project_ids["sessions/2018-01-10-a"]
    told = [finding.message for finding in review(archive) if finding.topic == "readings"]
    assert "Plan de Agua: Plan Azul / Plan de Agua de Torreón" in told


def test_a_longer_name_means_the_record_by_way_of_another(project: Path) -> None:
    (project / "projects" / "agua.md").write_text("---\nname: Programa de Agua Limpia\n---\n", encoding="utf-8")
    names = ["Plan de Agua Limpia", "Plan Maestro de Agua Limpia"]
    (project / "sessions" / "2021-03-10-e.md").write_text(
        release(2021, "marzo", "Ana Ruiz Soto", *names), encoding="utf-8"
    )
    assert read_archive(project).archive.identity.project_ids["sessions/2021-03-10-e"] == ("agua", "agua")


def test_a_part_that_is_named_alone_is_read_with_what_it_stands_in(project: Path) -> None:
    text = release(
        2021,
        "marzo",
        "Ana Ruiz Soto",
        "Planes de Barrio, con dos listos para la consulta:\n    - **Zona Norte**. - Sigue.\n    - **Las Moras**. - Va",
    )
    (project / "sessions" / "2021-03-10-e.md").write_text(text, encoding="utf-8")
    text = release(2021, "mayo", "Ana Ruiz Soto", "Plan de Barrio Zona Norte", "Plan de Barrio Las Moras")
    (project / "sessions" / "2021-05-10-f.md").write_text(text, encoding="utf-8")
    ids = read_archive(project).archive.identity.project_ids
    assert ids["sessions/2021-03-10-e"][1:] == ids["sessions/2021-05-10-f"]


def test_circles_and_missing_relations(project: Path) -> None:
    (project / "projects" / "a.md").write_text("---\nname: A\nparent: b\n---\n", encoding="utf-8")
    (project / "projects" / "b.md").write_text("---\nname: B\nparent: a\ndirectorate: nadie\n---\n", encoding="utf-8")
    _records, problems = load_authorities(project)
    told = {(problem.page, problem.line, problem.field) for problem in problems}
    assert {("projects/a", 3, "parent"), ("projects/b", 3, "parent"), ("projects/b", 4, "directorate")} <= told


def test_the_shipped_records_are_sound() -> None:
    records, problems = load_authorities(PROJECT)
    assert problems == []
    assert len(records["project"]) >= 60
    assert {record.id for record in records["directorate"].values() if record.category == "institute"} == {
        "competitividad-sectorial",
        "investigacion-estrategica",
        "planeacion-urbana-sustentable",
        "proyectos-estrategicos",
    }


def matcher() -> Matcher:
    return Matcher(load_authorities(PROJECT)[0]["project"], PROFILE)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("ATLAS MUNICIPAL DE RIESGOS DE TORREON", "atlas-municipal-de-riesgos"),
        ("Socialización del Plan de Política Industrial", "plan-de-politica-industrial"),
        ("concurso  “Diseño Mi Espacio”", "diseno-mi-espacio"),
        ("Plan Red de Espacio Público", "plan-red-de-espacios-publicos"),
        ("OVIE", "oficina-virtual-de-informacion-economica"),
        ("Plan de Agua", None),
        ("Monitor de Ruido", None),
    ],
)
def test_matching(name: str, record: str | None) -> None:
    assert matcher().find(name) == record


def test_a_part_is_known_by_what_sets_it_apart() -> None:
    found = matcher().find("Zona Norte", "programas-parciales-de-desarrollo-urbano")
    assert found == "programa-parcial-zona-norte"


def test_two_records_that_claim_a_name_are_never_merged(project: Path) -> None:
    for id_ in ("uno", "dos"):
        (project / "projects" / f"{id_}.md").write_text(
            f"---\nname: {id_}\naliases: [Plan de Agua]\n---\n", encoding="utf-8"
        )
    records, _ = load_authorities(project)
    assert Matcher(records["project"], PROFILE).find("Plan de Agua") is None
    assert "double_claims" in {finding.topic for finding in review(read_archive(project).archive)}


_NAMES = st.lists(
    st.sampled_from("Actualización Propuesta de la del proyecto Plan (SMI) , : y 1a. 1 “ ” ( ) Agua".split())
)


@given(st.text(max_size=60) | _NAMES.map(" ".join))
@example("( Actualización 1 Actualización")
@example(":1A:0:0")
def test_a_key_of_a_key_is_the_key(name: str) -> None:
    key = name_key(name, PROFILE.lexicon)
    assert name_key(key, PROFILE.lexicon) == key


def test_candidates_are_filed_once_and_nothing_is_overwritten(project: Path) -> None:
    (project / "projects" / "monitor-diario.md").write_text("---\nname: Otro Monitor\n---\n", encoding="utf-8")
    filed = file_candidates(read_archive(project).archive, project)
    names = {one.file.stem: one.name for one in filed}
    assert names == {"plan-de-agua": "Plan de Agua", "monitor-diario-2": "Monitor Diario"}
    assert "name: Otro Monitor" in (project / "projects" / "monitor-diario.md").read_text(encoding="utf-8")
    assert file_candidates(read_archive(project).archive, project) == []
    archive = read_archive(project).archive
    assert {id_ for ids in archive.identity.project_ids.values() for id_ in ids} == {"plan-de-agua", "monitor-diario-2"}


def test_leaders_with_evidence_and_the_record_first(project: Path) -> None:
    archive = read_archive(project).archive
    shown = tenures(archive, "proyectos-estrategicos")
    assert [(tenure.person, len(tenure.evidence)) for tenure in shown] == [("ana-ruiz-soto", 2), ("luis-paz-rios", 1)]
    (project / "people" / "luis-paz-rios.md").write_text("---\nname: Luis Paz Ríos\n---\n", encoding="utf-8")
    record = project / "directorates" / "proyectos-estrategicos.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace(
            "valid:", "led_by: [{person: luis-paz-rios, from: 2017-03, to: 2017}]\nvalid:"
        ),
        encoding="utf-8",
    )
    first = tenures(read_archive(project).archive, "proyectos-estrategicos")[0]
    assert (first.person, first.start, first.recorded) == ("luis-paz-rios", datetime.date(2017, 3, 1), True)


def test_review_tells_all_topics(project: Path) -> None:
    (project / "sessions" / "sin-fecha.md").write_text("##Título del día\n\nTexto.\n", encoding="utf-8")
    (project / "projects" / "a.md").write_text("---\nname: Plan de Aguas Negras\n---\n", encoding="utf-8")
    (project / "projects" / "b.md").write_text("---\nname: Plan de Agua Negras\n---\n", encoding="utf-8")
    shorter = release(2020, "marzo", "Ana Ruiz", "Plan de Agua")
    (project / "sessions" / "2020-03-10-d.md").write_text(shorter, encoding="utf-8")
    findings = review(read_archive(project).archive)
    assert {finding.topic for finding in findings} >= {
        "duplicates",
        "leaders",
        "outside_dates",
        "undated",
        "without_alt",
    }
    assert [finding.message for finding in findings if finding.topic == "one_person"] == ["Ana Ruiz Soto: Ana Ruiz"]
