"""Elements of one XML vocabulary, made with lxml: what is empty is left out, what XML cannot hold replaced."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from council.language.xml_text import xml_text

Element: TypeAlias = Any
"""An element of lxml, which tells no types."""


class Vocabulary:
    """Makes the elements of *namespace*, as the default one of its documents."""

    def __init__(self, namespace: str) -> None:
        self._prefix, self._names = f"{{{namespace}}}", {None: namespace}

    def __call__(self, name: str, *content: Element | str | None, **attributes: str) -> Element:
        """Give the element *name*; attributes that are empty are left out, as is ``None`` in its *content*."""
        element = etree.Element(self._prefix + name, nsmap=self._names)
        for attribute, value in attributes.items():
            if value:
                element.set(attribute, xml_text(value))
        for part in content:
            if isinstance(part, str):
                element.text = xml_text(part)
            elif part is not None:
                element.append(part)
        return element

    def filled(self, name: str, *content: Element | None, **attributes: str) -> Element | None:
        """Give the element *name* where it has any content."""
        parts = [part for part in content if part is not None]
        return self(name, *parts, **attributes) if parts else None


def xml_bytes(root: Element) -> bytes:
    """Give the document of *root*."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return data
