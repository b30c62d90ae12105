/* The short search, for a page that was opened from the disk: browsers load no index from there. */
((search) => {
"use strict";

const { countOf, form, hints, list, make, query, root, status, texts, wordsOf } = search;
const MOST = 50;

const find = () => {
  const wanted = wordsOf(query.value);
  const rows = window.shortSearch.map((row) => [row, ` ${wordsOf(row[1]).join(" ")} `, ` ${wordsOf(`${row[1]} ${row[4]} ${row[3]}`).join(" ")} `]);
  const hits = wanted.length ? rows.filter(([, , all]) => wanted.every((word) => all.includes(` ${word}`))) : [];
  const inTitle = (title) => wanted.filter((word) => title.includes(` ${word}`)).length;
  hits.sort((a, b) => inTitle(b[1]) - inTitle(a[1]) || b[0][3].localeCompare(a[0][3]));
  status.textContent = wanted.length ? countOf(hits.length) : texts.idle;
  list.replaceChildren(...hits.slice(0, MOST).map(([[url, title, type, date]]) => search.resultItem(new URL(url, root).href, title, type, date)));
};

search.startOnDisk = () => {
  for (const part of document.querySelectorAll(".pf-controls, #pf-facets")) part.hidden = true;
  hints.replaceChildren(make("p", { className: "pf-hint", textContent: texts.short }));
  const script = make("script", { src: new URL("_static/short-search.js", root).href });
  script.addEventListener("load", () => {
    query.addEventListener("input", find);
    form.addEventListener("submit", find);
    find();
  });
  document.head.append(script);
};
})(window.pagefindSearch);
