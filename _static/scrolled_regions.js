/* What scrolls sideways, a wide table or a listing, is reached by keyboard, and says what it is: its caption or heading. */
(() => {
  "use strict";
  const regions = [...document.querySelectorAll(".table-wrapper, .matrix-scroll, .highlight > pre")];
  const name = (region) => {
    const caption = region.querySelector("caption");
    const heading = caption || region.closest("section")?.querySelector("h1, h2, h3, h4, h5, h6");
    return heading?.firstChild?.textContent.trim() || document.title;
  };
  const look = () => {
    const taken = new Map();
    for (const region of regions) {
      const scrolls = region.scrollWidth > region.clientWidth + 1;
      if (!scrolls) {
        for (const attribute of ["tabindex", "role", "aria-label"]) region.removeAttribute(attribute);
        continue;
      }
      const label = name(region);
      const count = (taken.get(label) || 0) + 1;
      taken.set(label, count);
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", count > 1 ? `${label} ${count}` : label);
    }
  };
  look();
  window.addEventListener("resize", look);
})();
