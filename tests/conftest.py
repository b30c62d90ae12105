"""Sites that several tests read, built once a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbook import Build
from hostile import hostile_site
from sites import SHARED, Site, build, copy_project


@pytest.fixture
def make(tmp_path: Path) -> Build:
    """What prints a project that is no archive."""
    return Build(tmp_path)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The shipped archive."""
    return build(copy_project(tmp_path_factory.mktemp("archive")), nitpicky=True)


def _corpus(name: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: the releases are not part of the project")
    return build(copy_project(tmp_path_factory.mktemp(name), sessions=folder), nitpicky=True)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of real releases of 2016 to 2022, put in place of ``sessions/``."""
    return _corpus("corpus", tmp_path_factory)


@pytest.fixture(scope="session")
def older_corpus(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive of real releases of 2014 to 2016, with their photographs."""
    return _corpus("corpus-2014-2016", tmp_path_factory)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive whose titles and names try to get out of their place."""
    return hostile_site(tmp_path_factory.mktemp("hostile"))
