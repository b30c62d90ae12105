/* Copies references, texts and addresses; references tell the paragraph that the address of the page leads to (#p-12).
   What it says stands in the attributes of the element that loads it, and of the buttons.  Where pages may not write to
   the clipboard (plain http), the text is selected and copied as a reader would. */
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");

  const status = Object.assign(document.createElement("p"), { className: "copy-status" });
  status.setAttribute("role", "status");
  (document.querySelector(".release-context") ?? document.querySelector("article")).append(status);

  const copyAsReader = (text) => {
    const shown = Object.assign(document.createElement("pre"), { className: "copy-status", textContent: text });
    document.body.append(shown);
    getSelection().selectAllChildren(shown);
    const done = document.execCommand("copy");
    shown.remove();
    return done;
  };
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyAsReader(text);
    }
  };

  /* The link of the paragraph that is cited: the last that the address of the page led to. */
  let chosen = null;
  const choose = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest(".release-context")) return;
    chosen = target?.closest("p, li")?.querySelector(".paragraph-link") ?? null;
  };

  /* What it says, and what it said before a paragraph was chosen. */
  const whole = [...document.querySelectorAll(".citation-address, .citation-text")].map((node) => [node, node.textContent]);
  const written = whole.find(([node]) => node.matches(".citation-address"))?.[1];
  const complete = () => {
    const link = chosen, number = link?.dataset.number;
    for (const [node, text] of whole) {
      node.textContent = link && written === canonical ? text.replaceAll(written, written + link.hash) : text;
      if (node.matches("a")) node.href = node.textContent;
    }
    for (const place of document.querySelectorAll(".citation-place"))
      place.textContent = link ? `, ${words.locator.replace("{number}", number)}` : "";
    for (const told of document.querySelectorAll(".citation-chosen")) {
      told.textContent = link ? `${words.chosen.replace("{number}", number)} ` : "";
      if (link) told.append(Object.assign(document.createElement("a"), { href: "#cite", textContent: words.whole }));
    }
  };

  let timer = 0;
  const settle = () => {
    clearTimeout(timer);
    status.textContent = "";
    for (const node of document.querySelectorAll("[data-copied]")) {
      if (node.matches("button")) node.textContent = node.dataset.label;
      delete node.dataset.copied;
    }
  };
  const copy = async (node, text, told) => {
    settle();
    if (!(await write(text))) return;
    status.textContent = node.dataset.copied = told;
    if (node.matches("button")) {
      node.dataset.label = node.textContent;
      node.textContent = told;
    }
    timer = setTimeout(settle, 2000);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy-button"), link = event.target.closest(".paragraph-link");
    if (button) {
      const source = document.getElementById(button.dataset.copies);
      copy(button, source ? source.textContent.trim() : canonical + (chosen?.hash ?? ""), button.dataset.told);
    }
    if (link) copy(link, canonical + link.hash, words.told);
    if (event.target.closest(".citation-chosen a")) {
      chosen = null;
      complete();
    }
  });
  const follow = () => { choose(); complete(); };
  addEventListener("hashchange", follow);
  follow();
})();
