"""Where a link of a release leads: outside, to another page, or to a file in the release's own folder; nowhere else."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from council.dialect.html_tags import safe_link
from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from council_sphinx.core.referred_files import document_is_there, file_is_there, lies_below
from council_sphinx.core.warning_types import ArchiveWarning

_EXTERNAL = re.compile(r"(?:https?|mailto|tel|ftp):|//", re.IGNORECASE)
_BARE_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_PAGES = frozenset({".md", ".html", ".rst"})
_DOWNLOADS = frozenset(
    ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .csv .txt .zip .kml .kmz .geojson .mp3 .mp4 "
    ".jpg .jpeg .png .gif .webp".split()
)
"""Files of a release that a reader may download: none that a browser would run."""


class DeadLinkError(Exception):
    """A link that leads nowhere: what is wrong with it and what to do, and the *subtype* of the warning."""

    def __init__(self, message: str, subtype: ArchiveWarning = ArchiveWarning.LINK) -> None:
        super().__init__(message)
        self.subtype = subtype


def is_external(destination: str) -> bool:
    """Whether *destination* is a whole web or mail address."""
    return _EXTERNAL.match(destination) is not None


def link_node(env: BuildEnvironment, destination: str) -> nodes.Element:
    """Give the node, without content, of a link on the release that is being read.

    Raises :class:`DeadLinkError`.
    """
    if not safe_link(destination):
        raise DeadLinkError("is not allowed in a release; take it out")
    if is_external(destination):
        return nodes.reference(refuri=destination)
    if _BARE_HOST.fullmatch(destination):
        return nodes.reference(refuri=f"http://{destination}")
    path = unquote(destination).partition("#")[0]
    if not path or "\0" in path:
        raise DeadLinkError("leads nowhere in the archive; correct it")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(env.docname), path))
    return _page(env, target) or _download(env, target)


def _page(env: BuildEnvironment, target: str) -> nodes.Element | None:
    stem, suffix = posixpath.splitext(target)
    if suffix.lower() not in _PAGES or not document_is_there(env, stem):
        return None
    return addnodes.pending_xref(
        refdomain="std", reftype="doc", reftarget=f"/{stem}", refdoc=env.docname, refexplicit=True, refwarn=True
    )


def _download(env: BuildEnvironment, target: str) -> nodes.Element:
    inside = target.startswith(f"{env.docname}/")
    known = posixpath.splitext(target)[1].lower() in _DOWNLOADS
    if not inside or not known or not file_is_there(env, target):
        raise DeadLinkError("leads nowhere in the archive; correct it or add the file")
    if not lies_below(env, target, env.docname):
        told = "leads to a file that is itself a link out of the release's folder; copy the file in"
        raise DeadLinkError(told, ArchiveWarning.PATH)
    return addnodes.download_reference(
        reftarget=f"/{target}", refdoc=env.docname, refdomain="", reftype="download", refexplicit=True
    )
