/* A button beside the name of a reference's style that copies the reference.  What it says stands in the attributes of
   the element that loads it.  Where pages may not write to the clipboard (plain http), the text is selected and copied
   as a reader would. */
(() => {
  "use strict";
  const { copy, copied } = document.currentScript.dataset;

  const copyAsReader = (reference) => {
    getSelection().selectAllChildren(reference);
    return document.execCommand("copy");
  };
  const write = async (reference) => {
    try {
      await navigator.clipboard.writeText(reference.innerText.trim());
      return true;
    } catch {
      return copyAsReader(reference);
    }
  };
  for (const style of document.querySelectorAll(".citation-style")) {
    const reference = style.nextElementSibling;
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "citation-copy", textContent: copy,
    });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      if (!(await write(reference))) return;
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    style.append(button);
  }
})();
