/* The facets: the values that the results have, with their numbers; the chosen ones first. */
((search) => {
"use strict";

const { asked, facetBox, make } = search;
const language = document.documentElement.lang || undefined;
const SHOWN = 8;
const unfolded = new Set();

const numberOf = (values, value) => values.get(value) || 0;

const ordered = (name, values, picked) => {
  const every = [...new Set([...picked, ...[...values.keys()].filter((value) => values.get(value))])];
  const byCount = (a, b) => numberOf(values, b) - numberOf(values, a) || a.localeCompare(b, language);
  const byYear = (a, b) => b.localeCompare(a);
  return every.sort((a, b) => picked.has(b) - picked.has(a) || (name === "year" ? byYear : byCount)(a, b));
};

const choice = (name, value, count, onChange) => {
  const box = make("input", { type: "checkbox", checked: asked.chosen.get(name).has(value) });
  box.dataset.key = `${name}:${value}`;
  box.addEventListener("change", () => {
    asked.chosen.get(name)[box.checked ? "add" : "delete"](value);
    onChange();
  });
  return make("label", {}, box, make("span", { textContent: value }), " ", make("span", { className: "pf-count", textContent: count }));
};

/* Show how many results each value has; valuesOf gives them by the name of the facet. */
search.showFacets = (valuesOf, onChange) => {
  const focused = document.activeElement?.dataset?.key;
  facetBox.replaceChildren(...search.facetNames.map(([name, label]) => {
    const values = valuesOf(name);
    const picked = asked.chosen.get(name);
    const every = ordered(name, values, picked);
    const shown = unfolded.has(name) ? every : every.slice(0, Math.max(SHOWN, picked.size));
    const choices = shown.map((value) => choice(name, value, numberOf(values, value), onChange));
    const group = make("fieldset", { className: "pf-facet", hidden: !every.length }, make("legend", { textContent: label }), ...choices);
    if (every.length > shown.length) {
      const button = make("button", { type: "button", textContent: `${search.texts.all} (${every.length})` });
      button.addEventListener("click", () => { unfolded.add(name); search.showFacets(valuesOf, onChange); });
      group.append(button);
    }
    return group;
  }));
  if (focused) [...facetBox.querySelectorAll("input")].find((box) => box.dataset.key === focused)?.focus();
};
})(window.pagefindSearch);
