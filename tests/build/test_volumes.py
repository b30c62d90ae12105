"""A large archive on paper: volumes that are whole by themselves, lead to each other, and are made again where they changed."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from council.preservation.package import payload_of
from printed import Printed, blocks_of, letters_of, missing_blocks
from sites import PROJECT, Site, build, copy_project, small_project
from words import OURS

PAGES = 6
"""So few pages a volume has that the shipped archive has years alone, years together, and years that are parted."""
OF_RELEASES = {"2018": 3, "2019": 4, "2020-1": 3, "2020-2": 1, "2021-2022": 3}
OF_RECORDS = [f"fichas-{number}" for number in range(1, 10)]
LAST = "indice-general"


def volumes_of(site: Site) -> dict[str, Printed]:
    return {file.stem: Printed(file) for file in sorted((site.output / "archivo").glob("*.pdf"))}


def compiled(site: Site) -> list[str]:
    return sorted(re.findall(r"compiling (\S+)\.pdf\.\.\. done", site.status))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = copy_project(tmp_path_factory.mktemp("volumes") / "project")
    return build(project, builder="typst", parallel=2, archive_volume_pages=PAGES)


@pytest.fixture(scope="module")
def volumes(printed: Site) -> dict[str, Printed]:
    return volumes_of(printed)


# -- what is where ------------------------------------------------------------------------------------------


def test_years_are_volumes_alone_together_or_in_parts(printed: Site, volumes: dict[str, Printed]) -> None:
    assert list(volumes) == [*OF_RELEASES, *OF_RECORDS, LAST]
    assert compiled(printed) == sorted(f"archivo/{name}" for name in volumes)
    assert not (printed.output / "archivo.pdf").exists()
    assert printed.warnings == []


def test_every_word_of_every_release_is_there_in_order(archive: Site, volumes: dict[str, Printed]) -> None:
    releases = iter(sorted(file.stem for file in (archive.source / "sessions").glob("*.md")))
    for name, count in OF_RELEASES.items():
        for slug in (next(releases) for _ in range(count)):
            blocks = blocks_of(archive.page(f"sessions/{slug}"), OURS)
            assert blocks
            assert missing_blocks(blocks, volumes[name].letters) == [], (slug, name)
    assert list(releases) == []


def test_each_volume_is_whole(printed: Site, volumes: dict[str, Printed]) -> None:
    for name, volume in volumes.items():
        shown = name.replace("2021-2022", "2021–2022").replace("fichas-", "Fichas ").replace(LAST, "Índice general")
        assert letters_of(f"Archivo de sesiones del IMPLAN Torreón {shown}") in letters_of(volume.pages[0])
        assert any("Contenidos" in page for page in volume.pages[1:4])
        assert [title for depth, title, _page in volume.bookmarks if depth == 1][-2:] == ["Índice", "Colofón"]
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in volume.xmp
        assert "<pdfuaid:part>1</pdfuaid:part>" in volume.xmp
        assert volume.catalogue["/Lang"] == "es-MX"
    assert len({str(volume.reader.metadata.title) for volume in volumes.values() if volume.reader.metadata}) == len(
        volumes
    )


def test_each_colophon_has_the_checksums_of_what_it_was_made_from(printed: Site, volumes: dict[str, Printed]) -> None:
    def has(name: str, file: Path) -> bool:
        return hashlib.sha256(file.read_bytes()).hexdigest() in volumes[name].letters

    release = printed.source / "sessions" / "2020-11-30-octava-sesion-consejo.md"
    assert [name for name in volumes if has(name, release)] == ["2020-2"]
    record = printed.source / "projects" / "plan-trc-2040.md"
    assert len([name for name in OF_RECORDS if has(name, record)]) == 1
    assert all(has(LAST, volumes[name].file) for name in volumes if name != LAST)


def test_the_last_volume_tells_what_is_in_which(volumes: dict[str, Printed]) -> None:
    last = volumes[LAST]
    page = next(page for _depth, title, page in last.bookmarks if title == "Los tomos")
    told = letters_of(last.pages[page - 1])
    for name, count in OF_RELEASES.items():
        assert re.search(rf"{letters_of(name)}{count}comunicados?\w*?{len(volumes[name].pages)}", told), name
    assert letters_of("3 comunicados · 30 de enero de 2020") in told
    for name in OF_RECORDS:
        assert letters_of(name) in told


def test_pictures_are_those_of_the_one_book(printed: Site, volumes: dict[str, Printed]) -> None:
    """``make pdf BOOK=1`` makes one book, whatever its size, and leaves the volumes."""
    build(printed.source, builder="typst", archive_volume_pages=PAGES, archive_pdf_book=True)
    book = Printed(printed.output / "archivo.pdf")
    mark = book.alternatives[0]  # each cover has it
    seen = [words for volume in volumes.values() for words in volume.alternatives if words != mark]
    assert sorted(seen) == sorted(words for words in book.alternatives if words != mark)
    assert seen
    assert book.bookmarks[0][1] == "2018"
    assert all(volume.file.is_file() for volume in volumes.values())
    book.file.unlink()


# -- from volume to volume ----------------------------------------------------------------------------------


def crossings(volume: Printed) -> Iterator[tuple[str, str]]:
    """Give the file and the named destination of each link to another volume."""
    for _page, target in volume.links():
        if isinstance(target, str) and ".pdf" in target:
            file, _, name = target.partition("#nameddest=")
            yield file.removesuffix(".pdf"), unquote(name)


def page_of(volume: Printed, name: str) -> int:
    number = volume.reader.get_destination_page_number(volume.reader.named_destinations[name])
    assert number is not None
    return number + 1


def test_every_link_leads_to_a_place_in_another_file(volumes: dict[str, Printed]) -> None:
    for name, volume in volumes.items():
        found = list(crossings(volume))
        assert len(found) > 5, name
        assert all(file in volumes and file != name for file, _place in found)
        assert [place for file, place in found if place and place not in volumes[file].reader.named_destinations] == []


def test_references_of_records_tell_volume_and_page(volumes: dict[str, Printed]) -> None:
    for name in OF_RECORDS:
        told = {
            (file, int(page))
            for file, page in re.findall(r"\((20\d\d(?:[-–]\d+)?),\s*p\.\s*(\d+)\)", "".join(volumes[name].pages))
        }
        led = {
            (file.replace("2021-2022", "2021–2022"), page_of(volumes[file], place))
            for file, place in crossings(volumes[name])
            if file in OF_RELEASES and place
        }
        assert told
        assert told <= led


def test_references_of_releases_tell_the_volume_alone(volumes: dict[str, Printed]) -> None:
    """Else a volume would have to be made again whenever another one changes."""
    for name in OF_RELEASES:
        text = " ".join(volumes[name].pages)
        assert re.search(r"\(Fichas\s[1-5]\)", text), name
        assert not re.search(r"\(Fichas\s[1-5],", text)
        assert not re.search(r"\(20\d\d(?:[-–]\d+)?,\s*p", text)


def test_the_general_index_leads_to_the_pages_that_say_it(volumes: dict[str, Printed]) -> None:
    last = volumes[LAST]
    start = next(page for _depth, title, page in last.bookmarks if title == "Índice")
    index = " ".join("".join(last.pages[start - 1 :]).split())
    term = "Plan de Infraestructura Verde de la Ciudad de Torreón"
    line = re.search(rf"{term}, (?:\d+; )?((?:(?:20[\d–-]+|Fichas \d): [\d, –]+;? ?)+)", index)
    assert line is not None
    found = re.findall(r"(20\d\d(?:[-–]\d+)?): ([\d, –]+)", line[1])
    assert len(found) > 1
    for name, pages in found:
        for page in map(int, re.findall(r"\d+", pages)):
            assert letters_of("Infraestructura Verde") in letters_of(volumes[name.replace("–", "-")].pages[page - 1])


# -- made again ---------------------------------------------------------------------------------------------


def release(year: int, month: int, projects: str = "- Plan de Agua. Avanza.\n") -> str:
    return (
        f"Torreón, Coahuila a 10 de {['enero', 'febrero', 'marzo'][month - 1]} de {year}.\n\n##Informe {year} {month}.\n\n{projects}\n"
        + ("Texto de relleno que llena la página con palabras. " * 40 + "\n\n") * 6
    )


RELEASES = {f"{year}-0{month}-10-informe.md": release(year, month) for year in (2018, 2019, 2020) for month in (1, 2)}
RARE = "- Plan de Sombra. Avanza.\n"
"""What the first release and the one that is added name, and no other: each is related to the other."""
RELEASES["2018-01-10-informe.md"] = release(2018, 1, RARE)
RECORDS = {f"plan-de-{name.lower()}.md": f"---\nname: Plan de {name}\n---\n" for name in ("Agua", "Sombra")}
SETTINGS: dict[str, Any] = {"builder": "typst", "parallel": 2, "archive_volume_pages": 7}


def files(output: Path) -> dict[str, bytes]:
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in sorted(output.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("growing") / "project", RELEASES, projects=RECORDS)


@pytest.fixture
def project(pristine: Path, tmp_path: Path) -> Path:
    shutil.copytree(pristine, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture(scope="module")
def clean(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The volumes of an archive that nothing has happened to, made in one process."""
    folder = tmp_path_factory.mktemp("clean") / "deep" / "project"
    shutil.copytree(pristine, folder)
    made = files(build(folder, **{**SETTINGS, "parallel": 1}).output)
    assert list(made) == ["archivo/2018.pdf", "archivo/2019.pdf", "archivo/2020.pdf", "archivo/fichas.pdf"]
    return made


def test_an_added_release_makes_its_volume_and_the_records_alone(project: Path, tmp_path: Path) -> None:
    before = files(build(project, **SETTINGS).output)
    assert compiled(build(project, **SETTINGS)) == []
    (project / "sessions" / "2020-03-10-informe.md").write_text(release(2020, 3, RARE), "utf-8")
    after = build(project, **SETTINGS)
    assert compiled(after) == ["archivo/2020", "archivo/fichas"]
    made = files(after.output)
    assert {name for name in made if made[name] != before[name]} == {"archivo/2020.pdf", "archivo/fichas.pdf"}
    shutil.copytree(project, tmp_path / "clean", ignore=shutil.ignore_patterns("_build", "years"))
    assert made == files(build(tmp_path / "clean", **SETTINGS).output)


def test_the_same_releases_give_the_same_bytes(project: Path, clean: dict[str, bytes]) -> None:
    assert files(build(project, **SETTINGS).output) == clean


def test_a_killed_run_heals(project: Path, clean: dict[str, bytes]) -> None:
    output = project / "_build" / "typst"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "typst", "-j", "2", "-D", "archive_volume_pages=7"]
    process = subprocess.Popen([*command, ".", str(output)], cwd=project)
    while process.poll() is None and not list(output.glob("archivo/*.pdf")):
        time.sleep(0.02)
    process.kill()
    process.wait()
    subprocess.run([*command, ".", str(output)], cwd=project, check=True)
    assert files(output) == clean
    assert not list(output.rglob("*.partial"))


def test_a_volume_that_cannot_be_made_leaves_the_last_ones(project: Path, clean: dict[str, bytes]) -> None:
    build(project, **SETTINGS)
    (project / "broken.typ").write_text("#let styles = (", "utf-8")
    site = build(project, **SETTINGS, typst_styles=["broken.typ"])
    assert len([line for line in site.warnings if "is not made" in line]) == 4
    assert files(site.output) == clean
    (project / "broken.typ").unlink()
    assert files(build(project, **SETTINGS).output) == clean


def test_what_a_set_has_no_more_goes(project: Path) -> None:
    """A book that outgrows its size, a year that does, and an archive that needs no volumes any more."""
    output = build(project, **{**SETTINGS, "archive_volume_pages": 300}).output
    assert list(files(output)) == ["archivo.pdf"]
    build(project, **SETTINGS)
    (output / "archivo" / "notes.pdf").write_bytes(b"of somebody")
    build(project, **{**SETTINGS, "archive_volume_pages": 3})
    assert "archivo/2020-2.pdf" in files(output)
    assert not {"archivo.pdf", "archivo/2020.pdf", "archivo/2018.pdf"} & files(output).keys()
    build(project, **{**SETTINGS, "archive_volume_pages": 300})
    assert list(files(output)) == ["archivo/notes.pdf", "archivo.pdf"]


def test_a_package_has_the_volumes(clean: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in clean.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    payload = payload_of({}, PROJECT, {}, tmp_path)
    assert {f"book/{name}" for name in clean} <= payload.keys()
