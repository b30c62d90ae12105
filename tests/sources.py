"""Sources of releases that chance writes, for Hypothesis, and their letters."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import strategies as st

WORDS = st.text("abcdefghijklmnñopqrstuvwxyzáéíóúABCDEFGÁÉÍ0123456789", min_size=1, max_size=8)
PIECES = st.sampled_from(
    [
        "**", "*", "_", "#", "##", "###### ", "- ", "* ", "1. ", "1-  ", "• ", "&nbsp - ", "&nbsp", "&nbsp;",
        "> ", "~~~", "```", "\n", "\n\n", " ", "    ", "\t", "|", "|---|", "a | b\n--|--\n", "---\n",
        "___\n", "</br>", "<br>", "<p/>", "<center>", "</center>", "<p>", "</p>", '<p align="center">',
        '<p style="background-color:red"><strong>', "</strong></p>", "<div>", "</div>", "<b>", "</b>", "<i>",
        "</i>", "<sup>", "</sup>", '<a href="https://a.mx">', "</a>", "<table>", "<tr>", "<td>", "</td>",
        "</tr>", "</table>", "<ul>", "<li>", "</li>", "</ul>", '<img src="a.jpg" alt="">', "</h1>", "<h2>",
        "</h2>", "<blockquote>", "</blockquote>", "[", "](", ")", "[^1]", "**- ", ".**", "\\", "`", "“", "”",
        "\u00a0", "\u200b", "+++", "% ", "(a)=", "{{", "}}", "$", "<3", "a < b", "&amp;", "&#65;", "\r",
        "\n\n[^1]: ", "\n\n[^2]: ", "[^2]", "\n***\n", "*" * 90, "> " * 30, "- " * 15, "<p>a</p>" * 9, "<div>" * 30,
        "```{centered-image} a.jpg\n", "```{centered-image}\n", ":alt: ", ":width: ", ":caption: ", ":x: ", "\n```\n",
    ]
)  # fmt: skip
SOURCES = st.lists(st.one_of(WORDS, WORDS, PIECES), max_size=40).map("".join)

LETTERS_OF_MARKUP = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|&\w+;?|&#\d+;|\]\([^\s()]*\)"
)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalpha())
