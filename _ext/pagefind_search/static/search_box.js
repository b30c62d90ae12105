/* On every page: a search box with a preview; words that a search found are marked.

   Any <form role="search" action="…search.html"> with an <input name="q"> is such a box: what is typed goes on in a dialog
   that shows results.  "/", Ctrl-K and a <button data-search-open> open it, too.  It opens at once; what it shows comes with
   the search itself (_static/search/), which is loaded then, or when a box has the focus.  The search page has no dialog. */
(() => {
  "use strict";
  const BOX = "form[role=search] input[name=q]";
  const search = (window.pagefindSearch ??= {});
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const main = document.getElementById("pf-query");
  let begun = null;
  let dialog = null;

  const load = () => (begun ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("_static/search/engine.js", root).href;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  }).then(() => search.begin()));

  /* The dialog with its field alone: Enter in it leads to the search page, whatever has been loaded. */
  const makeDialog = () => {
    const made = document.createElement("dialog");
    const form = made.appendChild(document.createElement("form"));
    const input = form.appendChild(document.createElement("input"));
    made.className = "sb-dialog";
    form.className = "sb-form";
    form.action = new URL("search.html", root).href;
    Object.assign(input, { type: "search", name: "q", autocomplete: "off", ariaLabel: document.querySelector(BOX)?.ariaLabel });
    document.body.append(made);
    load().then(() => search.preview(made, form, input), () => {});
    return made;
  };

  /* Open the dialog with what a box has; closed, it gives its text back, and the focus to where it was. */
  const open = (box) => {
    dialog ??= makeDialog();
    if (dialog.open) return;
    const input = dialog.querySelector("input");
    const focused = document.activeElement;
    dialog.addEventListener("close", () => {
      if (box) box.value = input.value;
      focused?.focus?.({ preventScroll: true });
    }, { once: true });
    dialog.showModal();
    if (box) input.value = box.value;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    input.dispatchEvent(new Event("input"));
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
    document.addEventListener("input", (event) => { if (event.target.matches?.(BOX)) open(event.target); });
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
