"""Pages at old addresses: each leads to the page of now, with a script that keeps the fragment, or without any.

They are written at the end of an HTML build, when all else is there that they must not take the place of: pages, files
of ``html_extra_path``, and what somebody put into the output.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

from council.archive.redirects import Clash, Redirect, folders_of, redirects_of, without_clashes
from council.dialect.front_matter import FrontMatter, line_of_item, read_front_matter
from council.language.decoding import decode
from extension_kit.build_news import has_news
from extension_kit.whole_files import write_whole
from jinja2 import Environment, Template
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.web.address_files import root_on_host, write_address_files
from council_sphinx.web.content_policy import checksums_of, policy_elements
from council_sphinx.web.html_builder import ArchiveHTMLBuilder
from council_sphinx.web.stale_files import files_made

_TEMPLATE = Path(__file__).with_name("redirect.html")
_KIND = "redirects"
"""What the notes of made files call them."""


def _write_redirects(app: Sphinx, exception: Exception | None) -> None:
    builder = app.builder
    if exception is not None or not isinstance(builder, ArchiveHTMLBuilder):
        return
    before = builder.made.of_kind(_KIND)
    redirects = _redirects(app, builder)
    builder.made.note(_KIND, redirects)
    for redirect in redirects.values():
        write_whole(Path(app.outdir, redirect.file), _page(app, builder, redirect))
    if has_news(app) or before != redirects.keys():
        write_address_files(app, builder, redirects)


def _redirects(app: Sphinx, builder: ArchiveHTMLBuilder) -> dict[str, Redirect]:
    """Give the redirects that can be, by their files; others are told, and those of earlier builds removed."""
    domain, made = council_domain(app.env), builder.made
    there = {file: file for files in files_made(app, builder).values() for file in files}
    there |= {builder.path_of(builder.get_output_path(docname)): docname for docname in app.env.found_docs}
    claimed = redirects_of(domain.releases, domain.records, root_on_host(app))
    redirects, clashes = without_clashes(claimed, there)
    made.keep_only(_KIND, made.of_kind(_KIND) & redirects.keys())
    for file in list(redirects):
        if in_the_way := _in_the_way(Path(app.outdir), file, file in made.of_kind(_KIND)):
            clashes.append(Clash(redirects.pop(file), in_the_way))
    for clash in clashes:
        warn(ArchiveWarning.ADDRESS, clash.message, _place(app, clash.redirect))
    return redirects


def _in_the_way(output: Path, file: str, own: bool) -> str:
    """Give what no build has noted as made and is in the place of *file*, or leads out of *output* on the way there."""
    path = output / file
    if path.is_dir() or (os.path.lexists(path) and not own):
        return file
    way = [output / folder for folder in folders_of(file)]
    wrong = (place for place in way if place.is_symlink() or (place.exists() and not place.is_dir()))
    return next((place.relative_to(output).as_posix() for place in wrong), "")


def _place(app: Sphinx, redirect: Redirect) -> str:
    """Give the file and the line that ask for *redirect*."""
    file = app.env.doc2path(redirect.page)
    front_matter = read_front_matter(decode(file.read_bytes())) or FrontMatter()
    return f"{file}:{line_of_item(front_matter, redirect.field, redirect.value)}"


def _page(app: Sphinx, builder: ArchiveHTMLBuilder, redirect: Redirect) -> str:
    archive, uri = archive_of(app.env), builder.get_target_uri(redirect.page)
    release, entry = archive.releases.get(redirect.page), archive.entries.by_page.get(redirect.page)
    target, base = relative_uri(quote(redirect.file), uri), app.config.html_baseurl.rstrip("/")
    template, script = _template()
    page: str = template.render(
        language=app.config.language,
        policy=Markup(policy_elements(script, app.config.archive_policy)),  # noqa: S704  (of this site's settings)
        title=release.title if release else entry.name if entry else redirect.page,
        moved=str(_("This page has moved:")),
        canonical=f"{base}/{uri}" if base else target,
        target=target,
    )
    return page


@cache
def _template() -> tuple[Template, Mapping[str, str]]:
    """Give the page, and the sources that let in its script."""
    text = _TEMPLATE.read_text(encoding="utf-8")
    return Environment(autoescape=True).from_string(text), checksums_of(text)


def setup(app: Sphinx) -> None:
    """Write the redirects when earlier builds' pages are gone."""
    app.connect("build-finished", _write_redirects, priority=600)
