"""What all ways of describing a page have in common: its title, its address, its picture, the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from council.exports.site import Site

from council_sphinx.web.breadcrumbs import Trail


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture of a page for other sites: its absolute address, its media type, its pixels, what it shows."""

    address: str
    type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page of *site*.

    Addresses are absolute, and empty where there is none; *print_address* is that of its PDF.  *is_described* tells that
    its head has the element of its description already.  *locale* is language and country as Open Graph writes them,
    empty where no country is known.
    """

    site: Site
    title: str
    description: str
    is_described: bool
    locale: str
    address: str
    print_address: str
    trail: Trail
    picture: SharedPicture | None
    search_address: str
