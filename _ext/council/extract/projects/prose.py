"""Projects that running text and headings name.

By their kind (``Programa Parcial de Desarrollo Urbano del Centro Histórico``), by quotation marks after a
word for an event or a work (``la convocatoria “Diseño Mi Espacio”``), and by a name that has a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from council.extract.blocks import Block
from council.extract.projects.heads import LONGEST_LABEL, is_name
from council.extract.projects.kinds import KIND_WORDS, is_foreign
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.capitals import UPPER, capitalised_run
from council.language.folding import content_words, fold, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import ProjectMention

_KINDS = (
    "Plan|Planes|PLAN|Programa|PROGRAMA|Atlas|ATLAS|Reglamento|Sistema|Diagnóstico|Monitor|Observatorio|Seminario|"
    "Taller(?:es)?|Conversatorio|Bootcamp|BootCamp|Normas|Banco|Red|Proyecto|Brochure|Oficina|Plataforma|Política|Consejo|"
    "Concurso|Foro|Libro|Laboratorio|Inventario|Catálogo|Indicadores|Guía|Mapa|mapa|Manual|Estrategia|Clúster|Panel|Agenda|"
    "Consulta"
)
_BY_KIND = re.compile(
    rf"(?<![\w“])(?:{_KINDS})[\s\u00a0]+(?=[{UPPER}“\"]|de\b|del\b|en\b|para\b|sobre\b|entre\b|no\b|y\b|Red\b)"
)
_AFTER_KIND = re.compile(rf"(?<!\w)(?:proyecto|programa)[\s\u00a0]+(?:(?:de|del|de la)[\s\u00a0]+)?(?=[{UPPER}])")
_BODIES = frozenset("obras gobierno ayuntamiento secretaria direccion instituto universidad camara desarrollo".split())
_QUOTED = re.compile(r"[“\"«]\**\s*(?P<title>[^”\"»\n]{3,160}?)\s*\**[”\"»]")
_TRIGGER = re.compile(
    r"(?:conferencia|panel|libro|mesa de analisis|mesa redonda|concurso|convocatoria|proyecto|proyectos|programa|plan|taller|"
    r"talleres|booklet|seminario|foro|campana|presentacion|evento|cortometrajes|bajo presupuesto|congreso|modelo|"
    r"curso|carrera|exposicion|convenio|acuerdo|diplomado|encuentro|festival|estrategia|plataforma|"
    r"consejo|consejo juvenil|consejo de jovenes|ciudadano|llamado|denominad[oa]|titulad[oa])"
    r"(?:\s+(?:magistral|virtual|fotografica|ciudadano|social|piloto|municipal|anual|internacional|de nombre|llamad[oa]|denominad[oa]|"
    r"titulad[oa]|la|el|los|las))*[\s:,*(]*$"
)
_GENERIC = frozenset(
    "plan planes programa programas proyecto proyectos sistema red banco taller talleres consejo mapa plataforma oficina "
    "reglamento diagnostico monitor estrategico estrategicos estrategica director parcial parciales municipal torreon laguna "
    "ciudad metropolitano metropolitana zona municipio trabajo ciudadano ciudadanos directivo nuevo nueva general operativo anual".split()
)
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_COUNCIL = re.compile(r"consejo (?!vision)(?!(?:juvenil|de (?:jovenes|participacion))\W+vision)")
_LOCAL_NAMES = re.compile(r"\s+(?:de|del|en)\s+(?:la\s+|el\s+)?(?:IMPLAN|Instituto|INEGI|Ayuntamiento)\b.*$")
_NEXT_NAME = re.compile(rf"\s+(?:y|e)\s+(?:(?:el|la|los|las|del|al)\s+|(?=(?:{_KINDS})\s))")
"""``el Plan Estratégico y Reglamento …``, ``el Plan … y el Programa …``: two names in one run."""
_TALKS = 4
"""From so many quoted talks on, a release tells a series, whose talks are no initiatives of their own."""


_DISTINCT_KINDS = frozenset(
    "plan programa reglamento sistema monitor taller libro mapa diagnostico atlas oficina consejo seminario".split()
)
"""A plan and a workshop on it are two initiatives, however much of the name they share."""


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    block: Block
    context: Context
    start: int
    quoted: bool = False


def read_prose(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> list[ProjectMention]:
    """Give the projects named outside of item heads, each once, in the first form written.

    What is an item of the release, or a shorter or longer name of one named before, is left out, as are
    laws, national plans, surveys, and councils other than the institute's own for young people.
    """
    found = sorted(_all(blocks, contexts, items, vocabulary), key=lambda one: (one.block.line_at(one.start), one.start))
    kept: list[ProjectMention] = []
    known = [item.label for item in items]
    for one in found:
        if not (one.quoted or _acceptable(one.label)) or any(same_initiative(one.label, label) for label in known):
            continue
        known.append(one.label)
        kept.append(_mention(one, vocabulary))
    return kept


def _all(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> Iterator[_Found]:
    item_lines = {item.line: item.label for item in items}
    talks = sum(
        len(re.findall(r"conferencia[^.]{0,40}[“\"]|[“\"][^”\"]{5,120}[”\"] es la \w+ conferencia", block.flat))
        for block in blocks
    )
    for block, context in zip(blocks, contexts, strict=True):
        label = item_lines.get(block.line) if block.opens_item else None
        behind = len(label) if label else 0
        for start, name in chain(_by_kind(block.flat), _after_kind(block.flat)):
            if start >= behind:
                yield _Found(name, block, context, start)
        for start, name in _by_quotation(block.flat, conferences=talks < _TALKS):
            if start >= behind:
                yield _Found(name, block, context, start, quoted=not is_foreign(fold(name)))
        for start, name in _by_record(block.flat, vocabulary):
            if start >= behind:
                yield _Found(name, block, context, start)


def _by_kind(text: str) -> Iterator[tuple[int, str]]:
    for match in _BY_KIND.finditer(text):
        head = match[0].strip()
        rest = match.end()
        connective = re.match(r"(?:(?:de|del|en|para|sobre|entre|no|y|la|las|los|el)[\s\u00a0]+)+", text[rest:])
        run_start = rest + (connective.end() if connective else 0)
        if head.lower() == "mapa" and connective is None:
            continue
        quoted = _QUOTED.match(text, run_start)
        if quoted:
            if fold(head) in {"consejo", "plan", "programa", "proyecto"}:
                yield match.start(), text[match.start() : quoted.end()]
            continue
        run = capitalised_run(text, run_start, len(text))
        if not run:
            continue
        name = _LOCAL_NAMES.sub("", text[match.start() : run_start + len(run)])
        name = _NEXT_NAME.split(name, maxsplit=1)[0]
        name += "”" * (name.count("“") - name.count("”"))
        name = re.sub(r"[\s\u00a0]+(?:de|del|la|las|los|el|y|e|en|para|con|a|al|su)$", "", name)
        acronym = re.match(r"[\s\u00a0]*\([A-Z][A-Za-z0-9-]{1,11}\)", text[match.start() + len(name) :])
        yield match.start(), name + (acronym[0] if acronym else "")


def _after_kind(text: str) -> Iterator[tuple[int, str]]:
    """``el proyecto de Corredores Verdes``: a name of two words or more behind the small word."""
    for match in _AFTER_KIND.finditer(text):
        run = capitalised_run(text, match.end(), len(text))
        name = _LOCAL_NAMES.sub("", _NEXT_NAME.split(run, maxsplit=1)[0])
        first = next(iter(words_of(name)), "")
        if len(content_words(name)) > 1 and first not in KIND_WORDS and first not in _BODIES:
            yield match.end(), name


def _by_quotation(text: str, conferences: bool) -> Iterator[tuple[int, str]]:
    folded = fold(text)
    for match in _QUOTED.finditer(text):
        before = folded[max(0, match.start() - 60) : match.start()]
        trigger = _TRIGGER.search(before)
        title = match["title"].strip(" ,.*")
        if trigger is None and not (_BY_KIND.match(title) or next(iter(words_of(title)), "") in KIND_WORDS):
            continue
        if trigger is not None and trigger[0].startswith("conferencia") and not conferences:
            continue
        if title[:1].isupper() or title[:1] in "+#¿¡" or title[:1].isdigit():
            yield match.start("title"), title


def _by_record(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    for match in vocabulary.project_pattern.finditer(fold(text)):
        name = text[match.start() : match.end()]
        carrying = [word for word in re.findall(r"\w+", name) if content_words(word)]
        if all(word[0].isupper() or not word[0].isalpha() for word in carrying[:2]):
            yield match.start(), name


def _acceptable(label: str) -> bool:
    folded = fold(label)
    if not is_name(label) or len(label) > LONGEST_LABEL or is_foreign(folded) or _COUNCIL.match(folded):
        return False
    if re.match(r"(?:nuev[oa] )?reglamento de desarrollo urbano|plan director$|plan estrategico", folded):
        return True
    return any(word not in _GENERIC for word in content_words(_IN_PARENTHESES.sub("", label)))


def same_initiative(first: str, second: str) -> bool:
    """Whether one of two labels of a release is a shorter or varied form of the other."""
    a, b = (
        set(content_words(first)) - {"torreon", "municipio", "ciudad"},
        set(content_words(second)) - {"torreon", "municipio", "ciudad"},
    )
    if not a or not b:
        return words_of(first) == words_of(second)
    kinds = {_stem(words_of(first)[0]), _stem(words_of(second)[0])}
    if len(kinds) == 2 and kinds <= _DISTINCT_KINDS:
        return False
    shared = len({_stem(word) for word in a} & {_stem(word) for word in b})
    return shared >= min(len(a), len(b)) or shared / max(len(a), len(b)) > 0.6


def _stem(word: str) -> str:
    return word[:-2] if word.endswith("es") and len(word) > 5 else word.removesuffix("s")


def _mention(one: _Found, vocabulary: Vocabulary) -> ProjectMention:
    text = one.block.flat
    start, end = sentence_at(sentence_spans(text), one.start)
    sentence = text[start:end]
    directorate = one.context.section if one.block.item is None else one.context.directorate
    if directorate is None:
        named = {id_ for id_, _match in vocabulary.directorates_in(sentence)}
        if len(named) == 1:
            directorate = named.pop()
    line = one.block.line_at(one.start)
    return ProjectMention(one.label.strip(), "prose", line, directorate, None, quotation_of(sentence))
