"""What a page may load and run: the site's own files, and what its theme writes inline; a browser refuses all else.

A Content-Security-Policy stands in the head of every page, so that it holds wherever the pages are put: a server
need not be told, and a page opened from the disk has it too.  ``'self'`` is there any file of the disk, as such a
page has no host; other hosts are refused as well.

What the theme writes inline is let in by its checksum, read off the theme's template without the text of a page:
a script that came in with a title or a release has no checksum, and does not run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.theming import Theme

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind is WebAssembly
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""The sources of each kind of content; ``archive_policy`` adds to them."""

REFERRER = "same-origin"
"""Who is told from which page a reader comes: nobody outside of the site."""

_CHARSET = re.compile(r"<meta charset=[^>]*>")
_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_MEASURE = re.compile(
    r'\sstyle="((?:(?:(?:min-|max-)?(?:width|height)|opacity|display|(?:text|vertical)-align):\s*[\w.%-]+;?\s*)+)"'
)
"""Attributes that set a size or the like: docutils' of pictures and columns, the theme's of icons."""

_OF_A_PAGE: dict[str, object] = {
    "prev": None, "next": None, "parents": [], "meta": None, "genindexentries": [], "genindexcounts": [], "content": [],
}  # fmt: skip
"""What a template is told of one page beside strings, and what stands for it where there is no page."""


class PolicedTemplates(BuiltinTemplateLoader):
    """Sphinx's templates, with the policy in the head of each page."""

    def init(self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None) -> None:
        """Prepare the templates for *builder*."""
        super().init(builder, theme, dirs)
        self._builder = builder
        self._themes_own: dict[str, Mapping[str, str]] = {}

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """Give the page, with its policy."""
        page = super().render(template, context)
        if self._builder.format != "html" or self._builder.name == "epub":
            return page
        if template not in self._themes_own:
            self._themes_own[template] = checksums_of(super().render(template, self._without_page(context)))
        told = policy_elements(self._themes_own[template], _measures_of(page), self._builder.config.archive_policy)
        return _CHARSET.sub(lambda charset: charset[0] + told, page, count=1)

    def _without_page(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Give *context* without the text of its page: what is the same on all pages stays."""
        of_all: Mapping[str, Any] = getattr(self._builder, "globalcontext", {})
        bare = {key: "" if isinstance(value, str) and key not in of_all else value for key, value in context.items()}
        return bare | _OF_A_PAGE


def policy_of(*additions: Mapping[str, str]) -> str:
    """Give the policy with the sources that each of *additions* has for a kind of content."""
    told = dict(POLICY)
    for addition in additions:
        for kind, sources in addition.items():
            told[kind] = f"{told.get(kind, '')} {sources}".strip()
    return "; ".join(f"{kind} {sources}" for kind, sources in told.items())


def policy_elements(*additions: Mapping[str, str]) -> str:
    """Give what tells the policy of a page, to stand behind its charset."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy_of(*additions)}" />'
        f'<meta name="referrer" content="{REFERRER}" />'
    )


def checksums_of(page: str) -> dict[str, str]:
    """Give the sources that let in what a template writes inline: scripts and style sheets."""
    found = {"script-src": _SCRIPT.findall(page), "style-src": _STYLE.findall(page)}
    return {kind: _checksums(texts) for kind, texts in found.items() if texts}


def _measures_of(page: str) -> dict[str, str]:
    found = _MEASURE.findall(page)
    return {"style-src": f"'unsafe-hashes' {_checksums(found)}"} if found else {}


def _checksums(texts: Iterable[str]) -> str:
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in sorted(set(texts)))
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _take_templates(app: Sphinx, config: Config) -> None:
    config.template_bridge = config.template_bridge or f"{PolicedTemplates.__module__}.{PolicedTemplates.__qualname__}"


def setup(app: Sphinx) -> None:
    """Put the policy in the pages; ``archive_policy`` maps a kind of content to more sources, between spaces."""
    app.add_config_value("archive_policy", {}, "html", dict)
    app.connect("config-inited", _take_templates)
