"""Whether a build has brought anything new: what stands beside the pages asks before it is made again."""

from __future__ import annotations

from sphinx.application import Sphinx


def has_news(app: Sphinx) -> bool:
    """Whether the build wrote any page; a builder that does not tell by an attribute ``wrote`` is taken to have."""
    return bool(getattr(app.builder, "wrote", True))
