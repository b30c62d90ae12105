"""The pictures of a release to import: which they are, where they go, and what is refused.

All of its own folder, and those that its text shows, go below its folder here, by the path that the text gives them: there
the build finds them.  Portraits, which many releases share and show as ``../imagenes/…``, go into the folder of that
name, if it is one of pictures: no file of the archive's own is there to be replaced.  No link is followed, and no path
out of the tree, but to the portraits beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath

from safe_pictures.published_pictures import SUFFIXES, picture_size
from safe_pictures.raster_pictures import PictureError

from council.importers.conventions import MARKDOWN, SITE_ROOTS
from council.importers.incoming import LINK, IncomingRelease
from council.importers.text_signs import ShownPicture
from council.importers.told import Told
from council.model.authorities import FOLDERS
from council.model.picture_paths import path_in_release_folder, written_path
from council.model.source_files import shown_path, wrong_with_name

LINK_IN_PLACE = Told("a link stands in the place of a file to import; nothing was written there")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to import: its file, and where it goes."""

    file: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not imported, and why."""

    file: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Places:
    """The tree that pictures come from, and the archive at *source* with its folder of *releases*."""

    tree: Path
    source: Path
    releases: Path


def pictures_of(
    release: IncomingRelease, slug: str, shown: tuple[ShownPicture, ...], places: Places
) -> Iterator[Picture | Refused]:
    """Give the pictures of *release*, which is *slug* here and shows those of *shown*, each once."""
    folder = places.releases / slug
    given: set[Path] = set()
    for name in (release.slug, ""):
        own = release.picture_folders.get(name)
        if own is not None and not own.is_symlink():
            for file in _pictures_below(own):
                path = PurePosixPath(name, *file.relative_to(own).parts)
                given.add(file)
                yield _checked(file, folder / _below_slug(path.as_posix(), slug), places.tree, places.releases)
    asked = (ShownPicture(release.picture, False),) if release.picture else ()
    for picture in dict.fromkeys([*shown, *asked]):
        found = _find(picture, release, places.tree)
        if isinstance(found, Refused):
            yield found
        elif found is not None and found not in given:
            yield _placed(found, picture, slug, places)


def leads_elsewhere(path: Path, below: Path) -> bool:
    """Whether *path*, or a folder on the way to it from *below*, is a link."""
    return any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(below) and part != below)


def read_picture(file: Path) -> bytes:
    """Give the content of a picture; raises ``OSError``, and ``PictureError`` for what is none that pages can show."""
    content = file.read_bytes() if file.is_file() else b""
    picture_size(content, file.name)
    return content


def _placed(file: Path, picture: ShownPicture, slug: str, places: Places) -> Picture | Refused:
    path = PurePosixPath(written_path(picture.source))
    if _is_shared_portrait(picture):
        name = path.parts[1]
        if not _is_for_pictures(places.source, name, places.releases):
            return Refused(
                file, Told("the folder {name} is not one of pictures alone; nothing was written there", name=name)
            )
        return _checked(file, places.source / PurePosixPath(*path.parts[1:]), places.tree.parent, places.source)
    target = places.releases / slug / _below_slug(path_in_release_folder(unescape(picture.source)), slug)
    return _checked(file, target, places.tree, places.releases)


def _below_slug(path: str, slug: str) -> str:
    """Give *path* without the release's own folder, which a text names."""
    return path.removeprefix(f"{slug}/")


def _is_shared_portrait(picture: ShownPicture) -> bool:
    parts = PurePosixPath(written_path(picture.source)).parts
    return picture.portrait and len(parts) > 2 and parts[0] == ".." and ".." not in parts[1:]


def _find(picture: ShownPicture, release: IncomingRelease, tree: Path) -> Path | Refused | None:
    """Give the file of a picture, what is refused, or ``None`` where there is none, as of one on another host."""
    path = written_path(unescape(picture.source))
    bare = path_in_release_folder(unescape(picture.source))
    if "://" in path or path.startswith(("//", "data:")) or "\0" in path or not bare:
        return None
    outside = False
    for candidate in _candidates(path, bare, release, tree):
        file = Path(os.path.normpath(candidate))
        if not os.path.isfile(file):  # which takes any name
            continue
        if file.is_relative_to(tree) or (_is_shared_portrait(picture) and file.is_relative_to(tree.parent)):
            return file
        outside = True
    return (
        Refused(release.origin, Told("the picture's path leads out of the tree: {path}", path=picture.source))
        if outside
        else None
    )


def _candidates(path: str, bare: str, release: IncomingRelease, tree: Path) -> Iterator[Path]:
    """Give the places where a picture may stand, the likeliest first."""
    for name, folder in sorted(release.picture_folders.items(), key=lambda item: -len(item[0])):
        if name and path.startswith(f"{name}/"):
            yield folder / path[len(name) + 1 :]
    if not path.startswith("/"):
        yield release.origin.parent / path
        yield release.origin.with_suffix("") / path
    for folder in (folder for folder in release.origin.parents if folder.is_relative_to(tree)):
        yield from (folder / root / bare for root in SITE_ROOTS)


def _pictures_below(folder: Path) -> Iterator[Path]:
    """Give the pictures of a release's folder in order, links among them; hidden ones are nobody's.

    A folder in it that holds texts is another release's.
    """
    for place, folders, files in os.walk(folder):
        if place != str(folder) and any(Path(name).suffix.lower() in MARKDOWN for name in files):
            folders.clear()
            continue
        folders.sort()
        yield from (
            Path(place, name)
            for name in sorted(files)
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        )


def _is_for_pictures(source: Path, name: str, releases: Path) -> bool:
    """Whether the folder *name* of the archive holds pictures alone, or is yet to be made."""
    folder = source / name
    if name.startswith((".", "_")) or name in FOLDERS.values() or folder == releases or folder.is_symlink():
        return False
    files = (Path(file) for _place, _folders, names in os.walk(folder) for file in names)
    return not folder.exists() or all(file.suffix.lower() in SUFFIXES for file in files)


def _checked(file: Path, target: Path, origin: Path, archive: Path) -> Picture | Refused:
    """Give the picture *file* of the folder *origin*, if it is one and *target* can take it."""
    if leads_elsewhere(file, origin):
        return Refused(file, LINK)
    if wrong := wrong_with_name(target.relative_to(archive)):
        return Refused(Path(shown_path(file)), wrong)
    if leads_elsewhere(target, archive):
        return Refused(target, LINK_IN_PLACE)
    if file.suffix.lower() not in SUFFIXES:
        return Refused(file, Told("no picture; known are {kinds}", kinds=", ".join(sorted(SUFFIXES))))
    try:
        read_picture(file)
    except OSError as error:
        return Refused(file, error.strerror or str(error))
    except PictureError as error:
        return Refused(file, Told("no picture that pages can show: {problem}", problem=error))
    return Picture(file, target)
