"""The elements of a head that tell what a page is: to search engines, to sites where it is shared, to catalogues.

============ =======================================================================================================
Open Graph   https://ogp.me, which other sites read where somebody shares a page; Twitter's cards beside it
Dublin Core  ``DC.title`` …, as https://www.dublincore.org/specifications/dublin-core/dcq-html/ puts it into HTML
Highwire     ``citation_title`` …, which Zotero's translator *Embedded Metadata* and Google Scholar read; the institution
             of a report is told so that a press release is filed as one, with its publisher
============ =======================================================================================================

What needs an absolute address is left out where the site has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from council.model.partial_dates import PartialDate

from council_sphinx.web.head_facts import Head, RecordHead, ReleaseHead
from council_sphinx.web.page_facts import PageFacts

_SCHEMA = '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">'
Tag = tuple[str, str]


def tags_of(page: PageFacts, head: Head) -> str:
    """Give the elements for *page*, of which *head* tells the rest."""
    release = head if isinstance(head, ReleaseHead) else None
    description = [] if page.is_described else [("description", page.description)]
    by_name = [*description, *_card(page), *_dublin_core(page, release)]
    if release:
        by_name += _highwire(page, release)
    by_property = [*_open_graph(page, head), *_article(page, release)]
    return _SCHEMA + "".join((*_elements("name", by_name), *_elements("property", by_property)))


def _elements(attribute: str, tags: Iterable[Tag]) -> Iterator[str]:
    for name, value in tags:
        if value:
            yield f'<meta {attribute}="{name}" content="{escape(" ".join(value.split()))}">'


def _open_graph(page: PageFacts, head: Head) -> Iterator[Tag]:
    is_person = isinstance(head, RecordHead) and head.kind == "person"
    yield "og:type", "article" if isinstance(head, ReleaseHead) else "profile" if is_person else "website"
    yield "og:title", page.title
    yield "og:description", page.description
    yield "og:url", page.address
    yield "og:site_name", page.site.title
    yield "og:locale", page.locale
    if page.picture:
        yield "og:image", page.picture.address
        yield "og:image:type", page.picture.type
        yield "og:image:width", str(page.picture.width)
        yield "og:image:height", str(page.picture.height)
        yield "og:image:alt", page.picture.alt


def _article(page: PageFacts, release: ReleaseHead | None) -> Iterator[Tag]:
    if release:
        yield "article:published_time", release.date or ""
        yield from (("article:tag", keyword) for keyword in release.keywords)


def _card(page: PageFacts) -> Iterator[Tag]:
    yield "twitter:card", "summary_large_image" if page.picture else "summary"
    yield "twitter:title", page.title
    yield "twitter:description", page.description
    if page.picture:
        yield "twitter:image", page.picture.address
        yield "twitter:image:alt", page.picture.alt


def _dublin_core(page: PageFacts, release: ReleaseHead | None) -> Iterator[Tag]:
    yield "DC.title", page.title
    yield "DC.description", page.description
    yield "DC.publisher", page.site.publisher
    yield "DC.language", page.site.language
    yield "DC.identifier", page.address
    yield "DC.rights", page.site.publication.licence_url or page.site.publication.licence
    if release:
        yield "DC.type", "Text"
        yield "DC.date", release.date or ""
        yield "DC.source", release.source_url
        yield from (("DC.creator", author) for author in _authors(page, release))
        yield from (("DC.subject", keyword) for keyword in release.keywords)


def _highwire(page: PageFacts, release: ReleaseHead) -> Iterator[Tag]:
    yield "citation_title", release.title
    yield "citation_publication_date", _with_slashes(release.date)
    yield from (("citation_author", author) for author in _authors(page, release))
    yield "citation_publisher", page.site.publisher
    yield "citation_technical_report_institution", page.site.publisher
    yield "citation_abstract", page.description
    yield "citation_keywords", "; ".join(release.keywords)
    yield "citation_language", page.site.language
    yield "citation_public_url", page.address
    yield "citation_pdf_url", page.print_address


def _authors(page: PageFacts, release: ReleaseHead) -> tuple[str, ...]:
    return release.authors or (page.site.publisher,)


def _with_slashes(date: PartialDate | None) -> str:
    """Give a date as Google Scholar asks for it."""
    return date.replace("-", "/") if date else ""
