"""The exports: files beside the pages, in every HTML build, shared by the processes of the build.

``archive_without = ["json"]`` leaves one of them out; their names are those of
:data:`council.exports.all_exports.EXPORTS`.  ``archive_feed_releases = 20`` is how many releases a feed has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from council.archive.archive import Archive
from council.exports.all_exports import EXPORTS, Export
from council.exports.output import Output
from council.exports.site import Site
from extension_kit.build_news import has_news
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.parallel import ParallelTasks, parallel_available

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.published_site import published_site
from council_sphinx.web.copied_files import extra_files
from council_sphinx.web.page_dates import page_dates
from council_sphinx.web.release_texts import text_of, texts_are_kept


def site_of(app: Sphinx) -> Site:
    """Give what exports know of the site."""
    return replace(
        published_site(app.builder),
        publication=council_domain(app.env).profile.institution.publication,
        feed_entries=int(app.config.archive_feed_releases) if texts_are_kept(app) else 0,
        text_of=partial(text_of, app),
        page_dates=partial(page_dates, app),
        translated=lambda message: str(_(message)),
    )


def exports_beside_pages(app: Sphinx) -> Callable[[], None] | None:
    """Begin the exports that need no page in processes of their own; what is given waits for their end.

    ``None`` where the build has but one process.
    """
    if app.parallel < 2 or not parallel_available:
        return None
    return _started(app, [export for export in _wanted(app.config) if not export.after_pages]).join


def _started(app: Sphinx, exports: Sequence[Export]) -> ParallelTasks:
    """Begin *exports*: each process has several, as it copies what it looks at of the archive."""
    archive, site = archive_of(app.env), site_of(app)
    tasks = ParallelTasks(app.parallel)
    for share in filter(None, (exports[start :: app.parallel] for start in range(app.parallel))):
        tasks.add_task(partial(_write_all, app, share, archive, site))
    return tasks


def _write_all(app: Sphinx, exports: Iterable[Export], archive: Archive, site: Site) -> None:
    for export in exports:
        output = _output(app, export)
        export.write(archive, site, output)
        output.remove_others()


def _output(app: Sphinx, export: Export) -> Output:
    return output_called(app, export.name)


def output_called(app: Sphinx, name: str) -> Output:
    """Give the files that an export, or what is written as one, makes in the output of a build.

    Files that the project brings (``html_extra_path``) stay as they are.
    """
    return Output(Path(app.outdir), Path(app.doctreedir) / "exports" / f"{name}.txt", set(extra_files(app)))


def _wanted(config: Config) -> list[Export]:
    return [export for export in EXPORTS if export.name not in config.archive_without]


def _write_at_the_end(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    wanted = _wanted(app.config)
    for export in EXPORTS:
        if export not in wanted:
            _output(app, export).remove_others()
    if not has_news(app) and all(_is_made(app, export) for export in wanted):
        return
    begun = getattr(app.builder, "exports_begun", False)
    left = [export for export in wanted if export.after_pages or not begun]
    if app.parallel > 1 and parallel_available:
        _started(app, left).join()
        return
    _write_all(app, left, archive_of(app.env), site_of(app))


def noted_exports(app: Sphinx) -> set[str]:
    """Give the paths of all files that exports have written."""
    notes = (Path(app.doctreedir) / "exports").glob("*.txt")
    return {path for file in notes for path in output_called(app, file.stem).noted}


def _is_made(app: Sphinx, export: Export) -> bool:
    return _output(app, export).is_made()


def _check_settings(_app: Sphinx, config: Config) -> None:
    names = [export.name for export in EXPORTS]
    for name in config.archive_without:
        if name not in names:
            raise ConfigError(f"archive_without: no export is called {name!r}; there are {', '.join(names)}")
    if config.archive_feed_releases < 1:
        raise ConfigError(
            f"archive_feed_releases: {config.archive_feed_releases} is no number of releases; write 1 or more"
        )


def setup(app: Sphinx) -> None:
    """Write the exports when the pages are there."""
    app.add_config_value("archive_without", [], "html", list)  # pages lead to what is there
    app.add_config_value("archive_feed_releases", 20, "html", int)
    app.connect("config-inited", _check_settings)
    app.connect("build-finished", _write_at_the_end, priority=550)  # when earlier builds' files are gone
