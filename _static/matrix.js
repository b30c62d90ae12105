/* Filters and sorts the matrix of projects and sessions by the form above it; the legend chooses directorates.
   What is chosen stands in the address, so that a view can be shared. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* The items of the legend become buttons; gives those, each with the number of its directorate. */
  const buttonsOf = (legend) =>
    [...legend.querySelectorAll("span[class^='directorate-']")].map((item) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: item.className });
      button.append(...item.childNodes);
      button.value = item.className.replace("directorate-", "");
      button.setAttribute("aria-pressed", "false");
      item.replaceWith(button);
      return button;
    });

  const orders = {
    last: (one, other) => one.place - other.place,
    first: (one, other) => (one.data.first ?? "").localeCompare(other.data.first ?? ""),
    mentions: (one, other) => other.data.mentions - one.data.mentions,
    name: (one, other) => one.name.localeCompare(other.name, document.documentElement.lang),
  };

  const start = (form) => {
    const view = form.parentElement;
    const table = view.querySelector("table.matrix");
    const body = table.tBodies[0];
    const years = form.dataset.years.split(" ");
    const before = table.tHead.rows[0].cells.length - years.length;
    const buttons = buttonsOf(view.querySelector(".matrix-legend"));
    const rows = [...body.rows].map((row, place) => {
      const name = row.cells[0].textContent.trim();
      const reported = years.map((year, column) => row.cells[before + column].classList.contains("reported"));
      return { row, place, name, folded: plain(name), data: row.dataset, reported };
    });

    const chosen = () => buttons.filter((button) => button.ariaPressed === "true").map((button) => button.value);
    const showsColumn = (column) => !form.year.value || years[column] === form.year.value;
    const shows = ({ folded, data, reported }, directorates) =>
      plain(form.elements.name.value).split(/\s+/).every((word) => folded.includes(word)) &&
      (!form.category.value || data.category === form.category.value) &&
      (!form.since.value || (data.last ?? "") < form.since.value) &&
      (!form.once.checked || data.mentions === "1") &&
      (!directorates.length || (data.directorates || "0").split(" ").some((id) => directorates.includes(id))) &&
      (!form.year.value || reported.some((there, column) => there && showsColumn(column)));

    const remember = (directorates) => {
      const asked = [...new FormData(form), ...directorates.map((id) => ["directorate", id])];
      const told = new URLSearchParams(asked.filter(([name, value]) => value && !(name === "sort" && value === "last")));
      history.replaceState(null, "", `${location.pathname}${String(told) && `?${told}`}${location.hash}`);
    };

    const apply = () => {
      const directorates = chosen();
      let shown = 0;
      for (const entry of [...rows].sort(orders[form.sort.value])) {
        entry.row.hidden = !shows(entry, directorates);
        shown += !entry.row.hidden;
        body.append(entry.row);
      }
      for (const row of table.rows)
        years.forEach((year, column) => { row.cells[before + column].hidden = !showsColumn(column); });
      form.querySelector("output").textContent =
        form.dataset.count.replace("{shown}", shown).replace("{all}", rows.length);
      remember(directorates);
    };

    const recall = () => {
      const asked = new URLSearchParams(location.search);
      for (const field of ["name", "category", "year", "since", "sort"])
        if (asked.get(field)) form.elements[field].value = asked.get(field);
      if (!form.sort.value) form.sort.value = "last";
      form.once.checked = asked.has("once");
      for (const button of buttons) button.ariaPressed = String(asked.getAll("directorate").includes(button.value));
    };

    for (const button of buttons)
      button.addEventListener("click", () => {
        button.ariaPressed = String(button.ariaPressed !== "true");
        apply();
      });
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const button of buttons) button.ariaPressed = "false";
      setTimeout(apply);
    });
    form.hidden = false;
    recall();
    apply();
  };
  document.querySelectorAll("form.matrix-controls").forEach(start);
})();
