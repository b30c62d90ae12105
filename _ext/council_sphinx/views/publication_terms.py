"""On which terms the archive is published, and whom to write to, as several pages tell it."""

from __future__ import annotations

from council.profile.institution import Publication, contact_address
from docutils import nodes

from council_sphinx.core.interface_strings import _


def publication_terms(publication: Publication) -> list[tuple[str, list[nodes.Node]]]:
    """Give what is told of licence and contact, each with its term."""
    licence, address, contact = publication.licence, publication.licence_url, publication.contact
    told = (
        (_("Licence"), outside_link(licence or address, address)),
        (_("Contact"), outside_link(contact, contact_address(contact))),
    )
    return [(str(term), [node]) for term, node in told if node.astext()]


def outside_link(text: str, address: str) -> nodes.Node:
    """Give *text*, as a link where there is an *address*."""
    return nodes.reference("", text, refuri=address) if address else nodes.Text(text)
