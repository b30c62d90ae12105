"""The scripts of the search say the same as ``extension_kit``: keys of words, near spellings, ranks, and so the order."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from council.exports.searched_release import word_keys
from council.exports.text_search import answer
from council.profile.loader import load_lexicon
from extension_kit.near_spellings import nearest_word
from extension_kit.search_order import rank
from playwright.sync_api import Page, expect
from sites import Site

ODD = "9ª 3ra 1er 22do ﬁcha Ｆｕｌｌ ñandú pingüino raíces voz & décima-segunda México's a_b __proto__ constructor ß İstanbul 日本".split()
QUERIES = (
    "atlas de riesgos", "octava sesión 2020", "plan director de desarrollo urbano", "arte urbano y graffiti", "consejo",
    '"arte urbano y graffiti"', '"graffiti arte urbano"', "graffiti & arte", "plneacion urbna", "plan agua zxqw", "infra",
    "vive tu acera etapa 2", "los las de", "9a sesion",
)  # fmt: skip
ANSWER = """async (query) => {
  const search = window.pagefindSearch;
  const question = await search.readQuestion(query);
  const { full, some } = await search.match(question);
  const addresses = (numbers) => Promise.all(numbers.map(async (number) => (await search.page(number)).address));
  return [await addresses(full), await addresses(some), Object.fromEntries(question.meant), question.unknown];
}"""


@pytest.fixture
def engine(page: Page, address: str) -> Page:
    page.goto(f"{address}search.html")
    expect(page.locator("#pf-status")).not_to_be_empty()
    return page


def words_of(archive: Site) -> dict[str, int]:
    connection = sqlite3.connect(archive.output / "data" / "archive.sqlite")
    return dict(connection.execute("SELECT word, releases FROM words"))


def test_keys_of_words(engine: Page, archive: Site) -> None:
    words = [*words_of(archive), *ODD, *load_lexicon("es").ordinal_values]
    keys = word_keys(load_lexicon("es"))
    given = engine.evaluate("(texts) => texts.map((text) => window.pagefindSearch.pairs(text))", words)
    assert len(words) > 1000
    assert [[tuple(pair) for pair in pairs] for pairs in given] == [list(keys.pairs(word)) for word in words]


def test_near_spellings(engine: Page, archive: Site) -> None:
    words, chance = words_of(archive), random.Random(15)
    asked = [
        "".join(chance.sample(word, len(word))) if chance.random() < 0.2 else _misspelt(word, chance) for word in words
    ]
    given = engine.evaluate(
        "([asked, words]) => asked.map((word) => window.pagefindSearch.nearestWord(word, words))", [asked[:150], words]
    )
    assert given == [nearest_word(word, words) for word in asked[:150]]
    assert sum(1 for near in given if near) > 50


def _misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(["", "x", word[place] * 2]) + word[place + 1 :]


def test_ranks(engine: Page) -> None:
    chance = random.Random(15)
    pages = [_areas(chance, chance.randint(1, 4)) for _ in range(400)]
    given = engine.evaluate("(pages) => pages.map((areas) => window.pagefindSearch.rank(areas, false))", pages)
    ranks = [list(rank((names, aliases, text), is_named=False)) for names, aliases, text in pages]
    assert given == ranks
    assert {level for level, *_rest in ranks} == {1, 2, 3, 4}


def _areas(chance: random.Random, words: int) -> list[list[list[int]]]:
    sizes = (chance.randint(0, 1), chance.randint(0, 1), chance.randint(0, 4))
    longest = chance.choice((6, 40))
    return [[sorted(chance.sample(range(1, longest), chance.randint(0, size))) for _ in range(words)] for size in sizes]


@pytest.mark.parametrize("query", QUERIES)
def test_the_order_is_that_of_the_command(engine: Page, archive: Site, query: str) -> None:
    full, some, meant, unknown = engine.evaluate(ANSWER, query)
    told = answer(archive.output / "data" / "archive.sqlite", query, limit=1000)
    releases = [[Path(address).stem for address in part if address.startswith("sessions/")] for part in (full, some)]
    assert releases == [[hit.slug for hit in told.hits if hit.is_partial is some] for some in (False, True)]
    assert set(unknown) <= set(told.unknown)  # records may have words that no release has
    assert meant.items() <= told.meant.items()
