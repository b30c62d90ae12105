/* On every page: "/" and Ctrl-K lead to the search box; words that a search found are marked. */
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const root = document.documentElement.dataset.content_root || "./";

  const open = () => {
    const main = document.getElementById("pf-query");
    const box = main || document.querySelector(".sidebar-search, input[type=search][name=q]");
    if (box && box.offsetParent !== null && box.getBoundingClientRect().left >= 0) {
      box.focus();
      box.select();
    } else {
      location.href = `${root}search.html`;
    }
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (slash || controlK) {
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    }
  }, true);

  const wanted = new Set((new URLSearchParams(location.search).get("mark") || "").split(" ").map(fold).filter(Boolean));
  const article = document.querySelector("[data-pagefind-body]");
  if (!wanted.size || !article) return;
  const texts = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = text.data.split(/([\p{L}\p{N}]+)/u);
    if (!parts.some((part) => wanted.has(fold(part)))) continue;
    text.replaceWith(...parts.filter(Boolean).map((part) => {
      if (!wanted.has(fold(part))) return document.createTextNode(part);
      return Object.assign(document.createElement("mark"), { textContent: part });
    }));
  }
})();
