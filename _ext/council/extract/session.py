"""Which session of the council a release reports.

``Octava Sesión del Consejo Directivo``, ``8ª. Sesión de Consejo``, ``XII Sesión``, ``11ª. y 12ª.``; ``Sesión
Ordinaria No. 5``, ``04/2021``; ``sesionó por cuarta ocasión``.  The number comes from the text, else from title
and description, else from the file name (``2019-03-28-tercera-sesion-consejo``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from council.language.folding import fold
from council.model.releases import Session

_UNITS = {
    "primer": 1, "primera": 1, "primero": 1, "segunda": 2, "segundo": 2, "tercer": 3, "tercera": 3,
    "cuarta": 4, "quinta": 5, "sexta": 6, "septima": 7, "setima": 7, "octava": 8, "novena": 9,
    "decima": 10, "undecima": 11, "onceava": 11, "decimoprimera": 11, "decimaprimera": 11,
    "duodecima": 12, "doceava": 12, "decimosegunda": 12, "decimasegunda": 12, "treceava": 13,
    "decimotercera": 13, "decimatercera": 13, "decimocuarta": 14, "decimacuarta": 14,
    "vigesima": 20, "octavo": 8, "septimo": 7, "decimo": 10, "noveno": 9, "cuarto": 4, "quinto": 5, "sexto": 6,
}  # fmt: skip

_WORD = "|".join(sorted(_UNITS, key=len, reverse=True))
_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\b"
_ORDINAL = rf"(?:(?:decim[oa]|vigesim[oa])[ -](?:{_WORD})|{_WORD}|{_ROMAN}|\d{{1,2}}\s?(?:[ªºa°o]|da|er|era|ma|ra|ta|va|na)?\s?\.?)"
_LINK = r"(?:\s*,\s*|\s+[ye]\s+)(?:la\s+)?"
_KIND = r"(?:\s+(?P<kind>ordinaria|extraordinaria))?"
_SESSION = re.compile(
    rf"(?<![\w.])(?P<numbers>{_ORDINAL}(?:{_LINK}{_ORDINAL}){{0,5}})[\s-]*(?P<before>ordinaria|extraordinaria)?\s*"
    rf"(?:reunion|sesion|sesiones)\b{_KIND}(?=(?P<tail>.{{0,90}}))",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_BEHIND = re.compile(
    r"\bsesion\s+(?:(?P<kind>ordinaria|extraordinaria)\s+)?"
    r"(?:(?:numero|num\.?|no\.?|n[º°]|#)\s*(?P<marked>\d{1,2})(?!\d)"
    r"|(?P<plain>\d{1,2})(?!\d|[:.]\d|\s*(?:de|horas|hrs|minutos|dias|por)\b))"
)
_OCCASION = re.compile(rf"\bsesion(?:o|a|aron|an)\s+por\s+(?P<numbers>{_ORDINAL})\s+(?:ocasion|vez)\b")
_SLUG_SESSION = re.compile(rf"(?P<numbers>{_ORDINAL}(?:-y-{_ORDINAL})*)-(?:sesion|reunion|consejo)")
_COUNCIL = re.compile(
    r"\s*(?:del ano|virtual|presencial|publica|solemne|,|\(|de trabajo)?[^.;]{0,25}?\b(?:de|del|de su|su|el)\s*\**\s*consejo\b"
    r"(?!\s+(?:vision|juvenil|de jovenes|nacional|de urbanismo|consultivo))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\bsesi(?:o|ó)n(?:es)?\s+(?:ordinaria\s+|extraordinaria\s+|virtual\s+)?(?:de|del|de su)\s+consejo\b(?!\s+(?:vision|juvenil))"
    r"|\bconsejo\s+directivo\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:present\w+|expus\w+|exp\w+|inform\w+|dio a conocer)\b[^.]{0,60}\b(?:a|ante|en)\s+"
    r"(?:su|el|la sesion de(?:l)?)\s+consejo(?:\s+directivo)?\b",
    re.IGNORECASE,
)


def read_session(body: Iterable[str], metadata: Iterable[str], slug: str, year: int | None) -> Session | None:
    """Give the session that a release reports, or ``None``.

    *body* and *metadata* (title, description) are texts; the first that names a session of the council
    with its number decides.  A release that names one without a number gets it from the file name.
    """
    texts = [fold(text) for text in body]
    more = [fold(text) for text in metadata if text]
    reported = False
    for group in (texts, more):
        for text in group:
            found = _numbered(text)
            if found is not None and year is not None:
                return Session(year, *found)
            reported = reported or _reports(text)
    if not reported or year is None:
        return None
    match = _SLUG_SESSION.search(fold(slug).partition("-")[2] if slug else "")
    if match:
        return Session(year, _numbers(match["numbers"].replace("-", " ")))
    return Session(year)


def _reports(text: str) -> bool:
    return bool(re.search(r"\bsesion(?:es)?\b", text) and _NAMED.search(text)) or bool(_ADDRESSED.search(text))


def _numbered(text: str) -> tuple[tuple[int, ...], bool] | None:
    for match in _SESSION.finditer(text):
        if not _COUNCIL.match(match["tail"]) and not re.match(r"\s*(?:del ano\s+)?del? consejo", match["tail"]):
            continue
        numbers = _numbers(match["numbers"])
        if numbers:
            return numbers, "extraordinaria" in {match["before"], match["kind"]}
    return _numbered_otherwise(text) if _NAMED.search(text) else None


def _numbered_otherwise(text: str) -> tuple[tuple[int, ...], bool] | None:
    """The number behind the word, or told as an occasion, in a text that names the council."""
    behind = _NUMBER_BEHIND.search(text)
    if behind:
        return _numbers(behind["marked"] or behind["plain"]), behind["kind"] == "extraordinaria"
    occasion = _OCCASION.search(text)
    return (_numbers(occasion["numbers"]), False) if occasion else None


def _numbers(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for part in re.split(_LINK, text):
        digits = re.match(r"\d{1,2}", part.strip())
        if digits:
            found.append(int(digits[0]))
            continue
        if roman := re.fullmatch(_ROMAN, part.strip()):
            found.append(_value_of_roman(roman[0]))
            continue
        words = re.split(r"[ -]+", part.strip())
        value = sum(_UNITS.get(word, {"decimo": 10, "decima": 10, "vigesimo": 20}.get(word, 0)) for word in words)
        if value:
            found.append(value)
    return tuple(dict.fromkeys(number for number in found if 0 < number < 60))


def _value_of_roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
