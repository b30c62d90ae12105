"""What a page is about, in a sentence or two: as it says itself, else by its first words, else by what the archive knows."""

from __future__ import annotations

from council.dialect.title import shorten
from council.exports.site import Site
from council.extract.release import LONGEST_DESCRIPTION
from docutils import nodes

from council_sphinx.views.project_summary import summary_sentence
from council_sphinx.views.wording import kind_name, release_count, span_of_years
from council_sphinx.web.head_facts import Head, RecordHead, ReleaseHead

_TELLING = 40
"""Characters; a shorter paragraph at the beginning of a page does not tell what it is about."""


def own_description(metatags: str, doctree: nodes.document | None) -> str:
    """Give the description that a page gives of itself (``.. meta::``); *metatags* are what Sphinx puts into its head."""
    elements = doctree.findall(nodes.meta) if doctree is not None and 'name="description"' in metatags else ()
    return next((str(element["content"]) for element in elements if element.get("name") == "description"), "")


def description_of(head: Head, title: str, site: Site, doctree: nodes.document | None) -> str:
    """Give what a page is about, cut at a word: its first words, else what the archive knows of it."""
    return shorten(_whole_description(head, title, site, doctree), LONGEST_DESCRIPTION)


def _whole_description(head: Head, title: str, site: Site, doctree: nodes.document | None) -> str:
    if isinstance(head, ReleaseHead):
        return head.description or f"{title} · {site.title}"
    if isinstance(head, RecordHead):
        return (head.has_history and _first_words(doctree)) or _summary(head, site.language)
    return _first_words(doctree) or (f"{title} · {site.title}" if title != site.title else title)


def _summary(head: RecordHead, language: str) -> str:
    """Give what is known of a record: ``Frida García: directora · Dirección de Agua · 12 comunicados, 2018–2022``."""
    if head.summary:
        return f"{head.title}. {summary_sentence(head.summary, language)}"
    named = ", ".join(filter(None, [release_count(head.releases), span_of_years(head.years)]))
    told = [f"{head.title}: {head.role or kind_name(head.kind)}", *(whose.name for whose in head.directorates), named]
    return " · ".join(told)


def _first_words(doctree: nodes.document | None) -> str:
    """Give the first paragraph of a page's text that tells something."""
    for paragraph in doctree.findall(nodes.paragraph) if doctree is not None else ():
        if isinstance(paragraph.parent, nodes.section | nodes.document) and len(text := paragraph.astext()) >= _TELLING:
            return " ".join(text.split())
    return ""
