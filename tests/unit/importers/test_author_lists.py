"""Authors whom front matter names by a key of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from incoming import import_tree, tree

POST = "---\ntitle: A\ndate: 2014-01-28\nauthors: [ruiz, soto]\n---\nText.\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("blog/authors.yml", "ruiz:\n  name: Ana Ruiz\n  url: https://city.example\nsoto: {name: Luz Soto}\n"),
        ("blog/.authors.yml", "authors:\n  ruiz: {name: Ana Ruiz, avatar: a.png}\n  soto: {name: Luz Soto}\n"),
        ("_data/authors.yaml", "ruiz: {full_name: Ana Ruiz}\nsoto: Luz Soto\n"),
    ],
    ids=["docusaurus", "mkdocs", "jekyll"],
)
def test_keys_become_names(tmp_path: Path, name: str, content: str) -> None:
    imported = import_tree(tree(tmp_path / "from", {name: content, "blog/posts/a.md": POST}), tmp_path / "to")
    (planned,) = imported.plan.releases
    assert planned.release.authors == ("Ana Ruiz", "Luz Soto")
    assert "- Ana Ruiz\n- Luz Soto\n" in planned.content.decode()
    assert not imported.plan.wants_a_look


def test_the_nearest_list_counts_and_what_it_lacks_stays(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "authors.yml": "ruiz: Nobody\n", "a/authors.yml": "ruiz: Ana Ruiz\n", "a/x.md": POST, "b/y.md": POST.replace("ruiz", "paz"),
    }  # fmt: skip
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to").by_slug()
    assert imported["x"].release.authors == ("Ana Ruiz", "soto")
    assert imported["y"].content.decode() == POST.replace("ruiz", "paz")


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    imported = import_tree(tree(tmp_path / "from", {"authors.yml": "a: [", "x.md": POST}), tmp_path / "to")
    assert imported.imported == ["x.md"]
    assert "authors.yml: no list of authors: " in imported.problems[0]


def test_no_link_is_followed(tmp_path: Path) -> None:
    origin = tree(tmp_path / "from", {"x.md": POST})
    (origin / "authors.yml").symlink_to(tree(tmp_path / "out", {"list": "ruiz: Ana Ruiz\n"}) / "list")
    assert import_tree(origin, tmp_path / "to").by_slug()["x"].release.authors == ("ruiz", "soto")
