/* The list of results: ten at a time, each with its sections, the words that were found marked. */
((search) => {
"use strict";

const { ignored, list, make, more, root, shownDate, wordsOf } = search;
const PAGE = 10;
const SHOWN_SECTIONS = 3;
const MARKED = 24;

const tellsSomething = (text) => wordsOf(text).some((word) => !ignored.has(word));

/* Text without the marks that turn the direction of writing: on its page such a mark ends with its block. */
const straight = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/* Pagefind gives an excerpt as HTML; of it, only text is taken, and marks of words that tell something. */
const excerpt = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    const text = straight(node.textContent);
    return node.nodeName === "MARK" && tellsSomething(text) ? make("mark", { textContent: text }) : document.createTextNode(text);
  });
};

const markedWords = (data) => {
  const content = data.content.split(/\s+/);
  const words = new Set((data.locations || []).flatMap((place) => wordsOf(content[place] || "")));
  return [...words].filter((word) => !ignored.has(word)).slice(0, MARKED).join(" ");
};

const address = (url, marked) => {
  const target = new URL(`./${url.replace(/^\/+/, "")}`, root);
  if (marked) target.searchParams.set("mark", marked);
  return target.href;
};

const item = (data) => {
  const marked = markedWords(data);
  const made = search.resultItem(address(data.url, marked), data.meta.title, data.meta.type, data.meta.date);
  made.append(make("p", {}, ...excerpt(data.excerpt)));
  const sections = (data.sub_results || []).filter((part) => part.url.includes("#") && part.title !== data.meta.title);
  if (sections.length) {
    made.append(make("ul", { className: "pf-sub" }, ...sections.slice(0, SHOWN_SECTIONS).map((part) =>
      make("li", {}, make("a", { href: address(part.url, marked), textContent: part.title }), " ", ...excerpt(part.excerpt)))));
  }
  return made;
};

/* A result's link and facts. */
search.resultItem = (href, title, type, date) => make("li", {},
  make("a", { href, textContent: title }),
  make("p", { className: "pf-facts", textContent: [type, shownDate(date)].filter(Boolean).join(" · ") }));

search.showNoResults = () => {
  list.replaceChildren();
  more.hidden = true;
};

/* Show results from a place on, unless another search has begun meanwhile. */
search.showResults = async (results, start, isLatest) => {
  const shown = await Promise.all(results.slice(start, start + PAGE).map((result) => result.data()));
  if (!isLatest()) return;
  if (start === 0) list.replaceChildren();
  list.append(...shown.map(item));
  const rest = start + PAGE;
  more.hidden = rest >= results.length;
  more.onclick = async () => {
    await search.showResults(results, rest, isLatest);
    list.children[rest]?.querySelector("a").focus();
  };
};
})(window.pagefindSearch);
