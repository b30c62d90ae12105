/* Words that no page has, and the near spellings of those that some page has. */
((search) => {
"use strict";

const { fill, fold, hints, make, query, texts } = search;
let ownWords = null;

/* How many letters two words differ by; neighbours that changed places count once.  No more than *most* are counted. */
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [null, [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};

const nearest = async (word) => {
  ownWords ??= await fetch(new URL("pagefind/words.json", search.root)).then((answer) => answer.json()).catch(() => ({}));
  const wanted = fold(word);
  const most = wanted.length > 5 ? 2 : 1;
  let best = null;
  for (const [known, count] of Object.entries(ownWords)) {
    const away = distance(wanted, fold(known), most);
    if (away > 0 && away <= most && (!best || away < best.away || (away === best.away && count > best.count))) best = { known, away, count };
  }
  return best?.known;
};

const suggestion = (word, near, onChange) => {
  const [before, after] = texts.suggest.split("{word}");
  const text = query.value.replace(word, near);
  const link = make("a", { href: `?${new URLSearchParams({ q: text })}`, textContent: near });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    query.value = text;
    onChange();
  });
  return make("p", { className: "pf-hint" }, before, link, after);
};

/* Tell which words were left out, and what may have been meant. */
search.showHints = async (unknown, known, count, onChange) => {
  const doubtful = unknown.length ? unknown : count ? [] : known;
  const made = [];
  for (const word of doubtful) {
    if (unknown.length && known.length) made.push(make("p", { className: "pf-hint", textContent: fill(texts.unknown, { word }) }));
    const near = await nearest(word);
    if (near) made.push(suggestion(word, near, onChange));
  }
  hints.replaceChildren(...made);
};
})(window.pagefindSearch);
