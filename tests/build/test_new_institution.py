"""``new-institution``: the archive of another institution, in another language, in the place of this one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from council.__main__ import main
from council.archive.archive_reader import read_archive
from council.commands.founding import institution_of
from council.founding.committed_files import committed_files
from council.founding.first_files import first_files
from council.founding.holdings import ANSWERS, SOURCES, holdings_of
from council.language.folding import words_of
from council.profile.loader import FOLDER, load_profile
from lexicons import foreign, lexicon
from lxml import html
from sites import PROJECT, Site, build, copy_project

ENGLISH = ("--name=Town of Milford", "--language=en", "--council=Town Council", "--place=Milford")
SPANISH = ("--name=Ayuntamiento de Robledal", "--council=Cabildo", "--place=Robledal")
UNITS = "--units=Parks Department; Water Department"
HOSTILE = [
    'Parks & "Rivers" \\ of $HOME, ${x} $name',
    "*Lake* |x| `y` County_ :a:`b` http://a.b x@y.z [1]_ <b> {{ x }} {x} %s",
    "1. Town",
    ".. raw:: html",
    "- 'Town' -- ''' \"\"\"",
    "Town\nof\r\n Milford\n====\n",
    "===",
    "東京都 市議会",
    "A. " + "Very long name " * 15,
]


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def found(project: Path, *arguments: str) -> int:
    return main(["--source", str(project), "new-institution", *arguments])


def state(project: Path) -> dict[str, bytes]:
    """Give every file of the archive, git's own aside."""
    return {
        path: file.read_bytes()
        for file in sorted(project.rglob("*"))
        if file.is_file() and not (path := file.relative_to(project).as_posix()).startswith((".git/", "_build/"))
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped archive with answers and addresses, as a clone of it has them."""
    project = copy_project(tmp_path_factory.mktemp("sample") / "p", without=("_ext",))
    (project / ANSWERS).mkdir()
    (project / ANSWERS / "a.json").write_text("{}", "utf-8")
    (project / "addresses.txt").write_text("index.html\n", "utf-8")
    (project / ".gitignore").write_text("/_build/\n/years/\n", "utf-8")
    git(project, "init", "-q")
    commit(project)
    return project


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    shutil.copytree(sample, tmp_path / "p", symlinks=True)
    return tmp_path / "p"


def test_without_a_yes_it_is_told_and_nothing_done(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(project)
    assert found(project, *SPANISH) == 2
    told = capsys.readouterr().out
    assert f"comunicados: {len(list(project.glob('sessions/*.md')))};" in told
    assert f"fichas: {sum(len(list((project / folder).glob('*.md'))) for folder in SOURCES[1:])};" in told
    assert "YES=1" in told
    assert state(project) == before


def test_what_is_the_samples_goes_and_all_else_stays(project: Path) -> None:
    (project / "sessions" / ".hidden").write_text("x", "utf-8")
    (project / "notes.txt").write_text("x", "utf-8")
    before = state(project)
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    after = state(project)
    gone = {path.partition("/")[0] for path in before.keys() - after.keys()}
    assert gone == {*SOURCES, ANSWERS, "addresses.txt"}
    assert {path for path in after if path.startswith(SOURCES)} == {
        "sessions/.hidden",
        "directorates/parks-department.md",
        "directorates/water-department.md",
    }
    written = first_files(institution_of("Town of Milford", "en", units="", places="Milford", councils="Town Council"))
    assert {path for path in before.keys() & after.keys() if before[path] != after[path]} == set(written)


@pytest.fixture(scope="module", params=["en", "es"])
def new(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A new archive, built without a release, beside what a build of the sample had made."""
    project = tmp_path_factory.mktemp("new") / request.param
    shutil.copytree(sample, project, symlinks=True)
    build(project, pagefind_enabled=False)
    assert found(project, *(ENGLISH if request.param == "en" else SPANISH), UNITS, "--yes") == 0
    return build(project, pagefind_enabled=False, nitpicky=True)


def test_it_builds_without_a_warning(new: Site) -> None:
    assert new.warnings == []
    assert build(new.source, builder="typst").warnings == []
    assert list((new.source / "years").iterdir()) == []
    assert not list((new.output / "sessions").glob("*.html"))


def test_its_title_and_author_come_from_its_file(new: Site) -> None:
    institution = load_profile(new.source).institution
    page = new.page("index")
    assert institution.title in page
    assert f"© {institution.name}" in html.fromstring(page).text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert f'lang="{institution.language}"' in page


def common_words(language: str) -> set[str]:
    return set((FOLDER / "common-words" / f"{language}.txt").read_text(encoding="utf-8").splitlines())


def test_no_page_holds_a_word_of_another_language(new: Site) -> None:
    spanish = load_profile(new.source).institution.language == "es"
    english = (lexicon("en") | common_words("en")) - lexicon("es") - common_words("es")
    others = english if spanish else foreign()
    told = {*words_of(UNITS), *words_of(" ".join(SPANISH)), "make", *words_of("axe-core JavaScript")}
    for page in sorted(new.output.rglob("*.html")):
        texts = html.fromstring(page.read_bytes()).xpath(
            "//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::pre)]"
            " | //@title | //@aria-label | //@placeholder | //@alt"
        )
        words = {word for word in words_of(" ".join(map(str, texts))) if len(word) > 3}
        assert words & others - told == set(), page


def test_a_release_is_read_as_its_own(project: Path) -> None:
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    (project / "sessions" / "2024-03-05-march.md").write_text(
        "# Reports of March\n\nThe Town Council held its third regular meeting of 2024.\n\n## Parks Department\n\n"
        "The director, Samuel Ortiz, presented:\n\n- The River Trail Plan.\n\n---\n",
        "utf-8",
    )
    (release,) = read_archive(project).archive.releases.values()
    assert release.session is not None
    assert release.session.numbers == (3,)
    assert [mention.directorate for mention in release.projects] == ["parks-department"]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_name_is_no_markup(project: Path, name: str) -> None:
    if not any(sign.isalnum() for sign in name):
        assert found(project, f"--name={name}", "--yes") == 2
        return
    plain = " ".join(name.split())
    assert found(project, f"--name={name}", f"--units={name}; Obras", f"--place={name}", "--yes") == 0
    institution = tomllib.loads((project / "institution.toml").read_text("utf-8"))
    assert (institution["name"], institution["places"]["towns"]) == (plain, [plain])
    reading = read_archive(project)
    assert reading.problems == ()
    assert {record.name for record in reading.archive.records["directorate"].values()} == {plain, "Obras"}
    site = build(project, pagefind_enabled=False)
    assert site.warnings == []
    headings = html.fromstring(site.page("index")).xpath("//h1/text()")
    assert headings == [institution["title"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "NAME="),
        (("--name=  ",), "NAME="),
        (("--name=a\x1b[2J",), "a\\x1b[2J"),
        (("--name=a\udcff",), "a\\xff"),
        (("--name=Uno", "--units=Dos; --"), "--: "),
        (("--name=" + "a" * 301,), "300"),
        (("--name=Uno", "--language=../es"), "../es: "),
        (("--name=Uno", "--language=en_US.UTF-8"), "en, es"),
    ],
)
def test_what_makes_no_archive_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    before = state(project)
    assert found(project, *arguments, "--yes") == 2
    assert told in capsys.readouterr().err
    assert state(project) == before


@pytest.mark.parametrize(
    "path",
    [
        "sessions/2024-01-01-new.md",
        "sessions/2018-08-10-comunicado-prensa.md",
        "sessions/2018-08-10-comunicado-prensa/sesion20180810.png",
        "sessions/2018-08-10-comunicado-prensa/new.png",
        "directorates/new.md",
        "directorates/parks-department.md",
        "institution.toml",
        "gold/a.json",
        "addresses.txt",
    ],
)
def test_what_git_could_not_give_back_stays(project: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    with (project / path).open("ab") as file:
        file.write(b"# my own\n")
    before = state(project)
    assert found(project, *ENGLISH, UNITS, "--yes") == 1
    assert f"\n  {path}\n" in capsys.readouterr().err
    assert state(project) == before
    git(project, "add", "-A")  # what is only staged is in no commit
    assert found(project, *ENGLISH, UNITS, "--yes") == 1
    commit(project)
    assert found(project, *ENGLISH, UNITS, "--yes") == 0


def test_releases_that_are_ignored_stay(project: Path) -> None:
    (project / ".git" / "info" / "exclude").write_text("sessions/2024*\n", "utf-8")
    (project / "sessions" / "2024-01-01-new.md").write_text("mine", "utf-8")
    before = state(project)
    assert found(project, *ENGLISH, "--yes") == 1
    assert state(project) == before


@pytest.mark.parametrize("history", ["none", "empty"])
def test_without_history_nothing_is_done(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, history: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    shutil.rmtree(project / ".git")
    if history == "empty":
        git(project, "init", "-q")
    before = state(project)
    assert found(project, *ENGLISH, "--yes") == 2
    assert "git" in capsys.readouterr().err
    assert state(project) == before


def test_the_next_run_tells_of_the_users_own(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    (project / "sessions" / "2024-03-05-march.md").write_text("# March\n\nText.\n", "utf-8")
    assert found(project, *ENGLISH, UNITS, "--yes") == 1
    commit(project)
    capsys.readouterr()
    assert found(project, *ENGLISH, UNITS) == 2
    assert "releases: 1; records: 0; pictures and other files of theirs: 0" in capsys.readouterr().out
    assert (project / "sessions" / "2024-03-05-march.md").is_file()
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    git(project, "checkout", "HEAD", "--", "sessions")
    assert (project / "sessions" / "2024-03-05-march.md").is_file()


def test_no_link_is_followed(project: Path) -> None:
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "mine.md").write_text("mine", "utf-8")
    (project / "sessions" / "folder").symlink_to(outside)
    (project / "people" / "mine.md").symlink_to(outside / "mine.md")
    commit(project)
    shutil.rmtree(project / "projects")
    (project / "projects").symlink_to(outside)
    assert found(project, *ENGLISH, "--yes") == 1
    (project / "projects").unlink()
    assert found(project, *ENGLISH, "--yes") == 0
    assert (outside / "mine.md").read_text("utf-8") == "mine"
    assert not list((project / "sessions").iterdir()) + list((project / "people").iterdir())


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_a_run_that_was_stopped_is_run_again(project: Path, share: float) -> None:
    """The state that a stopped run leaves: part of the files gone, or all of them and part of the first ones there."""
    undisturbed = project.parent / "undisturbed"
    shutil.copytree(project, undisturbed, symlinks=True)
    assert found(undisturbed, *ENGLISH, UNITS, "--yes") == 0
    files = first_files(
        institution_of(
            "Town of Milford", "en", units=UNITS.partition("=")[2], places="Milford", councils="Town Council"
        )
    )
    holdings = holdings_of(project, committed_files(project), files)
    for path in holdings.committed[: round(share * len(holdings.committed))]:
        (project / path).unlink()
    for path, text in list(files.items())[: len(files) // 2 if share == 1 else 0]:
        (project / path).write_text(text, "utf-8")
    (project / "directorates" / f".parks-department.md.{os.getpid()}.partial").write_text("-", "utf-8")
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    assert state(project) == state(undisturbed)


def test_a_run_that_was_killed_is_run_again(project: Path) -> None:
    undisturbed = project.parent / "undisturbed"
    shutil.copytree(project, undisturbed, symlinks=True)
    assert found(undisturbed, *ENGLISH, UNITS, "--yes") == 0
    command = [sys.executable, "-m", "council", "--source", str(project), "new-institution", *ENGLISH, UNITS, "--yes"]
    first = project / "addresses.txt"  # the first that goes
    running = subprocess.Popen(command, cwd=PROJECT / "_ext", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while first.exists() and running.poll() is None:
        time.sleep(0)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert not first.exists()
    assert found(project, *ENGLISH, UNITS, "--yes") == 0
    assert state(project) == state(undisturbed)


def test_what_a_system_sets_for_itself_names_nothing(project: Path) -> None:
    shutil.copy(PROJECT / "Makefile", project)
    shutil.copytree(PROJECT / "_ext", project / "_ext", ignore=shutil.ignore_patterns("__pycache__"))
    (project / "requirements.lock").touch()
    (project / "installed").touch()
    make = ["make", "--no-print-directory", f"BIN={Path(sys.executable).parent}", "INSTALLED=installed"]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"NAME": "desktop", "LANGUAGE": "en_US:en"}
        return subprocess.run(
            [*make, "new-institution", *arguments],
            cwd=project, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert "NAME=" in run("YES=1").stderr
    commit(project)
    done = run('NAME=Ayuntamiento "$HOME" de `pwd`', "YES=1")
    assert (done.returncode, "Listo" in done.stdout) == (0, True), done.stderr
    assert load_profile(project).institution.name == 'Ayuntamiento "$HOME" de `pwd`'
