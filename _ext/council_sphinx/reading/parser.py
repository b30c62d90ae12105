"""The Markdown parser of the archive: MyST, with the legacy dialect switched on for releases."""

from __future__ import annotations

import dataclasses
import posixpath

from council.dialect import legacy_dialect
from council.dialect.dialect_words import environment_for
from council.dialect.front_matter import read_front_matter
from council.extract.release import extract_release
from council.language.decoding import REPLACEMENT
from council.model.authorities import Authority
from docutils import nodes
from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.pages.authority_pages import add_views, record_of, title_tokens
from council_sphinx.reading.renderer import ReleaseRenderer

_MYST_ONLY = ["myst_block_break", "myst_target", "myst_line_comment", "myst_role"]
"""MyST's own block syntax, which a release may hold by chance (``% de avance``, ``+++``)."""


def is_release(env: BuildEnvironment, docname: str) -> bool:
    """Whether *docname* is a release: it stands in the folder of the releases."""
    return docname.startswith(f"{env.config.archive_releases}/")


class ArchiveParser(MystParser):
    """Parses releases in the legacy dialect, once for page and record; every other page as MyST."""

    _release_parser: tuple[MdParserConfig, MarkdownIt] | None = None

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Read a page into *document*; of a release, note its record in the domain as well."""
        env: BuildEnvironment = document.settings.env
        _warn_of_encoding(env.docname, inputstring)
        record = record_of(env, env.docname)
        if record is not None:
            self._parse_record(inputstring, document, env, record)
            return
        if not is_release(env, env.docname):
            super().parse(inputstring, document)
            return
        parser = self._parser_for_releases(env.myst_config)  # type: ignore[attr-defined]
        slug = posixpath.basename(env.docname)
        environment = environment_for(slug, council_domain(env).profile.lexicon.dialect)
        tokens = parser.parse(inputstring, environment)
        release, notes = extract_release(tokens, environment, slug, inputstring, council_domain(env).vocabulary)
        for found in notes:
            warn(found.subtype, found.message, (env.docname, found.line))
        council_domain(env).note_release(env.docname, release)
        parser.options["document"] = document
        parser.renderer.render(tokens, parser.options, environment)
        parser.options["document"] = None

    @staticmethod
    def _parse_record(text: str, document: nodes.document, env: BuildEnvironment, record: Authority) -> None:
        """Read the page of an authority record: the name above the archivist's text, the views below."""
        md = create_md_parser(env.myst_config, SphinxRenderer)  # type: ignore[attr-defined]
        environment: dict[str, object] = {}
        front_matter = read_front_matter(text, required=True)
        below = "\n" * front_matter.height + front_matter.body if front_matter else text
        tokens = md.parse(below, environment)
        md.options["document"] = document
        md.renderer.render([*title_tokens(record), *tokens], md.options, environment)
        add_views(env, document, record)

    @classmethod
    def _parser_for_releases(cls, config: MdParserConfig) -> MarkdownIt:
        """Make the parser of the dialect once for each configuration of MyST."""
        if cls._release_parser is None or cls._release_parser[0] is not config:
            plain = dataclasses.replace(config, enable_extensions=set(), heading_anchors=0, title_to_header=False)
            md = create_md_parser(plain, ReleaseRenderer)
            md.disable([*_MYST_ONLY, "front_matter"], True)
            md.core.ruler.disable("wordcount", True)
            cls._release_parser = (config, md.use(legacy_dialect))
        return cls._release_parser[1]


def _warn_of_encoding(docname: str, text: str) -> None:
    if REPLACEMENT not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if REPLACEMENT in line:
            message = f"bytes that are not UTF-8 in {line.strip()[:60]!r}; save the file as UTF-8"
            warn(ArchiveWarning.ENCODING, message, (docname, number))


def setup(app: Sphinx) -> None:
    """Read Markdown with the parser of the archive instead of MyST's."""
    app.add_source_parser(ArchiveParser, override=True)
