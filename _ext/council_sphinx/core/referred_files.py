"""What pages refer to, files of the project and other pages, and whether it was there when they were read.

What a page shows depends on it, a picture or its stand-in, a link or its text alone: the page is read again when it
comes or goes.
"""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import Referred, council_domain


def file_is_there(env: BuildEnvironment, path: str) -> bool:
    """Whether the project has the file *path*; the page that is being read depends on the answer."""
    return _noted(env, Referred("file", path))


def document_is_there(env: BuildEnvironment, docname: str) -> bool:
    """Whether the project has the page *docname*; the page that is being read depends on the answer."""
    return _noted(env, Referred("document", docname))


def lies_below(env: BuildEnvironment, path: str, folder: str = "") -> bool:
    """Whether the file *path* of the project lies below *folder* when all links are followed."""
    root = Path(os.path.realpath(env.srcdir))
    return Path(os.path.realpath(root / path)).is_relative_to(root / folder)


def _noted(env: BuildEnvironment, referred: Referred) -> bool:
    there = _is_there(env, referred)
    council_domain(env).note_referred(env.docname, referred, there)
    return there


def _is_there(env: BuildEnvironment, referred: Referred) -> bool:
    if referred.kind == "document":
        return referred.name in env.found_docs
    return os.path.isfile(env.srcdir / referred.name)  # false too for a name that no file can have


def _pages_to_read_again(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    referred = council_domain(env).referred
    return [docname for docname, known in referred.items() if any(_is_there(env, one) != known[one] for one in known)]


def setup(app: Sphinx) -> None:
    """Look for what has come and gone before anything is read."""
    app.connect("env-get-outdated", _pages_to_read_again)
