"""Sequences of edits: releases, records, pictures and settings come, go and change, and every rebuild is compared.

Hypothesis chooses the edits (``RuleBasedStateMachine``) and makes a failing sequence short.
"""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from PIL import Image
from sites import small_project

from fuzz.builds import build, difference
from fuzz.failures import Failure, Figures, failure_of

MONTHS = "enero febrero marzo abril mayo junio".split()
PROJECTS = {"plan-de-agua": "Plan de Agua", "atlas-de-rios": "Atlas de Ríos", "monitor-vial": "Monitor Vial"}
PEOPLE = {"ana-ruiz": "Ana Ruiz Soto", "juan-paz": "Juan Paz Luna"}
SLUGS = [f"2020-{month:02}-10-sesion{kind}" for month in range(1, 7) for kind in ("", "-dos")]
slugs, projects, people = st.sampled_from(SLUGS), st.sampled_from([*PROJECTS]), st.sampled_from([*PEOPLE])


class EditError(AssertionError):
    """A rebuild that is no clean build."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class Edits(RuleBasedStateMachine):
    """An archive that is edited and built, again and again."""

    figures = Figures()

    def __init__(self) -> None:
        super().__init__()
        self.figures.mutants += not self.figures.failures  # then a failing one is made short
        self.folder = Path(mkdtemp(prefix="edits-"))
        self.source = small_project(self.folder / "project", {})
        self.built = True

    @initialize()
    def begin(self) -> None:
        for slug in SLUGS[:2]:
            self.write_release(slug, "Plan de Agua", "Ana Ruiz Soto", SLUGS[1])
        if failure := build(self.source, "html").failure:
            raise EditError(failure)
        self.built = True

    @rule(
        slug=slugs,
        project=st.sampled_from([*PROJECTS.values()]),
        person=st.sampled_from([*PEOPLE.values()]),
        other=slugs,
    )
    def write_release(self, slug: str, project: str, person: str, other: str) -> None:
        month = MONTHS[int(slug[5:7]) - 1]
        text = (
            f"Torreón, Coahuila a 10 de {month} de 2020.\n\n##Informe de {month}.\n\nLa Sesión del Consejo Directivo "
            f"conoció el trabajo.\n\n###Dirección de Proyectos Estratégicos:\n\nLa Lic. {person}, Directora de Proyectos "
            f"Estratégicos, expuso sus proyectos:\n\n- {project}, con avances.\n\n- Monitor {month.title()}. Se puso al día.\n\n"
            f"<center><img src='{slug}/a.png' alt='Una'></center>\n\nVea [otro]({other}.md) y [un archivo]({slug}/a.pdf).\n"
        )
        self.write(f"sessions/{slug}.md", text.encode())

    @rule(
        slug=slugs,
        line=st.sampled_from(
            ["Se habló de Plan de Agua.", "- Atlas de Ríos.", "<div>", "~~~", "\n[^1]: nota\n\nuno[^1]"]
        ),
    )
    def append(self, slug: str, line: str) -> None:
        file = self.source / "sessions" / f"{slug}.md"
        if file.is_file():
            self.write(f"sessions/{slug}.md", file.read_bytes() + f"\n{line}\n".encode())

    @rule(slug=slugs, other=slugs)
    def rename_release(self, slug: str, other: str) -> None:
        file = self.source / "sessions" / f"{slug}.md"
        if file.is_file():
            file.rename(file.with_stem(other))
            self.built = False

    @rule(slug=slugs, ending=st.sampled_from([".md", "/a.png", "/a.pdf", ".corrections.yml"]))
    def delete_file(self, slug: str, ending: str) -> None:
        self.delete(f"sessions/{slug}{ending}")

    @rule(slug=slugs, width=st.integers(10, 14), colour=st.sampled_from(["red", "blue"]))
    def put_picture(self, slug: str, width: int, colour: str) -> None:
        file = self.source / "sessions" / slug / "a.png"
        file.parent.mkdir(exist_ok=True)
        Image.new("RGB", (width, 9), colour).save(file)
        self.built = False

    @rule(slug=slugs, data=st.sampled_from([b"%PDF-1", b"%PDF-2"]))
    def put_file(self, slug: str, data: bytes) -> None:
        self.write(f"sessions/{slug}/a.pdf", data)

    @rule(
        slug=slugs,
        text=st.sampled_from(["dateline: 2019-05-01", "projects: [{add: Plan de Agua}]", "session: {}", "a: ["]),
    )
    def correct(self, slug: str, text: str) -> None:
        self.write(f"sessions/{slug}.corrections.yml", text.encode())

    @rule(
        id_=projects,
        alias=st.sampled_from(["Monitor Enero", "Plan Hídrico", "Atlas de Ríos"]),
        parent=projects,
        reviewed=st.booleans(),
    )
    def write_project(self, id_: str, alias: str, parent: str, reviewed: bool) -> None:
        fields = f"name: {PROJECTS[id_]}\naliases: [{alias}]\nparent: {parent}\nreviewed: {str(reviewed).lower()}\n"
        self.write(
            f"projects/{id_}.md", f"---\n{fields}directorate: proyectos-estrategicos\n---\n\nSu historia.\n".encode()
        )

    @rule(id_=people, name=st.sampled_from([*PEOPLE.values()]))
    def write_person(self, id_: str, name: str) -> None:
        self.write(f"people/{id_}.md", f"---\nname: {name}\n---\n".encode())

    @rule(person=people, since=st.sampled_from(["2019", "2020-03", "2021"]))
    def write_leader(self, person: str, since: str) -> None:
        fields = f"name: Dirección de Proyectos Estratégicos\nkind: institute\nled_by: [{{person: {person}, from: {since}}}]\n"
        self.write("directorates/proyectos-estrategicos.md", f"---\n{fields}---\n".encode())

    @rule(path=st.sampled_from([*(f"projects/{id_}.md" for id_ in PROJECTS), *(f"people/{id_}.md" for id_ in PEOPLE)]))
    def delete_record(self, path: str) -> None:
        self.delete(path)

    @rule(
        file=st.sampled_from(["conf.py", "institution.toml"]),
        change=st.sampled_from(
            [("Consejo Directivo", "Junta de Gobierno"), ('html_theme = "furo"', 'html_theme = "furo"\nhtml_baseurl = "https://a.mx/"'),
             ('"es"', '"en"'), ("Lerdo", "Viesca"), ('\nname = "', '\nname = "El ')]
        ),
        back=st.booleans(),
    )  # fmt: skip
    def change_setting(self, file: str, change: tuple[str, str], back: bool) -> None:
        old, new = reversed(change) if back else change
        text = (self.source / file).read_text(encoding="utf-8")
        self.write(file, text.replace(old, new, 1).encode())

    @rule(slug=slugs)
    def make_older(self, slug: str) -> None:
        """A release is changed and has an older time than before, as from a backup."""
        self.append(slug, "Vuelto a poner.")
        if (file := self.source / "sessions" / f"{slug}.md").is_file():
            os.utime(file, (1_000_000_000, 1_000_000_000))

    @precondition(lambda self: not self.built)
    @rule(parallel=st.sampled_from([1, 1, 1, 2]))
    def rebuild(self, parallel: int) -> None:
        """Build, build a copy from nothing, and compare; each in a process of its own, as Sphinx remembers files."""
        after = build(self.source, "html", "-j", str(parallel))
        clean = self.folder / "clean"
        shutil.copytree(self.source, clean, ignore=shutil.ignore_patterns("_build", "years"))
        expected = build(clean, "html")
        failure = after.failure or expected.failure or difference(after.site, expected.site)
        shutil.rmtree(clean)
        self.built = True
        if failure:
            self.figures.failures.append(failure)
            raise EditError(failure)

    def write(self, path: str, data: bytes) -> None:
        (self.source / path).parent.mkdir(exist_ok=True)
        (self.source / path).write_bytes(data)
        self.built = False

    def delete(self, path: str) -> None:
        (self.source / path).unlink(missing_ok=True)
        self.built = False

    def teardown(self) -> None:
        try:
            if not self.built:
                self.rebuild(1)
        finally:
            shutil.rmtree(self.folder)


def run_edits(name: str, sequences: int, *, steps: int = 12, shrink: bool = True) -> Figures:
    """Try so many sequences of edits; give how many were tried until one failed, and what fails."""

    class Counted(Edits):
        figures = Figures()

    number = int.from_bytes(sha256(name.encode()).digest()[:8])
    phases = [Phase.generate, *([Phase.shrink] if shrink else [])]
    profile = settings(
        max_examples=sequences, stateful_step_count=steps, deadline=None, database=None, phases=phases, report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    try:
        run_state_machine_as_test(seed(number)(Counted), settings=profile)
    except Exception as error:
        Counted.figures.failures[:] = [_failure(error, name)]
    return Counted.figures


def _failure(error: Exception, name: str) -> Failure:
    steps = "\n".join(getattr(error, "__notes__", []))
    origin = f"sequence of edits of seed {name}"
    failure = error.failure if isinstance(error, EditError) else failure_of(error)
    return failure.of(origin, {"edits.txt": steps.encode()})
