"""Documents as Typst code: a visitor of docutils' and Sphinx's nodes, one file for each family of them.

The code is in Typst's code mode, in which all text stands in string literals (:mod:`~typst_builder.literals`);
the functions that it calls are Typst's own and those of ``book.typ``.  An extension adds nodes of its own with
``app.add_node(…, typst=(visit, depart))``; its visitors call ``add``, ``call``, ``content`` and ``pass_through``.
"""

from __future__ import annotations

from .block_nodes import BlockNodes
from .footnotes import NoteNodes
from .links import LinkNodes
from .pictures import PictureNodes
from .sphinx_nodes import SphinxNodes
from .tables import TableNodes


class TypstTranslator(SphinxNodes, NoteNodes, PictureNodes, TableNodes, LinkNodes, BlockNodes):
    """The whole translator; after a visit, :attr:`translation` holds what the document gives to a book."""
