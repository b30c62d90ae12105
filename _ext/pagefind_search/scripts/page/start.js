/* The search page: what happens as the reader types, chooses, and goes back. */
((search) => {
"use strict";

const { asked, clear, filters, form, from, hints, list, make, query, sort, status, to } = search;
const PAUSE = 60;
const WIDE = "(min-width: 52rem)";
let latest = 0;
let isLoaded = false;

const ask = () => run(true);

/* Give what is asked for: the pages, how many of them have all words, and what the facets count. */
const find = async (text) => {
  const question = await search.readQuestion(text);
  const every = [...Array(search.index.pages).keys()];
  const { full, some } = text ? await search.match(question) : { full: every, some: [] };
  const chosen = search.filtered(full);
  const pages = sort.value || !text ? search.byDate(chosen, sort.value) : [...chosen, ...search.filtered(some)];
  return { question, matches: full, results: { pages, full: chosen.length, wanted: question.wanted } };
};

const run = async (push = false) => {
  asked.writeAddress(push);
  const turn = (latest += 1);
  const isLatest = () => turn === latest;
  const text = query.value.trim();
  list.ariaBusy = "true";
  if (text || asked.isFiltered()) await show(text, await find(text), isLatest);
  else showIdle();
  if (isLatest()) list.ariaBusy = "false";
};

const showIdle = () => {
  search.showNoResults();
  hints.replaceChildren();
  status.textContent = search.texts.idle;
  search.showFacets((name) => search.counted(name, [...Array(search.index.pages).keys()]), ask);
};

const show = async (text, { question, matches, results }, isLatest) => {
  if (!isLatest()) return;
  await search.showResults(results, 0, isLatest);
  if (!isLatest()) return;
  search.showFacets((name) => search.counted(name, matches), ask);
  hints.replaceChildren(...search.hintsOf(question, text, (other) => { query.value = other; ask(); query.focus(); }));
  status.textContent = search.countOf(results.full);
};

const listen = () => {
  for (const box of [from, to]) {
    box.append(...search.years().map((year) => make("option", { value: year, textContent: year })));
  }
  for (const box of [from, to, sort]) box.addEventListener("change", ask);
  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, PAUSE);
  });
  clear.addEventListener("click", () => {
    asked.clear();
    ask();
    query.focus();
  });
  window.addEventListener("popstate", () => { asked.readAddress(); run(); });
};

const start = async () => {
  query.value = new URLSearchParams(location.search).get("q") || "";
  filters.open = matchMedia(WIDE).matches;
  try {
    await search.begin();
    await search.loadFacets();
  } catch {
    status.textContent = form.dataset.failed;
    return;
  }
  listen();
  asked.readAddress();
  isLoaded = true;
  await run();
};

form.addEventListener("submit", (event) => { event.preventDefault(); if (isLoaded) ask(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...list.querySelectorAll("li > a")];
  const here = document.activeElement === query ? -1 : links.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== query) return;
  const next = here + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? query : links[Math.min(next, links.length - 1)])?.focus();
  event.preventDefault();
});
query.focus();
start();
})(window.pagefindSearch);
