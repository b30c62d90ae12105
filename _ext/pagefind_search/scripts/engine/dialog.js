/* The box with a preview, for any page: results while typing, chosen with the arrow keys; Enter in the field leads to all. */
((search) => {
"use strict";

const MOST = 6;
const PAUSE = 100;
const { make } = search;

let parts = null;
let latest = 0;
let waiting = 0;

/* Make the dialog; its words are loaded by then. */
const build = (action) => {
  const { texts } = search;
  const input = make("input", { type: "search", name: "q", autocomplete: "off", placeholder: texts.placeholder });
  input.setAttribute("aria-label", texts.label);
  const close = make("button", { type: "button", className: "sb-close", textContent: texts.close });
  const form = make("form", { action, className: "sb-form" }, input, close);
  form.setAttribute("role", "search");
  const status = make("p", { className: "sb-status" });
  status.setAttribute("role", "status");
  const hints = make("div");
  const list = make("ol", { className: "sb-results" });
  const all = make("a", { className: "sb-all", textContent: texts.every });
  const dialog = make("dialog", { className: "sb-dialog" }, form, make("div", { className: "sb-told" }, status, all), hints, list, make("p", { className: "sb-keys", textContent: texts.keys }));
  dialog.setAttribute("aria-label", texts.title);
  document.body.append(dialog);
  return { dialog, form, input, close, status, hints, list, all };
};

const show = async () => {
  const { input, form, list, hints, status, all } = parts;
  const text = input.value.trim();
  const turn = (latest += 1);
  const question = await search.readQuestion(text);
  const { full, some } = await search.match(question);
  const shown = full.length ? full : some;
  const items = await Promise.all(shown.slice(0, MOST).map((number) => search.resultItem(number, question.wanted, false)));
  if (turn !== latest) return;
  list.replaceChildren(...items);
  hints.replaceChildren(...search.hintsOf(question, text, (other) => { input.value = other; show(); input.focus(); }));
  status.textContent = text ? search.countOf(full.length) : "";
  all.hidden = !text;
  all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
};

/* The arrow keys go through the field and the results; Escape closes, and leaves the field its text. */
const move = (event) => {
  if (event.key === "Escape") {
    event.preventDefault();
    parts.dialog.close();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [parts.input, ...parts.list.querySelectorAll("a")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
  event.preventDefault();
};

const listen = () => {
  const { dialog, input, close } = parts;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  close.addEventListener("click", () => dialog.close());
};

/* Open the dialog with a text; closed, it gives the text to *back* and the focus to where it was. */
search.openDialog = (text, action, back) => {
  if (!parts) {
    parts = build(action);
    listen();
  }
  const { dialog, input } = parts;
  if (dialog.open) return;
  dialog.addEventListener("close", () => back(input.value), { once: true });
  dialog.showModal();
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
  show();
};
})(window.pagefindSearch ??= {});
