"""Reading profiles from their files; a mistake is told with file, line and field."""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from council.language.word_lists import Words, inflected
from council.profile.given_names import load_given_names
from council.profile.institution import Institution
from council.profile.lexicon import Lexicon
from council.profile.profile import Profile

FOLDER = Path(__file__).parent
"""The folder with a file for each language, and the given names."""
FILE = "institution.toml"

_Struct = TypeVar("_Struct", bound=msgspec.Struct)
_PLACE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")


class ProfileError(Exception):
    """A profile that cannot be read: *file*, *line*, *field*, and what is wrong."""

    def __init__(self, file: Path, line: int, field: str, problem: str) -> None:
        super().__init__(f"{file}:{line}: {f'{field}: ' if field else ''}{problem}")
        self.file, self.line, self.field, self.problem = file, line, field, problem


def load_profile(source: Path) -> Profile:
    """Read the profile of the archive at *source*: its ``institution.toml``, and the language that this names.

    Raises :class:`ProfileError` where a file is not there or a field is wrong.
    """
    file = source / FILE
    if not file.is_file():
        raise ProfileError(file, 1, "", "the file is not there; it says who the institution is, see the README")
    institution = read_declaration(file, Institution)
    known = languages()
    if institution.language not in known:
        raise profile_error(file, "language", f"no profile for {institution.language!r}; there are {', '.join(known)}")
    countries = sorted(path.stem for path in (FOLDER / "given-names").glob("*.txt"))
    for country in institution.countries:
        if country not in countries:
            raise profile_error(file, "countries", f"no given names for {country!r}; there are {', '.join(countries)}")
    names = load_given_names(FOLDER, institution.language, institution.countries)
    return Profile(_with_unit_nouns(load_lexicon(institution.language), institution), institution, names)


def _with_unit_nouns(lexicon: Lexicon, institution: Institution) -> Lexicon:
    """Give the words of the language with the nouns that the institution has for units, be they usual or its own."""
    nouns = lexicon.units.nouns + institution.units.nouns + institution.units.others
    return replace(lexicon, units=replace(lexicon.units, nouns=nouns))


def profile_digest(source: Path) -> str:
    """Give a checksum of all files that a profile of the archive at *source* may be read from."""
    digest = hashlib.sha256()
    for file in [source / FILE, *sorted(FOLDER.glob("*.toml")), *sorted(FOLDER.glob("*/*.txt"))]:
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def languages() -> list[str]:
    """Give the codes of the languages that have a profile."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@lru_cache(maxsize=8)
def load_lexicon(language: str) -> Lexicon:
    """Read the words of a language; the same object each time."""
    return _with_inflections(read_declaration(FOLDER / f"{language}.toml", Lexicon))


def _with_inflections(lexicon: Lexicon) -> Lexicon:
    """Give the offices of a language in feminine and plural, too."""
    people, units, councils = lexicon.people, lexicon.units, lexicon.councils

    def forms(words: Words) -> Words:
        return inflected(words, people.inflections)

    offices, trades, occasional = map(forms, (people.offices, people.trades, people.occasional))
    return replace(
        lexicon,
        people=replace(people, offices=offices, trades=trades, occasional=occasional),
        units=replace(units, heads=forms(units.heads), own_heads=forms(units.own_heads)),
        councils=replace(
            councils,
            officers=forms(councils.officers),
            members={body: forms(words) for body, words in councils.members.items()},
        ),
    )


def read_declaration(file: Path, type_: type[_Struct]) -> _Struct:
    """Read a TOML file into the struct that declares it; raises :class:`ProfileError`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        return msgspec.convert(tomllib.loads(text), type_, dec_hook=_read_words)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ProfileError(file, int(line[1]) if line else 1, "", f"no TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise ProfileError(file, 1, "", "it is not UTF-8; save it so") from error
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        path = place["path"] if place else ""
        raise profile_error(file, path, _PLACE.sub("", str(error))) from error


def _read_words(type_: type[Any], value: Any) -> Any:
    if type_ is not Words:
        raise NotImplementedError(type_)
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(text, str) for text in value)):
        return Words.read(value)
    raise ValueError(f"words are wanted, or a list of phrases, not {value!r}")


def profile_error(file: Path, path: str, problem: str) -> ProfileError:
    """Give the error that tells a *problem* of the field *path*, at its line in *file*."""
    unknown = re.search(r"unknown field `([^`]+)`", problem)
    field = ".".join(filter(None, [path, unknown[1] if unknown else ""]))
    return ProfileError(file, _line_of(file.read_text(encoding="utf-8-sig"), field), field, problem)


def _line_of(text: str, field: str) -> int:
    """Give the line of the last part of *field* that stands in the file: its key, or its table."""
    keys = [part for part in re.split(r"[.\[\]]+", field) if part and part != "..."]
    line, table = 1, keys[:-1]
    for number, content in enumerate(text.split("\n"), 1):
        head = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", content)
        if head:
            table = [part.strip(" \"'") for part in head[1].split(".")]
            line = number if table == keys[: len(table)] else line
        else:
            key = re.match(r"""\s*["']?([^"'=\s]+)["']?\s*=""", content)
            line = number if key and key[1] in keys and all(part in keys for part in table) else line
    return line
