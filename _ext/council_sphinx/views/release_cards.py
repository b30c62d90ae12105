"""The newest releases as cards: picture, date, title, summary."""

from __future__ import annotations

from typing import Any

from council.dialect.title import shorten
from council.model.releases import Picture
from docutils import nodes
from sphinx_design.shared import create_component

from council_sphinx.core.interface_strings import long_date
from council_sphinx.core.picture_nodes import known_picture
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.placeholder import Options, View, ViewContext, register
from council_sphinx.views.wording import session_name

LONGEST_SUMMARY = 160


def _collect(archive: SiteArchive, docname: str, options: Options) -> list[tuple[Any, ...]]:
    return [
        (page, release.title, release.date, release.session, release.description, _lead_picture(archive, page))
        for page in archive.chronology.latest(options["count"], sessions_only=options["sessions_only"])
        for release in (archive.releases[page],)
    ]


def _lead_picture(archive: SiteArchive, page: str) -> Picture | None:
    """Give the lead picture of a release, unless its file is missing."""
    picture = archive.releases[page].lead_picture
    if picture and any(path.endswith(picture.source) for path in archive.missing_pictures.get(page, ())):
        return None
    return picture


def _build(context: ViewContext, data: list[tuple[Any, ...]]) -> list[nodes.Node]:
    row = create_component("grid-row", ["sd-row", "sd-row-cols-1", "sd-row-cols-sm-2", "sd-row-cols-lg-3", "sd-g-3"])
    for page, title, date, session, description, picture in data:
        card = create_component("card", ["sd-card", "sd-sphinx-override", "sd-shadow-sm", "sd-h-100", "release-card"])
        image = known_picture(context.builder.env, page, picture.source) if picture else None
        if image is not None:
            image["alt"] = ""
            image["classes"].append("sd-card-img-top")
            image["loading"] = "lazy"
            card += image
        body = create_component("card-body", ["sd-card-body"])
        said = [long_date(date, context.language)]
        if session:
            said.append(session_name(session))
        body += nodes.paragraph("", " · ".join(said), classes=["release-card-date"])
        link = context.text_link(page, title, classes=("release-card-title",))
        body += nodes.paragraph("", "", link, classes=["sd-card-title"])
        body += nodes.paragraph("", shorten(description, LONGEST_SUMMARY), classes=["sd-card-text"])
        card += body
        row += create_component("grid-item", ["sd-col", "sd-d-flex-column"], children=[card])
    container = create_component("grid-container", ["sd-container-fluid", "sd-mb-4", "release-cards"], children=[row])
    return [container]


register(View("release-cards", _collect, _build))
