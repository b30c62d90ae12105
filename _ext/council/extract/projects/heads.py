"""The name at the head of a list item: where it ends and the explanation begins.

``Residuos Sólidos Urbanos, trabajando con …``, ``Manos a la Cebra. Convocatoria …``,
``Oficina Virtual de Información: OVIE.``, ``**Zona Norte**. - Lograr …``.
"""

from __future__ import annotations

import re

from council.extract.blocks import Block
from council.language.folding import fold, words_of

LONGEST_LABEL = 140

_OPENING, _CLOSING = '“«"', '”»"'
_EXPLAINS = re.compile(
    r"\s+(?:en (?:conjunto|coordinacion|colaboracion) con|a traves de|mediante|con el (?:fin|objetivo|proposito)|"
    r"con (?:apoyo|la participacion)|(?:el|la|los|las) (?:cual|cuales)|que|donde|cuyo|cuya|"
    r"para (?!taller)\w+(?:ar|er|ir|arlo|arla|arlos|arse)|tuvo|tiene|tendra|busca|consiste|consistio|sera|seran|fue|es|"
    r"se (?:realiz|present|encuentr|llev|integr|elabor|trabaj|firm)\w*)(?!\w)"
)
_ACTION = (
    "actualizacion adicion ampliacion analisis aprobacion capacitacion colaboracion conformacion construccion "
    "continuacion creacion desarrollo difusion diseno elaboracion evaluacion gestion implementacion instalacion "
    "integracion modificacion presentacion promocion propuesta proyecto publicacion realizacion reforma registro "
    "revision seguimiento socializacion terminacion validacion"
).split()
_COLLABORATION = re.compile(r"(?:colaboracion|participacion|apoyo)\s+(?:con|de|en|a)\b")


def item_label(block: Block) -> str:
    """Give the name that an item's first paragraph begins with; empty where there is none."""
    text = block.flat
    start = len(text) - len(text.lstrip(" \u00a0-–—•*"))
    strong = next((span for span in block.strong if span[0] <= start < span[1]), None)
    limit = strong[1] if strong and len(text[strong[1] :].strip(" .:-–—\u00a0")) > 0 else len(text)
    end = name_end(text, start, limit)
    label = text[start:end].strip(" \n\u00a0.,:;-–—")
    named = _named_after_comma(text[end:limit]) if _COLLABORATION.match(fold(label)) else ""
    return named or label


def name_end(text: str, start: int, limit: int) -> int:
    """Give where the name that begins at *start* ends."""
    folded = fold(text)
    quoted = ""
    position = start
    while position < limit:
        character = text[position]
        if quoted:
            if character in quoted:
                quoted = ""
        elif character in _OPENING and text.find(_closing(character), position + 1, limit) > 0:
            quoted = _closing(character)
        elif _ends_here(text, folded, start, position, limit):
            break
        position += 1
    explanation = _first_outside_quotes(_EXPLAINS, text, folded, start, position)
    return explanation if explanation is not None else position


def _closing(opening: str) -> str:
    return _CLOSING[_OPENING.index(opening)]


def _ends_here(text: str, folded: str, start: int, position: int, limit: int) -> bool:
    character, following = text[position], text[position + 1 : position + 2]
    if character == ",":
        return not _enumerates_actions(folded[start:position], folded[position + 1 : limit])
    if character == ".":
        before = text[max(start, position - 4) : position]
        return (not following or following.isspace() or following in "-–—)”") and not re.search(
            r"(?:^|\s)(?:\d+(?:er|ra|da|do|va|ma|ta)|No|Núm|Av|C|Lic|Dr|[A-Z])$", before
        )
    if character in ":;":
        return True
    if character == "(":
        return position > start
    return character in "-–—" and text[position - 1 : position].isspace() and (following.isspace() or not following)


def _enumerates_actions(before: str, after: str) -> bool:
    """``Aprobación, Publicación y Registro del Plan …``: the comma stands between actions on one thing."""
    words = words_of(before)
    following = words_of(after[:60])
    return len(words) == 1 and words[0] in _ACTION and bool(following) and following[0] in _ACTION


def _first_outside_quotes(pattern: re.Pattern[str], text: str, folded: str, start: int, end: int) -> int | None:
    for match in pattern.finditer(folded, start, end):
        before = text[start : match.start()]
        if before.count("“") == before.count("”") and before.count('"') % 2 == 0 and match.start() > start + 3:
            return match.start()
    return None


def _named_after_comma(rest: str) -> str:
    """``… de pasos peatonales, Manos a la Cebra.``: the name follows what was done for it."""
    match = re.fullmatch(r",\s+([A-ZÁÉÍÓÚÑ][^,.;:]{2,60})[.\s]*", rest)
    return match[1].strip() if match else ""


_NOT_NAMES = re.compile(
    r"(?:el|la|los|las|lo|un|una|unos|unas|para|se|segun|en|entre|que|con|de|del|al|por|a|asi|como|este|esta|estos|estas|"
    r"sus?|nuestr[ao]s?|cuando|donde|quien|aqui|tambien|ademas|durante|desde|hasta|mas|no|si|ya|hay|falta|existe\w*|incluye|"
    r"fue|es|son|dicho|dicha|inici[oa] (?:la|el|los|las|con)|conclu\w+|continu(?:o|a|an|aron)|avanz(?:o|a)|"
    r"termino|participo|asistio|realizo|elaboro|presento|gestiono|atendio|capacito|cambian?|mayor|menor|mejor|\d[\d.,]*%?|\$)\b"
)
_INFINITIVE = re.compile(
    r"(?!(?:taller|lugar|hogar|bazar|bulevar|militar|alcazar)\b)[a-zñ]{2,}(?:ar|er|ir|arse|erse|irse)"
)


def _begins_with_infinitive(label: str) -> bool:
    """``Mejorar las calles`` is an aim; ``Clúster Salud`` is none, as no infinitive bears an accent there."""
    match = re.match(r"\W*(\w+)", label)
    word = match[1].lower() if match else ""
    return bool(_INFINITIVE.fullmatch(word))


def is_name(label: str) -> bool:
    """Whether *label* may be the name of something: no sentence, no aim, no figure."""
    folded = fold(label).lstrip("“«\"'¡¿")
    if not 3 <= len(label) <= LONGEST_LABEL or not any(character.isalpha() for character in label):
        return False
    first = label.lstrip("“«\"'¡¿#")[:1]
    if not (first.isupper() or first.isdigit()) or _NOT_NAMES.match(folded) or _begins_with_infinitive(label):
        return False
    return len(words_of(label)) <= 18
