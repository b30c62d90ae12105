"""The roles that the text gives people: titles of office before a name, appositions behind it.

``El director del Instituto …, Eduardo Holguín``; ``Jorge Zermeño Infante, Alcalde de Torreón``.
"""

from __future__ import annotations

import re

from council.extract.people.old_given_names import GIVEN_NAMES, begins_with_given_name
from council.extract.people.person_names import HONORIFIC, NAME
from council.extract.people.role_words import ROLE_WORDS
from council.language.folding import fold, words_of

BEFORE = 220
"""So many characters before a name are looked through for its role."""
LONGEST_ROLE = 120

_ROLE_BEFORE = re.compile(
    rf"(?<!\w)(?P<role>{ROLE_WORDS}(?!\w)(?:\s+(?:\w+|\([^)]*\))){{0,16}}?)\s*(?P<link>,|:|;|–|-)?\s*"
    r"(?:(?:el|la|los|las|(?:lic|ing|arq|mtr[oa]|dra?|profr?|c)\.?)\s)?$"
)
_APPOSITION = re.compile(rf"\s*[,(]\s*(?:(?:quien es|el|la|los|las|actual|\w+)\s+)?(?={ROLE_WORDS}(?!\w))")
_CLOSE_APPOSITION = re.compile(rf"\s+(?={ROLE_WORDS}\s+(?:de|del|en)\s)")
SPEECH = (
    r"(?:senalo|indico|comento|menciono|explico|destaco|expreso|dijo|afirmo|anadio|agrego|expuso|presento|informo|detallo|"
    r"resalto|subrayo|manifesto|externo|sostuvo|recalco|planteo|compartio|puntualizo|aseguro|apunto|refirio|invito|"
    r"reconocio|aduce|preciso|concluyo|participo|propuso|convoco|recibio)"
)
"""Verbs, folded, of which a person is the subject."""
_ROLE_ENDS = re.compile(
    rf"[,;:]|\)(?=\s*\w+o\b)|\.(?=\s|$)|[“\"«]| y (?=\S)|\s(?:{SPEECH}|quien|con el|con la|en conjunto|en representacion|en respuesta|"
    r"presentara?|estara|finalizo|cerro|mostro|se encuentra)(?!\w)"
)
_FOR_ONE = re.compile(rf"\w+ como (?:el |la )?(?={ROLE_WORDS}(?!\w))")
"""``consejeros como el presidente de …`` is the president."""
_RELATIVE = re.compile(r"\s+(?:(?:que|quien(?:es)?)\s.*|como)$")


def role_of(text: str, start: int, end: int) -> str | None:
    """Give the role of the person whose name, titles with it, stands from *start* to *end*.

    Behind a single name, a role in the plural belongs to others too: ``el presidente de la Cámara, Eugenio
    Treviño, representantes de universidades``; one before the name is nearer then.
    """
    behind = _role_after(text, end)
    if behind and not is_plural(behind):
        return behind
    return _role_before(text, start) or behind


def is_plural(role: str) -> bool:
    """Whether a role is that of several people: ``integrantes del colectivo``."""
    return words_of(role)[0].endswith("s")


def _role_after(text: str, end: int) -> str | None:
    folded = fold(text)
    match = _APPOSITION.match(folded, end) or _CLOSE_APPOSITION.match(folded, end)
    if match is None:
        return None
    return _trimmed(text[match.end() : _role_end(text, match.end())])


def _role_end(text: str, position: int) -> int:
    """Give where a role ends: at a mark of punctuation, a verb, or the next person."""
    folded = fold(text)
    for match in _ROLE_ENDS.finditer(folded, position):
        if match[0] == "(" or (match[0] == "." and folded[: match.start()].endswith(("dir", "lic", "gral"))):
            continue
        joins_person = match[0].startswith(" y ") and not _person_follows(text, match.end())
        if not joins_person:
            return match.start()
    return len(text)


def _person_follows(text: str, position: int) -> bool:
    name = NAME.match(text, position)
    honorific = HONORIFIC.match(text, position)
    return honorific is not None or (name is not None and begins_with_given_name(name[0]))


def _role_before(text: str, start: int) -> str | None:
    offset = max(0, start - BEFORE)
    before = fold(text[offset:start])
    match = _ROLE_BEFORE.search(before)
    while match and _is_another_s(match["role"]):
        match = _ROLE_BEFORE.search(before, match.start() + 1)
    if match is None or re.search(r"[.;“\"]", match["role"]):
        return None
    if match["link"] is None and len(match["role"].split()) > 3:
        return None
    of_one = _FOR_ONE.match(match["role"])
    begins = match.start("role") + (of_one.end() if of_one else 0)
    return _trimmed(_RELATIVE.sub("", text[offset + begins : offset + match.end("role")]))


def _is_another_s(role: str) -> bool:
    """``los regidores Hugo Lara Mora, Elena Cano``: a name right behind the office is of who holds it."""
    words = words_of(role)
    return len(words) > 1 and words[1] in GIVEN_NAMES


def _trimmed(role: str) -> str:
    short = " ".join(role.split()).strip(" ,.;:*")
    if len(short) > LONGEST_ROLE:
        short = short[:LONGEST_ROLE].rpartition(" ")[0]
    return short if short.count("(") == short.count(")") else short.partition("(")[0].rstrip()
