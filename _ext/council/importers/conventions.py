"""What file names mean by convention, in repositories and in the generators of sites: no words of a language."""

from __future__ import annotations

import re
from pathlib import PurePath

MARKDOWN = frozenset([".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx"])
HTML = frozenset([".html", ".htm", ".xhtml"])
OTHER_TEXTS = frozenset(
    [".rst", ".adoc", ".asciidoc", ".org", ".textile", ".wiki", ".tex", ".txt", ".rtf", ".doc", ".docx", ".odt", ".pdf"]
)
"""Forms of text that are not read."""
DRAFTS = frozenset(["_drafts", "drafts"])
"""Folders of Jekyll and Hexo for what is not published."""
BUNDLES = frozenset(["index", "readme"])
"""Names for the text of a folder of its own (Hugo's bundles, Docusaurus, VuePress), else for the list of a folder."""
SITE_ROOTS = ("", "static", "public", "assets", "source", "src", "content", "docs", ".vuepress/public")
"""Where generators look for a picture whose address begins at the site's root."""

_OF_REPOSITORIES = frozenset(
    """readme license licence copying copyright notice changelog changes history news contributing contributors authors
    maintainers code_of_conduct security support governance codeowners todo install pull_request_template issue_template
    robots humans requirements constraints cname sources citation funding""".split()
)
_OF_SITES = frozenset(
    "_index index home 404 search archive archives tags categories feed sitemap summary _sidebar _navbar _coverpage".split()
)
_NO_CONTENT = frozenset(
    """node_modules bower_components site-packages __pycache__ venv env vendor dist _site _build public themes theme layouts
    _layouts _includes includes _sass archetypes _archetypes scaffolds templates _templates _data""".split()
)


def is_of_repositories(file: PurePath) -> bool:
    """Whether the file is one that repositories have: a licence, a list of changes, a note to its readers."""
    return re.sub(r"[\s.-]+", "_", file.stem).casefold().strip("_") in _OF_REPOSITORIES


def is_of_sites(file: PurePath) -> bool:
    """Whether the file is a page that lists others."""
    return file.stem.casefold() in _OF_SITES


def holds_no_content(folder: str) -> bool:
    """Whether a folder of this name holds programs, templates or what was built, or is hidden."""
    return folder.startswith(".") or folder.casefold() in _NO_CONTENT
