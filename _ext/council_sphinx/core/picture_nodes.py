"""A picture of a release as native nodes: a figure, or a stand-in where the file is not there.

The ``centered-image`` directive and the legacy markup both come through :func:`picture_node`.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from council.model.picture_paths import path_in_release_folder, written_path
from docutils import nodes
from safe_pictures.published_pictures import SUFFIXES, picture_size
from safe_pictures.raster_pictures import PictureError
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.referred_files import file_is_there, lies_below
from council_sphinx.core.site_archive import PictureFile
from council_sphinx.core.warning_types import ArchiveWarning, warn

LONGEST_NAME = 255
"""How many bytes file systems take for a name."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What a page asks for: *source* as written, and how to show it."""

    source: str
    alt: str | None = None
    caption: tuple[nodes.Node, ...] = ()
    width: str | None = None
    align: str = "center"
    link: str | None = None
    line: int = 0


def picture_node(env: BuildEnvironment, request: PictureRequest) -> nodes.Element:
    """Give the node for a picture: a figure, a link where it is remote, a placeholder where it is missing."""
    location = (env.docname, request.line)
    if _SCHEME.match(request.source):
        return _remote(request, location)
    path = _project_path(env, request.source)
    if path is None or not file_is_there(env, path):
        path = _imported_path(env, request.source) or path
    if path is None:
        warn(ArchiveWarning.PATH, f"the picture {request.source!r} leads out of the project; move it in", location)
        return _placeholder(request)
    if Path(path).suffix.lower() not in SUFFIXES:
        warn(
            ArchiveWarning.PATH, f"{request.source!r} is no picture; known are {', '.join(sorted(SUFFIXES))}", location
        )
        return _placeholder(request)
    if not file_is_there(env, path):
        what_to_do = f"add {path}" if _can_be_a_file(path) else "give the file and its place here a shorter name"
        warn(ArchiveWarning.MISSING_IMAGE, f"the picture {request.source!r} is not there; {what_to_do}", location)
        return _placeholder(request)
    try:
        picture = PictureFile(path, *picture_size((env.srcdir / path).read_bytes(), path))
    except (PictureError, OSError) as error:
        env.note_dependency(path)
        warn(
            ArchiveWarning.PICTURE,
            f"the picture {request.source!r} cannot be shown: {error}; save it anew as JPEG or PNG",
            location,
        )
        return _placeholder(request)
    council_domain(env).note_picture(env.docname, request.source, picture)
    return _figure(request, picture)


def figure_width(width: str | None) -> str | None:
    """Give a width as docutils takes it: a number alone is one of pixels."""
    return f"{width}px" if width and width.isdecimal() else width


def _imported_path(env: BuildEnvironment, source: str) -> str | None:
    """Give the path of a picture that an import put below the folder of its release, ``None`` where there is none."""
    below = path_in_release_folder(source)
    path = posixpath.join(env.docname, below)
    return path if below and file_is_there(env, path) and lies_below(env, path) else None


def _project_path(env: BuildEnvironment, source: str) -> str | None:
    """Give the path of *source* from the project's folder, or ``None`` where it lies outside of it."""
    source = written_path(source)
    if "\0" in source:
        return None
    base = "" if source.startswith("/") else posixpath.dirname(env.docname)
    path = posixpath.normpath(posixpath.join(base, source.lstrip("/")))
    return path if not path.startswith("../") and lies_below(env, path) else None


def _can_be_a_file(path: str) -> bool:
    return all(len(part.encode("utf-8", "replace")) <= LONGEST_NAME for part in path.split("/"))


def image_of(picture: PictureFile, **attributes: str) -> nodes.image:
    """Give an image node of the size of *picture*; *attributes* are more of the node's."""
    image = nodes.image("", **attributes)
    if picture.width:
        image["width"], image["height"] = str(picture.width), str(picture.height)
    return image


def _figure(request: PictureRequest, picture: PictureFile) -> nodes.figure:
    image = image_of(picture, uri=f"/{picture.path}", alt=request.alt or "")
    content: nodes.Element = image
    if request.link:
        content = nodes.reference("", "", image, refuri=request.link)
    figure = nodes.figure("", content, align=request.align)
    if request.width:
        figure["width"] = request.width
    if request.caption:
        figure += nodes.caption("", "", *request.caption)
    if request.align in {"left", "right"}:
        figure["classes"].append("portrait")
    return figure


def _placeholder(request: PictureRequest) -> nodes.figure:
    """Give a figure that says in words which picture is wanting."""
    name = posixpath.basename(request.source)
    words = nodes.paragraph("", "", classes=["missing-picture"])
    if request.alt:
        words += nodes.strong("", request.alt)
        words += nodes.Text(" ")
    words += nodes.inline("", _("Picture not available: %s") % name, classes=["missing-picture-file"])
    figure = nodes.figure("", words, align=request.align, classes=["missing-picture"])
    if request.caption:
        figure += nodes.caption("", "", *request.caption)
    return figure


def _remote(request: PictureRequest, location: tuple[str, int]) -> nodes.Element:
    if not re.match(r"(?:https?:)?//", request.source):
        warn(ArchiveWarning.PATH, f"a picture cannot come from {request.source[:60]!r}", location)
        return _placeholder(request)
    label = request.alt or request.source
    reference = nodes.reference("", label, refuri=request.source, internal=False)
    caption = (nodes.Text(" "), *request.caption) if request.caption else ()
    return nodes.paragraph("", "", reference, *caption, classes=["remote-picture"])


def gallery_node(pictures: list[nodes.Element]) -> nodes.container:
    """Give pictures side by side."""
    return nodes.container("", *pictures, classes=["gallery"])


def _load_lazily(app: Sphinx, doctree: nodes.document) -> None:
    """The first picture of a page loads at once, those below when they come into view."""
    first = True
    for image in doctree.findall(nodes.image):
        portrait = isinstance(image.parent.parent, nodes.figure) and "portrait" in image.parent.parent["classes"]
        if first and not portrait:
            first = False
        else:
            image["loading"] = "lazy"


class PictureNames(dict[str, tuple[set[str], str]]):
    """Names of the copied pictures that depend on nothing but a picture's own path.

    Sphinx numbers pictures of one name in the order in which they are read, so that a page's bytes would
    depend on the pages that were read before it.  The methods are those of Sphinx's own collection.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, set[str]] = {}

    def add_file(self, docname: str, newfile: str | os.PathLike[str]) -> str:
        """Note that *docname* shows *newfile*; give the name of its copy."""
        path = os.fspath(newfile)
        if path not in self:
            stem, suffix = posixpath.splitext(posixpath.basename(path))
            digest = hashlib.sha256(path.encode()).hexdigest()[:8]
            self[path] = (set(), f"{stem}-{digest}{suffix}")
        self[path][0].add(docname)
        self.shown.setdefault(docname, set()).add(path)
        return self[path][1]

    def purge_doc(self, docname: str) -> None:
        """Forget what *docname* showed."""
        for path in self.shown.pop(docname, ()):
            self[path][0].discard(docname)
            if not self[path][0]:
                del self[path]

    def merge_other(self, docnames: Set[str], other: Mapping[str, tuple[set[str], str]]) -> None:
        """Take over what a parallel reader noted of *docnames*."""
        for path, (readers, _name) in other.items():
            for docname in readers & set(docnames):
                self.add_file(docname, path)


def _use_stable_names(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    if not isinstance(env.images, PictureNames):
        env.images = PictureNames()  # type: ignore[assignment]
    return []


def setup(app: Sphinx) -> None:
    """Register the handlers that pictures need."""
    app.connect("env-get-outdated", _use_stable_names)
    app.connect("doctree-read", _load_lazily)
