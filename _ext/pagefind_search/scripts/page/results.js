/* The list of results: ten at a time, those with some of the words under a line of their own. */
((search) => {
"use strict";

const { list, make, more } = search;
const PAGE = 10;

const divider = () => make("li", { className: "pf-divider" }, make("h2", { textContent: search.texts.some }));

search.showNoResults = () => {
  list.replaceChildren();
  more.hidden = true;
};

/* Show results from a place on, unless another search has begun meanwhile; those behind *full* have some of the words. */
search.showResults = async ({ pages, full, wanted }, start, isLatest) => {
  const numbers = pages.slice(start, start + PAGE);
  const items = await Promise.all(numbers.map((number) => search.resultItem(number, wanted)));
  if (!isLatest()) return;
  if (full >= start && full < start + items.length) items.splice(full - start, 0, divider());
  if (start === 0) list.replaceChildren();
  list.append(...items);
  const rest = start + PAGE;
  more.hidden = rest >= pages.length;
  more.onclick = async () => {
    const before = list.children.length;
    await search.showResults({ pages, full, wanted }, rest, isLatest);
    list.children[before]?.querySelector("a")?.focus();
  };
};
})(window.pagefindSearch);
