"""The way from the home page to each page by the table of contents, as heads tell it."""

from __future__ import annotations

from typing import NamedTuple, cast

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain


class Crumb(NamedTuple):
    """A page on the way, and its title."""

    page: str
    title: str


Trail = tuple[Crumb, ...]


def trail_to(app: Sphinx, docname: str) -> Trail:
    """Give the pages above *docname*, the home page first; nothing for what the table of contents has not."""
    return _known(app).get(docname, ())


def _known(app: Sphinx) -> dict[str, Trail]:
    """Give the way to each page in the last build by the same builder."""
    by_builder = council_domain(app.env).data.setdefault("trails", {})
    return cast("dict[str, Trail]", by_builder.setdefault(app.builder.name, {}))


def _pages_with_new_trails(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give the pages that are elsewhere now, or below pages of another title."""
    before, after = _known(app), _trails(env)
    council_domain(env).data["trails"][app.builder.name] = after
    return [docname for docname in env.found_docs if after.get(docname) != before.get(docname)]


def _trails(env: BuildEnvironment) -> dict[str, Trail]:
    """Give the way to each page from above; the first that there is, where several lead to it."""
    root = env.config.root_doc
    trails: dict[str, Trail] = {root: ()}
    waiting = [root]
    for page in waiting:
        children = env.toctree_includes.get(page, ())
        crumbs = (*trails[page], Crumb(page, env.titles[page].astext())) if children else ()
        for child in children:
            if child in env.titles and child not in trails:
                trails[child] = crumbs
                waiting.append(child)
    return trails


def setup(app: Sphinx) -> None:
    """Compare the ways when all pages are read."""
    app.connect("env-updated", _pages_with_new_trails)
