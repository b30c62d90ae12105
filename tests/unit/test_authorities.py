"""Authority records: reading and checking them, matching names to them, filing candidates, the review."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from council.archive.accepting import AcceptError, accept, records_called
from council.archive.archive_reader import read_archive
from council.archive.catalogue import file_candidates, has_form, noun_of
from council.archive.review import review
from council.authority.files import load_authorities, read_authority
from council.authority.matching import Matcher
from council.authority.name_keys import name_key
from council.model.entries import Entry, Mention
from council.profile.loader import load_lexicon, load_profile
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
    assert record.valid.start == "2018"
    assert record.valid.end == "2020-06"


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
        ("reviewed: quizá", "reviewed"),
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


PROSE = (
    "Torreón, Coahuila a 10 de mayo de 2020.\n\n##Informe del día.\n\n"
    "{first} Se trabajó en el proyecto de Corredores Verdes. Se trabajó en el proyecto de Banquetas Amplias.\n"
)


def rows(project: Path) -> list[tuple[str, str, str, int, str | None, str | None]]:
    """Give every mention of a project that the archive has, without what it means."""
    return [
        (page, mention.label, mention.form, mention.line, mention.directorate, mention.parent)
        for page, release in read_archive(project).archive.releases.items()
        for mention in release.projects
    ]


def test_filing_changes_no_reading_until_somebody_accepts(project: Path) -> None:
    """``Corredores Verdes`` is filed, as two releases name it; a third says it as two words like any others."""
    for day, first in (("10", ""), ("11", "Nada nuevo."), ("12", "")):
        text = PROSE.format(first=first) if day != "12" else "##Otro informe\n\nHabló de Corredores Verdes y ya.\n"
        (project / "sessions" / f"2020-05-{day}-x.md").write_text(text, encoding="utf-8")
    before = rows(project)
    filed = {one.file.stem: one.file for one in file_candidates(read_archive(project).archive, project)}
    assert "corredores-verdes" in filed
    assert all("reviewed: false" in file.read_text(encoding="utf-8") for file in filed.values())
    assert rows(project) == before
    assert file_candidates(read_archive(project).archive, project) == []
    record = load_authorities(project)[0]["project"]["corredores-verdes"]
    accept(project, record)
    assert [row[:2] for row in rows(project) if row not in before] == [("sessions/2020-05-12-x", "Corredores Verdes")]


@pytest.mark.parametrize(
    ("label", "form", "quotation", "pages", "expected"),
    [
        ("Espacio Público", "prose", "Se habló del proyecto de Espacio Público.", 1, False),
        ("Espacio Público", "prose", "Se habló del proyecto de Espacio Público.", 2, True),
        ("Espacio Público", "item", "Espacio Público, con avances", 1, True),
        ("Espacio Largo", "prose", "Se habló del Espacio Largo.", 1, False),
        ("Actualización del Plan de Barrancas", "prose", "", 1, True),
        ("Calles Vivas", "prose", "La jornada “Calles Vivas” y otras.", 1, True),
        ("Calles Vivas", "prose", "La jornada Calles Vivas y “otras”.", 1, False),
        ("Jornada “Calles Vivas”", "prose", "", 1, True),
        ("¿?", "prose", "", 1, False),
    ],
)
def test_the_form_of_an_initiative(label: str, form: str, quotation: str, pages: int, expected: bool) -> None:
    mentions = tuple(Mention(f"page-{page}", None, None, label, "a", quotation, form) for page in range(pages))
    assert has_form(Entry("x", "project", label, None, mentions, (label,)), PROFILE.lexicon) is expected


def test_the_noun_of_an_english_name_stands_last() -> None:
    lexicon = load_lexicon("en")
    assert noun_of("Greenway Master Plan", lexicon) == "plan"
    assert noun_of("Open Space", lexicon) == ""


@pytest.mark.parametrize(
    ("line", "accepted"),
    [
        ("reviewed: false", "reviewed: true"),
        ("reviewed:   'false'  # mañana", "reviewed:   true  # mañana"),
        ("reviewed: false\r", "reviewed: true\r"),
        ("{name: Uno, reviewed: false, kind: plan}", "{name: Uno, reviewed: true, kind: plan}"),
    ],
)
def test_accepting_rewrites_one_line(project: Path, line: str, accepted: str) -> None:
    file = project / "projects" / "uno.md"
    name = "" if line.startswith("{") else "name: Uno\n"
    text = f"---\n{name}{line}\n---\n\nSu historia: reviewed: false.\n"
    file.write_bytes(text.encode())
    (record,) = records_called(project, "projects/uno")
    assert not record.reviewed
    accept(project, record)
    assert file.read_bytes().decode() == text.replace(line, accepted, 1)


def test_a_line_that_cannot_be_rewritten_alone_is_told(project: Path) -> None:
    file = project / "projects" / "uno.md"
    text = "---\nname: Uno\nreviewed:\n  false\n---\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AcceptError, match=r"uno\.md:\d: reviewed"):
        accept(project, records_called(project, "uno")[0])
    assert file.read_text(encoding="utf-8") == text


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
