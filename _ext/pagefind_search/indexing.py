"""Building the index with Pagefind after the pages were written."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from extension_kit.build_news import has_news
from extension_kit.whole_files import replace_folder, write_whole
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.display import progress_message

from .pages import has_pages, is_searched
from .reproducible import make_reproducible

LOGGER = logging.getLogger(__name__)
FOLDER = "pagefind"
VERSION = 3
"""To be raised when this module makes another index of the same pages."""
_STAMP = "source.sha256"
_SECTION = re.compile(r'<section id="([^"]+)"([^>]*)>(\s*(?:<span id="[^"]*"></span>\s*)*)<h([1-6])>')


def _index(app: Sphinx, exception: Exception | None) -> None:
    """Build the index, unless the pages are those that it was built from."""
    if exception is not None or not has_pages(app) or not app.config.pagefind_enabled:
        return
    output = Path(app.outdir)
    _remove_unfinished(output)  # of a build that was stopped
    if not has_news(app) and stamp_of_index(output):
        return
    pages = sorted(docname for docname in app.env.found_docs if is_searched(app, docname))
    texts = {
        app.builder.get_target_uri(docname): Path(app.builder.get_outfilename(docname)).read_text(encoding="utf-8")  # type: ignore[attr-defined]
        for docname in pages
    }
    stamp = _digest(texts, app.config.pagefind_exclude_selectors)
    target = output / FOLDER
    if stamp_of_index(output) == stamp:
        return
    building = output / f".{FOLDER}.new"
    (target / _STAMP).unlink(missing_ok=True)  # until there is another, this is the index of other pages
    with progress_message(f"indexing {len(texts)} pages for the search"):
        try:
            excluded = app.config.pagefind_exclude_selectors
            run = partial(_run, texts, building, app.config.language or "en", excluded)
            # in a thread of its own, as a caller of Sphinx may have a running event loop
            with ThreadPoolExecutor(1) as pool:
                pool.submit(lambda: asyncio.run(run())).result()
        except ImportError:
            LOGGER.warning(
                "Pagefind is not installed; results show no sections. Run: pip install 'pagefind[bin]'",
                type="pagefind",
                subtype="missing",
            )
            return
        except Exception as error:  # Pagefind reports through errors of many kinds
            if isinstance(error, OSError) and error.errno:  # a full disk
                raise
            told = str(error) or type(error).__name__
            LOGGER.warning("Pagefind failed, results show no sections: %s", told, type="pagefind", subtype="failed")
            _remove_unfinished(output)
            app.statuscode = 1
            return
        make_reproducible(building)
        write_whole(building / _STAMP, stamp)
        replace_folder(building, target)


def stamp_of_index(output: Path) -> str:
    """Give the checksum of what Pagefind's index in a site was made of; empty where there is no whole index."""
    file = output / FOLDER / _STAMP
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _remove_unfinished(output: Path) -> None:
    for part in ("new", "old"):
        shutil.rmtree(output / f".{FOLDER}.{part}", ignore_errors=True)


async def _run(texts: dict[str, str], output: Path, language: str, excluded: list[str]) -> None:
    from pagefind.index import IndexConfig
    from pagefind.service import PagefindService

    config = IndexConfig(
        output_path=str(output), force_language=language, write_playground=False, exclude_selectors=excluded
    )
    async with PagefindService() as service:
        index = await service.create_index(config)
        with TemporaryDirectory(prefix="pagefind-") as name:
            for address, text in texts.items():
                file = Path(name) / address
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_with_anchors(text), encoding="utf-8")
            await index.add_directory(name)  # one request: each takes the service a tenth of a second
        await index.write_files()
        await _settled(output)
    for name in ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"):
        for file in output.glob(f"{name}.*"):
            file.unlink()


async def _settled(output: Path, patience: float = 30.0) -> None:
    """Wait until all files are written: Pagefind answers before they are, and leaving its service ends it.

    Raises ``TimeoutError`` where some are still empty, or grow, after *patience* seconds.
    """
    async with asyncio.timeout(patience):
        before: dict[Path, int] = {}
        while True:
            sizes = {file: file.stat().st_size for file in output.rglob("*") if file.is_file()}
            if sizes and all(sizes.values()) and sizes == before:
                return
            before = sizes
            await asyncio.sleep(0.1)


def _with_anchors(text: str) -> str:
    """Move the id of each section to its heading, where Pagefind looks for the parts of a page."""
    return _SECTION.sub(r'<section\2>\3<h\4 id="\1">', text)


def _digest(texts: dict[str, str], excluded: list[str]) -> str:
    """Give a checksum of all that the index is made of, Pagefind itself included."""
    digest = hashlib.sha256(f"{version('pagefind')} {VERSION} {excluded}".encode())
    for address, text in texts.items():
        digest.update(address.encode() + b"\0" + text.encode() + b"\0")
    return digest.hexdigest()


def setup(app: Sphinx) -> None:
    """Build the index last of all."""
    app.connect("build-finished", _index, priority=950)
