"""The pages of a folder as a page's part of the table of contents, which shows nothing on the page itself."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment


def hidden_toctree(env: BuildEnvironment, folder: str, caption: str | None = None) -> nodes.Element:
    """Give what Sphinx's ``toctree`` gives for the pattern ``folder/*``, silent where there is no page yet; *caption* heads them."""
    pages = sorted(page for page in env.found_docs if page.startswith(f"{folder}/"))
    tree = addnodes.toctree(
        parent=env.docname, entries=[(None, page) for page in pages], includefiles=pages, maxdepth=-1, caption=caption,
        glob=True, hidden=True, includehidden=False, numbered=0, titlesonly=False,
    )  # fmt: skip
    env.glob_toctrees.add(env.docname)
    return nodes.compound("", tree, classes=["toctree-wrapper"])
