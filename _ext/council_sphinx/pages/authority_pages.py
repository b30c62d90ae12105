"""The page of an authority record: its name as the title, what the archivist tells, what the archive knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from council.model.authorities import FOLDERS, Authority, Kind
from docutils import nodes
from markdown_it.token import Token
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.views.directorate_page import DirectoratePage
from council_sphinx.views.elements import paragraph
from council_sphinx.views.person_page import PersonPage
from council_sphinx.views.placeholder import View, placeholder
from council_sphinx.views.trajectory import Trajectory

_KIND_OF: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}
_VIEW_OF: dict[Kind, Callable[[str], View[Any]]] = {
    "project": Trajectory,
    "directorate": DirectoratePage,
    "person": PersonPage,
}
"""What shows all that the archive knows of the record of an id."""


def is_record(docname: str) -> bool:
    """Whether *docname* is the page of a record, be it one that could be read or not."""
    folder, _, id_ = docname.partition("/")
    return folder in _KIND_OF and id_ != "index" and "/" not in id_


def record_of(env: BuildEnvironment, docname: str) -> Authority | None:
    """Give the record whose page *docname* is."""
    folder, _, id_ = docname.partition("/")
    kind = _KIND_OF.get(folder)
    return council_domain(env).records[kind].get(id_) if kind else None


def title_tokens(name: str) -> list[Token]:
    """Give the heading *name* of a record's page, for the token stream of its body."""
    inline = Token("inline", "", 0, content=name, map=[0, 1], block=True)
    inline.children = [Token("text", "", 0, content=name)]
    opening = Token("heading_open", "h1", 1, markup="#", map=[0, 1], block=True)
    return [opening, inline, Token("heading_close", "h1", -1, markup="#", block=True)]


def add_views(env: BuildEnvironment, document: nodes.document, record: Authority) -> None:
    """Put what the archive knows of *record* below what the archivist tells."""
    section = next(document.findall(nodes.section), None)
    parent = section if section is not None else document
    own = [child for child in parent.children if isinstance(child, nodes.section)]
    place = parent.index(own[0]) if own else len(parent)
    parent.insert(place, placeholder(env, _VIEW_OF[record.kind](record.id)))
    if record.note:
        parent.insert(place + 1, nodes.note("", paragraph(record.note)))
