"""Removing what earlier builds left: pages of sources that are gone, pictures that no page shows.

Sphinx never removes anything from the output; here a build ends with what a clean build would give.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx


def _remove_stale(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name != "html":
        return
    output, env = Path(app.outdir), app.env
    pages = {Path(app.builder.get_outfilename(docname)) for docname in env.found_docs}  # type: ignore[attr-defined]
    stale = [
        file
        for file in output.rglob("*.html")
        if len(file.relative_to(output).parts) > 1
        and not file.relative_to(output).parts[0].startswith("_")
        and file not in pages
    ]
    pictures = {name for _readers, name in env.images.values()}
    stale += [file for file in (output / "_images").glob("*") if file.name not in pictures]
    downloads = {output / "_downloads" / place for _readers, place in env.dlfiles.values()}
    stale += [file for file in (output / "_downloads").rglob("*") if file.is_file() and file not in downloads]
    for file in stale:
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()


def setup(app: Sphinx) -> None:
    """Clean up at the end of a build."""
    app.connect("build-finished", _remove_stale)
