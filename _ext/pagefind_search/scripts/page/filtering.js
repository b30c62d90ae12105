/* Which pages have what is chosen: a value of each facet, one of several within it, and a year in between. */
((search) => {
"use strict";

const { asked, from, to } = search;

/* The facets by name; of each value the pages that have it. */
const facets = new Map();
const valuesOf = (name) => facets.get(name) || new Map();

const isBetween = (year) => (!from.value || year >= from.value) && (!to.value || year <= to.value);

const pagesWith = (name, values) => new Set(values.flatMap((value) => valuesOf(name).get(value) || []));

/* What a page must be in; of one facet nothing, to count what it would find without itself. */
const wantedSets = (without) => {
  const sets = [];
  for (const [name, values] of asked.chosen) if (name !== without && values.size) sets.push(pagesWith(name, [...values]));
  if ((from.value || to.value) && without !== "year") sets.push(pagesWith("year", search.years().filter(isBetween)));
  return sets;
};

/* Numbers, of which the index tells by how much each is more than the one before. */
const summed = (steps) => {
  let number = 0;
  return steps.map((step) => (number += step));
};

search.loadFacets = async () => {
  for (const [name, values] of Object.entries(await search.part("facets"))) {
    facets.set(name, new Map(values.map(([value, steps]) => [value, summed(steps)])));
  }
};

search.years = () => [...valuesOf("year").keys()].sort();

/* Give those of the pages that have all that is chosen. */
search.filtered = (pages, without = null) => {
  const sets = wantedSets(without);
  return pages.filter((page) => sets.every((set) => set.has(page)));
};

/* Give how many of the pages have each value of a facet, those chosen in others. */
search.counted = (name, pages) => {
  const found = new Set(search.filtered(pages, name));
  return new Map([...valuesOf(name)].map(([value, holders]) => [value, holders.filter((page) => found.has(page)).length]));
};

/* Give pages, which are numbered from the newest on, by date; those without any last. */
search.byDate = (pages, direction) => {
  const sorted = [...pages].sort((a, b) => (direction === "asc" ? b - a : a - b));
  const isDated = (page) => page < search.index.dated;
  return [...sorted.filter(isDated), ...sorted.filter((page) => !isDated(page))];
};
})(window.pagefindSearch);
