"""Where the name at the head of an item ends, and its explanation begins.

Typography sets the end where it can: ``**Barrios Vivos, Calles Seguras** abre en mayo``, ``“Agua, ¿para quién?”, un
foro``.  Elsewhere a comma or colon does, but for that of a coordinated name (``Plan de Agua, Suelo y Aire``) or of
actions on one thing (``Aprobación, Publicación y Registro del Plan Norte``); so do a full stop, a dash, a verb and
what begins an explaining clause (``Guía de Fachadas que orienta …``, ``Safe Routes Program, which …``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.initiative_nouns import initiative_nouns
from council.language.capitals import BRACKETED_ACRONYM, UPPER
from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING, OPENING
from council.profile.lexicon import Lexicon

MOST_WORDS = 18
_LOOKED_AT = 400
"""So many characters are looked at: no name is so long."""

_QUOTED = re.compile(rf"[{OPENING}]\s*(?P<title>[^{CLOSING}]{{3,140}})[{CLOSING}]")
"""A title in quotation marks that a name begins with, and behind which its explanation stands."""
_AROUND = " \n\u00a0.,:;-–—"
_INITIAL = re.compile(rf"(?:^|\s)[{UPPER}]$")
_AFTER_COMMA = re.compile(rf",\s+([{UPPER}][^,.;:]{{2,60}})[.\s]*")
_NEXT_WORD = re.compile(r"\s+([^\W\d]\w*)")
_PART = r"[^\W\d][\w’'-]*(?:\s+[^\W\d][\w’'-]*){0,3}"

Span = tuple[int, int]


class NameEnds:
    """Reads where names end, by the words of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._nouns = initiative_nouns(lexicon)
        grammar, names, verbs = lexicon.grammar, lexicon.names, lexicon.verbs
        infinitive = grammar.infinitives.pattern if grammar.infinitives else r"\w+"
        likeness = rf"(?!{grammar.like_infinitives.pattern}(?!\w))" if grammar.like_infinitives else ""
        articles = grammar.articles.pattern
        self._tells = re.compile(rf"\s+{verbs.explaining.pattern}(?!\w)")
        self._explains = re.compile(
            rf"\s+(?:{names.cooperation.pattern}|{articles}\s+{grammar.relatives.pattern}|{grammar.relatives.pattern}|"
            rf"{grammar.purpose.pattern}\s+{likeness}(?!{articles}\s){infinitive}|{verbs.explaining.pattern}|"
            rf"{names.periods.pattern})(?!\w)"
        )
        self._counts = re.compile(
            rf"\s+(?!{grammar.genitive.pattern}\s){grammar.prepositions.pattern}\s+(?:\d{{1,3}}(?:[.,]\d+)*|{grammar.numerals.pattern})\s+(?=[^\W\d])"
        )
        self._joined = re.compile(
            rf"\s+{grammar.copulative.pattern}\s+(?:{articles}\s+)?(?P<noun>{lexicon.naming_nouns.pattern})(?!\w)"
        )
        self._tail = re.compile(
            rf"(?<=\s){self._nouns.singular}(?=\s+(?!(?:{grammar.function_words.pattern}|{self._nouns.in_any_number})(?!\w))(?P<next>[^\W\d]))"
        )
        """``Safe Routes Program open on Sundays``: where nouns stand last, a name ends with its noun."""
        self._noun_behind = (
            re.compile(rf"\s+(?:(?!{articles}\s)\w+\s+)?{self._nouns.in_any_number}(?!\w)")
            if grammar.heads_last
            else None
        )
        """``“Sidewalk Trial” workshops``: where nouns stand last, the one behind a title is part of the name."""
        self._cooperates = re.compile(rf"{names.cooperating.pattern}\s+{grammar.prepositions.pattern}(?!\w)")
        self._number_mark = re.compile(rf"(?:^|\s){grammar.number_marks.pattern}$")
        self._status = re.compile(rf"\s*\(\s*{lexicon.lists.statuses.pattern}(?!\w)[^)]*\)\s*$")
        self._coordinated = re.compile(rf",\s+(?:{_PART},\s+)*{_PART},?\s+{grammar.copulative.pattern}\s+([^\W\d]\w*)")

    def label(self, block: Block, start: int) -> str:
        """Give the name that begins at *start* of a block."""
        text = block.flat
        span = _typographic(block, start)
        limit = span[1] if span and span[0] <= start and _goes_on(text, span) else len(text)
        limit = min(limit, start + _LOOKED_AT)
        if title := _QUOTED.match(text, start, limit):
            noun = self._noun_behind.match(fold(text), title.end(), limit) if self._noun_behind else None
            return text[start : noun.end()] if noun else title["title"].strip(" ,.;")
        end = self._end(text, start, limit, span)
        label = self._bare(text[start:end])
        after = _AFTER_COMMA.fullmatch(text[end:limit]) if self._cooperates.match(fold(label)) else None
        # "… de pasos peatonales, Manos a la Cebra.": the name follows what was done for it.
        return after[1].strip() if after else label

    def _bare(self, name: str) -> str:
        """Give *name* without marks around it, and without a conjunction that joined it to what was cut off."""
        bare = name.strip(_AROUND)
        before, _space, last = bare.rpartition(" ")
        return before.rstrip(_AROUND) if fold(last) in self._lexicon.grammar.conjunctions else bare

    def tells(self, label: str) -> bool:
        """Whether what was read as a name is a sentence after all: ``planes se verán en mayo``."""
        return self._tells.search(fold(label)) is not None

    def _end(self, text: str, start: int, limit: int, span: Span | None) -> int:
        """Give where the name ends: with its typography where that holds the name, else by punctuation and words."""
        plain = self._with_acronym(text, start, limit, self._plain_end(text, start, limit, emphasised=False))
        if span is None or span[0] >= plain:
            return plain
        whole = not _goes_on(text, span)
        if whole and span[0] > start:
            return plain
        end = self._plain_end(text, start, min(span[1], start + _LOOKED_AT), emphasised=True)
        lists = not whole and self._row_goes_on(text, start, span[1])
        sentence = self._tells.search(fold(text), start + 1, end) is not None
        if lists or sentence or len(words_of(text[start:end])) > MOST_WORDS:
            return plain
        status = self._status.search(fold(text[start:end]).rstrip(_AROUND))
        return start + status.start() if status else end

    def _row_goes_on(self, text: str, start: int, end: int) -> bool:
        """``**Arte Joven, Cine Abierto**, Talleres …``: bold letters hold the first names of a row, not one name."""
        comma = text.find(",", start, end)
        closed = comma >= 0 and self._coordinated.match(fold(text), comma, min(end, comma + _LOOKED_AT)) is not None
        return comma >= 0 and not closed and text[end:].lstrip().startswith(",")

    def _with_acronym(self, text: str, start: int, limit: int, end: int) -> int:
        acronym = BRACKETED_ACRONYM.match(text, end, limit)
        return acronym.end() if acronym and end > start else end

    def _plain_end(self, text: str, start: int, limit: int, emphasised: bool) -> int:
        """Give where the name ends by its punctuation and words, those in quotation marks left out.

        In a name that is *emphasised* commas and colons belong to it, but for those before another name or a work
        on it, and so do clauses.
        """
        folded = fold(text)
        quoted = ""
        position = start
        while position < limit:
            character = text[position]
            if quoted:
                if character in quoted:
                    quoted = ""
                    if self._story_follows(folded, position + 1, limit):
                        position += 1
                        break
            elif character in OPENING and text.find(_closing(character), position + 1, limit) > 0:
                quoted = _closing(character)
            elif self._ends_at(text, folded, start, position, limit, emphasised):
                break
            position += 1
        if emphasised:
            return position
        position = self._next_name(text, folded, start, position) or position
        position = self._last_noun(text, folded, start, position) or position
        explanation = self._explanation(text, folded, start, position)
        return explanation if explanation is not None else position

    def _story_follows(self, folded: str, position: int, limit: int) -> bool:
        """``Concurso “Mi Calle” reúne …``: a name goes on behind its title only with a noun, or by ``de``."""
        match = _NEXT_WORD.match(folded, position, limit)
        if match is None or self._nouns.begins(match[1]):
            return False
        grammar = self._lexicon.grammar
        return match[1] not in grammar.genitive and match[1] not in grammar.conjunctions

    def _ends_at(self, text: str, folded: str, start: int, position: int, limit: int, emphasised: bool) -> bool:
        character, following = text[position], text[position + 1 : position + 2]
        if character == ",":
            return self._comma_ends(text, folded, start, position, limit, emphasised)
        if character == ".":
            before = text[max(start, position - 8) : position]
            return (not following or following.isspace() or following in "-–—)”") and not self._is_shortened(before)
        if character == ":":
            return not emphasised or not self._name_goes_on(text, position + 1, limit)
        if character == ";":
            return True
        if character in "([":
            return position > start and not emphasised
        dashed = (
            character in "-–—" and text[position - 1 : position].isspace() and (following.isspace() or not following)
        )
        return dashed and (not emphasised or not self._name_goes_on(text, position + 1, limit))

    def _name_goes_on(self, text: str, position: int, limit: int) -> bool:
        """Whether what follows a colon or dash in bold letters is the rest of the name: ``Ribera 2040: Agua y Ciudad``."""
        rest = text[position:limit].strip(_AROUND)
        first = next(iter(words_of(rest[:40])), "")
        names = self._lexicon.names
        return rest[:1].isupper() and first not in names.framing and first not in names.working

    def _comma_ends(self, text: str, folded: str, start: int, position: int, limit: int, emphasised: bool) -> bool:
        if self._enumerates_actions(folded[start:position], folded[position + 1 : limit]):
            return False
        if self._coordinates(text, folded, start, position, limit, emphasised):
            return False
        if not emphasised:
            return True
        rest = text[position + 1 : limit].lstrip()
        first = next(iter(words_of(rest[:40])), "")
        return not rest[:1].isupper() or self._nouns.begins(first) or first in self._lexicon.names.working

    def _coordinates(self, text: str, folded: str, start: int, position: int, limit: int, emphasised: bool) -> bool:
        """``Plan de Agua, Suelo y Aire``: the comma stands in a row of what one initiative is of.

        The row has the case of the word before it, and none of its parts is an initiative of its own; a title in
        bold or italic letters may be such a row: ``*Barrio, fiesta y memoria*``.
        """
        before = words_of(text[start:position])
        match = self._coordinated.match(folded, position, limit)
        if match is None or (len(before) < 2 and not emphasised and not self._lexicon.grammar.heads_last):
            return False
        parts = re.split(rf",|\s{self._lexicon.grammar.copulative.pattern}\s", folded[position + 1 : match.start(1)])
        starts = [part.strip() for part in parts if part.strip()]
        if any(self._nouns.begins(part) or self._is_function_word(part) for part in [*starts, match[1]]):
            return self._lexicon.grammar.heads_last and self._trails_noun(folded, match.start(1), limit)
        if emphasised:
            return True
        capital = text[position - len(before[-1])].isupper()
        rows = [text[position + 1 : limit].lstrip()[:1], text[match.start(1)]]
        cased = all(letter.isupper() == capital for letter in rows)
        short = capital or all(len(part.split()) <= 2 for part in starts)
        headed = self._nouns.heads(text[start:position]) or self._trails_noun(folded, match.start(1), limit)
        return cased and short and headed

    def _trails_noun(self, folded: str, position: int, limit: int) -> bool:
        """``Parks, Trails and Open Space Plan``: the noun of the row stands behind it."""
        if not self._lexicon.grammar.heads_last:
            return False
        rest = re.split(r"[,.;:(]", folded[position:limit], maxsplit=1)[0]
        return bool(words_of(rest)) and self._nouns.begins(words_of(rest)[-1])

    def _is_function_word(self, part: str) -> bool:
        return part.split()[0] in self._lexicon.grammar.function_words

    def _is_shortened(self, before: str) -> bool:
        """Whether a full stop behind *before* shortens a word: ``1er.``, ``No.``, an initial."""
        folded = fold(before)
        shortened = _INITIAL.search(before) or self._lexicon.shortened.search(f"{folded}.")
        return bool(shortened or self._number_mark.search(folded))

    def _enumerates_actions(self, before: str, after: str) -> bool:
        """``Aprobación, Publicación y Registro del Plan …``: the comma stands between actions on one thing."""
        working = self._lexicon.names.working
        words, following = words_of(before), words_of(after[:60])
        return len(words) == 1 and words[0] in working and bool(following) and following[0] in working

    def _explanation(self, text: str, folded: str, start: int, end: int) -> int | None:
        for match in self._explains.finditer(folded, start, end):
            before = text[start : match.start()]
            outside_quotes = before.count("“") == before.count("”") and before.count('"') % 2 == 0
            sentence = self._lexicon.grammar.title_case and self._is_plain_sentence(before, folded, match)
            named = text[match.end() - len(match[0].split()[-1])].isupper()
            if outside_quotes and match.start() > start + 3 and not sentence and not named:
                return self._count(text, folded, start, match.start()) or match.start()
        return self._count(text, folded, start, end)

    def _next_name(self, text: str, folded: str, start: int, end: int) -> int | None:
        """``Plan de Riberas y Atlas de Humedales``: another initiative begins behind the first."""
        for match in self._joined.finditer(folded, start, end):
            if text[match.start("noun")].isupper() and self._nouns.heads(text[start : match.start()]):
                return match.start()
        return None

    def _last_noun(self, text: str, folded: str, start: int, end: int) -> int | None:
        for match in self._tail.finditer(folded, start, end) if self._lexicon.grammar.heads_last else ():
            if text[match.start()].isupper() and text[match.start("next")].islower():
                return match.end()
        return None

    def _count(self, text: str, folded: str, start: int, end: int) -> int | None:
        """``Estudio de Aforos en 30 cruces``: a figure tells of the initiative, and is no part of its name."""
        for match in self._counts.finditer(folded, start, end):
            before = text[start : match.start()]
            named = any(word[0].isupper() for word in before.split()[1:])
            if text[match.end()].islower() and named and self._nouns.heads(before):
                return match.start()
        return None

    def _is_plain_sentence(self, before: str, folded: str, verb: re.Match[str]) -> bool:
        """``Pumps were lent``: one word before a verb is the subject of a sentence rather than a name."""
        return len(before.split()) == 1 and self._tells.match(folded, verb.start()) is not None


def _typographic(block: Block, start: int) -> Span | None:
    """Give the span of bold or italic letters that holds *start*, else the first one behind it."""
    spans = sorted((*block.strong, *block.emphasis))
    return next((span for span in spans if span[1] > start + 2), None)


def _goes_on(text: str, span: Span) -> bool:
    """Whether anything but marks follows *span*, so that it stands out."""
    return bool(text[span[1] :].strip(" .:;,-–—\u00a0"))


def _closing(opening: str) -> str:
    return CLOSING[OPENING.index(opening)]


@lru_cache(maxsize=8)
def name_ends(lexicon: Lexicon) -> NameEnds:
    """Give the reader of ends for a language, made once."""
    return NameEnds(lexicon)
