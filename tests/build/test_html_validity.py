"""The pages are valid HTML, by the Nu Html Checker, of every type, whatever their titles and texts hold.

It comes with ``npm ci --prefix tests/browser`` and runs on Java.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hostile import hostile_site
from sites import PROJECT, Site, build, copy_project

JAR = PROJECT / "tests" / "browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
BASE = "https://archivo.example.org/"
TYPES = (
    "index.html",
    "search.html",
    "genindex.html",
    "sessions/*",
    "projects/*",
    "directorates/*",
    "people/*",
    "years/*",
    "indices/*",
)


def errors_in(folder: Path) -> list[tuple[str, int, str]]:
    """Give the page, the line and the text of each error in the pages below *folder*."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed (apt-get install default-jre-headless)")
    if not JAR.is_file():
        pytest.skip("the Nu Html Checker is not installed (npm ci --prefix tests/browser)")
    command = [java, "-Xss8m", "-jar", str(JAR), "--errors-only", "--format", "json", "--skip-non-html", str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    return [
        (
            message["url"].partition(folder.as_uri().removeprefix("file://"))[2],
            message.get("lastLine", 0),
            message["message"],
        )
        for message in json.loads(told)["messages"]
    ]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The shipped archive with a general index and an address, so that all is there that pages can tell."""
    source = copy_project(tmp_path_factory.mktemp("valid") / "project")
    return build(source, html_use_index=True, html_baseurl=BASE)


def test_every_type_of_page_is_valid(published: Site) -> None:
    for type_ in TYPES:
        assert list(published.output.glob(type_)), type_
    assert errors_in(published.output) == []


def test_pages_with_hostile_names_are_valid(tmp_path: Path) -> None:
    assert errors_in(hostile_site(tmp_path / "project", html_baseurl=BASE).output) == []


@pytest.mark.parametrize("name", ["corpus", "older_corpus"])
def test_pages_of_real_releases_are_valid(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    assert errors_in(site.output) == []


def test_an_error_would_be_told(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="es"><head><title>a</title><meta content="b"></head><body></body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    ((_page, line, message),) = errors_in(tmp_path)
    assert (line, "meta" in message) == (1, True)
