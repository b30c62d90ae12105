"""HTML as the dialect's Markdown: what each element becomes, and that the dialect reads every letter and picture again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import Case, read_cases
from council.dialect import parse_release
from council.importers.html_text import HtmlTextError, is_html, markdown_of
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it.token import Token
from sites import SHARED
from sources import letters

CASES = read_cases(Path(__file__).parent)
TAGS = (
    "p div section b strong i em u span sup ul ol li table tr td th h2 h3 blockquote center pre dl dt dd figure figcaption"
).split()
TEXTS = st.sampled_from(
    [
        "uno ", "dos", " tres", "*", "**", "_x_", "`a`", "[b](c)", "[^1]:", "\\", "!", "# d", "- e", "+ f", "1. g", "2014. h", "> i",
        "| j | k", "--|--", ":--|--:", "~~~", "---", "===", "***", "+++", "% l", "(m)=", "{n}`o`", "• p", "1- q", "a) r", "#Tag",
        "&lt;s&gt;", "&lt;p&gt;", "&lt;!--", "&amp;copy;", "&nbsp;", "http://t_u.mx/v_w", "\n", "\n\n", " ", "<br>", "<br><br>",
        "<hr>", "<!-- x -->", '<img src="a.jpg" alt="">', '<img src="b c.png">', '<a href="http://a.mx/b">y</a>', "<p", "&#0;",
        '<a href="a b.pdf">z</a>', '<a href="#n">aa</a>', '<img src="c.jpg" class="center-block">', '<td colspan="2">', "ñ.", "(bb)",
    ]
)  # fmt: skip
OPENED = st.sampled_from([f"<{name}>" for name in TAGS])
CLOSED = st.sampled_from([f"</{name}>" for name in TAGS])
PAGES = st.lists(TEXTS | OPENED | CLOSED | TEXTS, max_size=40).map("".join)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_it_becomes(case: Case) -> None:
    assert markdown_of(case.source).rstrip("\n") == case.expected


def tokens_in(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


@given(PAGES)
def test_the_dialect_reads_every_letter_and_picture_again(page: str) -> None:
    page = f"<p>Texto.</p>{page}"
    root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    tokens, environment = parse_release(markdown_of(page))
    read = [token for token in tokens_in(tokens[3:]) if token.type in {"text", "text_special", "code_inline"}]
    assert letters("".join(token.content for token in read)) == letters(root.text_content())
    assert sum(token.type in {"picture", "image"} for token in tokens_in(tokens)) == len(root.findall(".//img"))
    assert not environment.get("notes")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    markdown_of(text)
    markdown_of(f"<p>{text}</p><{text}>")


@pytest.mark.parametrize("tag", ["div", "b", "ul", "blockquote", "span", "table"])
def test_what_is_nested_is_kept_or_told(tag: str) -> None:
    for depth in (50, 300, 1000):
        try:
            assert "palabra" in markdown_of(f"<{tag}>" * depth + "palabra")
        except HtmlTextError:
            assert depth == 1000
    with pytest.raises(HtmlTextError, match="nested too deeply"):
        markdown_of(f"<{tag}>" * 5000 + "palabra")


@pytest.mark.parametrize(
    "piece",
    [
        "<", "<!--", "<?", "<a b='", "</x>", "&", "<b>a</b><i>b</i>", "<b>a</b>b", "<p></b>", "<table><tr><td>a</table>", "<li>a",
        "<p class='text-text-'>a", "a   ", "a<br>", "*_", "<img src=a>", "<tr><td>a", "1. ", "<![CDATA[", "<h2>a</h2>", "\n\n",
        "<div class=slider><p>a</p></div>",
    ],
)  # fmt: skip
def test_cost_grows_with_length_alone(piece: str) -> None:
    def cost(times: int) -> float:
        start = time.process_time()
        markdown_of(piece * times)
        is_html(piece * times)
        return max(time.process_time() - start, 0.005)

    def least_cost(times: int) -> float:
        """What else the machine does makes a run dearer, none cheaper."""
        return min(cost(times) for _run in range(3))

    assert least_cost(8000) < 25 * least_cost(1000)


def test_html_is_told_from_markdown() -> None:
    assert is_html("<!DOCTYPE html><title>a</title>")
    assert is_html("<p>Uno</p>\n\n<!-- x -->\n\n<ul><li>dos</li></ul>")
    for text in (
        "",
        "Uno",
        "<center><img src='a.jpg'></center>",
        "<p>Uno</p>\n\ndos",
        "<p>Uno</p>\n\n##Dos",
        "<p>**Uno**</p>",
    ):
        assert not is_html(text)


def test_real_texts_are_told_apart() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: the releases are not part of the project")
    markdown = [file for name in ("corpus", "corpus-2014-2016", "seed") for file in (SHARED / name).glob("*.md")]
    assert [file for file in markdown if is_html(file.read_text("utf-8"))] == []
    assert [file for file in (SHARED / "corpus-html").glob("*.html") if not is_html(file.read_text("utf-8"))] == []
