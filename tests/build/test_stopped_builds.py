"""Builds that are killed, find no room, or meet another: told, and the next one ends with the bytes of a clean one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from council.__main__ import main
from extension_kit.turns import Turn
from extension_kit.whole_files import partial_of, write_whole
from sites import PROJECT, Site, small_project

RELEASES = {
    f"20{year}-01-{day:02}-x.md": (
        f"##Informe {year} {day} del Consejo.\n\n###Dirección de Proyectos Estratégicos:\n\nExpuso sus proyectos:\n\n"
        f"- Plan de Agua {year}.\n\n- Monitor {day}.\n"
    )
    for year in (18, 19, 20)
    for day in range(1, 11)
}
ROOM = 200
"""Megabytes that no output of these tests fills."""


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("pristine") / "p", RELEASES)


@pytest.fixture(scope="module")
def built(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built before a release was added."""
    project = tmp_path_factory.mktemp("built") / "p"
    shutil.copytree(pristine, project)
    shutil.move(project / "sessions" / "2020-01-10-x.md", project)
    assert sphinx(project).wait() == 0
    shutil.move(project / "2020-01-10-x.md", project / "sessions")
    return project


@pytest.fixture(scope="module")
def clean(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a clean build gives."""
    project = tmp_path_factory.mktemp("clean") / "p"
    shutil.copytree(pristine, project)
    assert sphinx(project).wait() == 0
    return output(project)


def sphinx(project: Path, parallel: int = 1) -> subprocess.Popen[str]:
    build = project / "_build"
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-j", str(parallel), "-d", str(build / "doctrees")]
    return subprocess.Popen(
        [*command, str(project), str(build / "html")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def output(project: Path) -> dict[str, bytes]:
    assert not list(project.rglob("*.partial"))
    return Site(project, project / "_build" / "html", []).bytes()


@pytest.mark.parametrize(
    ("kind", "share", "parallel"),
    [("pristine", 0.5, 1), ("pristine", 0.8, 2), ("built", 0.45, 2), ("built", 0.6, 1), ("built", 0.85, 1)],
)
def test_a_build_killed_at_any_moment_heals(
    request: pytest.FixtureRequest, tmp_path: Path, clean: dict[str, bytes], kind: str, share: float, parallel: int
) -> None:
    project = tmp_path / "p"
    shutil.copytree(request.getfixturevalue(kind), project)
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", "import sphinx.application, furo, typst"], check=True)
    process = sphinx(project, parallel)
    time.sleep(share * 3 * (time.monotonic() - begun))  # of about the time of a build, on a fast machine or a slow one
    process.kill()
    process.wait()
    assert sphinx(project).wait() == 0
    assert output(project) == clean


@pytest.fixture
def small_disk(pristine: Path, tmp_path: Path) -> Iterator[Path]:
    """A project whose output is a file system of its own."""
    project = tmp_path / "p"
    shutil.copytree(pristine, project)
    disk = project / "_build"
    disk.mkdir()
    if os.getuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("only root can mount a file system")
    yield project
    subprocess.run(["umount", str(disk)], check=True)


def remount(project: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(project / "_build")], check=True)


@pytest.mark.parametrize(("share", "parallel"), [(0.05, 1), (0.35, 1), (0.55, 2), (0.9, 1)])
def test_a_full_disk_is_told_and_heals(small_disk: Path, clean: dict[str, bytes], share: float, parallel: int) -> None:
    size = sum(len(content) for content in clean.values())
    remount(small_disk, f"size={int(share * 1.6 * size)}")
    process = sphinx(small_disk, parallel)
    told = process.communicate()[1]
    assert process.returncode != 0
    assert "No space left" in told or "disk is full" in told or "Pagefind failed" in told, told
    remount(small_disk, f"size={ROOM}m")
    assert sphinx(small_disk).wait() == 0
    assert output(small_disk) == clean


def test_a_read_only_output_is_told(small_disk: Path, clean: dict[str, bytes]) -> None:
    remount(small_disk, "ro")
    process = sphinx(small_disk)
    told = process.communicate()[1]
    assert process.returncode == 2
    assert "ERROR" in told
    assert f"nothing can be written into {small_disk / '_build'}" in told
    remount(small_disk, "rw")
    assert sphinx(small_disk).wait() == 0
    assert output(small_disk) == clean


def test_of_two_builds_at_once_the_second_waits(pristine: Path, tmp_path: Path, clean: dict[str, bytes]) -> None:
    project = tmp_path / "p"
    shutil.copytree(pristine, project)
    both = [sphinx(project, 2), sphinx(project, 2)]
    told = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("waiting for its end" in status for status in told) == 1
    assert output(project) == clean


def test_four_catalogues_at_once_file_each_name_once(pristine: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(pristine, project)
    command = [sys.executable, "-m", "council", "--source", str(project), "catalogue"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "_ext")}
    four = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _number in range(4)
    ]
    told = [process.communicate() for process in four]
    assert [process.returncode for process in four] == [0] * 4
    assert sum("Fichas creadas" in status for status, _errors in told) == 1
    names = [file.read_text("utf-8").split("\n")[1] for file in (project / "projects").glob("*.md")]
    assert sorted(names) == sorted(set(names))
    assert any("se espera a que termine" in errors for _status, errors in told)


def test_a_turn_is_taken_again_by_its_holder_and_ends(tmp_path: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(PROJECT / '_ext')!r})\nfrom extension_kit.turns import Turn\n"
    script += f"from pathlib import Path\nwith Turn(Path({str(tmp_path)!r}), lambda: print('waits', flush=True)): print('has it')\n"
    with Turn(tmp_path, pytest.fail):
        with Turn(tmp_path, pytest.fail):
            pass
        other = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        assert other.stdout
        assert other.stdout.readline() == "waits\n"
        assert other.poll() is None
    assert other.communicate()[0] == "has it\n"
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / f"{'ñ' * 120}.txt"
    write_whole(file, "one")
    partial_of(file).mkdir()  # in the way
    with pytest.raises(OSError) as refused:
        write_whole(file, "two")
    assert refused.value.filename == str(file)
    assert file.read_text("utf-8") == "one"


def test_half_a_picture_of_a_killed_import_is_replaced(tmp_path: Path) -> None:
    origin, project = tmp_path / "from", tmp_path / "to"
    shutil.copytree(PROJECT / "sessions", origin)
    (project / "sessions").mkdir(parents=True)
    shutil.copy(PROJECT / "institution.toml", project)
    script = (
        f"import os, sys; sys.path.insert(0, {str(PROJECT / '_ext')!r})\nfrom pathlib import Path\n"
        "write = Path.write_bytes\n"
        "def stop(file, data):\n"
        "    write(file, data[: len(data) // 2] if '.png' in file.name else data)\n"
        "    if '.png' in file.name: os._exit(9)\n"
        "Path.write_bytes = stop\n"
        f"from council.__main__ import main\nmain(['--source', {str(project)!r}, 'import', {str(origin)!r}])\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert list(project.rglob("*.partial"))
    main(["--source", str(project), "import", str(origin)])
    taken = {file.relative_to(project / "sessions"): file.read_bytes() for file in project.rglob("*.png")}
    assert taken == {file.relative_to(origin): file.read_bytes() for file in origin.rglob("*.png")}
    assert not list(project.rglob("*.partial"))


def test_what_a_killed_process_has_forked_ends_with_it(tmp_path: Path) -> None:
    """A forked process that writes into a pipe which only its like could read would hold the turn for ever."""
    script = (
        f"import os, sys; sys.path.insert(0, {str(PROJECT / '_ext')!r})\nfrom extension_kit.turns import Turn\n"
        f"from pathlib import Path\nTurn(Path({str(tmp_path)!r}), print).begin()\nread, write = os.pipe()\n"
        "if os.fork():\n    print('forked', flush=True)\n    os.wait()\nelse:\n    os.write(write, bytes(1_000_000))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "forked\n"
    process.kill()
    process.wait()
    with Turn(tmp_path, lambda: None):
        pass
