"""What a page is, in the words of https://schema.org, as JSON-LD in its head.

A release is a ``NewsArticle`` that an archive holds (``ArchiveComponent``), ``about`` its projects and the ``Event`` that
each session is, of which a release tells the year for certain; records are a ``Project``, a ``Person``, a
``GovernmentOrganization``; the home page tells of the site and of the institution with its directorates.  Things are called
as in :mod:`council.exports.linked_names`, so that what two pages, or a page and the data, say of one comes together; where
the site has no address they have none, and are told by name alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from council.exports.linked_names import INSTITUTION, THING, session_fragment
from council.exports.site import Site
from council.model.authorities import Kind

from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.wording import session_name
from council_sphinx.web.head_facts import Head, HomeHead, Office, RecordHead, ReleaseHead
from council_sphinx.web.page_facts import PageFacts

Thing = dict[str, Any]

_TYPES: dict[Kind, str] = {"project": "Project", "person": "Person", "directorate": "GovernmentOrganization"}
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""Signs that would end a script, or begin a comment in it; in JSON they may be written so."""


def linked_data_element(page: PageFacts, head: Head) -> str:
    """Give the element for *page*: data, which a browser does not run."""
    graph = [_main_thing(page, head), *_sessions(page, head), *_breadcrumbs(page)]
    data = {"@context": "https://schema.org", "@graph": [thing for thing in graph if thing]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPED.items():  # ``translate`` takes ten times as long
        text = text.replace(sign, escape)
    return f'<script type="application/ld+json">{text}</script>'


def _main_thing(page: PageFacts, head: Head) -> Thing:
    if isinstance(head, ReleaseHead):
        return _release(page, head)
    if isinstance(head, RecordHead):
        return _record(page, head)
    if isinstance(head, HomeHead):
        return _site(page, head)
    return _told(
        {"@type": "WebPage", "@id": page.address, "url": page.address, "name": page.title, "image": _image(page),
         "description": page.description, "inLanguage": page.site.language, "isPartOf": _site_itself(page.site)}
    )  # fmt: skip


def _release(page: PageFacts, head: ReleaseHead) -> Thing:
    site = page.site
    publisher = _institution(site)
    about = [
        *_things(site, "Project", head.projects),
        *({"@id": address} for key in head.session_keys if (address := _session_address(page, key))),
    ]
    return _told(
        {
            "@type": ["NewsArticle", "ArchiveComponent"],
            "@id": page.address,
            "url": page.address,
            "mainEntityOfPage": page.address,
            "headline": head.title,
            "description": page.description,
            "datePublished": head.date,
            "inLanguage": site.language,
            "author": [{"@type": "Person", "name": author} for author in head.authors] or publisher,
            "publisher": publisher,
            "holdingArchive": {"@type": "ArchiveOrganization", "name": site.publisher},
            "isPartOf": _site_itself(site),
            "isBasedOn": head.source_url,
            "keywords": list(head.keywords),
            "contentLocation": _place(head),
            "about": about,
            "mentions": _things(site, "Person", head.people),
            "image": _image(page),
            "encoding": _told(
                {"@type": "MediaObject", "contentUrl": page.print_address, "encodingFormat": "application/pdf"}
            )
            if page.print_address
            else None,
            "license": site.publication.licence_url,
        }
    )


def _session_address(page: PageFacts, key: str) -> str:
    return page.address and f"{page.site.base_url}#{session_fragment(key)}"


def _sessions(page: PageFacts, head: Head) -> list[Thing]:
    """Give each session that a release reports."""
    if not isinstance(head, ReleaseHead) or head.session is None:
        return []
    numbers: list[tuple[int, ...]] = [(number,) for number in head.session.numbers] or [()]
    return [
        _told(
            {
                "@type": "Event",
                "@id": _session_address(page, key),
                "name": session_name(replace(head.session, numbers=number)),
                "startDate": f"{head.session.year:04}",
                "location": _place(head),
                "organizer": _institution(page.site),
                "recordedIn": page.address and {"@id": page.address},
            }
        )
        for key, number in zip(head.session_keys, numbers, strict=True)
    ]


def _record(page: PageFacts, head: RecordHead) -> Thing:
    own: dict[Kind, Thing] = {
        "project": {
            "parentOrganization": _things(page.site, "GovernmentOrganization", head.directorates) + _whole(page, head)
        },
        "person": {
            "jobTitle": head.role,
            "worksFor": _things(page.site, "GovernmentOrganization", head.directorates),
            "memberOf": [_office(page.site, "GovernmentOrganization", "memberOf", office) for office in head.offices],
        },
        "directorate": {
            "parentOrganization": _whole(page, head) or ([_institution(page.site)] if head.is_own else []),
            "member": [_office(page.site, "Person", "member", office) for office in head.offices],
        },
    }
    times = {} if head.kind == "person" else {"foundingDate": head.start, "dissolutionDate": head.end}
    return _told(
        {"@type": _TYPES[head.kind], "@id": page.address and f"{page.address}#{THING}", "url": page.address,
         "name": head.title, "image": _image(page), "alternateName": list(head.aliases),
         "description": page.description, "sameAs": head.website,
         **times, **own[head.kind]}
    )  # fmt: skip


def _whole(page: PageFacts, head: RecordHead) -> list[Thing]:
    return [_thing(page.site, _TYPES[head.kind], head.whole)] if head.whole else []


def _office(site: Site, kind: str, relation: str, office: Office) -> Thing:
    """Give a time in office: schema.org puts what is true for a while into a role that bears the name of the relation."""
    return _told(
        {
            "@type": "OrganizationRole",
            relation: _thing(site, kind, office.holder),
            "startDate": office.start,
            "endDate": office.end,
        }
    )


def _site(page: PageFacts, head: HomeHead) -> Thing:
    site = page.site
    search = page.search_address and {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{page.search_address}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    institution = _institution(site) | {
        "alternateName": list(head.names),
        "subOrganization": _things(site, "GovernmentOrganization", head.directorates),
    }
    return _told(
        _site_itself(site)
        | {"description": page.description, "inLanguage": site.language, "image": _image(page),
           "publisher": _told(institution), "license": site.publication.licence_url, "potentialAction": search}
    )  # fmt: skip


def _site_itself(site: Site) -> Thing:
    return _told(
        {"@type": "WebSite", "@id": site.base_url and f"{site.base_url}#site", "url": site.base_url, "name": site.title}
    )


def _institution(site: Site) -> Thing:
    return _told(
        {"@type": "GovernmentOrganization", "@id": site.base_url and f"{site.base_url}#{INSTITUTION}",
         "name": site.publisher, "url": site.publication.website}
    )  # fmt: skip


def _breadcrumbs(page: PageFacts) -> list[Thing]:
    """Give the way to the page; none for the home page."""
    if not page.trail:
        return []
    steps = [
        *((crumb.title, page.site.base_url and page.site.address(crumb.page)) for crumb in page.trail),
        (page.title, page.address),
    ]
    items = [
        _told({"@type": "ListItem", "position": position, "name": name, "item": address})
        for position, (name, address) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _things(site: Site, kind: str, targets: Iterable[EntryTarget]) -> list[Thing]:
    return [_thing(site, kind, target) for target in targets]


def _thing(site: Site, kind: str, target: EntryTarget) -> Thing:
    address = site.address(target.page, THING) if site.base_url and target.page else ""
    return _told({"@type": kind, "@id": address, "name": target.name})


def _place(head: ReleaseHead) -> Thing | None:
    return {"@type": "Place", "name": head.place} if head.place else None


def _image(page: PageFacts) -> Thing | None:
    picture = page.picture
    if picture is None:
        return None
    return _told(
        {
            "@type": "ImageObject",
            "url": picture.address,
            "width": picture.width,
            "height": picture.height,
            "caption": picture.alt,
        }
    )


def _told(thing: Thing) -> Thing:
    """Give *thing* without what is empty."""
    return {name: value for name, value in thing.items() if value or value == 0}
