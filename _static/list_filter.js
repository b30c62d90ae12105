/* A filter box above each list of records: it hides what does not hold all the words, accents aside.
   What it says stands in the attributes of the element that loads it. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const { label, count: told } = document.currentScript.dataset;

  const addFilter = (list, number) => {
    const items = [...list.querySelectorAll("ul > li")];
    const texts = items.map((item) => plain(item.textContent));
    const box = Object.assign(document.createElement("input"), {
      type: "search", className: "filter-box", placeholder: label, id: `filter-${number}`,
    });
    box.setAttribute("aria-label", label);
    const count = Object.assign(document.createElement("p"), { className: "filter-count" });
    count.setAttribute("role", "status");
    const apply = () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      items.forEach((item, index) => {
        item.hidden = !words.every((word) => texts[index].includes(word));
        shown += !item.hidden;
      });
      for (const group of list.querySelectorAll("ul")) {
        const empty = [...group.children].every((item) => item.hidden);
        group.hidden = empty;
        const heading = group.previousElementSibling;
        if (heading?.classList.contains("rubric")) heading.hidden = empty;
      }
      count.textContent = told.replace("{shown}", shown).replace("{all}", items.length);
    };
    box.addEventListener("input", apply);
    list.before(box, count);
    apply();
  };
  document.querySelectorAll(".filterable").forEach(addFilter);
})();
