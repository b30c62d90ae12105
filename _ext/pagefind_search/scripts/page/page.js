/* The parts of the search page. */
((search) => {
"use strict";

const element = (id) => document.getElementById(id);

Object.assign(search, {
  form: element("pagefind-search"),
  query: element("pf-query"),
  sort: element("pf-sort"),
  from: element("pf-from"),
  to: element("pf-to"),
  clear: element("pf-clear"),
  filters: element("pf-filters"),
  status: element("pf-status"),
  hints: element("pf-hints"),
  facetBox: element("pf-facets"),
  list: element("pf-results"),
  more: element("pf-more"),
});
})(window.pagefindSearch);
