"""People named in a release, with the role that the text gives them.

``el Lic. Jorge Zermeño Infante, Alcalde de Torreón``; ``El director del …, Eduardo Holguín, participó``;
``señaló Cosijoopii Montero``; ``Texto por: Rogelio Haces Gil``; lists such as ``propuesto por A, B y C,
integrantes del colectivo …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..records import PersonMention
from .blocks import Block
from .folding import fold, words_of
from .given_names import GIVEN_NAMES
from .names import UPPER
from .sections import Context
from .sentences import sentence_at, sentence_spans
from .vocabulary import Vocabulary

LONGEST_QUOTATION = 400

_PART = rf"[{UPPER}][\wáéíóúñü’'-]*[a-záéíóúñü]"
_INITIAL = rf"[{UPPER}]\."
_NAME = re.compile(
    rf"(?:{_INITIAL}\s)?{_PART}(?:[\s\u00a0]+(?:(?:de|del|la|las|los|y)[\s\u00a0]+){{0,3}}(?:{_PART}|{_INITIAL}(?=\s[{UPPER}]))){{1,4}}"
)
_HONORIFIC = re.compile(
    r"(?<!\w)(?:Lic(?:enciad[oa])?|Arq(?:uitect[oa])?|Mtr[oa]|Maestr[oa]|Dra?|Doctora?|C|Ing(?:enier[oa])?|Profr?a?|"
    r"Profesora?|M\.?\s?C|C\.?\s?P|Sr[ta]{0,2}|Biól?|Psic|Curador[a]?)(?:\.\s*|\s+)(?=[A-ZÁÉÍÓÚÑÜ])"
)
_ROLE_WORDS = (
    r"(?:ex)?(?:director(?:a|es)?|dir\.|presidente?a?|vicepresident[ea]|coordinador(?:a|es)?|alcalde(?:sa)?|regidor(?:a|es)?|"
    r"secretari[oa]s?|subsecretari[oa]|sindic[oa]|rector(?:a|es)?|consejer[oa]s?|titular|academic[oa]s?|consul|embajador[a]?|"
    r"asesor(?:a)?|profesor(?:a|es)?|catedratic[oa]s?|representantes?|responsable|colaborador(?:a|es)?|encargad[oa]|"
    r"investigador(?:a|es)?|curador(?:a)?|gerente|jef[ea]|subdirector(?:a)?|lider(?:es)?|fundador(?:a)?|diputad[oa]|"
    r"senador(?:a)?|gobernador(?:a)?|delegad[oa]|comisionad[oa]|tesorer[oa]|contralor(?:a)?|especialista|integrantes?|"
    r"promotor(?:a)?|organizador(?:a)?|universitari[oa]|estudiante|experto|experta|consultor(?:a)?|arquitect[oa]|"
    r"urbanista|activista|ambientalista|ponente|moderador(?:a)?|vocal|soci[oa]|emprendedor(?:a)?|empresari[oa]|artistas?|"
    r"analista|conferencista|sociolog[oa]|doctor[a]?|ingenier[oa]|arborista|funcionari[oa]s?|ex-?alcalde)"
)
_OF_THIS_AREA = re.compile(r"\bde (?:esta|dicha|la) (?:area|direccion)\b")
_ROLE = re.compile(_ROLE_WORDS + r"(?!\w)")
_ROLE_BEFORE = re.compile(
    rf"(?<!\w)(?P<role>{_ROLE_WORDS}(?!\w)(?:\s+(?:de|del|en|para|por|y|el|la|los|las|general|ejecutiv[oa]|regional|estatal|municipal|"
    r"honorari[oa]|sectorial(?:es)?|ciudadan[oa]s?|\w+|\([^)]*\))){0,16}?)\s*(?P<link>,|:|;|–|-)?\s*(?:\(?[a-z.]+\)?\s)?$"
)
_APPOSITION = re.compile(rf"\s*[,(]\s*(?:(?:quien es|el|la|los|las|actual|\w+)\s+)?(?={_ROLE_WORDS}(?!\w))")
_CLOSE_APPOSITION = re.compile(rf"\s+(?={_ROLE_WORDS}\s+(?:de|del|en)\s)")
_SPEECH = (
    r"(?:senalo|indico|comento|menciono|explico|destaco|expreso|dijo|afirmo|anadio|agrego|expuso|presento|informo|detallo|"
    r"resalto|subrayo|manifesto|externo|sostuvo|recalco|planteo|compartio|puntualizo|aseguro|apunto|refirio|invito|"
    r"reconocio|aduce|preciso|concluyo|participo|propuso|convoco|recibio)"
)
_ROLE_ENDS = re.compile(
    rf"[,;:]|\)(?=\s*\w+o\b)|\.(?=\s|$)|[“\"«]| y (?=\S)|\s(?:{_SPEECH}|quien|con el|con la|en conjunto|en representacion|"
    r"presentara?|estara|finalizo|cerro|mostro|se encuentra)(?!\w)"
)
_SPEECH_BEFORE = re.compile(rf"(?<!\w){_SPEECH}\s+(?:el\s+|la\s+)?$")
_SPEECH_AFTER = re.compile(rf"[\s,]*(?:tambien\s+)?{_SPEECH}(?!\w)")
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:avenidas?|av\.?|calles?|c\.|periferico|bulevar|boulevard|blvd\.?|escuelas?|edificio|bosque|parque|colonia|plaza|"
    r"auditorio|teatro|museo|puente|calzada|estadio|fraccionamientos?|colegio|municipio|universidad|instituto|fundacion|premio|"
    r"preparatoria|secundaria|primaria|alameda|paseo|hospital|biblioteca|ejido|presa|rio|casa|hotel|salon|centro)\s+(?:de\s+|del\s+|la\s+|el\s+|\()?$"
)
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
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y"})
"""Behind a given name that is a common word too, they make no surname: ``Norma de Árboles``."""
_LEADING = re.compile(
    r"(?:(?:El|La|Los|Las|Lic|Licenciad[oa]|Arq|Arquitect[oa]|Ing|Ingenier[oa]|Mtr[oa]|Maestr[oa]|Dra?|Doctora?|C|Profr?|"
    r"Profesora?|Curadora?)\.?[\s\u00a0]+)+"
)
_BELONGS_TO_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:de|del|en|la|el|los|las|of|a|al|por|para|y)|(?<!\w){_ROLE_WORDS})\s+[“«\"]?$"
)
_LIST_GAP = re.compile(
    r"(?:\s*\([^)]*\))?\s*(?:,|;|\sy\s|\se\s|,\s*y\s|\s+en (?:el )?lugar de\s+)\s*(?:el\s+|la\s+|los\s+|las\s+)?$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name: str
    role: str | None


def read_people(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[PersonMention, ...]:
    """Give the people named, once each, under the fullest form of their name, with their first role."""
    mentions: list[PersonMention] = []
    for block, context in zip(blocks, contexts, strict=True):
        spans = sentence_spans(block.flat)
        for found in _people_in(block, vocabulary):
            start, end = sentence_at(spans, found.start)
            quotation = " ".join(block.flat[start:end].split())[:LONGEST_QUOTATION]
            directorate = None
            if found.role:
                named = vocabulary.directorates_in(found.role)
                directorate = (
                    named[0][0] if named else context.section if _OF_THIS_AREA.search(fold(found.role)) else None
                )
            line = block.line_at(found.start)
            mentions.append(PersonMention(found.name, found.role, line, directorate, quotation))
    return tuple(_once_each(mentions))


def _people_in(block: Block, vocabulary: Vocabulary) -> Iterator[_Found]:
    text, folded = block.flat, fold(block.flat)
    previous_end = -1
    for start, end, honored in _name_runs(text):
        name = " ".join(text[start:end].split())
        words = words_of(name)
        title = start
        if honored:
            title = max(
                (match.start() for match in _HONORIFIC.finditer(text, max(0, start - 24), start + 1)), default=start
            )
        before, after = folded[max(0, title - 220) : title], folded[end : end + 220]
        role = _role_after(text, folded, end) or _role_before(text, title, before)
        known = vocabulary.people_pattern.fullmatch(fold(name)) is not None
        given = words[0] in GIVEN_NAMES or bool(re.match(rf"{_INITIAL}\s", name))
        listed = previous_end >= 0 and _LIST_GAP.fullmatch(text[previous_end:title]) is not None
        if _is_person(name, role, before, after, honored=honored or known, given=given, listed=listed):
            yield _Found(start, end, name, role)
            previous_end = _end_of_role(text, end, role)


def _is_person(
    name: str, role: str | None, before: str, after: str, *, honored: bool, given: bool, listed: bool
) -> bool:
    """Weigh the signs: a title before the name, a given name, a role, a verb of speech, a list of people."""
    institutional = _looks_institutional(name)
    if honored:
        return not (institutional and not given)
    if _PLACE_BEFORE.search(before):
        return False
    if institutional:
        return given and role is not None and len(words_of(name)) == 2
    if given and not (words_of(name)[1] in _PARTICLES and role is None and not listed):
        return True
    if _BELONGS_TO_BEFORE.search(before) or re.search(r"\s(?:de|del|la|y)\s", fold(name)):
        return False
    spoken = bool(_SPEECH_BEFORE.search(before) or _SPEECH_AFTER.match(after))
    return role is not None or spoken or listed


def _name_runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give the runs that may be names, without titles and articles, and whether a title stood before."""
    position = 0
    while match := _NAME.search(text, position):
        start, end = match.span()
        leading = _LEADING.match(text, start, end)
        if leading:
            start = leading.end()
        honored = any(found.end() == start for found in _HONORIFIC.finditer(text, max(0, start - 24), start + 1))
        end = _cut(text, start, end)
        words = words_of(text[start:end])
        enough = 3 if re.match(rf"{_INITIAL}\s", text[start:end]) else 2
        if len(words) < enough:
            position = max(end, start + 1)
            continue
        if not honored and words[0] not in GIVEN_NAMES and (inner := _given_inside(text, start, end)):
            start = inner
        yield start, end, honored
        position = end


def _given_inside(text: str, start: int, end: int) -> int | None:
    """``Asimismo Eduardo Holguín``: a capitalised word that begins the sentence is no part of the name."""
    parts = list(re.finditer(r"\S+", text[start:end]))
    if len(parts) > 2 and fold(parts[1][0]) in GIVEN_NAMES and not parts[2][0].islower():
        return start + parts[1].start()
    return None


def _cut(text: str, start: int, end: int) -> int:
    """End a run before what belongs to no name: ``Héctor Rivera Director``, ``Ana Ruiz del IMPLAN``."""
    for part in re.finditer(r"\S+", text[start:end]):
        if _ROLE.fullmatch(fold(part[0])) and part.start() > 0:
            return start + len(text[start : start + part.start()].rstrip())
        if part[0].isupper() and len(part[0]) > 3:
            cut = text[start : start + part.start()].rstrip()
            return start + len(re.sub(r"\s+(?:de|del|la|las|los|y)$", "", cut))
        if part[0] == "y" and part.start() > 0:
            return start + len(text[start : start + part.start()].rstrip())
    return end


def _looks_institutional(name: str) -> bool:
    words = words_of(name)
    return any(word in _NO_NAME_PART for word in words) or (_ROLE.fullmatch(words[0]) is not None)


def _role_after(text: str, folded: str, end: int) -> str | None:
    """The apposition behind a name: ``, director de esta área,``; ``Dr. X, el nuevo alcalde de Y``."""
    match = _APPOSITION.match(folded, end) or _CLOSE_APPOSITION.match(folded, end)
    if match is None:
        return None
    return _trim_role(text[match.end() : _role_end(text, match.end())])


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
    name = _NAME.match(text, position)
    honorific = _HONORIFIC.match(text, position)
    return honorific is not None or (name is not None and words_of(name[0])[0] in GIVEN_NAMES)


def _end_of_role(text: str, end: int, role: str | None) -> int:
    if role and role in text[end : end + len(role) + 8]:
        return text.index(role, end) + len(role)
    return end


def _role_before(text: str, start: int, before: str) -> str | None:
    """The role that leads up to a name: ``El director del Instituto …, Eduardo Holguín``."""
    match = _ROLE_BEFORE.search(before)
    if match is None or re.search(r"[.;“\"]", match["role"]):
        return None
    if match["link"] is None and len(match["role"].split()) > 3:
        return None
    offset = start - len(before)
    return _trim_role(text[offset + match.start("role") : offset + match.end("role")])


def _trim_role(role: str) -> str:
    folded = " ".join(role.split()).strip(" ,.;:*")[:120]
    return folded if folded.count("(") == folded.count(")") else folded.partition("(")[0].rstrip()


def _once_each(mentions: Sequence[PersonMention]) -> list[PersonMention]:
    kept: list[PersonMention] = []
    for mention in mentions:
        words = words_of(mention.name)
        for index, other in enumerate(kept):
            if not _same_person(words, words_of(other.name)):
                continue
            fuller = mention.name if len(words) > len(words_of(other.name)) else other.name
            source = other if other.role or not mention.role else mention
            kept[index] = replace(
                other,
                name=fuller,
                role=source.role,
                directorate=other.directorate or mention.directorate,
                quotation=source.quotation,
            )
            break
        else:
            kept.append(mention)
    return kept


def _same_person(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the shorter name's words stand in the longer one in order, the first given name shared."""
    short, long_ = sorted((list(first), list(second)), key=len)
    if short[0] != long_[0]:
        return False
    rest = iter(long_)
    return all(word in rest for word in short)
