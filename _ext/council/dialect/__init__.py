"""The legacy Markdown of the releases, as named, ordered rules for markdown-it-py.

No text is rewritten: the rules read the file as it is, so that every token, and every warning, keeps the
line that the author sees.  Each rule reads one idiom; :func:`legacy_dialect` is the list of them.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from council.dialect.boxes import boxed_text
from council.dialect.brackets import LinkHelpers, footnote_mark
from council.dialect.dialect_words import NO_WORDS, DialectWords, environment_for
from council.dialect.front_matter_rule import front_matter_block
from council.dialect.headings import (
    banner_headings,
    heading_without_space,
    plain_headings,
    renumber_levels,
    underlined_heading,
)
from council.dialect.html_blocks import html_element
from council.dialect.html_tables import html_table, pipe_table
from council.dialect.inline_html import html_tag, inline_at_line, loose_space_entity, trimmed_breaks, visible_characters
from council.dialect.invisible_html import empty_markup
from council.dialect.link_definitions import link_definition
from council.dialect.lone_pictures import galleries, lone_pictures
from council.dialect.nesting import flat_when_deep, shallow_image, shallow_spans
from council.dialect.picture_directive import picture_directive
from council.dialect.pseudo_lists import bold_item_list, bullet_paragraphs, lettered_paragraphs, numbered_paragraphs
from council.dialect.refused_roles import refused_roles
from council.dialect.title import release_title
from council.dialect.transitions import parting_rules
from council.dialect.whole_footnotes import whole_footnotes

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}


def legacy_dialect(md: MarkdownIt) -> None:
    """Teach *md* the dialect; a plugin for ``MarkdownIt.use``."""
    md.options["maxNesting"] = 100  # never met by blocks, which are flat before
    md.helpers = LinkHelpers  # type: ignore[assignment]
    md.disable(["code", "lheading", "html_block", "html_inline"], True)

    block = md.block.ruler
    block.before("table", "release_front_matter", front_matter_block)
    block.before("table", "flat_when_deep", flat_when_deep)
    block.before("table", "empty_markup", empty_markup, _INTERRUPTS)
    block.before("table", "html_table", html_table, _INTERRUPTS)
    block.before("table", "html_element", html_element, _INTERRUPTS)
    block.before("table", "bold_item_list", bold_item_list, _INTERRUPTS)
    block.before("table", "bullet_paragraphs", bullet_paragraphs, _INTERRUPTS)
    block.before("table", "numbered_paragraphs", numbered_paragraphs, {"alt": ["paragraph"]})
    block.before("table", "lettered_paragraphs", lettered_paragraphs, {"alt": ["paragraph"]})
    block.at("table", pipe_table, {"alt": ["paragraph", "reference"]})
    fences: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    block.before("fence", "picture_directive", picture_directive, fences)
    block.at("fence", boxed_text, fences)
    block.at("reference", link_definition)
    block.at("heading", heading_without_space, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.after("heading", "underlined_heading", underlined_heading)

    md.inline.ruler.at("footnote_ref", footnote_mark)
    md.inline.ruler.before("html_inline", "html_tag", html_tag)
    md.inline.ruler.at("image", shallow_image)
    md.inline.ruler.before("entity", "loose_space_entity", loose_space_entity)

    core = md.core.ruler
    core.at("inline", inline_at_line)
    core.push("shallow_spans", shallow_spans)
    core.push("refused_roles", refused_roles)
    core.push("whole_footnotes", whole_footnotes)
    core.push("visible_characters", visible_characters)
    core.push("banner_headings", banner_headings)
    core.push("trimmed_breaks", trimmed_breaks)
    core.push("plain_headings", plain_headings)
    core.push("lone_pictures", lone_pictures)
    core.push("release_title", release_title)
    core.push("galleries", galleries)
    core.push("renumber_levels", renumber_levels)
    core.push("parting_rules", parting_rules)


@cache
def dialect_parser() -> MarkdownIt:
    """Give the parser for use without Sphinx: extraction, importers, the command line."""
    md = MarkdownIt("commonmark").enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    return md.use(legacy_dialect)


def parse_release(
    text: str, slug: str = "", words: DialectWords = NO_WORDS
) -> tuple[list[Token], MutableMapping[str, Any]]:
    """Read a release: its tokens, and the environment with its front matter and the rules' notes."""
    environment = environment_for(slug, words)
    tokens = dialect_parser().parse(text.removeprefix("\ufeff"), environment)
    return tokens, environment
