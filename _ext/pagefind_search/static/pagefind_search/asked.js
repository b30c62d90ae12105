/* What is asked: the query, the order, the years and the chosen facets.  All of it stands in the address. */
((search) => {
"use strict";

const { query, sort, from, to, facetNames } = search;
const nothingChosen = () => new Map(facetNames.map(([name]) => [name, new Set()]));

const asked = {
  chosen: nothingChosen(),

  readAddress() {
    const told = new URLSearchParams(location.search);
    query.value = told.get("q") || "";
    sort.value = told.get("sort") || "";
    for (const box of [from, to]) {
      box.dataset.wanted = told.get(box.name) || "";
      box.value = box.dataset.wanted;
    }
    asked.chosen = new Map(facetNames.map(([name]) => [name, new Set(told.getAll(name))]));
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

  /* The words between quotation marks, phrase by phrase. */
  phrases: () => [...query.value.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => match[1].trim()).filter(Boolean),

  /* The filters in Pagefind's form, those of one facet left out: what it would find is counted without itself. */
  filters(years, without = null) {
    const filters = {};
    for (const [name, values] of asked.chosen) {
      if (name !== without && values.size) filters[name] = { any: [...values] };
    }
    if ((from.value || to.value) && without !== "year") {
      const between = years.filter((year) => (!from.value || year >= from.value) && (!to.value || year <= to.value));
      const both = filters.year ? filters.year.any.filter((year) => between.includes(year)) : between;
      filters.year = { any: both.length ? both : ["-"] };
    }
    return filters;
  },
};

search.asked = asked;
})(window.pagefindSearch);
