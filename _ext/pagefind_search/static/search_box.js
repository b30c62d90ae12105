/* On every page: a search box with a preview; words that a search found are marked.

   Any <form role="search" action="…search.html"><input type="search" name="q"></form> is such a box: what is typed goes on
   in a dialog that shows results.  "/", Ctrl-K and a <button data-search-open> open it, too.  The search itself
   (_static/search/) is loaded with the first of these, or when a box has the focus.  The search page has no dialog. */
(() => {
  "use strict";
  const BOX = "form[role=search] input[type=search][name=q]";
  const search = (window.pagefindSearch ??= {});
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const main = document.getElementById("pf-query");
  let begun = null;

  const load = () => (begun ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("_static/search/engine.js", root).href;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  }).then(() => search.begin()));

  const formOf = (box) => box?.form?.action || new URL("search.html", root).href;

  /* Open the dialog with what the box has; where the search cannot be loaded, lead to its page. */
  const open = async (box) => {
    const focused = document.activeElement;
    try {
      await load();
    } catch {
      if (!box) location.href = formOf(box);
      return;
    }
    search.openDialog(box?.value ?? "", formOf(box), (text) => {
      if (box) box.value = text;
      focused?.focus?.({ preventScroll: true });
    });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !controlK) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (main) {
      main.focus();
      main.select();
    } else {
      open(typing?.matches(BOX) ? typing : null);
    }
  }, true);

  if (!main) {
    document.addEventListener("focusin", (event) => { if (event.target.matches?.(BOX)) load().catch(() => {}); });
    document.addEventListener("input", (event) => {
      if (event.target.matches?.(BOX) && !event.target.closest("dialog")) open(event.target);
    });
    document.addEventListener("click", (event) => { if (event.target.closest?.("[data-search-open]")) open(null); });
  }

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
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
