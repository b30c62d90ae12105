"""RDF as text, resource by resource: Turtle and JSON-LD that say the same, in time that grows evenly.

rdflib's serializers of whole graphs take more than a minute for 10,000 releases, this three seconds.  Literals are
rdflib's, and written by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
from rdflib import Literal
from rdflib.namespace import DC, DCMITYPE, DCTERMS, FOAF, ORG, PROV, SDO, SKOS, XSD

from council.exports.linked_names import Name

PREFIXES: dict[str, str] = {
    "bibo": "http://purl.org/ontology/bibo/",
    "dc": str(DC),
    "dcmitype": str(DCMITYPE),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "org": str(ORG),
    "prov": str(PROV),
    "schema": str(SDO),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""The vocabularies."""

Value: TypeAlias = tuple[str, Name | Literal | int]
"""A property (``dcterms:title``), and its value."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What is said of one *subject*: its *types* (``skos:Concept``), and its *values*, in order."""

    subject: Name
    types: tuple[str, ...]
    values: Sequence[Value] = ()


def turtle_document(base: str, parts: Iterable[str]) -> str:
    """Give the document of what :func:`turtle` gives for its resources; URIs in it are relative to *base*."""
    prefixes = (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    return "".join([f"@base <{base}> .\n", *prefixes, *parts])


def turtle(resource: Resource) -> str:
    """Give a resource in Turtle."""
    values = [f" ;\n  {name} {_turtle_term(value)}" for name, value in resource.values]
    return f"\n{_turtle_name(resource.subject)} a {', '.join(resource.types)}{''.join(values)} .\n"


def _turtle_term(term: Name | Literal | int) -> str:
    if type(term) is Literal:
        return f"{Literal(str(term)).n3()}^^{_type_of(term)}" if term.datatype else term.n3()
    return str(term) if type(term) is int else _turtle_name(str(term))


def _turtle_name(name: Name) -> str:
    return name if name.startswith("_:") else f"<{name}>"


def json_ld_document(base: str, parts: Iterable[str]) -> str:
    """Give the document of what :func:`json_ld` gives for its resources, one a line."""
    context = _json({"@base": base} | PREFIXES)
    nodes = ",\n".join(parts)
    return f'{{"@context": {context},\n"@graph": [\n{nodes}\n]}}\n'


def json_ld(resource: Resource) -> str:
    """Give a resource in JSON-LD."""
    node: dict[str, Any] = {"@id": resource.subject, "@type": resource.types}
    for name, value in resource.values:
        node.setdefault(name, []).append(_json_term(value))
    return _json(node)


def _json_term(term: Name | Literal | int) -> Any:
    if type(term) is Literal:
        if term.datatype:
            return {"@value": str(term), "@type": _type_of(term)}
        return {"@value": str(term), "@language": term.language} if term.language else str(term)
    return term if type(term) is int else {"@id": term}


def _type_of(literal: Literal) -> str:
    """Give the type of a literal with its prefix; all that are used are of XML Schema."""
    return f"xsd:{str(literal.datatype).removeprefix(PREFIXES['xsd'])}"


def _json(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()
