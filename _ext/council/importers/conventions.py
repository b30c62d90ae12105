"""What file names mean by convention, in repositories and in the generators of sites: no words of a language."""

from __future__ import annotations

import re
from pathlib import PurePath

MARKDOWN = frozenset([".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx"])
HTML = frozenset([".html", ".htm", ".xhtml"])
OF_OFFICES = frozenset([".tex", ".txt", ".rtf", ".doc", ".docx", ".odt", ".pdf"])
"""Forms of text in which offices write and print; beside a text of their name they hold the same."""
OTHER_TEXTS = OF_OFFICES | {".rst", ".adoc", ".asciidoc", ".org", ".textile", ".wiki"}
"""Forms of text that are not read."""
DRAFTS = frozenset(["_drafts", "drafts"])
"""Folders of Jekyll and Hexo for what is not published."""
BUNDLES = frozenset(["index", "readme"])
"""Names for the text of a folder of its own (Hugo's bundles, Docusaurus, VuePress), else for the list of a folder."""
SITE_ROOTS = ("", "static", "public", "assets", "_assets", "source", "src", "content", "docs", ".vuepress/public")
"""Where generators look for a picture whose address begins at the site's root."""

_OF_REPOSITORIES = frozenset(
    """readme license licence copying copyright notice changelog changes history news contributing contributors authors
    maintainers code_of_conduct security support governance codeowners todo install pull_request_template issue_template
    charter roadmap faq glossary robots humans requirements constraints cname sources citation funding template""".split()
)
_LISTS = frozenset("_index index toc contents 404 tags categories feed sitemap _sidebar _navbar _coverpage".split())
_LISTS_ABOVE = frozenset("home search archive archives summary".split())
"""What else lists others, but in the folder of a day or a month."""
_NO_CONTENT = frozenset(
    """node_modules bower_components site-packages __pycache__ venv env vendor dist _site _build public themes theme layouts
    _layouts _includes includes _sass archetypes _archetypes scaffolds templates _templates _data""".split()
)


def is_of_repositories(file: PurePath) -> bool:
    """Whether the file is one that repositories have: a licence, a list of changes, a note to its readers."""
    name = re.sub(r"[\s.-]+", "_", file.stem).casefold().strip("_")
    return name in _OF_REPOSITORIES or name.endswith("_template")


def lists_others(file: PurePath, in_dated_folder: bool) -> bool:
    """Whether the file is a page of a site that lists others, or finds them."""
    name = file.stem.casefold()
    return name in _LISTS or (name in _LISTS_ABOVE and not in_dated_folder)


def bare_name(file: PurePath) -> str:
    """Give the name of a text without its endings: ``post.html.md`` (Middleman) is what ``post.html`` is made of."""
    stem = PurePath(file.stem)
    return stem.stem if stem.suffix.lower() in MARKDOWN | HTML else stem.name


def holds_no_content(folder: str) -> bool:
    """Whether a folder of this name holds programs, templates or what was built, or is hidden."""
    return folder.startswith(".") or folder.casefold() in _NO_CONTENT
