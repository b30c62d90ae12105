"""The shipped archive through Sphinx's other builders: no error, and the words are there."""

from __future__ import annotations

import pytest
from sites import Site, build


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
