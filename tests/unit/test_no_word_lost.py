"""What must hold for every input: no word lost, nothing runs.  What reading costs is counted in ``test_linear.py``."""

from __future__ import annotations

import re
from itertools import pairwise

from council.dialect import parse_release
from council.dialect.plain_text import raw_text
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary
from council.profile.loader import load_profile
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from sites import PROJECT
from sources import LETTERS_OF_MARKUP, SOURCES, letters

PROFILE = load_profile(PROJECT)
VOCABULARY = Vocabulary(PROFILE, {"proyectos-estrategicos": ("Proyectos Estratégicos",)})


def shown(tokens: list[Token]) -> str:
    """All text of the tokens but a title that was made up for the page."""
    parts = []
    for index, token in enumerate(tokens):
        if token.type == "inline" and not tokens[index - 1].meta.get("derived"):
            parts.append(raw_text(token.children or []))
            parts += [child.meta.get("label", "") for child in token.children or []]
        elif token.type == "centered_picture_open":
            parts += ["centered image alt width caption", str(token.attrs["src"]), *filter(None, token.meta.values())]
    return " ".join(parts)


@settings(max_examples=600, deadline=None)
@given(SOURCES)
@example("[a]: b\n\nx")
@example("**- a**\nb\n1. c\n\n# d")
@example("<table>a<td>b<table><td>c</table>d</table>e")
@example("> " * 150 + "a")
@example("<ul><li>a<ul><li>b</ul>c")
@example("a | b\n--|--\n1 | 2 | c | d")
def test_no_letter_is_lost(source: str) -> None:
    tokens, environment = parse_release(source, "x")
    wanted = letters(LETTERS_OF_MARKUP.sub(" ", source))
    metadata = " ".join(f"{key} {value}" for key, value in environment.get("front_matter", {}).items())
    missing = wanted - letters(shown(tokens) + metadata)
    assert not missing, (source, missing)


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_levels_begin_with_one_and_skip_none(source: str) -> None:
    tokens, _ = parse_release(source, "x")
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open" and token.level == 0]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_every_token_has_a_line_of_the_file(source: str) -> None:
    lines = len(re.split(r"\r\n?|\n", source))
    tokens, _ = parse_release(source, "x")
    for token in tokens:
        assert token.map is None or 0 <= token.map[0] <= lines


@settings(max_examples=300, deadline=None)
@given(SOURCES)
@example("C<p>Aa&nbspAa")
def test_extraction_takes_anything(source: str) -> None:
    release, _ = read_release(source, "2020-01-01-x", VOCABULARY)
    lines = len(re.split(r"\r\n?|\n", source))
    found = [mention.line for mention in release.projects] + [mention.line for mention in release.people]
    assert all(1 <= line <= lines for line in found)


@settings(max_examples=200, deadline=None)
@given(st.text("javscriptJAVSCRIPT:\t\n &#x3a;ahl=()/'\"<> data", max_size=40))
@example("java\nscript:alert(1)")
@example("&#106;avascript:alert(1)")
@example("JaVaScRiPt:alert(1)")
@example(" data:text/html,<script>")
def test_no_link_runs_code(address: str) -> None:
    tokens, _ = parse_release(f'<a href="{address}">x</a> [y](<{address}>) <img src="{address}">', "x")
    for token in tokens:
        for child in token.children or []:
            target = str(child.attrGet("href") or child.attrGet("src") or "")
            compact = re.sub(r"[\x00-\x20]", "", target).lower()
            assert not compact.startswith(("javascript:", "vbscript:", "data:text"))
