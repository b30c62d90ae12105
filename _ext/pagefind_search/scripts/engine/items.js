/* A result as the reader sees it: the link, what it is and of when, the passage with the words marked, its sections. */
((search) => {
"use strict";

const language = document.documentElement.lang || undefined;

search.make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const { make } = search;

/* A string of the page with its {places} filled. */
search.fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

search.countOf = (count) => {
  const { none, one, many } = search.texts;
  return count === 0 ? none : count === 1 ? one : search.fill(many, { count });
};

/* "2020-11-30", "2014-01" or "2014" as the readers write it. */
const shownDate = (date) => {
  if (!date) return "";
  const [year, month, day] = date.split("-").map(Number);
  const precision = day ? { dateStyle: "long" } : { year: "numeric", ...(month && { month: "long" }) };
  return new Date(year, (month || 1) - 1, day || 1).toLocaleDateString(language, precision);
};

/* Text without the marks that turn the direction of writing: on its page such a mark ends with its block. */
const straight = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/* A text as nodes, the words that were asked for marked. */
const markedText = (text, wanted) => {
  const every = new Set(wanted.flat());
  const parts = straight(text).split(/([\p{L}\p{N}]+)/u);
  return parts.filter(Boolean).map((part) => {
    const [pair] = search.pairs(part);
    return pair && every.has(pair[1]) ? make("mark", { textContent: part }) : document.createTextNode(part);
  });
};

const hrefOf = (page, marked, id = "") => {
  const target = new URL(page.address, search.root);
  if (marked) target.searchParams.set("mark", marked);
  if (id) target.hash = id;
  return target.href;
};

/* Give the item of a page, with its sections or without. */
search.resultItem = async (number, wanted, withSections = true) => {
  const page = await search.page(number);
  const passage = await search.passageOf(page, wanted);
  const item = make("li", {},
    make("a", { href: hrefOf(page, passage.marked), textContent: page.title }),
    make("p", { className: "pf-facts", textContent: [page.type, shownDate(page.date)].filter(Boolean).join(" · ") }),
    make("p", {}, ...markedText(passage.excerpt, wanted)));
  if (withSections && passage.sections.length) {
    item.append(make("ul", { className: "pf-sub" }, ...passage.sections.map((section) =>
      make("li", {}, make("a", { href: hrefOf(page, passage.marked, section.id), textContent: section.title }), " ", ...markedText(section.excerpt, wanted)))));
  }
  return item;
};

/* Give what is told of words that no page has: what they may have meant as a link; choose is called with the question
   that has the other word. */
search.hintsOf = ({ meant, unknown, wanted }, text, choose) => {
  const { texts } = search;
  const told = (...children) => make("p", { className: "pf-hint" }, ...children);
  const suggestions = meant.map(([word, near]) => {
    const [before, after] = texts.suggest.split("{word}");
    const question = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "iu"), near);
    const link = make("a", { href: `${new URL("search.html", search.root).href}?${new URLSearchParams({ q: question })}`, textContent: near });
    link.addEventListener("click", (event) => { event.preventDefault(); choose(question); });
    return told(search.fill(texts.meant, { word }), " ", before, link, after);
  });
  const leftOut = wanted.length ? unknown.map((word) => told(search.fill(texts.unknown, { word }))) : [];
  return [...suggestions, ...leftOut];
};
})(window.pagefindSearch ??= {});
