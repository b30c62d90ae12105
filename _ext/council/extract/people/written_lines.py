"""The text of a block as people are looked for in it, where its lines or its letters are not those of running text.

Lines that begin with people are entries of a list; the line under a name may be the office of who signs; what is all in
capitals is read as names are written, ``LIC. ANA RUIZ`` as ``Lic. Ana Ruiz``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from council.extract.blocks import Block
from council.extract.people.lists import FoundPerson
from council.extract.people.office_words import is_office, office_pattern
from council.extract.people.person_names import begins_with_person
from council.language.folding import fold
from council.profile.profile import Profile

_FIELD = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+){0,3}\s?:\s")
_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(r"[^\W\d_]+")


def text_with_entries(block: Block, profile: Profile) -> str:
    """Give the text on one line, but for the ends of lines that a list or a form has.

    Lines that begin with people are a list; one that is a field ends what stands before it: ``Nombre: Ana Ruiz``.
    """
    lines = (_in_small_letters(block.text, profile) if is_in_capitals(block) else block.text).split("\n")
    entries = [begins_with_person(line, profile) for line in lines] if len(lines) > 1 else [False]
    fields = [_FIELD.match(line) is not None for line in lines[1:]]
    ends = [
        "\n" if (one and two) or field else " " for (one, two), field in zip(pairwise(entries), fields, strict=False)
    ]
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)


def is_in_capitals(block: Block) -> bool:
    """Whether all letters of a block are capitals, and small ones can stand for them."""
    text = block.text
    return text.isupper() and len(text.lower()) == len(text) and " " in text


def signed_role(block: Block, person: FoundPerson, profile: Profile) -> str | None:
    """Give the office that begins the line under that of a *person*, who ends the line: of somebody who signs."""
    end = block.text.find("\n", person.end)
    if end < 0 or block.text[person.end : end].strip(" .,"):
        return None
    line = _LINE.match(block.text, end + 1)
    office = " ".join(line[0].split()).strip(" .,") if line else ""
    return office if office[:1].isupper() and office_pattern(profile).match(fold(office)) else None


def _in_small_letters(text: str, profile: Profile) -> str:
    """Give *text* with small letters behind the first of each word, and in words that are of no name."""
    grammar, verbs, people = profile.lexicon.grammar, profile.lexicon.verbs, profile.lexicon.people
    small = (grammar.function_words, grammar.pronouns, people.particles, verbs.telling, verbs.doing, verbs.attending)

    def lowered(match: re.Match[str]) -> str:
        word = fold(match[0])
        is_small = any(word in words for words in small) or is_office(word, profile)
        return match[0].lower() if is_small else match[0].capitalize()

    return _WORD.sub(lowered, text)
