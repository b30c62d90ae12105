"""Two invented institutions, one of them English: the same code reads their releases and builds their archives.

Their texts were written apart from the rules, and answers by the guide that the real releases have
(``tests/institutions/NAME/gold``).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from council.archive.archive_reader import read_archive
from council.archive.gold import figures
from council.language.folding import words_of
from lexicons import foreign
from lxml import html
from sites import PROJECT, Site, build

INSTITUTIONS = PROJECT / "tests" / "institutions"
NAMES = ("instituto-ribera", "lakeport")
MINIMUM = 0.95


@pytest.fixture(scope="module", params=NAMES)
def institution(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive of an institution, built from a copy."""
    source = tmp_path_factory.mktemp("institutions") / request.param
    shutil.copytree(INSTITUTIONS / request.param, source)
    return build(source)


@pytest.mark.parametrize("name", NAMES)
def test_the_index_is_a_librarians(name: str) -> None:
    reading = read_archive(INSTITUTIONS / name)
    assert reading.problems == ()
    releases = {release.slug: release for release in reading.archive.releases.values()}
    reached = figures(releases, INSTITUTIONS / name / "gold")
    print(reached)
    assert {kind: figure for kind, figure in reached.items() if figure < MINIMUM} == {}


def test_it_builds_without_a_warning(institution: Site) -> None:
    assert institution.warnings == []


def test_every_session_project_and_person_has_its_place(institution: Site) -> None:
    reading = read_archive(institution.source)
    listed = institution.page("indices/sessions")
    for page in reading.archive.chronology.sessions:
        assert Path(page).name in listed
    for folder in ("projects", "directorates", "people"):
        for file in (institution.source / folder).glob("*.md"):
            assert "trajectory" in institution.page(f"{folder}/{file.stem}") or folder != "projects"


def test_no_foreign_word_stands_on_an_english_page(institution: Site) -> None:
    if institution.source.name != "lakeport":
        pytest.skip("this institution does not speak English")
    sources = " ".join(file.read_text(encoding="utf-8") for file in institution.source.rglob("*.md"))
    written = set(words_of(sources))
    for page in sorted(institution.output.rglob("*.html")):
        told = html.fromstring(page.read_bytes()).xpath(
            "//body//text()[not(ancestor::script or ancestor::style)] | //@title | //@aria-label | //@placeholder | //@alt"
        )
        words = set(words_of(" ".join(map(str, told)))) - written
        assert words & foreign() == set(), page
