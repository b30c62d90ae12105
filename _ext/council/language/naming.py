"""Names without what does not distinguish them, and ids made of names."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from council.language.folding import words_of

_ACTIONS = (
    "actualizacion adaptacion ampliacion aprobacion colaboracion conclusion conformacion continuacion creacion difusion "
    "elaboracion ejecucion implementacion inicio instalacion integracion modificacion participacion presentacion proceso "
    "propuesta publicacion realizacion reforma registro revision seguimiento socializacion terminacion validacion entrega "
    "firma documento preliminar desarrollo proyecto avance avances estatus resultados eventos realizados convocatoria concurso "
    "1er 1a primer primera segunda segundo 2a 2do tercera tercer nuevo nueva nuevos nuevas"
).split()
_LEADING = re.compile(
    rf"(?:(?:{'|'.join(_ACTIONS)})(?!\w)(?:\s*,?\s*(?:y|e|de|del|de la|de los|de las|al|a la|en|en el|en la|por el|por la|"
    r"la|el|los|las|para)(?!\w))*\s*[,:]?\s*)+"
)
_PARENTHESIS = re.compile(r"\(([^()]*)\)")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Give what two spellings of one name share: folded words, without a leading noun of action."""
    whole = " ".join(words_of(_PARENTHESIS.sub(" ", name)) or words_of(name))
    shortened = _LEADING.sub("", whole, count=1) if _LEADING.match(whole) else whole
    return shortened if " " in shortened else whole


def acronyms(name: str) -> tuple[str, ...]:
    """Give the short forms that *name* brings in parentheses: ``… (SMI)``."""
    return tuple(found for found in _PARENTHESIS.findall(name) if re.fullmatch(r"[A-Z][\w-]{1,11}", found))


@lru_cache(maxsize=65536)
def slug_of(name: str) -> str:
    """Give an id from a name: ``atlas-de-riesgos``."""
    words = words_of(name)
    return (
        "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in words if re.sub(r"[^a-z0-9]+", "", word))[:80].strip("-")
        or "sin-nombre"
    )


def free_id(wanted: str, taken: Container[str]) -> str:
    """Give *wanted*, or where it is taken the first of ``wanted-2``, ``wanted-3``, … that is not."""
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    return id_
