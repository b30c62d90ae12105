/* The order of what is found: a name before a phrase, a phrase before near words, near before apart, all before some.
   extension_kit/search_order.py says the same, and tells why. */
((search) => {
"use strict";

const NEAR = 8;
const MOST = 9;
const IN_NAMES = 20;
const IN_ALIASES = 2;
const [NAMED, PHRASE, CLOSE, ALL, SOME] = [0, 1, 2, 3, 4];

search.SOME = SOME;
search.LINE = 4;

/* Give the places where the words stand side by side, in the order of the question; an area has the places of each word. */
search.phrasePlaces = ([first, ...others]) => {
  const following = others.map((places) => new Set(places));
  return first.filter((place) => following.every((places, index) => places.has(place + index + 1)));
};

/* Give the number of words in the shortest stretch that holds all words, and where it begins; 0 where there is none. */
search.shortestStretch = (area) => {
  if (!area.every((places) => places.length)) return { span: 0, begins: 0 };
  const standing = area.flatMap((places, word) => places.map((place) => [place, word])).sort((a, b) => a[0] - b[0]);
  const last = new Map();
  let shortest = { span: 0, begins: 0 };
  for (const [place, word] of standing) {
    last.set(word, place);
    if (last.size < area.length) continue;
    const begins = Math.min(...last.values());
    const span = place - begins + 1;
    if (!shortest.span || span < shortest.span) shortest = { span, begins };
  }
  return shortest;
};

const sum = (numbers) => numbers.reduce((before, number) => before + number, 0);

const weightOfSome = (areas, found) => {
  const [names, aliases, text] = areas.map((area) => sum(area.map((places) => Math.min(places.length, MOST))));
  return 1000 * found + IN_NAMES * names + IN_ALIASES * aliases + text;
};

/* Give the rank of a page: its level, how much speaks against it, where in its text the answer begins. */
search.rank = (areas, isNamed) => {
  const [names, aliases, text] = areas;
  const phrases = search.phrasePlaces(text);
  const inside = (area, weight) => (search.phrasePlaces(area).length ? weight : 0);
  const weight = inside(names, IN_NAMES) + inside(aliases, IN_ALIASES) + Math.min(phrases.length, MOST);
  if (isNamed || weight) return [isNamed ? NAMED : PHRASE, -weight, phrases.length ? Math.min(...phrases) : 0];
  const found = text.filter((_, word) => areas.some((area) => area[word].length)).length;
  if (found < text.length) return [SOME, -weightOfSome(areas, found), 0];
  const inNames = IN_NAMES * names.filter((places) => places.length).length;
  const spans = areas.map((area) => search.shortestStretch(area).span).filter(Boolean);
  const span = spans.length ? Math.min(...spans) : 0;
  return span && span <= text.length + NEAR ? [CLOSE, span - inNames, 0] : [ALL, -inNames, 0];
};

/* Compare ranks for sorting. */
search.compareRanks = (one, other) => {
  const index = one.findIndex((number, place) => number !== other[place]);
  return index < 0 ? 0 : one[index] - other[index];
};
})(window.pagefindSearch ??= {});
