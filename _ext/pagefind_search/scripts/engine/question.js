/* What a question asks for, in its first words if it is long: the keys of its words, its phrases, and what stands in for words that no page has. */
((search) => {
"use strict";

const SHORTEST_BEGINNING = 3;
const LONGEST = 32;

/* Give the keys to look for in the place of a word: its own, those that it begins, or that of the nearest word. */
const known = async (word, key, isLast, told) => {
  if ((await search.postings(key)).length) return [key];
  const words = await search.part("spelling");
  const beginning = search.bare(word);
  const begun = isLast && beginning.length >= SHORTEST_BEGINNING ? search.wordsBeginning(beginning, words) : [];
  if (begun.length) return [...new Set(begun.map(search.key))];
  const near = search.nearestWord(word, words);
  if (near) told.meant.push([word, near]);
  else told.unknown.push(word);
  return near ? [search.key(near)] : [];
};

/* Read a question: *wanted* has the keys of each word, *phrases* those that must stand side by side, *meant* pairs of a
   word and what was taken for it, *unknown* words that were left out. */
search.readQuestion = async (text) => {
  const told = { meant: [], unknown: [] };
  const pairs = search.pairs(text).slice(0, LONGEST);
  const wanted = [];
  for (const [index, [word, key]] of pairs.entries()) {
    const keys = await known(word, key, index === pairs.length - 1, told);
    if (keys.length) wanted.push(keys);
  }
  const quoted = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => search.pairs(match[1]).map(([, key]) => [key]));
  return { wanted, phrases: quoted.filter((phrase) => phrase.length), ...told };
};
})(window.pagefindSearch ??= {});
