/* Finding the pages that answer a question, and putting them in order. */
((search) => {
"use strict";

const TEXT_NAMES_ALIASES = [1, 2, 3];

/* Where the keys of a word stand, by page: three areas of places, in the order of a posting. */
const placesOf = async (keys) => {
  const pages = new Map();
  for (const postings of await Promise.all(keys.map(search.postings))) {
    for (const posting of postings) {
      const before = pages.get(posting[0]) || [[], [], []];
      pages.set(posting[0], TEXT_NAMES_ALIASES.map((area) => [...before[area - 1], ...(posting[area] || [])]));
    }
  }
  return pages;
};

/* The areas of a page as they are ranked: names, aliases, text, each with the places of each word. */
const areasOf = (page, places) => {
  const [text, names, aliases] = [0, 1, 2].map((area) => places.map((pages) => pages.get(page)?.[area] || []));
  return [names, aliases, text];
};

/* The pages that go by the words of the question; the last word may stand for several. */
const pagesNamed = async (wanted) => {
  const before = wanted.slice(0, -1).map((keys) => keys[0]);
  const names = wanted.at(-1).map((key) => `=${[...before, key].join(" ")}`);
  return new Set((await Promise.all(names.map(search.postings))).flat());
};

/* Whether a page itself says a phrase; other names of what it mentions are not its words. */
const says = (page, places) => {
  const [names, , text] = areasOf(page, places);
  return search.phrasePlaces(names).length > 0 || search.phrasePlaces(text).length > 0;
};

/* Give the numbers of the pages that answer, best first: *full* have all words, *some* a part of them. */
search.match = async ({ wanted, phrases }) => {
  if (!wanted.length) return { full: [], some: [] };
  const [places, named, quoted] = await Promise.all([
    Promise.all(wanted.map(placesOf)),
    pagesNamed(wanted),
    Promise.all(phrases.map((phrase) => Promise.all(phrase.map(placesOf)))),
  ]);
  const holders = [...new Set(places.flatMap((pages) => [...pages.keys()]))];
  const ranked = holders
    .filter((page) => quoted.every((phrase) => says(page, phrase)))
    .map((page) => ({ page, rank: search.rank(areasOf(page, places), named.has(page)) }))
    .sort((a, b) => search.compareRanks(a.rank, b.rank) || a.page - b.page);
  const numbers = (isSome) => ranked.filter(({ rank }) => (rank[0] === search.SOME) === isSome).map(({ page }) => page);
  return { full: numbers(false), some: phrases.length ? [] : numbers(true) };
};
})(window.pagefindSearch ??= {});
