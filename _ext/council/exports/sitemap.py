"""``sitemap.xml``, for search engines: every page with the date of its newest release (https://www.sitemaps.org), and
``robots.txt``, which leads there.

A sitemap has at most 50,000 addresses; where there are more, it lists further ones.  A robot asks for ``robots.txt`` at
the root of a host alone: where the archive is in a folder, the host's own should name the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from council.archive.archive import Archive
from council.exports.output import Output
from council.exports.site import Site

MOST_ADDRESSES = 50_000
_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_SITEMAP = "sitemap.xml"


def write_sitemap(_archive: Archive, site: Site, output: Output) -> None:
    """Write both; nothing where the site has no address."""
    if not site.base_url:
        return
    pages = [(site.base_url + path, date or "") for path, date in sorted(site.page_dates().items())]
    parts = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    if len(parts) > 1:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            output.write(name, _listed("urlset", "url", part))
        newest = (max(date for _address, date in part) for part in parts)
        addresses = zip(map(site.file_address, names), newest, strict=True)
        output.write(_SITEMAP, _listed("sitemapindex", "sitemap", addresses))
    else:
        output.write(_SITEMAP, _listed("urlset", "url", pages))
    output.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.file_address(_SITEMAP)}\n")


def _listed(root_name: str, entry_name: str, addresses: Iterable[tuple[str, str]]) -> bytes:
    root = etree.Element(f"{_NAMESPACE}{root_name}", nsmap={None: _NAMESPACE.strip("{}")})
    for address, date in addresses:
        entry = etree.SubElement(root, f"{_NAMESPACE}{entry_name}")
        etree.SubElement(entry, f"{_NAMESPACE}loc").text = address
        if date:
            etree.SubElement(entry, f"{_NAMESPACE}lastmod").text = date
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text
