"""What must hold of every text and page: no word lost, nothing active."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from council.dialect.front_matter import read_front_matter
from lxml import html
from lxml.html import HtmlElement
from markdown_it.token import Token

_MARKUP = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|template|noscript|title)\b[^<>]*>.*?</\1\s*>"
    r"|</?[A-Za-z][A-Za-z0-9]*(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|&#?\w+;?|\]\(\s*(?:<[^<>\n]*>|(?:[^()\s<]|\([^()]*\))*)(?:\s+\"[^\"]*\"|\s+'[^']*')?(?:\)|\s)|\[\^[^\]\s]*\]|\{centered-image\}[^\n]*\n"
    r"|^[^\S\n]*[ivxlc]+[.)]|^[^\S\n]*:\w+:.*$|^\[[^\]]*\]:.*$",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SCHEMES = {"", "http", "https", "mailto", "tel", "ftp"}
_FORBIDDEN = frozenset("script iframe object embed base form meta link style button input applet frame".split())
_OWN = frozenset("copy-button list-controls matrix-controls home-search pf-script".split())
"""Classes of what acts in an article, and is none of a release."""


def lost_words(source: str, shown: str) -> list[str]:
    """Give the words of a release's text that *shown* has less often; what is markup, and front matter, is no text.

    Case does not count: headings in capitals are shown as sentences.
    """
    shown = shown.lower()
    front_matter = read_front_matter(source)
    body = source if front_matter is None or front_matter.problem else front_matter.body  # a broken one is text
    wanted = _words(body) & _words(_QUOTED.sub("", body))  # the sign of a quotation may stand within a tag, or end it
    missing = wanted - Counter(_WORD.findall(shown))
    letters = re.sub(r"[\W\d_]", "", shown) if missing else ""
    return [word for word in missing if letters.count(word) < wanted[word]]


def _words(body: str) -> Counter[str]:
    return Counter(_WORD.findall(_MARKUP.sub(" ", body).lower()))


def shown_by_tokens(tokens: Sequence[Token], environment: Mapping[str, Any]) -> str:
    """Give all that the tokens of a release say, and what its front matter does."""
    parts = [str(environment.get("front_matter", "")), str(environment.get("notes", ""))]
    for token in tokens:
        parts += [token.info, token.content if token.type != "inline" else "", *_told(token)]
        parts.append("".join("".join((child.content, *_told(child))) for child in token.children or []))
    return "\n".join(parts)


def _told(token: Token) -> Iterator[str]:
    yield from (str(said) for said in (*token.attrs.values(), *token.meta.values()) if isinstance(said, str))


def shown_by_page(page: str) -> str:
    """Give all that the article of a page says, in its text, its addresses and its alternative texts."""
    article = _article(page)
    return "\n".join((article.text_content(), *(str(value) for value in article.xpath(".//@*"))))


def _is_own(element: html.HtmlElement) -> bool:
    """Whether the archive itself puts such an element into its articles: a button that copies, the form of a list."""
    around = (element, *element.iterancestors())
    return any(_OWN & set((part.get("class") or "").split()) for part in around)


def active_parts(page: str, scripts: frozenset[str]) -> Iterator[str]:
    """Tell what a page would run, load from elsewhere or lead astray; *scripts* are the site's own."""
    document = html.fromstring(page)
    for script in document.iter("script"):
        if script.get("src") is None and script.get("type") != "application/ld+json" and script.text not in scripts:
            yield f"a script: {str(script.text)[:80]}"
    for element in document.iter():
        if isinstance(element.tag, str):
            yield from _active(element)
    for element in _article(page).iter():
        if isinstance(element.tag, str) and element.tag in _FORBIDDEN and not _is_own(element):
            yield f"<{element.tag}> in the article"


def _article(page: str) -> HtmlElement:
    return html.fromstring(page).xpath("//article[@role='main']")[0]


def _active(element: HtmlElement) -> Iterator[str]:
    if element.tag == "link" and str(element.get("rel")).startswith("schema."):
        return  # names a vocabulary, and loads nothing
    for name, value in element.attrib.items():
        if name.startswith("on"):
            yield f"{name} on <{element.tag}>"
        if name in {"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster"}:
            yield from _astray(element.tag, name, str(value))
        if name == "srcdoc":
            yield f"srcdoc on <{element.tag}>"


def _astray(tag: str, name: str, address: str) -> Iterator[str]:
    compact = re.sub(r"[\x00-\x20\x7f-\x9f\u200b\ufeff]", "", address)
    try:
        scheme = urlsplit(compact).scheme
    except ValueError:
        return
    if scheme.lower() not in _SCHEMES:
        yield f"{name} on <{tag}> leads to {address[:80]!r}"
    elif tag in {"img", "script", "link", "source", "iframe"} and (scheme or compact.startswith("//")):
        yield f"<{tag}> loads {address[:80]!r}"


def inline_scripts(page: str) -> frozenset[str]:
    """Give the scripts that stand in a page."""
    return frozenset(script.text or "" for script in html.fromstring(page).iter("script") if script.get("src") is None)
