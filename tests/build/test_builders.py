"""The shipped archive through Sphinx's other builders: no error, and the words are there; and one without releases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import Site, build, small_project


@pytest.mark.parametrize(
    ("builder", "file"), [("latex", "*.tex"), ("epub", "*.epub"), ("text", "sessions/2020-11-30-*.txt")]
)
def test_builder(archive: Site, builder: str, file: str) -> None:
    site = build(archive.source, builder=builder)
    assert not [line for line in site.warnings if "ERROR" in line or "unknown node" in line]
    written = list(site.output.glob(file))
    assert written
    if builder == "text":
        assert "411 artículos" in written[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", ["html", "typst"])
def test_an_archive_without_releases_and_records(tmp_path: Path, builder: str) -> None:
    source = small_project(tmp_path / "project", {})
    for file in (source / "directorates").glob("*.md"):
        file.unlink()
    site = build(source, builder=builder, nitpicky=True, pagefind_enabled=False)
    assert site.warnings == []
    assert (site.output / {"html": "index.html", "typst": "archivo.pdf"}[builder]).is_file()
