"""Pages of HTML as releases: what dates them, what they say in their heads, and which are no releases."""

from __future__ import annotations

from pathlib import Path

import pytest
from incoming import PNG, import_tree, tree

PAGE = (
    '<!DOCTYPE html><html><head><title>Meeting | City</title><meta name="author" content="Ana Ruiz">{head}</head><body>'
    '<nav><a href="/">Home page</a></nav><article><h1>A meeting</h1><p>Ten people <b>came</b>.</p><img src="hall.png">'
    "<script>alert()</script></article><footer>All rights</footer></body></html>"
)
DATED = PAGE.format(head='<meta property="article:published_time" content="2014-01-28T19:00:00Z">')


def test_pages_that_something_dates(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "2014/01/28/meeting/index.html": DATED, "2014/01/28/meeting/hall.png": PNG, "a.htm": DATED,
        "2014-02-11-b.html": "<p>Text.</p>", "c.html": "---\ntitle: C\ndate: 2014-03-01\n---\n<p>Text {{ page.x }}.</p>\n",
        "d.html": "<p>Text.</p>", "d.json": '{"title": "D", "date": "2014-03-02"}',
    }  # fmt: skip
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to", language="en")
    assert imported.problems == []
    assert {slug: planned.date for slug, planned in imported.by_slug().items()} == {
        "meeting": "2014-01-28", "a": "2014-01-28", "2014-02-11-b": "2014-02-11", "c": "2014-03-01", "d": "2014-03-02",
    }  # fmt: skip
    meeting = imported.by_slug()["meeting"]
    assert (meeting.title, meeting.release.authors) == ("A meeting", ("Ana Ruiz",))
    text = meeting.content.decode()
    assert "Ten people **came**." in text
    assert not {"alert", "Home page", "All rights"} & {
        word for word in ("alert", "Home page", "All rights") if word in text
    }
    assert (tmp_path / "to" / "sessions" / "meeting" / "hall.png").read_bytes() == PNG


def test_other_pages(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.html": DATED, "2014/index.html": PAGE.format(head=""), "contact.html": PAGE.format(head=""),
        "list.html": "<ul>{% for post in posts %}<li>{{ post.title }}</li>{% endfor %}</ul>", "a.md": "# Text of May 3, 2014\n",
        "a.html": DATED, "news/index.html": DATED, "news/x.html": '<time datetime="2014-01-02"></time><time datetime="2014-01-03"></time>',
    }  # fmt: skip
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to", language="en")
    assert list(imported.by_slug()) == ["a"]
    assert [Path(problem.partition(": ")[0]).name for problem in imported.problems] == ["contact.html", "x.html"]
    assert set(imported.expected) == {"index.html", "list.html", "a.html"}


def test_a_page_nested_too_deeply_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"2014-01-28-deep.html": "<div>" * 5000 + "x", "2014-01-29-b.html": "<p>Text.</p>"}
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to", language="en")
    assert list(imported.by_slug()) == ["2014-01-29-b"]
    assert ["nested too deeply" in problem for problem in imported.problems] == [True]


@pytest.mark.parametrize("piece", ["<!--", "<a <", "<![CDATA[", "</", "<?"])
def test_the_longest_page_is_read(tmp_path: Path, piece: str) -> None:
    """Python's own parser reads some of these in the square of their number: for minutes."""
    files: dict[str, str | bytes] = {"2014-01-28-a.html": "<p>Text.</p>" + piece * 100_000}
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to", language="en")
    assert "Text." in imported.by_slug()["2014-01-28-a"].content.decode()
