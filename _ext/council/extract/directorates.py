"""Directorates that a release names: the institute's own, and those of the municipality or of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.capitals import UPPER, capitalised_run
from council.language.folding import fold, words_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import DirectorateMention, ExternalMention

_ATTENDS = re.compile(
    r"\b(?:participaron|asisti\w*|asistencia|presencia de|presentes?:?|estuvieron|colaborador[ae]?s?|impart\w*|conferencia|"
    r"ponente|moder\w+|entreg\w+ (?:los )?(?:premios|reconocimientos)|rueda de prensa|acompanad\w+|en representacion)\b"
)
_EXTERNAL = re.compile(
    rf"(?<!\w)(?P<word>[Dd]irecci[oó]n)\s+(?P<general>(?:de\s+)?[Gg]eneral\s+)?(?:de|del|para)\s+(?:la\s+|las\s+|los\s+|el\s+)?(?=[{UPPER}])"
)
_HOME = re.compile(r"\s+(?:de|del)\s+(?:(?:municipio|ayuntamiento|r\. ayuntamiento)\s+de\s+)?Torre[oó]n$")
_NEXT = re.compile(r"\s+(?:y|e)\s+(?:(?:a|con|de|por)\s+)?(?:la|el|los|las)\s")
"""``la Dirección de X y la Dirección de Y``: the run of capitals goes on, the name does not."""
_EXPLAINED = re.compile(r"\(DG[A-Z]{2,4}\)")
"""``la Dirección General de … (DGOTU)``: the name stands before it already."""
_ACRONYM = re.compile(r"(?<!\w)DG[A-Z]{2,4}(?!\w)")


def read_directorates(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[DirectorateMention, ...]:
    """Give the own directorates that the text names, once each, in the order of first naming.

    One *reports* where a section or sentence tells its work; a director who only attends, or gives a
    talk, reports nothing.
    """
    found: dict[str, DirectorateMention] = {}

    def note(id_: str, reports: bool, line: int) -> None:
        known = found.get(id_, DirectorateMention(id_, False, line))
        found[id_] = DirectorateMention(id_, known.reports or reports, known.line)

    for block, context in zip(blocks, contexts, strict=True):
        if context.heads:
            note(context.heads, True, block.line)
        if context.directorate and context.introduction and block.item is not None:
            note(context.directorate, True, context.introduction.line)
        spans = sentence_spans(block.flat)
        for id_, match in vocabulary.directorates_in(block.flat):
            start, end = sentence_at(spans, match.start())
            reports = block.kind == "heading" or not _ATTENDS.search(fold(block.flat[start:end]))
            note(id_, reports, block.line_at(match.start()))
    return tuple(found.values())


def read_external(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[ExternalMention, ...]:
    """Give the other directorates, each once in its fullest form, as written.

    ``de Torreón`` at the end is no part of the name; another town's is.
    """
    names: list[str] = []
    lines: dict[str, int] = {}
    for block in blocks:
        text = block.flat
        for match in _EXTERNAL.finditer(text):
            run = _NEXT.split(capitalised_run(text, match.end(), len(text)), maxsplit=1)[0]
            name = _HOME.sub("", text[match.start() : match.end()] + run).strip()
            if run and not vocabulary.directorates_in(name) and not re.search(r"\b(?:IMPLAN|Instituto)\b", name):
                names.append(" ".join(name.split()))
                lines.setdefault(names[-1], block.line_at(match.start()))
        for acronym in _ACRONYM.finditer(_EXPLAINED.sub(lambda found: " " * len(found[0]), text)):
            names.append(acronym[0])
            lines.setdefault(acronym[0], block.line_at(acronym.start()))
    kept: list[str] = []
    for name in sorted(names, key=lambda name: -len(name)):
        words = set(words_of(name)) - {"direccion", "general", "de", "del"}
        if not any(words <= set(words_of(other)) for other in kept):
            kept.append(name)
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    return tuple(ExternalMention(name, lines[name]) for name in sorted(kept, key=order.__getitem__))
