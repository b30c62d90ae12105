/* Fills the sidebar from data that all pages share; see the extension lean_navigation. */
(() => {
  "use strict";
  const list = document.querySelector(".lean-navigation");
  if (!list) return;
  const root = document.documentElement.dataset.content_root || "./";
  const { page, group } = list.dataset;
  let suffix = ".html";
  const home = list.firstElementChild;

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

  window.leanNavigation = {
    top(ending, entries) {
      suffix = ending;
      list.replaceChildren(home, ...entries.map((one) => {
        const item = entry(one, 1);
        if (one[0] === group) item.id = "lean-navigation-group";
        return item;
      }));
      if (group) load(group.replaceAll("/", "-"));
    },
    group(docname, pages) {
      const item = document.getElementById("lean-navigation-group");
      if (!item || docname !== group) return;
      const inner = document.createElement("ul");
      inner.append(...pages.map((one) => entry(one, 2)));
      item.classList.add("current");
      item.append(inner);
      const current = inner.querySelector(".current-page");
      const pane = list.closest(".sidebar-scroll");
      if (current && pane) pane.scrollTop = current.offsetTop - pane.clientHeight / 2;
    },
  };
  load("index");
})();
