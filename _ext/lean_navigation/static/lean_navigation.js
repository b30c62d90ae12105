/* Fills the sidebar from data that all pages share; see the extension lean_navigation. */
(() => {
  "use strict";
  const menu = document.querySelector(".lean-navigation");
  if (!menu) return;
  const root = document.documentElement.dataset.content_root || "./";
  const { page, group } = menu.dataset;
  let suffix = ".html";

  // names may hold what addresses give a meaning of their own: # ? %
  const quoted = (path) => path.split("/").map(encodeURIComponent).join("/");
  const address = (docname) => {
    const target = suffix === "/" ? `${docname}/`.replace(/(^|\/)index\/$/, "$1") : docname + suffix;
    return root + quoted(target);
  };
  const entry = ([docname, title], level) => {
    const item = document.createElement("li");
    item.className = `toctree-l${level}`;
    const link = Object.assign(document.createElement("a"), { className: "reference internal", textContent: title });
    link.href = docname === page ? "#" : address(docname);
    if (docname === page) {
      item.classList.add("current", "current-page");
      link.setAttribute("aria-current", "page");
    }
    item.append(link);
    return item;
  };
  const load = (name) => {
    const script = document.createElement("script");
    script.src = `${root}_static/navigation/${quoted(name)}.js`;
    document.head.append(script);
  };
  /** Scrolls the pane that the menu is in, not the page, so that the current page can be seen. */
  const reveal = (item) => {
    let pane = menu;
    while (pane && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement;
    if (!pane || pane === document.documentElement) return;
    const [inner, outer] = [item, pane].map((element) => element.getBoundingClientRect());
    if (inner.top < outer.top || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - pane.clientHeight / 3;
  };

  window.leanNavigation = {
    top(ending, lists) {
      suffix = ending;
      for (const [number, entries] of lists) {
        const list = menu.querySelector(`[data-list="${number}"]`);
        if (!list) continue;
        list.replaceChildren(...entries.map((one) => {
          const item = entry(one, 1);
          if (one[0] === group) item.id = "lean-navigation-group";
          return item;
        }));
      }
      if (group) load(group.replaceAll("/", "-"));
      const current = menu.querySelector(".current-page");
      if (current) reveal(current);
    },
    group(docname, pages) {
      const item = document.getElementById("lean-navigation-group");
      if (!item || docname !== group) return;
      const inner = document.createElement("ul");
      inner.append(...pages.map((one) => entry(one, 2)));
      item.classList.add("current");
      item.append(inner);
      reveal(inner.querySelector(".current-page") || item);
    },
  };
  load("index");
})();
