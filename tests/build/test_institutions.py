"""Two invented institutions, one of them English: the same code reads their releases and builds their archives.

Their texts were written apart from the rules, and answers by the guide that the real releases have
(``tests/institutions/NAME/gold``; its ``NOTES.md`` tells which form stands where).  What that guide has no place for
stands in ``clusters.json``, which names are one project, and in ``expected.toml``.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from council.archive.archive import Archive
from council.archive.archive_reader import read_archive
from council.archive.council_members import council_members
from council.archive.gold import figures
from council.language.folding import words_of
from council.model.tenures import Tenure
from lexicons import foreign
from lxml import html
from sites import PROJECT, Site, build

INSTITUTIONS = PROJECT / "tests" / "institutions"
NAMES = ("instituto-ribera", "lakeport")
MINIMUM = 0.95

each_institution = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module", params=NAMES)
def institution(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The archive of an institution, built from a copy."""
    source = tmp_path_factory.mktemp("institutions") / request.param
    shutil.copytree(INSTITUTIONS / request.param, source)
    return build(source)


@cache
def archive(name: str) -> Archive:
    """Read the releases and records of an institution."""
    reading = read_archive(INSTITUTIONS / name)
    assert reading.problems == ()
    return reading.archive


@cache
def expected(name: str) -> dict[str, Any]:
    """Give what its releases tell that the answers have no place for."""
    return tomllib.loads((INSTITUTIONS / name / "expected.toml").read_text(encoding="utf-8"))


def pages(slugs: list[str]) -> set[str]:
    return {f"sessions/{slug}" for slug in slugs}


def named(name: str, project: str) -> set[str]:
    """Give the pages of the releases that name a project."""
    entry = archive(name).projects.get(project)
    return {mention.page for mention in entry.mentions} if entry else set()


@each_institution
def test_the_index_is_a_librarians(name: str) -> None:
    releases = {release.slug: release for release in archive(name).releases.values()}
    reached = figures(releases, INSTITUTIONS / name / "gold")
    print(reached)
    assert {kind: figure for kind, figure in reached.items() if figure < MINIMUM} == {}


@each_institution
def test_names_of_one_project_are_one_and_of_two_are_two(name: str) -> None:
    """Measured by B-cubed: of those filed with a mention, how many belong; of those that belong, how many are filed."""
    clusters = json.loads((INSTITUTIONS / name / "clusters.json").read_text(encoding="utf-8"))
    cluster_of = {" ".join(words_of(label)): cluster["id"] for cluster in clusters for label in cluster["labels"]}
    filed = [
        (cluster_of[label], id_)
        for page, release in archive(name).releases.items()
        for mention, id_ in zip(release.projects, archive(name).identity.project_ids[page], strict=True)
        if (label := " ".join(words_of(mention.label))) in cluster_of
    ]
    together = Counter(filed)
    belonging = Counter(cluster for cluster, _id in filed)
    given = Counter(id_ for _cluster, id_ in filed)
    precision = sum(together[pair] / given[pair[1]] for pair in filed) / len(filed)
    recall = sum(together[pair] / belonging[pair[0]] for pair in filed) / len(filed)
    assert 2 * precision * recall / (precision + recall) >= MINIMUM


@each_institution
def test_extraordinary_sessions_are_told_apart(name: str) -> None:
    sessions = {page: release.session for page, release in archive(name).releases.items() if release.session}
    extraordinary = {page for page, session in sessions.items() if session.extraordinary}
    assert extraordinary == pages(expected(name)["extraordinary"])


def expected_tenures(name: str, directorate: str) -> list[Tenure]:
    tenures: list[dict[str, Any]] = [
        {key: tuple(map(str, value)) if key == "seen" else str(value) for key, value in told.items()}
        for told in expected(name)["tenures"]
        if told["directorate"] == directorate
    ]
    return [Tenure(**tenure) for tenure in tenures]


@pytest.mark.parametrize(
    ("name", "directorate"),
    [(name, id_) for name in NAMES for id_ in dict.fromkeys(told["directorate"] for told in expected(name)["tenures"])],
)
def test_offices_are_held_when_the_releases_say(name: str, directorate: str) -> None:
    assert [
        Tenure(tenure.person, directorate, tenure.start, tenure.end, tenure.over_by, tenure.seen)
        for tenure in archive(name).tenures.by_directorate.get(directorate, ())
    ] == expected_tenures(name, directorate)


@each_institution
def test_no_other_directorate_has_heads(name: str) -> None:
    assert set(archive(name).tenures.by_directorate) <= {told["directorate"] for told in expected(name)["tenures"]}


@each_institution
def test_the_institution_has_the_leaders_and_the_council_that_releases_name(name: str) -> None:
    led = archive(name).tenures.of_institution
    assert [tenure.person for tenure in led] == expected(name)["leaders"]
    assert sorted(member.person.name for member in council_members(archive(name))) == expected(name)["council"]


@pytest.mark.parametrize(("name", "project"), [(name, id_) for name in NAMES for id_ in expected(name)["named"]])
def test_a_project_is_found_where_it_is_named(name: str, project: str) -> None:
    assert pages(expected(name)["named"][project]) - named(name, project) == set()


@pytest.mark.parametrize(("name", "project"), [(name, id_) for name in NAMES for id_ in expected(name)["unnamed"]])
def test_a_record_that_nobody_reviewed_is_not_looked_for(name: str, project: str) -> None:
    assert named(name, project) == set()


def test_it_builds_without_a_warning(institution: Site) -> None:
    assert institution.warnings == []


def test_every_session_project_and_person_has_its_place(institution: Site) -> None:
    reading = read_archive(institution.source)
    listed = institution.page("indices/sessions")
    for page in reading.archive.chronology.sessions:
        assert Path(page).name in listed
    for folder in ("directorates", "people"):
        for file in (institution.source / folder).glob("*.md"):
            assert institution.page(f"{folder}/{file.stem}")
    unnamed = expected(institution.source.name)["unnamed"]
    for file in (institution.source / "projects").glob("*.md"):
        assert ("trajectory" in institution.page(f"projects/{file.stem}")) == (file.stem not in unnamed)


def test_the_page_of_the_institution_leads_to_what_names_its_leaders_and_council(institution: Site) -> None:
    page = html.fromstring(institution.page("indices/institution")).xpath("//article[@role='main']")[0]
    told = expected(institution.source.name)
    seats = page.xpath(".//section[@id='council']//tbody/tr")
    assert {" ".join(row[0].text_content().split()) for row in seats} == set(told["council"])
    for link in page.xpath(".//section[@id='leaders' or @id='council']//td[last()]//a/@href"):
        file, _hash, anchor = link.removeprefix("../").partition("#")
        assert f'id="{anchor}"' in institution.page(file.removesuffix(".html"))
    assert bool(page.xpath(".//section[@id='leaders']//*[local-name()='svg']")) == bool(told["leaders"])
    coverage = page.xpath(".//section[@id='coverage']")[0]
    assert coverage.xpath(".//a[@href='sessions.html']")
    assert len(coverage.xpath(".//li")) == 4


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
