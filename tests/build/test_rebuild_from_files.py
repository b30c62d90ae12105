"""Files that come and go, and files that are replaced by older ones: a build ends with the bytes of a clean one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sites import Site, build, small_project

LONG_AGO, FAR_AHEAD = 1_000_000_000, 4_000_000_000
SHOWN = "2020-01-10-enero"
TEXT = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de {}.\n\n"
    "La Primera Sesión del Consejo Directivo fue hoy. "
    "La Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, expuso:\n\n- Plan de Agua, con avances.\n\n"
    f"[siguiente](2020-02-10-febrero.md) [anexo]({SHOWN}/anexo.pdf)\n\n<img src='{SHOWN}/foto.png' alt='Foto'>\n"
)


def release(project: Path, name: str, month: str, time: float | None = None) -> None:
    write(project / "sessions" / f"{name}.md", TEXT.format(month).encode(), time)


def picture(project: Path, colour: str, time: float | None = None) -> None:
    file = project / "sessions" / SHOWN / "foto.png"
    file.parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 30), colour).save(file)
    if time is not None:
        os.utime(file, (time, time))


def write(file: Path, data: bytes, time: float | None = None) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    if time is not None:
        os.utime(file, (time, time))


def record(text: str) -> bytes:
    return f"---\nname: Plan de Agua\n---\n\n{text}\n".encode()


ANNEX = Path("sessions", SHOWN, "anexo.pdf")
STEPS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a page that is linked comes": (
        lambda project: release(project, "2020-02-10-febrero", "febrero"),
        f"sessions/{SHOWN}",
        'href="2020-02-10-febrero.html"',
    ),
    "a file that is linked comes": (lambda project: write(project / ANNEX, b"uno"), f"sessions/{SHOWN}", "_downloads/"),
    "a picture comes": (lambda project: picture(project, "red"), "index", "_images/foto"),
    "an older picture": (lambda project: picture(project, "blue", LONG_AGO), f"sessions/{SHOWN}", "_images/foto"),
    "an older annex": (lambda project: write(project / ANNEX, b"dos", LONG_AGO), f"sessions/{SHOWN}", "_downloads/"),
    "an older release": (lambda project: release(project, SHOWN, "junio", LONG_AGO), "index", "Informe de junio"),
    "an older record": (
        lambda project: write(project / "projects" / "plan-de-agua.md", record("Otra historia."), LONG_AGO),
        "projects/plan-de-agua",
        "Otra historia.",
    ),
    "an older home page": (
        lambda project: write(project / "index.rst", (project / "index.rst").read_bytes() + b"\nNovedad.\n", LONG_AGO),
        "index",
        "Novedad.",
    ),
    "older corrections": (
        lambda project: write(
            project / "sessions" / f"{SHOWN}.corrections.yml", b"projects:\n- add: Informe\n", LONG_AGO
        ),
        "indices/candidates",
        ">Informe<",
    ),
    "a release dated ahead": (lambda project: release(project, SHOWN, "julio", FAR_AHEAD), "index", "Informe de julio"),
    "a less far one": (lambda project: release(project, SHOWN, "mayo", FAR_AHEAD - 9), "index", "Informe de mayo"),
    "a page that is linked goes": (
        lambda project: (project / "sessions" / "2020-02-10-febrero.md").unlink(),
        f"sessions/{SHOWN}",
        ">siguiente ",
    ),
    "a file that is linked goes": (lambda project: (project / ANNEX).unlink(), f"sessions/{SHOWN}", "siguiente anexo</p>"),
    "a picture goes": (
        lambda project: (project / "sessions" / SHOWN / "foto.png").unlink(),
        f"sessions/{SHOWN}",
        "Imagen no disponible",
    ),
}  # fmt: skip
"""What is done to the sources, in this order, and what a page then shows."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    source = small_project(tmp_path / "project", {}, projects={"plan-de-agua.md": record("Su historia.").decode()})
    release(source, SHOWN, "enero")
    return source


def clean(project: Path, where: Path) -> Site:
    shutil.copytree(project, where, ignore=shutil.ignore_patterns("_build", "years"))
    return build(where, pagefind_enabled=False)


def test_after_each_step(project: Path, tmp_path: Path) -> None:
    build(project, pagefind_enabled=False)
    for step, (change, page, shown) in STEPS.items():
        change(project)
        after = build(project, pagefind_enabled=False)
        assert shown in after.page(page), step
        assert after.bytes() == clean(project, tmp_path / step).bytes(), step
        assert ", 0 changed, " in build(project, pagefind_enabled=False).status, step


def test_a_file_that_was_only_touched_is_not_read_again(project: Path) -> None:
    build(project, pagefind_enabled=False)
    os.utime(project / "sessions" / f"{SHOWN}.md", (FAR_AHEAD, FAR_AHEAD))
    assert "0 added, 0 changed, 0 removed" in build(project, pagefind_enabled=False).status


def test_pages_follow_an_older_file_that_another_builder_has_read(project: Path, tmp_path: Path) -> None:
    doctrees = project / "_build" / "doctrees"
    build(project, doctrees=doctrees, pagefind_enabled=False)
    release(project, SHOWN, "junio", LONG_AGO)
    write(project / "notes.md", b"---\norphan: true\n---\n# Notes\n")
    build(project, builder="typst", doctrees=doctrees)
    write(project / "notes.md", b"---\norphan: true\n---\n# Otra\n", LONG_AGO)
    build(project, builder="typst", doctrees=doctrees)
    after = build(project, doctrees=doctrees, pagefind_enabled=False)
    assert "Informe de junio" in after.page(f"sessions/{SHOWN}")
    assert "<h1>Otra<" in after.page("notes")
    assert after.bytes() == clean(project, tmp_path / "clean").bytes()


def test_a_link_out_of_the_folder_of_a_release_is_not_published(project: Path, tmp_path: Path) -> None:
    """Neither a file that is a link, nor one in a folder that is; what is meant is told."""
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "anexo.pdf").write_bytes(b"secreto")
    (project / "sessions" / SHOWN).mkdir()
    (project / ANNEX).symlink_to(secret / "anexo.pdf")
    release(project, "2020-03-10-marzo", "marzo")
    text = "##Marzo\n\n[otro](2020-03-10-marzo/anexo.pdf)\n"
    write(project / "sessions" / "2020-03-10-marzo.md", text.encode())
    (project / "sessions" / "2020-03-10-marzo").symlink_to(secret)
    site = build(project, pagefind_enabled=False)
    assert b"secreto" not in site.bytes().values()
    for place in (f"{SHOWN}.md:9", "2020-03-10-marzo.md:3"):
        told = [line for line in site.warnings if place in line and line.endswith("[archive.path]")]
        assert "leads to a file that is itself a link out of the release's folder; copy the file in" in told[0]
