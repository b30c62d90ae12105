/* What results show of a page: the passage that answers best, and the sections that do. */
((search) => {
"use strict";

const BEFORE = 6;
const SHOWN = 30;
const MOST_SECTIONS = 3;
const MOST_MARKED = 24;
const HEADING = /^h[1-6]$/;

let fragments = null;

/* Pagefind's fragments by name; none where it cannot be loaded. */
const allFragments = async () => {
  try {
    const pagefind = await import(new URL("pagefind/pagefind.js", search.root).href);
    await pagefind.init();
    const { results } = await pagefind.search(null);
    return new Map(results.map((result) => [result.id, result]));
  } catch {
    return new Map();
  }
};

/* The text behind the title, as runs of letters, and its headings with the run at which each stands. */
const withoutTitle = ({ content, anchors }, title) => {
  const runs = content.split(/\s+/);
  const length = content.startsWith(title) ? title.split(/\s+/).length : 0;
  const headings = anchors.filter(({ element, id, text, location }) => HEADING.test(element) && id && text && location >= length);
  return { runs: runs.slice(length), headings: headings.map((heading) => ({ ...heading, location: heading.location - length })) };
};

const textOf = async (page) => {
  fragments ??= location.protocol === "file:" ? new Map() : allFragments();
  const fragment = (await fragments).get(page.fragment);
  if (fragment) return withoutTitle(await fragment.data(), page.title);
  const { chunk } = search.index;
  const texts = await search.part(`texts-${Math.floor(page.number / chunk)}`);
  return { runs: texts[page.number % chunk].split(/\s+/), headings: [] };
};

/* Where the words of the question stand in a part of a text: their places among the telling words, and of each the run
   of letters that it stands in. */
const standing = (runs, wanted) => {
  const area = wanted.map(() => []);
  const runOf = [];
  runs.forEach((run, index) => {
    for (const [, key] of search.pairs(run)) {
      wanted.forEach((keys, word) => { if (keys.includes(key)) area[word].push(runOf.length); });
      runOf.push(index);
    }
  });
  return { area, runOf };
};

/* The run at which the answer begins: the phrase, else the shortest stretch with all words, else the first of them. */
const beginning = ({ area, runOf }) => {
  const [phrase] = search.phrasePlaces(area);
  const { span, begins } = search.shortestStretch(area);
  const first = Math.min(...area.flat());
  return runOf[phrase ?? (span ? begins : first)] ?? 0;
};

const excerpt = (runs, place) => {
  const start = Math.max(0, place - BEFORE);
  const end = start + SHOWN;
  return `${start ? "… " : ""}${runs.slice(start, end).join(" ")}${end < runs.length ? " …" : ""}`;
};

const rankOf = (area) => search.rank([area.map(() => []), area.map(() => []), area], false);

/* The sections that have most of the words, in the order of the text. */
const sectionsOf = (runs, headings, wanted) => headings
  .map((heading, index) => {
    const part = runs.slice(heading.location, headings[index + 1]?.location ?? runs.length);
    const stands = standing(part, wanted);
    return { heading, part, stands, index, rank: rankOf(stands.area) };
  })
  .filter(({ stands }) => stands.area.some((places) => places.length))
  .sort((a, b) => search.compareRanks(a.rank, b.rank))
  .slice(0, MOST_SECTIONS)
  .sort((a, b) => a.index - b.index)
  .map(({ heading, part, stands }) => ({ id: heading.id, title: heading.text, excerpt: excerpt(part, beginning(stands)) }));

/* Give the passage of a page, its sections, and the words of it that answer, as they are written. */
search.passageOf = async (page, wanted) => {
  const { runs, headings } = await textOf(page);
  const stands = standing(runs, wanted);
  if (!stands.area.some((places) => places.length)) {
    return { excerpt: page.summary || excerpt(runs, 0), sections: [], marked: "" };
  }
  const every = new Set(wanted.flat());
  const said = search.pairs(runs.join(" ")).filter(([, key]) => every.has(key)).map(([word]) => search.bare(word));
  return {
    excerpt: excerpt(runs, beginning(stands)),
    sections: sectionsOf(runs, headings, wanted),
    marked: [...new Set(said)].slice(0, MOST_MARKED).join(" "),
  };
};
})(window.pagefindSearch ??= {});
