"""Runs of text that may be a person's name, and what tells a person from a place or a body.

``Jorge Zermeño Infante``, ``T. Galván``, ``Iván de Luna Aldape``.  Titles (``Lic.``) and articles before a name
are no part of it, nor is what follows: ``Héctor Rivera Director``, ``Ana Ruiz del IMPLAN``, ``Marta Paz de Lerdo``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from council.extract.people.old_given_names import begins_with_given_name
from council.extract.people.role_words import ROLE_WORDS
from council.language.capitals import UPPER
from council.language.folding import fold, words_of

PART = rf"[{UPPER}][\wáéíóúñü’'-]*[a-záéíóúñü]"
INITIAL = rf"(?:[{UPPER}]|Ma|Fco|Fca|Gpe|Jos|Ant)\."
"""An initial, or one of the given names that are shortened: ``Ma. del Carmen``, ``Fco. Javier``."""
NAME = re.compile(
    rf"(?:(?<!\w\.){INITIAL}\s(?:(?:de|del|la|las|los)\s){{0,2}})?{PART}(?:[\s\u00a0]+(?:(?:de|del|la|las|los|y)[\s\u00a0]+){{0,3}}(?:{PART}|{INITIAL}(?=\s[{UPPER}]))){{1,4}}"
)
HONORIFIC = re.compile(
    r"(?<!\w)(?:Lic(?:enciad[oa])?|Arq(?:uitect[oa])?|Mtr[oa]|Maestr[oa]|Dra?|Doctora?|C\.?\s?P|L\.?A\.?E|M\.?\s?C|C|"
    r"Ing(?:enier[oa])?|Profr?a?|Profesora?|Sr[ta]{0,2}|Biól?|Psic|Cap|Gral|Tte|Lcda?|Curador[a]?)(?:\.\s*|\s+)"
    r"(?=[A-ZÁÉÍÓÚÑÜ])"
)
_ROLE = re.compile(ROLE_WORDS + r"(?!\w)")
_LEADING = re.compile(
    r"(?:(?:El|La|Los|Las|Lic|Licenciad[oa]|Arq|Arquitect[oa]|Ing|Ingenier[oa]|Mtr[oa]|Maestr[oa]|Dra?|Doctora?|C|Profr?|"
    r"Profesora?|Curadora?)\.?[\s\u00a0]+)+"
)
_OF_A_TOWN = re.compile(r"\s+(?:de|del)\s+(?:torreon|lerdo|gomez palacio|matamoros|saltillo|coahuila|durango|mexico)$")
_SAINTS = frozenset({"san", "santa", "santo"})
"""``San Luis Potosí``, ``Santa Cecilia`` are places; of people it is the surname: ``José San Martín``."""
_PLACE_WORDS = (
    "avenida av. calle c. periferico bulevar boulevard blvd blvd. escuela edificio bosque parque colonia plaza auditorio "
    "teatro museo puente calzada estadio fraccionamiento colegio municipio universidad instituto fundacion premio "
    "preparatoria secundaria primaria alameda paseo hospital biblioteca ejido presa rio casa hotel salon centro"
).split()
_PLACE_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in _PLACE_WORDS)})(?:s|es)?\s+(?:de\s+|del\s+|la\s+|el\s+|\()?$"
)
_PLACES_BEFORE = re.compile(
    r"(?<!\w)(?:avenidas|calles|bulevares|escuelas|edificios|bosques|parques|colonias|plazas|teatros|museos|puentes|calzadas|"
    r"fraccionamientos|colegios|municipios|universidades|preparatorias|secundarias|primarias|hospitales|ejidos|presas)\s+"
    rf"(?:(?:de|del|la|las|los|el|y|e|[{UPPER}0-9][\w’.-]*)[,\s]+)*$"
)
"""``las escuelas Venustiano Carranza de Lerdo y``: what goes on behind it is a school too."""
_NO_NAME_PART = frozenset(
    """
    agua ambiente ampliacion antiguo arte artistas asociacion atlas ayuntamiento banco bienestar bootcamp calle camara campus
    carranza centro ciudad ciudadana coahuila colegio comarca comision competitividad comunidad conferencia congreso consejo
    convocatoria cultura desarrollo diagnostico direccion director directora durango economico educacion empleo empresa
    encuesta escuela espacio espacios estado estados estrategico facebook fundacion general gobierno gomez-palacio grupo
    historico implan inegi infraestructura iniciativa innovacion instituciones instituto laguna lagunera lerdo ley libro
    manufacturera mapa matamoros medio mesa metropoli metropolitana metropolitano mexico mi-espacio movilidad municipal
    municipio museo nacional normas nueva nuevo objetivos obras oficina organizacion palacio parque paseo pasos plan planeacion
    politica programa protocolo proyecto proyectos publica publicas publico publicos red reglamento region regional
    salud secretaria sector seguridad semana servicios sesion sistema social sustentable taller tecnologico torreon trabajo
    transporte union universidad urbana urbano verde vision zona fase premio titulo ejercicio industria redensificacion
    registro cartera manos lugar dia
    """.split()
)


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run that may be a name, from *start* to *end*; its titles, where *honored*, begin at *title*."""

    start: int
    end: int
    title: int
    honored: bool


def name_runs(text: str) -> Iterator[NameRun]:
    """Give the runs that may be names, in order, without titles and articles."""
    position = 0
    while match := NAME.search(text, position):
        start, end = match.span()
        leading = _LEADING.match(text, start, end)
        if leading:
            start = leading.end()
        titles = [found for found in HONORIFIC.finditer(text, max(0, start - 24), start + 1) if found.start() < start]
        honored = bool(titles) and titles[-1].end() == start
        end = _cut(text, start, end)
        words = words_of(text[start:end])
        enough = 3 if re.match(rf"{INITIAL}\s", text[start:end]) else 2
        if len(words) < enough:
            position = max(end, start + 1)
            continue
        if not honored and not begins_with_given_name(text[start:end]) and (inner := _given_inside(text, start, end)):
            start = inner
        yield NameRun(start, end, titles[-1].start() if honored else start, honored)
        position = end


def names_a_place(text: str, run: NameRun) -> bool:
    """Whether a run is a street, a school, a town: by the word before it, or by a saint at its head."""
    before = text[max(0, run.title - 220) : run.title]
    if _PLACE_BEFORE.search(fold(before)) or _PLACES_BEFORE.search(before):
        return True
    return not run.honored and words_of(text[run.start : run.end])[0] in _SAINTS


def looks_institutional(name: str) -> bool:
    """Whether a word of *name* is one of bodies and works rather than of people."""
    words = words_of(name)
    return any(word in _NO_NAME_PART for word in words) or (_ROLE.fullmatch(words[0]) is not None)


def _given_inside(text: str, start: int, end: int) -> int | None:
    """``Asimismo Eduardo Holguín``: a capitalised word that begins the sentence is no part of the name."""
    parts = list(re.finditer(r"\S+", text[start:end]))
    if len(parts) < 3 or fold(parts[0][0]) in _SAINTS or re.fullmatch(INITIAL, parts[0][0]):
        return None
    inner = start + parts[1].start()
    return inner if begins_with_given_name(text[inner:end]) and not parts[2][0].islower() else None


def _cut(text: str, start: int, end: int) -> int:
    """End a run before what belongs to no name: an office, a body in capitals, ``y``, a town."""
    for part in re.finditer(r"\S+", text[start:end]):
        if part.start() > 0 and (part[0] == "y" or _ROLE.fullmatch(fold(part[0]))):
            return start + len(text[start : start + part.start()].rstrip())
        if part[0].isupper() and len(part[0]) > 3:
            cut = text[start : start + part.start()].rstrip()
            return start + len(re.sub(r"\s+(?:de|del|la|las|los|y)$", "", cut))
    return start + len(_OF_A_TOWN.sub("", fold(text[start:end])))
