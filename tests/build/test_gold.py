"""The archive against a librarian's answers on real releases, and searches against what is relevant."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from council.__main__ import main
from council.archive.archive_reader import read_archive
from council.exports.archive_json import archive_json
from council.exports.text_search import search
from sites import SHARED, Site, build, copy_project

MINIMUM = {
    "titles_exact": 0.99,
    "dates_exact": 0.99,
    "datelines_exact": 0.99,
    "sessions_exact": 0.99,
    "images_exact": 0.99,
    "directorates_f1": 0.99,
    "reports_f1": 0.99,
    "items_f1": 0.98,
    "items_directorate": 0.99,
    "projects_any_form_f1": 0.92,
    "people_f1": 0.98,
    "people_role": 0.92,
    "external_f1": 0.96,
    "identity_f1": 0.99,
    "projects_line": 0.98,
}
MINIMUM_WITHOUT_RECORDS = {"projects_any_form_f1": 0.89, "people_f1": 0.98, "identity_f1": 0.889}
"""The records of the starter archive have aliases from these same releases; without them identity is tested."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The corpus, imported and catalogued as the archivist would."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"{SHARED / 'corpus'} is not there: the releases are not part of the project")
    source = import_corpus(tmp_path_factory.mktemp("gold"))
    assert main(["--source", str(source), "catalogue"]) == 0
    return build(source)


def import_corpus(target: Path, *without: str) -> Path:
    """Import the corpus into a copy of the project, without some of its parts."""
    source = copy_project(target, without=("sessions", *without))
    assert main(["--source", str(source), "import", str(SHARED / "corpus")]) == 0
    return source


def test_score(imported: Site) -> None:
    score(imported.output / "data" / "archive.json", imported.source / "sessions", MINIMUM)


def test_score_without_records(imported: Site, tmp_path: Path) -> None:
    source = import_corpus(tmp_path / "bare", "projects", "people")
    file = tmp_path / "archive.json"
    file.write_text(archive_json(read_archive(source).archive), encoding="utf-8")
    score(file, source / "sessions", MINIMUM_WITHOUT_RECORDS)


def score(archive: Path, sessions: Path, minimum: dict[str, float]) -> None:
    """Let the archive's data be compared with the gold."""
    command = [
        sys.executable,
        str(SHARED / "tools" / "score.py"),
        str(archive),
        str(SHARED / "gold" / "releases"),
        "--sessions",
        str(sessions),
        "--clusters",
        str(SHARED / "gold" / "clusters.json"),
        *(part for name, value in minimum.items() for part in ("--min", f"{name}={value}")),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    print(result.stdout)
    assert result.returncode == 0, result.stdout


def test_every_source_line_is_below_its_front_matter(imported: Site) -> None:
    for file in sorted((SHARED / "corpus").glob("*.md")):
        assert (imported.source / "sessions" / file.name).read_bytes().endswith(file.read_bytes())


def test_searches_from_the_command_line(imported: Site) -> None:
    database = imported.output / "data" / "archive.sqlite"
    shares = []
    for asked in json.loads((SHARED / "gold" / "queries.json").read_text(encoding="utf-8")):
        relevant = set(asked["relevant"])
        found = [hit.slug for hit in search(database, asked["query"], limit=50)]
        assert found[0] in relevant, asked["query"]
        shares.append(len(relevant & set(found[: max(5, len(relevant))])) / len(relevant))
    assert sum(shares) / len(shares) >= 0.95


def test_the_command(imported: Site, capsys: pytest.CaptureFixture[str]) -> None:
    database = imported.output / "data" / "archive.sqlite"
    assert main(["search", "atlas de riesgos", "--year", "2020", "--database", str(database)]) == 0
    assert "2020-06-01  2020-06-01-comunicado-atlas" in capsys.readouterr().out
    assert main(["search", "x", "--database", str(Path("nowhere.sqlite"))]) == 2
