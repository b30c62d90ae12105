"""The words of a release's source and those of its page, for comparison: none lost, none doubled."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from lxml import html

_TAGS = re.compile(
    r"<!--.*?-->|<(script|style|template|noscript|title)\b.*?</\1\s*>|</?[A-Za-z][A-Za-z0-9]*(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.S | re.I,
)
OURS = ("release-header", "release-context", "missing-picture", "headerlink")


def source_words(text: str) -> Counter[str]:
    """Give the words that a reader of the Markdown would see."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    text = re.sub(r"\A---\n(?=[\w-]+:).*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
    text = re.sub(r"\]\((?:[^()\s]|\([^()]*\))*\)", "] ", text)
    text = re.sub(r"^(\s*(?:>\s*)*)\d{1,9}[.)](?=\s)", r"\1 ", text, flags=re.M)
    text = re.sub(r"^(\s*)\d{1,3}(?:\s?\.?[-–]+(?=[ \t])|\.[-–]+(?=[^\W\d]))", r"\1 ", text, flags=re.M)
    text = re.sub(r"^(\s*)[a-z](?:\)|\.)(?=[ \t]+\S)", r"\1 ", text, flags=re.M)
    text = re.sub(r"</?(?:sup|sub|b|i|strong|em|span|a)\b[^>]*>", "", text)
    text = _TAGS.sub(" ", text)
    text = re.sub(r"&nbsp(?!;)", " ", text)
    return _count(unescape(text))


def page_words(page: str) -> Counter[str]:
    """Give the words of a page's article, without what the archive adds to the release."""
    article = html.fromstring(page).xpath("//article[@role='main']")[0]
    for name in OURS:
        for element in article.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            element.drop_tree()
    for element in article.xpath(".//br | .//p | .//li | .//td | .//th | .//figure | .//section | .//h1 | .//h2"):
        element.tail = " " + (element.tail or "")
    return _count(article.text_content())


def _count(text: str) -> Counter[str]:
    text = re.sub(r"[\u00ad\u200b\u2060\ufeff*_\\`]", "", text)
    return Counter(re.findall(r"\w+", text.lower()))
