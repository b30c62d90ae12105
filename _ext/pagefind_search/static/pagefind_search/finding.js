/* Asking Pagefind: exact phrases, the page of a name first, and what has some of the words where few have all. */
((search) => {
"use strict";

const { asked, everyPage, facetNames, fold, ignored, query, sort, wordsOf } = search;
const RANKED = 30;
const FEW = 10;

let pagefind = null;

const ordered = (filters) => (sort.value ? { filters, sort: { date: sort.value } } : { filters });

const knownWords = async (text) => {
  const words = [...new Set(text.split(/[^\p{L}\p{N}]+/u).filter(Boolean))];
  const found = await Promise.all(words.map(async (word) => (await pagefind.search(word)).results.length > 0));
  return { known: words.filter((_, index) => found[index]), unknown: words.filter((_, index) => !found[index]) };
};

const consecutive = (positions, length) => {
  const places = [...new Set(positions)].sort((a, b) => a - b);
  let run = 1;
  for (let index = 1; index < places.length; index += 1) {
    run = places[index] === places[index - 1] + 1 ? run + 1 : 1;
    if (run >= length) return true;
  }
  return length <= 1 && places.length > 0;
};

const withPhrases = async (results, phrases) => {
  if (!phrases.length) return results;
  const told = phrases.map(wordsOf);
  const near = results.filter((result) => told.every((words) => consecutive(result.words || [], words.length)));
  const sure = await Promise.all(near.map(async (result) => {
    const content = ` ${wordsOf((await result.data()).content).join(" ")} `;
    return told.every((words) => content.includes(` ${words.join(" ")} `));
  }));
  return near.filter((_, index) => sure[index]);
};

/* The page that goes by a name comes first for it, then the pages that mention what goes by it. */
const namedFirst = async (results, text) => {
  const wanted = wordsOf(text).join(" ");
  if (!wanted || sort.value) return results;
  const head = await Promise.all(results.slice(0, RANKED).map(async (result) => [result, await result.data()]));
  const names = (data, key) => (data.meta[key] || "").split(" | ").map((name) => wordsOf(name).join(" "));
  const rank = (data) => {
    if (names(data, "names").includes(wanted)) return 0;
    return [...names(data, "names"), ...names(data, "alias")].some((name) => ` ${name} `.includes(` ${wanted} `)) ? 1 : 2;
  };
  const ranked = head.map(([result, data], index) => [rank(data), index, result]).sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return [...ranked.map(([, , result]) => result), ...results.slice(RANKED)];
};

/* Where few pages have all the words, those that have some of them follow. */
const withSome = async (results, known, filters) => {
  if (known.length < 2 || results.length >= FEW) return results;
  const seen = new Set(results.map((result) => result.id));
  const scores = new Map();
  for (const word of known.filter((one) => !ignored.has(fold(one)))) {
    for (const result of (await pagefind.search(word, ordered(filters))).results) {
      if (seen.has(result.id)) continue;
      const before = scores.get(result.id) || { result, words: 0, score: 0 };
      scores.set(result.id, { result, words: before.words + 1, score: before.score + result.score });
    }
  }
  const rest = [...scores.values()].sort((x, y) => y.words - x.words || y.score - x.score);
  return [...results, ...rest.map(({ result }) => result)];
};

/* How many of the results have each value of a facet; Pagefind counts for itself, but knows no phrases. */
const counted = async (name, text, phrases) => {
  const found = await pagefind.search(text, { filters: asked.filters(finding.years, name) });
  if (!phrases.length) return found.filters[name] || {};
  const counts = Object.create(null);
  for (const result of await withPhrases(found.results, phrases)) {
    for (const value of (await result.data()).filters[name] || []) counts[value] = (counts[value] || 0) + 1;
  }
  return counts;
};

const finding = {
  /* All values of all facets, and the years among them. */
  facets: {},
  years: [],

  /* Load Pagefind; fails where there is no index. */
  async load() {
    pagefind = await import(new URL("pagefind/pagefind.js", search.root).href);
    await pagefind.init();
    finding.facets = await pagefind.filters();
    finding.years = Object.keys(finding.facets.year || {}).sort();
  },

  /* Give null where nothing is asked; else the results, how many each facet has, and the words known and unknown. */
  async find() {
    const text = query.value.replace(/["“”]/g, " ").trim();
    const phrases = asked.phrases();
    const filters = asked.filters(finding.years);
    if (!text && !Object.keys(filters).length) return null;
    const { known, unknown } = await knownWords(text);
    const wanted = text ? known.join(" ") : everyPage;
    const counts = new Map();
    if (!wanted || (phrases.length && unknown.length)) return { results: [], counts, known, unknown };
    let { results } = await pagefind.search(wanted, ordered(filters));
    results = await withPhrases(results, phrases);
    if (!phrases.length && !sort.value) results = await withSome(results, known, filters);
    results = await namedFirst(results, text);
    for (const [name] of facetNames) counts.set(name, await counted(name, wanted, phrases));
    return { results, counts, known, unknown };
  },
};

search.finding = finding;
})(window.pagefindSearch);
