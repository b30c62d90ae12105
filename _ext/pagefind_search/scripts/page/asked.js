/* What is asked: the query, the order, the years and the chosen facets.  All of it stands in the address. */
((search) => {
"use strict";

const { query, sort, from, to } = search;
const nothingChosen = () => new Map(search.facetNames.map(([name]) => [name, new Set()]));

const asked = {
  chosen: new Map(),

  readAddress() {
    const told = new URLSearchParams(location.search);
    query.value = told.get("q") || "";
    for (const box of [sort, from, to]) box.value = told.get(box.name) || "";
    asked.chosen = new Map(search.facetNames.map(([name]) => [name, new Set(told.getAll(name))]));
  },

  /* Write the address; push keeps the one before for the way back. */
  writeAddress(push) {
    const told = new URLSearchParams();
    if (query.value.trim()) told.set("q", query.value.trim());
    for (const box of [sort, from, to]) if (box.value) told.set(box.name, box.value);
    for (const [name, values] of asked.chosen) for (const value of values) told.append(name, value);
    const address = `${location.pathname}${told.size ? `?${told}` : ""}`;
    if (address === location.pathname + location.search) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
  },

  clear() {
    for (const box of [query, sort, from, to]) box.value = "";
    asked.chosen = nothingChosen();
  },

  /* Whether anything but words is asked for. */
  isFiltered: () => Boolean(from.value || to.value || [...asked.chosen.values()].some((values) => values.size)),
};

search.asked = asked;
})(window.pagefindSearch);
