/* The parts of the index, loaded when they are first needed.  They are scripts: from the disk browsers load nothing else.
   All are of one version, whatever the browser keeps of earlier ones: "start", which tells it, is never taken from there. */
((search) => {
"use strict";

const waiting = new Map();
const loaded = new Map();

search.root = new URL(document.documentElement.dataset.content_root || "./", location.href);
const folder = new URL("_static/search/", search.root);

/* What each part calls with its data. */
search.take = (name, data) => waiting.get(name)?.(data);

/* Give the data of a part; fails where it is not there. */
search.part = (name) => {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = new URL(`${name}.js?${name === "start" ? Date.now() : search.index.version}`, folder).href;
      script.addEventListener("error", () => { loaded.delete(name); reject(new Error(name)); });
      document.head.append(script);
    }));
  }
  return loaded.get(name);
};

/* Load the part that says what the others hold; all that follows needs it. */
search.begin = async () => {
  search.index = await search.part("start");
  search.texts = search.index.texts;
  search.facetNames = search.index.facets;
  search.useWords(search.index.words);
};

/* The number of the part of words that may have a key: the last that does not begin behind it. */
const partOf = (key) => {
  const firsts = search.index.firstKeys;
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (search.before(key, firsts[middle])) high = middle;
    else low = middle + 1;
  }
  return low - 1;
};

/* Give the postings of a key: pages with its places in them; none where no page has it. */
search.postings = async (key) => {
  const number = partOf(key);
  if (number < 0) return [];
  const words = await search.part(`words-${number}`);
  return Object.hasOwn(words, key) ? words[key] : [];
};

/* Give what is shown of a page, by its number. */
search.page = async (number) => {
  const { chunk } = search.index;
  const rows = await search.part(`pages-${Math.floor(number / chunk)}`);
  const [address, title, type, date, summary, fragment] = rows[number % chunk];
  return { number, address, title, type, date, summary, fragment };
};
})(window.pagefindSearch ??= {});
