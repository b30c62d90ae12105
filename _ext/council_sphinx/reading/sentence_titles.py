"""What readers see as the title of a release that has none, and whose first sentence stands in for it.

It is the name of its session, with the sentence below it in lists, else the sentence up to the end of a clause.  The
record's own title, which data files have, stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from council.dialect.title import LONGEST_TITLE, shorten
from council.extract.blocks import read_blocks
from council.extract.calm_headings import calm_title
from council.extract.vocabulary import Vocabulary
from council.language.clauses import LONGEST, up_to_clause
from council.model.releases import Release
from markdown_it.token import Token

from council_sphinx.views.wording import session_name


def with_sentence_title(release: Release, tokens: Sequence[Token], vocabulary: Vocabulary) -> Release:
    """Give *release* with the title that readers see, and set the heading among its *tokens* to it."""
    sentence = str(tokens[0].meta.get("sentence") or "") if tokens else ""
    if not sentence:
        return release
    calm = calm_title(sentence, read_blocks(tokens), vocabulary) or sentence
    if release.session:
        release = replace(release, shown_title=session_name(release.session), lead=shorten(calm, LONGEST))
    else:
        clause = up_to_clause(calm, vocabulary.profile.lexicon.grammar.relatives, LONGEST_TITLE)
        release = replace(release, shown_title=shorten(clause, LONGEST))
    heading = tokens[1]
    heading.content = release.display_title
    heading.children = [Token("text", "", 0, content=release.display_title)]
    return release
