/* The parts of the search page, and what all its scripts use.  They are plain scripts, which run from the disk too,
   and share one object. */
((search) => {
"use strict";

const element = (id) => document.getElementById(id);
const form = element("pagefind-search");
const texts = JSON.parse(form.dataset.texts);
const language = document.documentElement.lang || undefined;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

Object.assign(search, {
  form,
  texts,
  language,
  facetNames: JSON.parse(form.dataset.facets),
  everyPage: form.dataset.everyPage,
  root: new URL(document.documentElement.dataset.content_root || "./", location.href),
  query: element("pf-query"),
  sort: element("pf-sort"),
  from: element("pf-from"),
  to: element("pf-to"),
  clear: element("pf-clear"),
  status: element("pf-status"),
  hints: element("pf-hints"),
  facetBox: element("pf-facets"),
  list: element("pf-results"),
  more: element("pf-more"),

  /* Words that tell nothing by themselves. */
  ignored: new Set(fold(texts.ignored).split(" ")),

  /* Text without case and accents, and its words. */
  fold,
  wordsOf: (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [],

  /* A string of the page with its {places} filled. */
  fill: (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]),

  countOf: (count) => (count === 0 ? search.texts.none : count === 1 ? search.texts.one : search.fill(search.texts.many, { count })),

  make: (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  },

  /* "2020-11-30", "2014-01" or "2014" as the readers write it. */
  shownDate: (date) => {
    if (!date) return "";
    const [year, month, day] = date.split("-").map(Number);
    const precision = day ? { dateStyle: "long" } : { year: "numeric", ...(month && { month: "long" }) };
    return new Date(year, (month || 1) - 1, day || 1).toLocaleDateString(language, precision);
  },
});
})(window.pagefindSearch ??= {});
