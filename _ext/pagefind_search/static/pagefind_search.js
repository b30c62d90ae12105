/* The search page, on Pagefind's JavaScript interface; a plain script, so that it runs from the disk too. */
(() => {
"use strict";

const form = document.getElementById("pagefind-search");
const texts = JSON.parse(form.dataset.texts);
const facetNames = JSON.parse(form.dataset.facets);
const element = (id) => document.getElementById(id);
const [query, sort, from, to] = ["pf-query", "pf-sort", "pf-from", "pf-to"].map(element);
const [status, hints, facetBox, list, more] = ["pf-status", "pf-hints", "pf-facets", "pf-results", "pf-more"].map(element);
const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
const EVERY_PAGE = "zzpagina";
const PAGE = 10;
const FACET_SIZE = 8;
const SHOWN_SECTIONS = 3;
const RANKED = 30;
const FEW = 10;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/* -- state: all of it stands in the address ------------------------------------------------------------- */

let chosen = new Map(facetNames.map(([name]) => [name, new Set()]));
const unfolded = new Set();

const readAddress = () => {
  const asked = new URLSearchParams(location.search);
  query.value = asked.get("q") || "";
  sort.value = asked.get("sort") || "";
  from.dataset.wanted = asked.get("from") || "";
  to.dataset.wanted = asked.get("to") || "";
  for (const box of [from, to]) box.value = box.dataset.wanted;
  chosen = new Map(facetNames.map(([name]) => [name, new Set(asked.getAll(name))]));
};

const writeAddress = (push) => {
  const asked = new URLSearchParams();
  if (query.value.trim()) asked.set("q", query.value.trim());
  if (sort.value) asked.set("sort", sort.value);
  if (from.value) asked.set("from", from.value);
  if (to.value) asked.set("to", to.value);
  for (const [name, values] of chosen) for (const value of values) asked.append(name, value);
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  if (address === location.pathname + location.search) return;
  history[push ? "pushState" : "replaceState"](null, "", address);
};

/* -- searching -------------------------------------------------------------------------------------------- */

let pagefind = null;
let allFilters = {};
let running = 0;

const yearsBetween = () => {
  if (!from.value && !to.value) return null;
  return Object.keys(allFilters.year || {}).filter((year) => (!from.value || year >= from.value) && (!to.value || year <= to.value));
};

const filtersWithout = (left) => {
  const filters = {};
  for (const [name, values] of chosen) {
    if (name !== left && values.size) filters[name] = { any: [...values] };
  }
  const years = yearsBetween();
  if (years && left !== "year") {
    const both = filters.year ? filters.year.any.filter((year) => years.includes(year)) : years;
    filters.year = { any: both.length ? both : ["-"] };
  }
  return filters;
};

const phrasesOf = (text) => [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => match[1].trim()).filter(Boolean);

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
  let kept = results;
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    kept = kept.filter((result) => consecutive(result.words || [], words.length));
  }
  if (!phrases.length) return kept;
  const sure = await Promise.all(kept.map(async (result) => {
    const content = wordsOf((await result.data()).content).join(" ");
    return phrases.every((phrase) => ` ${content} `.includes(` ${wordsOf(phrase).join(" ")} `));
  }));
  return kept.filter((_, index) => sure[index]);
};

/* A record's own page comes first for its name, then the pages that mention a record of that name. */
const namedFirst = async (results, text) => {
  const asked = wordsOf(text).join(" ");
  if (!asked || sort.value) return results;
  const head = await Promise.all(results.slice(0, RANKED).map(async (result) => [result, await result.data()]));
  const names = (data, key) => (data.meta[key] || "").split(" | ").map((name) => wordsOf(name).join(" "));
  const rank = (data) => {
    if (names(data, "names").includes(asked)) return 0;
    return [...names(data, "names"), ...names(data, "alias")].some((name) => ` ${name} `.includes(` ${asked} `)) ? 1 : 2;
  };
  const ranked = head.map(([result, data], index) => [rank(data), index, result]).sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return [...ranked.map(([, , result]) => result), ...results.slice(RANKED)];
};

/* Where few pages have all the words, those that have some of them follow. */
const withSome = async (results, known, filters) => {
  if (known.length < 2 || results.length >= FEW) return results;
  const seen = new Set(results.map((result) => result.id));
  const scores = new Map();
  for (const word of known.filter((one) => !STOP.has(fold(one)))) {
    for (const result of (await pagefind.search(word, options(filters))).results) {
      if (seen.has(result.id)) continue;
      const before = scores.get(result.id) || { result, words: 0, score: 0 };
      scores.set(result.id, { result, words: before.words + 1, score: before.score + result.score });
    }
  }
  const rest = [...scores.values()].sort((x, y) => y.words - x.words || y.score - x.score);
  return [...results, ...rest.map(({ result }) => result)];
};

const options = (filters) => (sort.value ? { filters, sort: { date: sort.value } } : { filters });

const knownWords = async (text) => {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words.length === 0) return { known: [], unknown: [] };
  const found = await Promise.all(words.map(async (word) => (await pagefind.search(word)).results.length > 0));
  return { known: words.filter((_, index) => found[index]), unknown: words.filter((_, index) => !found[index]) };
};

const run = async (push = false) => {
  writeAddress(push);
  const turn = (running += 1);
  list.ariaBusy = "true";
  const text = query.value.replace(/["“”]/g, " ").trim();
  const phrases = phrasesOf(query.value);
  const filters = filtersWithout(null);
  if (!text && !Object.keys(filters).length) {
    list.replaceChildren();
    more.hidden = true;
    hints.replaceChildren();
    status.textContent = texts.idle;
    showFacets(new Map(), true);
    list.ariaBusy = "false";
    return;
  }
  const { known, unknown } = await knownWords(text);
  if (turn !== running) return;
  const asked = text ? known.join(" ") : EVERY_PAGE;
  let results = [];
  if (asked && !(phrases.length && unknown.length)) {
    results = (await pagefind.search(asked, options(filters))).results;
    results = await withPhrases(results, phrases);
    if (!phrases.length && !sort.value) results = await withSome(results, known, filters);
    results = await namedFirst(results, text);
  }
  const counts = await facetCounts(asked, phrases);
  if (turn !== running) return;
  showFacets(counts, false);
  const count = results.length;
  await showHints(unknown, known, count);
  await showResults(results, 0, turn);
  if (turn !== running) return;
  status.textContent = count === 0 ? texts.none : count === 1 ? texts.one : fill(texts.many, { count });
  list.ariaBusy = "false";
};

const facetCounts = async (asked, phrases) => {
  const counts = new Map();
  if (!asked) return counts;
  for (const [name] of facetNames) {
    const found = await pagefind.search(asked, { filters: filtersWithout(name) });
    let values = found.filters[name] || {};
    if (phrases.length) {
      const kept = new Set((await withPhrases(found.results, phrases)).map((result) => result.id));
      if (kept.size < found.results.length) values = Object.fromEntries(Object.keys(values).map((value) => [value, kept.size ? values[value] : 0]));
    }
    counts.set(name, values);
  }
  return counts;
};

/* -- showing ---------------------------------------------------------------------------------------------- */

const excerpt = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => (node.nodeName === "MARK"
    ? make("mark", { textContent: node.textContent }) : document.createTextNode(node.textContent)));
};

const STOP = new Set("a al ante con de del e el en la las lo los o para por que se su sus un una y".split(" "));

const markedWords = (data) => {
  const content = data.content.split(/\s+/);
  const words = new Set((data.locations || []).flatMap((place) => wordsOf(content[place] || "")));
  return [...words].filter((word) => !STOP.has(word)).slice(0, 24).join(" ");
};

const address = (url, marked) => {
  const target = new URL(url.replace(/^\//, ""), root);
  if (marked) target.searchParams.set("mark", marked);
  return target.href;
};

const shownDate = (date) => {
  if (!date) return "";
  const [year, month, day] = date.split("-").map(Number);
  return new Date(year, month - 1, day).toLocaleDateString(document.documentElement.lang || "es", { dateStyle: "long" });
};

const resultItem = (data) => {
  const marked = markedWords(data);
  const facts = [data.meta.type, shownDate(data.meta.date)].filter(Boolean).join(" · ");
  const item = make("li", {},
    make("a", { href: address(data.url, marked), textContent: data.meta.title }),
    make("p", { className: "pf-facts", textContent: facts }),
    make("p", {}, ...excerpt(data.excerpt)));
  const sections = (data.sub_results || []).filter((part) => part.url.includes("#") && part.title !== data.meta.title);
  if (sections.length) {
    item.append(make("ul", { className: "pf-sub" }, ...sections.slice(0, SHOWN_SECTIONS).map((part) =>
      make("li", {}, make("a", { href: address(part.url, marked), textContent: part.title }), " ", ...excerpt(part.excerpt)))));
  }
  return item;
};

const showResults = async (results, start, turn) => {
  const shown = await Promise.all(results.slice(start, start + PAGE).map((result) => result.data()));
  if (turn !== running) return;
  if (start === 0) list.replaceChildren();
  list.append(...shown.map(resultItem));
  const rest = start + PAGE;
  more.hidden = rest >= results.length;
  more.onclick = async () => {
    await showResults(results, rest, turn);
    list.children[rest]?.querySelector("a").focus();
  };
};

const showFacets = (counts, idle) => {
  const focused = document.activeElement?.dataset?.key;
  facetBox.replaceChildren(...facetNames.map(([name, label]) => {
    const values = idle ? allFilters[name] || {} : counts.get(name) || {};
    const picked = chosen.get(name);
    const every = [...new Set([...picked, ...Object.keys(values).filter((value) => values[value])])];
    const byYear = name === "year";
    every.sort((a, b) => picked.has(b) - picked.has(a) || (byYear ? b.localeCompare(a) : (values[b] || 0) - (values[a] || 0) || a.localeCompare(b, "es")));
    const shown = unfolded.has(name) ? every : every.slice(0, Math.max(FACET_SIZE, picked.size));
    const group = make("fieldset", { className: "pf-facet" }, make("legend", { textContent: label }), ...shown.map((value) => choice(name, value, values[value] || 0)));
    if (every.length > shown.length) {
      const button = make("button", { type: "button", textContent: `${texts.all} (${every.length})` });
      button.addEventListener("click", () => { unfolded.add(name); showFacets(counts, idle); });
      group.append(button);
    }
    group.hidden = !every.length;
    return group;
  }));
  if (focused) [...facetBox.querySelectorAll("input")].find((box) => box.dataset.key === focused)?.focus();
};

const choice = (name, value, count) => {
  const box = make("input", { type: "checkbox", checked: chosen.get(name).has(value) });
  box.dataset.key = `${name}:${value}`;
  box.addEventListener("change", () => {
    chosen.get(name)[box.checked ? "add" : "delete"](value);
    run(true);
  });
  return make("label", {}, box, make("span", { textContent: value }), " ", make("span", { className: "pf-count", textContent: count }));
};

/* -- unknown words, near spellings ------------------------------------------------------------------------ */

let ownWords = null;

const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [null, [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};

const nearest = async (word) => {
  ownWords ??= await fetch(new URL("pagefind/words.json", root)).then((answer) => answer.json()).catch(() => ({}));
  const asked = fold(word);
  const most = asked.length > 5 ? 2 : 1;
  let best = null;
  for (const [known, count] of Object.entries(ownWords)) {
    const away = distance(asked, fold(known), most);
    if (away > 0 && away <= most && (!best || away < best.away || (away === best.away && count > best.count))) best = { known, away, count };
  }
  return best?.known;
};

const showHints = async (unknown, known, count) => {
  const made = [];
  for (const word of unknown) {
    if (known.length) made.push(make("p", { className: "pf-hint", textContent: fill(texts.unknown, { word }) }));
    const near = await nearest(word);
    if (near) made.push(suggestion(query.value.replace(word, near), near));
  }
  if (!unknown.length && !count) {
    for (const word of known) {
      const near = await nearest(word);
      if (near) made.push(suggestion(query.value.replace(word, near), near));
    }
  }
  hints.replaceChildren(...made);
};

const suggestion = (text, word) => {
  const [before, after] = texts.suggest.split("{word}");
  const asked = new URLSearchParams({ q: text });
  const link = make("a", { href: `?${asked}`, textContent: word });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    query.value = text;
    run(true);
  });
  return make("p", { className: "pf-hint" }, before, link, after);
};

/* -- opened from the disk ------------------------------------------------------------------------------------ */

const shortSearch = () => {
  hints.replaceChildren(make("p", { className: "pf-hint", textContent: texts.short }));
  const wanted = wordsOf(query.value);
  const rows = window.shortSearch.map((row) => [row, ` ${wordsOf(row[1]).join(" ")} `, ` ${wordsOf(`${row[1]} ${row[4]} ${row[3]}`).join(" ")} `]);
  const hits = wanted.length ? rows.filter(([, , all]) => wanted.every((word) => all.includes(` ${word}`))) : [];
  const inTitle = (title) => wanted.filter((word) => title.includes(` ${word}`)).length;
  hits.sort((a, b) => inTitle(b[1]) - inTitle(a[1]) || b[0][3].localeCompare(a[0][3]));
  status.textContent = !wanted.length ? texts.idle : hits.length === 1 ? texts.one : hits.length ? fill(texts.many, { count: hits.length }) : texts.none;
  list.replaceChildren(...hits.slice(0, 50).map(([[url, title, type, date]]) => make("li", {},
    make("a", { href: new URL(url, root).href, textContent: title }),
    make("p", { className: "pf-facts", textContent: [type, shownDate(date)].filter(Boolean).join(" · ") }))));
};

const startFromDisk = () => {
  for (const part of document.querySelectorAll(".pf-controls, #pf-facets")) part.hidden = true;
  const script = make("script", { src: new URL("_static/short-search.js", root).href });
  script.addEventListener("load", () => {
    query.addEventListener("input", shortSearch);
    form.addEventListener("submit", shortSearch);
    shortSearch();
  });
  document.head.append(script);
};

/* -- start -------------------------------------------------------------------------------------------------------- */

const start = async () => {
  readAddress();
  if (location.protocol === "file:") {
    startFromDisk();
    return;
  }
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.init();
    allFilters = await pagefind.filters();
  } catch {
    status.textContent = texts.failed;
    return;
  }
  for (const box of [from, to]) {
    box.append(...Object.keys(allFilters.year || {}).sort().map((year) => make("option", { value: year, textContent: year })));
    box.value = box.dataset.wanted;
    box.addEventListener("change", () => run(true));
  }
  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  sort.addEventListener("change", () => run(true));
  element("pf-clear").addEventListener("click", () => {
    for (const box of [query, sort, from, to]) box.value = "";
    for (const values of chosen.values()) values.clear();
    run(true);
    query.focus();
  });
  window.addEventListener("popstate", () => { readAddress(); run(); });
  await run();
};

form.addEventListener("submit", (event) => { event.preventDefault(); if (pagefind) run(true); });
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
})();
