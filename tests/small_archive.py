"""A small archive made by hand, and where views make nodes of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import (
    DirectorateMention,
    ExternalMention,
    PersonMention,
    Picture,
    ProjectMention,
    Release,
    Session,
)
from council.profile.loader import load_profile
from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.views.context import ViewContext
from docutils import nodes
from sites import PROJECT
from sphinx.builders import Builder

PROFILE = load_profile(PROJECT)


DIRECTORATES = {
    "agua": Authority(id="agua", kind="directorate", name="Dirección de Agua", aliases=("Agua",), category="institute"),
    "obras": Authority(id="obras", kind="directorate", name="Obras Públicas", category="municipal"),
}


PROJECTS = {
    "plan": Authority(id="plan", kind="project", name="Plan Mayor", aliases=("El Plan",), directorates=("agua",)),
    "parte": Authority(id="parte", kind="project", name="Atlas Costero", parent="plan", preceded_by=("plan",)),
}


PERSON = Authority(id="ana-ruiz", kind="person", name="Ana Ruiz", directorates=("agua",))


def release(day: str, number: int, *labels: str) -> Release:
    """A session of 2020 that names projects, a leader, and a directorate of others."""
    return Release(
        slug=day,
        title=f"Informe del {day}",
        date=PartialDate(day),
        session=Session(2020, (number,)),
        description="Un informe.",
        directorates=(DirectorateMention("agua", reports=True, line=1),),
        external=(ExternalMention("Obras Públicas", 2), ExternalMention("Catastro", 3)),
        projects=tuple(ProjectMention(label, "item", 5, "agua", quotation=f"Avanza {label}.") for label in labels),
        people=(PersonMention("Ana Ruiz", "Directora de Agua", 4, "agua", "Habló Ana Ruiz."),),
        pictures=(Picture("a.png", "Una", True, 6),),
    )


def archive(*people: Authority, last: tuple[str, ...] = ("El Plan",)) -> SiteArchive:
    """An archive of three sessions, the *last* of which names these projects, where *people* have records."""
    releases = {
        "sessions/a": release("2020-01-10", 1, "Plan Mayor"),
        "sessions/b": release("2020-02-10", 2, "Plan Mayor", "Museo Naval"),
        "sessions/c": release("2020-03-10", 3, *last),
    }
    records: Records = {
        "project": PROJECTS,
        "directorate": DIRECTORATES,
        "person": {record.id: record for record in people},
    }
    pictures = {"sessions/c": {"a.png": PictureFile("sessions/c/a.png", 40, 30)}}
    return SiteArchive(releases, PROFILE, records, pictures, frozenset({"sessions/a"}))


def context(page: str = "index", **settings: Any) -> ViewContext:
    """Where nodes are made: a builder that knows addresses and settings alone."""
    config = {
        "language": "en", "author": "The Institute", "project": "The Archive", "html_baseurl": "",
        "archive_years": "years", "root_doc": "index", "archive_without": [],
    }  # fmt: skip
    builder = SimpleNamespace(
        name="html",
        format="html",
        config=SimpleNamespace(**(config | settings)),
        env=SimpleNamespace(found_docs={"indices/sessions", "indices/projects"}),
        get_relative_uri=lambda _origin, target: f"{target}.html",
        get_target_uri=lambda docname: f"{docname}.html",
    )
    return ViewContext(cast("Builder", builder), page, page)


def links(content: list[nodes.Node]) -> list[tuple[str, str]]:
    """The text and the address of each link."""
    return [(link.astext(), link["refuri"]) for node in content for link in node.findall(nodes.reference)]
