"""HTML builders that publish pictures without their metadata, and drawings without their scripts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from extension_kit.whole_files import write_whole
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.util.display import status_iterator
from sphinx.util.osutil import copyfile

from .published_pictures import SUFFIXES, published_picture, recipe
from .raster_pictures import PictureError
from .smaller_pictures import copy_name, smaller_photograph

_LOGGER = logging.getLogger(__name__)
NOTES = "published-pictures.json"
"""Beside the environment: how each published picture was made, and from which bytes."""


class PublishesSafePictures(StandaloneHTMLBuilder):
    """Puts the pictures that pages show, and those they offer as files, into the output; sources stay as they are."""

    def copy_image_files(self) -> None:
        """Publish the pictures of the pages that were written, and of all where they were published otherwise before."""
        known, shown = _notes(self._notes_file), dict(self.images)
        for source, (_readers, name) in self.env.images.items():
            if not known.get(str(self._images_dir / name), "").startswith(_recipe()):
                shown[source] = name
        self._publish((self.srcdir / source, self._images_dir / name) for source, name in shown.items())
        self._publish_copies(shown)

    def copies_of(self, source: str) -> Collection[int]:
        """Give the widths in which the picture *source* has smaller copies; none here."""
        return ()

    def _publish_copies(self, shown: Mapping[str, str]) -> None:
        """Publish the smaller copies of pictures that are published by now."""
        known = _notes(self._notes_file)
        for source, name in shown.items():
            original = self._images_dir / name
            for width in self.copies_of(source):
                target = self._images_dir / copy_name(name, width)
                made_from = f"{known.get(str(original))} {width}"
                if not original.is_file() or (known.get(str(target)) == made_from and target.is_file()):
                    continue
                write_whole(target, smaller_photograph(original.read_bytes(), width))
                known[str(target)] = made_from
        write_whole(self._notes_file, json.dumps(known, indent=0, sort_keys=True))

    def copy_download_files(self) -> None:
        """Publish pictures as those on pages are, and copy all other files."""
        pictures = []
        for source, (readers, name) in self.env.dlfiles.items():
            file, target = self.srcdir / source, self._downloads_dir / name
            if file.suffix.lower() in SUFFIXES:
                pictures.append((file, target))
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                copyfile(file, target, force=True)
            except OSError as error:
                _LOGGER.warning("%s cannot be copied: %s", source, error, location=min(readers, default=None))
        self._publish(pictures)

    @property
    def _notes_file(self) -> Path:
        return Path(self.doctreedir) / NOTES

    def _publish(self, pictures: Iterable[tuple[Path, Path]]) -> None:
        """Publish each picture unless it is there already; one that cannot be is told, and left out."""
        known = _notes(self._notes_file)
        for file, target in status_iterator(
            pictures, "publishing pictures... ", "brown", 0, self.config.verbosity, lambda pair: pair[0].name
        ):
            try:
                data = file.read_bytes()
                made_from = f"{_recipe()} {hashlib.sha256(data).hexdigest()}"
                if known.get(str(target)) == made_from and target.is_file():
                    continue
                published = published_picture(data, file.name).data
            except (PictureError, OSError) as error:
                target.unlink(missing_ok=True)
                told = file.relative_to(self.srcdir)
                _LOGGER.warning(
                    "the picture %s is not published: %s", told, error, type="pictures", subtype="unreadable"
                )
                continue
            write_whole(target, published)
            known[str(target)] = made_from
        here = {target: made_from for target, made_from in known.items() if Path(target).is_file()}
        write_whole(self._notes_file, json.dumps(here, indent=0, sort_keys=True))


def _recipe() -> str:
    return recipe().hex()


def _notes(file: Path) -> dict[str, str]:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
