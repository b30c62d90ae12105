/* What the dialog of the search box shows: results while typing, which the arrow keys go through. */
((search) => {
"use strict";

const MOST = 6;
const PAUSE = 100;
let latest = 0;

/* Put into the dialog what stands below its field. */
const build = (dialog, form, input) => {
  const { make, texts } = search;
  const status = make("p", { className: "sb-status", role: "status" });
  const all = make("a", { className: "sb-all", textContent: texts.every, hidden: true });
  const hints = make("div");
  const list = make("ol", { className: "sb-results" });
  const close = make("button", { type: "button", textContent: texts.close });
  Object.assign(input, { placeholder: texts.placeholder, ariaLabel: texts.label });
  form.role = "search";
  form.append(close);
  dialog.ariaLabel = texts.title;
  dialog.append(make("div", { className: "sb-told" }, status, all), hints, list, make("p", { className: "sb-keys", textContent: texts.keys }));
  return { dialog, form, input, close, status, all, hints, list };
};

const show = async (parts) => {
  const { form, input, status, all, hints, list } = parts;
  const text = input.value.trim();
  const turn = (latest += 1);
  const question = await search.readQuestion(text);
  const { full, some } = await search.match(question);
  const shown = (full.length ? full : some).slice(0, MOST);
  const items = await Promise.all(shown.map((number) => search.resultItem(number, question.wanted, false)));
  if (turn !== latest) return;
  list.replaceChildren(...items);
  hints.replaceChildren(...search.hintsOf(question, text, (other) => { input.value = other; input.focus(); show(parts); }));
  status.textContent = text ? search.countOf(full.length) : "";
  all.hidden = !text;
  all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
};

/* The arrow keys go through the field and the results; Escape closes, and leaves the field its text. */
const move = (event, { dialog, input, list }) => {
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
  event.preventDefault();
};

/* Have a dialog with a form and its field show results. */
search.preview = (dialog, form, input) => {
  const parts = build(dialog, form, input);
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE, parts);
  });
  dialog.addEventListener("keydown", (event) => move(event, parts));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  parts.close.addEventListener("click", () => dialog.close());
  show(parts);
};
})(window.pagefindSearch ??= {});
