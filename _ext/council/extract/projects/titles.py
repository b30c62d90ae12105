"""Names that quotation marks or type close, behind a noun that announces them or that begin with one.

``la convocatoria “Diseño Mi Espacio”``, ``el foro ciudadano regional *Agua para Todos*``, ``the contest “Paint the
Crossing”``, ``el **plan de barrios caminables**``; and behind a colon: ``el taller: Ciudades que Caminan``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.adjectives import adjective_pattern
from council.extract.projects.namings import Span
from council.language.capitals import UPPER, capitalised_run
from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING, OPENING, quoted
from council.language.word_lists import alternatives
from council.profile.profile import Profile

_QUOTED = re.compile(quoted(3))
_NEXT_FIELD = re.compile(r"\n(?:\w+ ){0,3}\w+\s?:")
"""A line that is the next field of a form: ``Área: Agua``."""
_TO_COMMA = re.compile(rf"[{UPPER}¿¡][^.,;:({OPENING}]{{5,120}}")
_LONGEST_FIELD = 300
"""In characters: the value of a field, and the name of the next."""
_FIRST = f"{UPPER}0-9+#¿¡"
ANNOUNCED = "title-announced"
KIND_IN_BOLD = "kind-in-bold"
IN_TYPE = "title-in-type"
"""A title that quotation marks or letters close and no noun tells: one where the text claims it."""
LOOKED_AT = 80
"""So many characters before a title are looked through for what announces it."""
SERIES = 4
"""From so many quoted talks on, a release tells a series, whose talks are no initiatives of their own."""
MOST_WORDS = 14
"""A passage in bold or italics that has more words is no title."""


class TitlePatterns:
    """Finds closed titles, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        self._profile = profile
        articles = grammar.articles.pattern
        small = alternatives([*grammar.function_words, *lexicon.verbs.telling, *lexicon.verbs.explaining])
        of = rf"(?:\s+{grammar.genitive.pattern}\s+\w+(?:\s+(?!{small}(?!\w))\w+)?)?"
        between = rf"{of}(?:\s+(?:{names.naming.pattern}|{articles}|{adjective_pattern(lexicon)}))*"
        announcing = rf"(?:{lexicon.announcing_nouns.pattern}|{names.naming.pattern})"
        self._announced = re.compile(rf"(?<!\w)(?P<noun>{announcing}){between}[\s:,*(]*$")
        parts = alternatives([*lexicon.lists.others, *lexicon.councils.sessions])
        self._part = re.compile(rf"(?<!\w){parts}\s+{names.naming.pattern}[\s:,*(]*$")
        """``la sesión denominada “…”``: a part has a title, too."""
        self._noun_behind = (
            re.compile(rf"\s+(?:{names.qualifiers.pattern}\s+)?{lexicon.announcing_nouns.pattern}(?!\w)")
            if grammar.heads_last
            else None
        )
        """``the “Paint the Crossing” contest``, in a language whose nouns stand last."""
        aim = rf"{grammar.purpose.pattern}\s+{grammar.infinitives.pattern}"
        self._stops = re.compile(
            rf"\s+(?:{grammar.relatives.pattern}|{lexicon.verbs.explaining.pattern}|{names.naming.pattern}|{aim})(?!\w)"
        )
        self._explains = re.compile(rf"\s+(?:{lexicon.verbs.explaining.pattern}|{names.naming.pattern})(?!\w)")
        self._own = re.compile(rf"(?<!\w){profile.own_names.pattern}(?!\w)")
        self._colon = re.compile(rf"(?<![\w-])(?P<noun>{lexicon.announcing_nouns.pattern}){between}\s*:\s+")
        self._telling = re.compile(rf"\s*,?\s*{lexicon.verbs.telling.pattern}(?!\w)")
        """``“…”, señaló``: what somebody says is no title."""
        series = names.series.pattern
        self._talks = re.compile(
            rf"{series}[^.“\"]{{0,40}}[“\"]|[“\"][^”\"]{{5,120}}[”\"][^.“\"]{{1,20}}\s{series}(?!\w)"
        )

    def tell_a_series(self, texts: Iterable[str]) -> bool:
        """Whether the texts of a release tell a series of talks."""
        return sum(len(self._talks.findall(fold(text))) for text in texts) >= SERIES

    def titles_in(self, block: Block, in_series: bool) -> Iterator[Span]:
        """Give the titles in *block*; no talks where the release tells a series of them."""
        text = block.flat
        folded = fold(text)
        for match in _QUOTED.finditer(text):
            if not self._telling.match(folded, match.end()):
                title = match["quoted"].strip(" ,.*")
                yield from self._closed(
                    text, folded, (match.start(), match.start("quoted"), match.end()), title, in_series
                )
        if block.kind == "paragraph":
            yield from self._emphasised(block, text, folded, in_series)
        yield from self._behind_colon(block, text, folded)

    def _closed(
        self, text: str, folded: str, place: tuple[int, int, int], title: str, in_series: bool
    ) -> Iterator[Span]:
        """``el concurso “Pinta tu Cruce”``, ``“Plan Ribera”``."""
        outside, start, end = place
        lexicon = self._profile.lexicon
        announced = self._announced.search(folded[max(0, outside - LOOKED_AT) : outside])
        behind = self._noun_behind and self._noun_behind.match(folded, end)
        first = next(iter(words_of(title)), "")
        of_kind = first in lexicon.listed_nouns and first not in lexicon.plural_nouns
        if announced is None and not behind and not of_kind:
            if not in_series and self.is_title(title):
                yield Span(start, end, title, IN_TYPE, closed=True)
            return
        if announced and self._part.search(folded, max(0, outside - LOOKED_AT), outside):
            return
        if announced and in_series and announced["noun"] in lexicon.names.series:
            return
        if re.match(rf"[{_FIRST}]", title):
            rule = ANNOUNCED if announced or behind else "title-of-kind"
            yield Span(start, end, title, rule, closed=True)

    def _emphasised(self, block: Block, text: str, folded: str, in_series: bool) -> Iterator[Span]:
        """``el foro *Agua para Todos*``, ``el **plan de barrios caminables**``; not a person's name in bold."""
        begins = len(text) - len(text.lstrip(" -–—•*"))
        for start, end in (*block.strong, *block.emphasis):
            title = self._without_person(text[start:end]).strip(f" ,.:;*{OPENING}{CLOSING}")
            words = words_of(title)
            if not 2 <= len(words) <= MOST_WORDS or start <= begins or _QUOTED.search(text, start, end):
                continue
            first = start + text[start:end].index(title)
            if words[0] in self._profile.lexicon.naming_nouns and not self._stops.search(fold(title)):
                yield Span(first, first + len(title), title, KIND_IN_BOLD, closed=True)
            elif not self._profile.given_names.begin(title):
                for span in self._closed(text, folded, (start, first, first + len(title)), title, in_series):
                    if span.rule in {ANNOUNCED, IN_TYPE}:
                        yield span

    def is_title(self, title: str, may_be_place: bool = False) -> bool:
        """Whether *title* has capitals throughout, and is no person, body, unit, office or place: ``Ciudad Abierta``.

        One that the text tells otherwise *may be* called like a *place*: ``Calle Abierta``.
        """
        lexicon, words = self._profile.lexicon, title.split()
        small = (lexicon.grammar.in_names, lexicon.grammar.function_words, lexicon.grammar.in_titles)
        carrying = [word for word in words if word is words[0] or not any(fold(word) in known for known in small)]
        telling = [fold(word).strip(".") for word in carrying]
        capitals = all(word[0].isupper() or word[0].isdigit() for word in carrying)
        if not capitals or title.isupper() or not 2 <= len(telling) <= MOST_WORDS:
            return False
        heads = lexicon.names.carriers, lexicon.names.bodies, lexicon.people.offices, lexicon.people.honorifics
        bodies = lexicon.councils.sessions, lexicon.councils.bodies, lexicon.units.nouns
        named = any(telling[0] in known for known in (*heads, lexicon.grammar.articles))
        named = named or (telling[0] in lexicon.people.places and not may_be_place)
        body = any(word in known for word in telling for known in bodies) or self._own.search(fold(title))
        row = telling[0] in self._profile.place_words and any(
            fold(word) in lexicon.grammar.copulative for word in words
        )
        places = all(word in self._profile.place_words for word in telling)
        return not (named or body or row or places or self._profile.given_names.begin(title))

    def _without_person(self, title: str) -> str:
        """``Plan del Centro, Ana Ruiz``: a person in the same type stands beside the name."""
        name, comma, rest = title.partition(",")
        return name if comma and self._profile.given_names.begin(rest.strip()) else title

    def _behind_colon(self, block: Block, text: str, folded: str) -> Iterator[Span]:
        """``el taller: Ciudades que Caminan, con …``: up to the comma, full stop or clause; not a list of people."""
        for match in self._colon.finditer(folded):
            field = _NEXT_FIELD.search(block.text, match.end(), match.end() + _LONGEST_FIELD)
            title = _TO_COMMA.match(text, match.end(), field.start() if field else len(text))
            if title is None or text[title.end() : title.end() + 1] in tuple(OPENING):
                continue
            if match["noun"] in self._profile.lexicon.plural_nouns:
                continue
            stop = self._explains.search(folded, title.start(), title.end())
            label = text[title.start() : stop.start() if stop else title.end()].strip()
            capitals = capitalised_run(text, title.start(), title.end(), self._profile.lexicon.grammar.in_names)
            label = capitals if len(capitals.split()) > 1 else label
            named = self._profile.given_names.begin(label) or self._own.search(fold(label))
            if not named and 2 <= len(words_of(label)) <= MOST_WORDS:
                yield Span(title.start(), title.start() + len(label), label, "title-behind-colon")


@lru_cache(maxsize=8)
def title_patterns(profile: Profile) -> TitlePatterns:
    """Give the patterns of a profile, made once."""
    return TitlePatterns(profile)
