"""Of which time a release reports, and after whom, where its opening says it of a report.

``La Encuesta Nacional de Ocupación y Empleo del INEGI publicó su reporte respecto al cuarto trimestre de 2020``: a rate
of that release which tells no time of its own is of that quarter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from council.extract.blocks import Block
from council.extract.figures.measures import measures
from council.language.folding import fold
from council.language.sentences import sentence_spans
from council.profile.profile import Profile

_OPENING = 2
"""So many paragraphs open a release."""


@dataclass(frozen=True, slots=True)
class Report:
    """The *period* as written, and the *source*: the one foreign body that the sentence names, if it is but one."""

    period: str
    source: str


def report_of(blocks: Sequence[Block], profile: Profile) -> Report | None:
    """Give what a release of *blocks* reports, ``None`` where it does not say so of one time."""
    lexicon = profile.lexicon
    grammar = measures(lexicon)
    paragraphs = [block for block in blocks if block.kind == "paragraph"][:_OPENING]
    for text in (block.flat for block in paragraphs):
        for start, end in sentence_spans(text, lexicon.shortened):
            if period := grammar.reported_in(text, start, end):
                return Report(period, _source(text[start:end], profile))
    return None


def _source(sentence: str, profile: Profile) -> str:
    named = {body for body in profile.institution.foreign.bodies if _names(sentence, body)}
    return named.pop() if len(named) == 1 else ""


def _names(sentence: str, body: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(body))}(?!\w)", fold(sentence)) is not None
