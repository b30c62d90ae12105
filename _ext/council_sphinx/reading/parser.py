"""The Markdown parser of the archive: MyST, with the legacy dialect switched on for releases."""

from __future__ import annotations

import dataclasses
import hashlib
import posixpath
from pathlib import Path

from council.dialect import legacy_dialect
from council.dialect.dialect_words import environment_for
from council.dialect.front_matter import read_front_matter
from council.dialect.nesting import flatten_spans
from council.dialect.transitions import parting_rules
from council.extract.calm_headings import calm_headings
from council.extract.release import extract_release
from docutils import nodes
from markdown_it import MarkdownIt
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.pages.authority_pages import add_views, is_record, record_of, title_tokens
from council_sphinx.reading.correction_files import noted_corrections
from council_sphinx.reading.renderer import ReleaseRenderer
from council_sphinx.reading.sentence_titles import with_sentence_title

_MYST_ONLY = ["myst_block_break", "myst_target", "myst_line_comment", "myst_role"]
"""MyST's own block syntax, which a release may hold by chance (``% de avance``, ``+++``)."""


def is_release(env: BuildEnvironment, docname: str) -> bool:
    """Whether *docname* is a release: it stands in the folder of the releases."""
    return docname.startswith(f"{env.config.archive_releases}/")


class ArchiveParser(MystParser):
    """Parses releases in the legacy dialect, once for page and record; every other page as MyST."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Read a page into *document*; of a release, note its record in the domain as well."""
        env: BuildEnvironment = document.settings.env
        if is_record(env.docname):
            self._parse_record(inputstring, document, env)
        elif is_release(env, env.docname):
            self._parse_release(inputstring, document, env)
        else:
            super().parse(inputstring, document)

    @staticmethod
    def _parse_release(text: str, document: nodes.document, env: BuildEnvironment) -> None:
        parser = _release_parser(env)
        slug = posixpath.basename(env.docname)
        environment = environment_for(slug, council_domain(env).profile.lexicon.dialect)
        tokens = parser.parse(text, environment)
        file = Path(env.doc2path(env.docname))
        checksum = hashlib.sha256(file.read_bytes()).hexdigest()
        vocabulary = council_domain(env).vocabulary
        release, notes = extract_release(tokens, environment, slug, checksum, vocabulary, noted_corrections(env, file))
        for note in notes:
            warn(note.subtype, note.message, f"{file.with_suffix(note.ending)}:{note.line}")
        council_domain(env).note_release(env.docname, with_sentence_title(release, tokens, vocabulary))
        calm_headings(tokens, vocabulary)
        ReleaseRenderer(parser).render(tokens, {**parser.options, "document": document}, environment)

    @staticmethod
    def _parse_record(text: str, document: nodes.document, env: BuildEnvironment) -> None:
        """Read the page of an authority record: the name above the archivist's text, the views below.

        Where the record could not be read, which was told, its file name stands for the name, and there are no views.
        """
        record = record_of(env, env.docname)
        md = create_md_parser(env.myst_config, SphinxRenderer)  # type: ignore[attr-defined]
        md.core.ruler.push("parting_rules", parting_rules)
        environment: dict[str, object] = {}
        front_matter = read_front_matter(text, required=True)
        below = "\n" * front_matter.height + front_matter.body if front_matter else text
        tokens = md.parse(below, environment)
        for line in flatten_spans(tokens):
            warn(ArchiveWarning.NESTING, "emphasis is nested too deeply; take some of it out", (env.docname, line + 1))
        md.options["document"] = document
        title = record.name if record else posixpath.basename(env.docname)
        md.renderer.render([*title_tokens(title), *tokens], md.options, environment)
        if record:
            add_views(env, document, record)


def _release_parser(env: BuildEnvironment) -> MarkdownIt:
    """Give the parser of the dialect, made once for the running build; it keeps nothing of what it has parsed.

    What renders a document holds it, and is made for each.
    """
    domain = council_domain(env)
    if domain.release_parser is None:
        config = env.myst_config  # type: ignore[attr-defined]
        plain = dataclasses.replace(config, enable_extensions=set(), heading_anchors=0, title_to_header=False)
        md = create_md_parser(plain, ReleaseRenderer)
        md.disable([*_MYST_ONLY, "front_matter"], True)
        md.core.ruler.disable("wordcount", True)
        domain.release_parser = md.use(legacy_dialect)
    return domain.release_parser


def setup(app: Sphinx) -> None:
    """Read Markdown with the parser of the archive instead of MyST's."""
    app.add_source_parser(ArchiveParser, override=True)
