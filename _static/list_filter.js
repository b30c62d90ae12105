/* Lists that narrow down as one types: what does not hold all the words is hidden, accents aside.
   A plain list gets a box for words; an index has a form that also chooses and sorts by what its items tell
   (data-…), and what is chosen stands in the address.  Words to show come with the element that loads this. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const holds = (text, asked) => plain(asked).split(/\s+/).every((word) => text.includes(word));
  const fill = (told, shown, all) => told.replace("{shown}", shown).replace("{all}", all);
  const { label, count: told } = document.currentScript.dataset;

  const addBox = (list, number) => {
    const items = [...list.querySelectorAll("ul > li")];
    const texts = items.map((item) => plain(item.textContent));
    const box = Object.assign(document.createElement("input"), {
      type: "search", className: "filter-box", placeholder: label, id: `filter-${number}`,
    });
    box.setAttribute("aria-label", label);
    const count = Object.assign(document.createElement("p"), { className: "filter-count" });
    count.setAttribute("role", "status");
    const apply = () => {
      items.forEach((item, index) => { item.hidden = !holds(texts[index], box.value); });
      for (const group of list.querySelectorAll("ul")) {
        const empty = [...group.children].every((item) => item.hidden);
        group.hidden = empty;
        const heading = group.previousElementSibling;
        if (heading?.classList.contains("rubric")) heading.hidden = empty;
      }
      count.textContent = fill(told, items.filter((item) => !item.hidden).length, items.length);
    };
    box.addEventListener("input", apply);
    list.before(box, count);
    apply();
  };

  /* The parts with lists behind the form, up to the next one. */
  const behind = (form) => {
    const parts = [];
    for (let next = form.nextElementSibling; next && !next.matches("form"); next = next.nextElementSibling)
      if (next.querySelector("ul.record-index")) parts.push(next);
    return parts;
  };

  const orders = {
    releases: (one, other) => other.data.releases - one.data.releases || one.place - other.place,
    last: (one, other) => (other.data.last ?? "").localeCompare(one.data.last ?? "") || one.place - other.place,
    first: (one, other) => (one.data.first ?? "").localeCompare(other.data.first ?? "") || one.place - other.place,
  };

  const addForm = (form) => {
    const parts = behind(form);
    const letters = parts.filter((part) => part.matches(".by-letter"));
    const flat = Object.assign(document.createElement("ul"), { className: "record-index" });
    letters[0]?.before(flat);
    const items = parts.flatMap((part) => [...part.querySelectorAll("ul.record-index > li")]).map((item, place) => {
      const list = item.parentElement;
      const sorted = list.closest(".by-letter") ? flat : list.closest("details") ? null : list;
      return { item, place, list, sorted, data: item.dataset, text: plain(item.textContent) };
    });
    const asked = (name) => form.elements[name]?.value ?? "";
    const has = (values, name) => !asked(name) || (values ?? "").split(" ").includes(asked(name));

    const shows = ({ data, text }) =>
      holds(text, asked("name")) && has(data.directorates, "directorate") && has(data.category, "category") &&
      has(data.years, "year");

    let sortedBy = "";
    const sort = () => {
      if (asked("sort") === sortedBy) return;
      sortedBy = asked("sort");
      const order = orders[sortedBy];
      for (const { item, list, sorted } of order ? [...items].sort(order) : items)
        (order && sorted ? sorted : list).append(item);
    };

    const hideEmpty = () => {
      const isEmpty = (element) => [...element.querySelectorAll("ul.record-index > li")].every((item) => item.hidden);
      for (const part of parts) part.hidden = isEmpty(part);
      flat.hidden = !flat.children.length;
      for (const fold of parts.filter((part) => part.matches("details")))
        fold.open = fold.dataset.opened === "true" || (Boolean(asked("name")) && !fold.hidden);
    };

    const remember = () => {
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.replaceState(null, "", `${location.pathname}${String(query) && `?${query}`}${location.hash}`);
    };

    const apply = () => {
      for (const entry of items) entry.item.hidden = !shows(entry);
      sort();
      hideEmpty();
      const unfolded = items.filter(({ list }) => !list.closest("details:not([open])"));
      const shown = unfolded.filter(({ item }) => !item.hidden).length;
      form.querySelector("output").textContent = fill(form.dataset.count, shown, unfolded.length);
    };

    /* A letter that another order, or a choice, has put away comes back when somebody goes there. */
    const showTarget = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest("[hidden]") || !parts.some((part) => part.contains(target))) return;
      form.reset();
      target.scrollIntoView();
    };

    for (const fold of parts.filter((part) => part.matches("details"))) fold.dataset.opened = fold.open;
    for (const [name, value] of new URLSearchParams(location.search))
      if (form.elements[name]) form.elements[name].value = value;
    for (const field of form.querySelectorAll("select")) if (field.selectedIndex < 0) field.selectedIndex = 0;
    form.addEventListener("input", () => { apply(); remember(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
    addEventListener("hashchange", showTarget);
    apply();
  };

  document.querySelectorAll(".filterable").forEach(addBox);
  document.querySelectorAll("form.list-controls").forEach(addForm);
})();
