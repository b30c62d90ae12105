"""Links out of the archive: each tells its scheme.

To a page that was opened from the disk, ``//host/`` is a share of a network, which learns who asks for it.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx


def _tell_schemes(app: Sphinx, doctree: nodes.document) -> None:
    for link in doctree.findall(nodes.reference):
        if link.get("refuri", "").startswith("//"):
            link["refuri"] = f"https:{link['refuri']}"


def setup(app: Sphinx) -> None:
    """Look at each document once it is read."""
    app.connect("doctree-read", _tell_schemes)
