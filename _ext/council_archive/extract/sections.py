"""Which directorate a block of text belongs to, by the headings, banners and sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .blocks import Block
from .folding import fold
from .vocabulary import Vocabulary

_INTRODUCES_PROJECTS = re.compile(
    r"\b(?:proyectos|programas|trabajos|trabaj(?:o|ando|ara|aran|amos) en|avances|planes|iniciativas|actividades|estudios|"
    r"acciones realizadas|instrumentos)\b"
)
_INTRODUCES_OTHERS = re.compile(
    r"\b(?:objetivos?|metas|fechas|temas|ejes|fases?|etapas?|indicadores que|cambios|hallazgos|conclusiones|beneficios|"
    r"requisitos|componentes|manera|problematicas?|areas de oportunidad|ventajas|categorias|factores|encuestas y censos|"
    r"integrantes|asistentes|ganadores|lineas de accion|acuerdos|numeralia|datos|seguimiento|desafios|retos|mesas)\b"
)

BELOW_ALL_HEADINGS = 7
"""The level of a section that no heading opens."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a block stands: the *directorate* whose section it is, and what *introduction* precedes it.

    *announced* tells that the introduction announces projects; *excluded* that it announces something else;
    *heads* that the block is an item that only names a directorate, above items of its own.
    """

    directorate: str | None
    section: str | None
    introduction: Block | None
    announced: bool
    excluded: bool
    heads: bool = False


def read_contexts(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Context]:
    """Give the context of each block.

    A heading or banner that names a directorate opens its section; headings below it keep it, one of
    its own rank ends it.  A paragraph that is but the name, strong or before a colon, opens one up to the
    next heading or such paragraph; an item that is but the name speaks for the items in it.  A sentence such
    as ``La dirección de Proyectos Estratégicos, …, destacó:`` or ``El Lic. …, director de Competitividad
    Sectorial, estará trabajando en los proyectos:`` speaks for the list that follows it.
    """
    contexts: list[Context] = []
    section: str | None = None
    section_level = 0
    introduction: Block | None = None
    parents: list[tuple[int, Block]] = []
    for block in blocks:
        if block.kind in {"heading", "title"}:
            named = vocabulary.directorates_in(block.flat)
            if block.kind == "heading" and len({id_ for id_, _ in named}) == 1 and _is_section_head(block, named[0][1]):
                section, section_level = named[0][0], block.level
            elif block.level <= section_level:
                section, section_level = None, 0
            contexts.append(Context(section, section, None, False, False))
            introduction, parents = block, []
            continue
        if block.item is None and (named_alone := _named_alone(block, vocabulary)):
            section, section_level = named_alone, BELOW_ALL_HEADINGS
        parents = [(depth, parent) for depth, parent in parents if depth < block.depth]
        leads = parents[-1][1] if parents else introduction
        context = _context(block, section, leads, vocabulary)
        heads = block.item is not None and _named_alone(block, vocabulary) is not None
        contexts.append(replace(context, heads=heads))
        if block.item is None:
            introduction = block
        else:
            parents.append((block.depth, block))
    return contexts


def _named_alone(block: Block, vocabulary: Vocabulary) -> str | None:
    """Give the directorate whose name is all that a paragraph or item says."""
    named = vocabulary.directorates_in(block.flat)
    if len(named) != 1 or not _is_section_head(block, named[0][1]):
        return None
    text = block.flat.strip()
    strong = any(end - start >= len(text.rstrip(" .:")) for start, end in block.strong)
    id_, match = named[0]
    says_more = len(text.rstrip(" .:")) > match.end() - match.start()
    return id_ if strong or not says_more else None


def _is_section_head(block: Block, match: re.Match[str]) -> bool:
    """``Dirección de X:`` heads a section; a sentence that only mentions the directorate does not."""
    rest = len(block.flat.strip()) - (match.end() - match.start())
    return match["word"].startswith("direccion") and rest <= 30


def _context(block: Block, section: str | None, leads: Block | None, vocabulary: Vocabulary) -> Context:
    directorate, announced, excluded = section, False, False
    if leads is not None and leads.item is not None and (named_alone := _named_alone(leads, vocabulary)):
        return Context(named_alone, named_alone, leads, True, False)
    if leads is not None:
        last = fold(leads.flat)[-400:]
        announced = bool(_INTRODUCES_PROJECTS.search(last))
        excluded = bool(_INTRODUCES_OTHERS.search(last)) and not re.search(r"\b(?:proyectos|programas)\b", last)
        if leads.flat.rstrip().endswith(":") and leads.item is None and block.item is not None:
            named = vocabulary.directorates_in(leads.flat)
            if named:
                directorate, announced = named[-1][0], not excluded
    return Context(directorate, section, leads, announced, excluded)
