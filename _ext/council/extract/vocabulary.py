"""What the extraction is told beforehand: the institute's directorates, and names that have a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from council.language.folding import content_words, fold, words_of
from council.language.naming import name_key
from council.model.authorities import Records, without_word
from council.profile.profile import Profile


@dataclass(frozen=True)
class Vocabulary:
    """Names by the id of their record.

    *directorates* are the institute's own (``planeacion-urbana-sustentable``: ``Planeación Urbana
    Sustentable``), without the word *Dirección*; *projects* and *people* are names and aliases.
    """

    profile: Profile
    directorates: Mapping[str, tuple[str, ...]]
    projects: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @cached_property
    def directorate_pattern(self) -> re.Pattern[str]:
        """Matches, in folded text, an own directorate named as such or through its director."""
        # Spelling varies between "de Competitividad Sectorial" and "Competitividad Sectorial".
        return re.compile(
            r"(?<!\w)(?P<word>direccion(?:es)?|directora?(?:es)?|dir\.|titular|area)\s+"
            r"(?:(?:general|encargad[ao]|a\s+cargo)\s+)?(?:(?:de|del|en)\s+)?(?:la\s+)?(?:direccion\s+de\s+)?"
            rf"(?P<name>{self._any_directorate})(?!\w)"
        )

    @cached_property
    def _any_directorate(self) -> str:
        """The names of the own directorates, folded, as alternatives of a pattern, the longest first."""
        names = sorted((name for names in self.directorates.values() for name in names), key=len, reverse=True)
        return "|".join(r"\s+".join(words_of(name)) for name in names) or "(?!)"

    @cached_property
    def _directorate_of(self) -> dict[tuple[str, ...], str]:
        return {tuple(words_of(name)): id_ for id_, names in self.directorates.items() for name in names}

    def directorate_id(self, name: str) -> str | None:
        """Give the id of the own directorate called *name* (``Planeación Urbana Sustentable``)."""
        return self._directorate_of.get(tuple(words_of(name)))

    def directorate_called(self, text: str) -> str | None:
        """Give the own directorate whose name, without the word *Dirección* but with its capitals, is all of *text*.

        ``Proyectos Estratégicos`` is one, ``Proyectos estratégicos`` are strategic projects.
        """
        content = [word for word in text.split() if content_words(word, self.profile.lexicon.grammar.stop_words)]
        return self.directorate_id(text) if all(word[0].isupper() for word in content) else None

    def directorates_called_in(self, text: str) -> list[str]:
        """Give the own directorates that *text* names so; not those that a name goes on with: ``Banco de …``."""
        found = []
        for match in self._name_pattern.finditer(fold(text)):
            id_ = self.directorate_called(text[match.start() : match.end()])
            if id_ is not None:
                found.append(id_)
        return found

    @cached_property
    def _name_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?<!de )(?<!del )(?<!de la )(?:{self._any_directorate})(?!\w)")

    def directorates_in(self, text: str) -> list[tuple[str, re.Match[str]]]:
        """Give the own directorates that *text* names, with the match in its folded form."""
        found = []
        for match in self.directorate_pattern.finditer(fold(text)):
            id_ = self.directorate_id(match["name"])
            if id_ is not None:
                found.append((id_, match))
        return found

    @cached_property
    def project_pattern(self) -> re.Pattern[str]:
        """Matches, in folded text, a project's name that is distinctive enough to stand in running text."""
        return _names_pattern(
            name for name in self.projects if len(content_words(name, self.profile.lexicon.grammar.stop_words)) > 1
        )

    @cached_property
    def people_pattern(self) -> re.Pattern[str]:
        """Matches, in folded text, the name of a person who has a record."""
        return _names_pattern(name for name in self.people if len(words_of(name)) > 1)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern for any of *names*, the longest first, white space and quotation marks free."""
    keys = {r"\W{1,3}".join(words_of(unicodedata.normalize("NFC", name))) for name in names}
    alternatives = "|".join(sorted(keys, key=lambda key: (-len(key), key)))
    return re.compile(rf"(?<!\w)(?:{alternatives or '(?!)'})(?!\w)")


def vocabulary_of(records: Records, profile: Profile) -> Vocabulary:
    """Give what the extraction is told of the records."""
    own = {
        record.id: tuple(map(without_word, record.names))
        for record in records["directorate"].values()
        if record.category == "institute"
    }
    return Vocabulary(
        profile=profile,
        directorates=own,
        projects=tuple(
            form for record in records["project"].values() for name in record.names for form in (name, name_key(name))
        ),
        people=tuple(name for record in records["person"].values() for name in record.names),
    )
