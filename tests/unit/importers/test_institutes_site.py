"""The institute's own site, as ``make_tree.py`` lays it out, imported by the command: all that it says of each release."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from council.__main__ import main
from council.dialect.front_matter import read_front_matter
from council.importers.html_text import is_html
from sites import PROJECT, SHARED

MAKE_TREE = SHARED / "tools" / "make_tree.py"


@dataclass(frozen=True)
class TakenSite:
    """A site, the archive that took its releases, and what had to come."""

    origin: Path
    source: Path
    expected: dict[str, Any]

    def text(self, slug: str) -> str:
        return (self.source / "sessions" / f"{slug}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[1, 2])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TakenSite:
    if not MAKE_TREE.is_file():
        pytest.skip(f"{MAKE_TREE} is not there: the releases are not part of the project")
    folder = tmp_path_factory.mktemp("site")
    origin, source = folder / "from", folder / "to"
    command = [sys.executable, str(MAKE_TREE), str(SHARED / "corpus"), str(origin), str(request.param)]
    subprocess.run(command, check=True, capture_output=True)
    expected = json.loads((origin / "expected.json").read_text(encoding="utf-8"))
    (origin / "expected.json").unlink()
    source.mkdir()
    shutil.copy(PROJECT / "institution.toml", source)
    main(["--source", str(source), "import", str(origin)])
    return TakenSite(origin, source, expected)


def test_each_release_has_what_the_site_says_of_it(site: TakenSite) -> None:
    for slug, known in site.expected.items():
        if known["status"] != "publicar":
            continue
        front_matter = read_front_matter(site.text(slug))
        assert front_matter is not None, slug
        data = front_matter.data
        assert data["title"] == " ".join(known["title"].split()), slug
        assert data.get("date") == known["date"], slug
        assert data.get("published_at") == known["old_address"], slug
        assert data.get("description", "") == " ".join(known["description"].split()), slug
        for key in ("authors", "keywords", "categories", "regions"):
            assert data.get(key, []) == known[key], (slug, key)
        pictures = {file.name for file in (site.source / "sessions" / slug).rglob("*") if file.is_file()}
        assert pictures >= set(known["pictures"]), slug


def test_what_is_not_to_be_published_waits(site: TakenSite, capsys: pytest.CaptureFixture[str]) -> None:
    taken = {file.stem for file in (site.source / "sessions").glob("*.md")}
    assert taken == {slug for slug, known in site.expected.items() if known["status"] == "publicar"}
    drafts = {slug for slug, known in site.expected.items() if known["status"] == "revisar"}
    main(["--source", str(site.source), "import", "--dry", "--drafts", str(site.origin)])
    told = capsys.readouterr().out.splitlines()
    assert drafts <= {line.split("  ")[0] for line in told if line.endswith("  nuevo")}


def test_every_word_comes(site: TakenSite) -> None:
    for slug, known in site.expected.items():
        if known["status"] == "publicar" and known["quirk"] != "wrong field":
            text = site.text(slug)
            front_matter = read_front_matter(text)
            body = front_matter.body if front_matter else text
            assert not is_html(body)
            assert len(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", body))) == known["words"], slug


def test_a_second_run_changes_nothing(site: TakenSite, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--source", str(site.source), "import", str(site.origin)])
    assert " 0 importados, " in f" {capsys.readouterr().out.splitlines()[-1]}"
