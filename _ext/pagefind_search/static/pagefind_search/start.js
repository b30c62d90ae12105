/* The search page: what happens as the reader types, chooses, and goes back. */
((search) => {
"use strict";

const { asked, clear, countOf, finding, form, from, hints, list, make, query, sort, status, texts, to } = search;
const PAUSE = 120;
let latest = 0;
let isLoaded = false;

const ask = () => run(true);

const run = async (push = false) => {
  asked.writeAddress(push);
  const turn = (latest += 1);
  const isLatest = () => turn === latest;
  list.ariaBusy = "true";
  const found = await finding.find();
  if (!isLatest()) return;
  if (found === null) showIdle();
  else await show(found, isLatest);
  if (isLatest()) list.ariaBusy = "false";
};

const showIdle = () => {
  search.showNoResults();
  hints.replaceChildren();
  status.textContent = texts.idle;
  search.showFacets((name) => finding.facets[name], ask);
};

const show = async ({ results, counts, known, unknown }, isLatest) => {
  search.showFacets((name) => counts.get(name), ask);
  await search.showHints(unknown, known, results.length, ask);
  await search.showResults(results, 0, isLatest);
  if (isLatest()) status.textContent = countOf(results.length);
};

const listen = () => {
  for (const box of [from, to]) {
    box.append(...finding.years.map((year) => make("option", { value: year, textContent: year })));
    box.value = box.dataset.wanted;
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
  asked.readAddress();
  if (location.protocol === "file:") {
    search.startOnDisk();
    return;
  }
  try {
    await finding.load();
  } catch {
    status.textContent = texts.failed;
    return;
  }
  isLoaded = true;
  listen();
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
