/* Words and their keys: what a question and a text are compared by.  extension_kit/word_keys.py says the same. */
((search) => {
"use strict";

const WORD = /[\p{L}\p{N}]+|&/gu;
const SIGNS = new Map([["&", "et"]]);
const NUMBERED = /^(\d{1,2})(\p{L}+)$/u;
const SHORTEST = 3;

let ignored = new Set();
let same = {};
let numberEndings = new Set();
let leftOver = "";
let changed = [];
let keys = new Map();

search.useWords = (settings) => {
  ignored = new Set(settings.ignored);
  same = settings.same;
  numberEndings = new Set(settings.numberEndings);
  leftOver = settings.leftOver;
  changed = settings.changedInPlural;
  keys = new Map();
};

/* Text in small letters without accents. */
search.bare = (text) => SIGNS.get(text) ?? text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

search.wordsOf = (text) => text.normalize("NFC").toLowerCase().match(WORD) || [];

const stem = (word) => {
  const stemmed = search.stemmer ? search.stemmer.stemWord(word) : word;
  return leftOver && stemmed.length > SHORTEST && stemmed.endsWith(leftOver) ? stemmed.slice(0, -leftOver.length) : stemmed;
};

const lastStem = (word) => {
  const [singular, plural] = changed;
  let before = singular && word.endsWith(singular) ? word.slice(0, -singular.length) + plural : word;
  for (;;) {
    const shorter = stem(before);
    if (shorter === before) return before;
    before = shorter;
  }
};

const keyOf = (word) => {
  if (!word || ignored.has(word)) return null;
  const numbered = word.match(NUMBERED);
  if (numbered && numberEndings.has(numbered[2])) return numbered[1];
  const stemmed = lastStem(word);
  return Object.hasOwn(same, stemmed) ? same[stemmed] : stemmed;
};

/* Give the key of a word in small letters; null for one that tells nothing. */
search.key = (word) => {
  if (!keys.has(word)) keys.set(word, keyOf(search.bare(word)));
  return keys.get(word);
};

/* Give each telling word of a text with its key. */
search.pairs = (text) => search.wordsOf(text).map((word) => [word, search.key(word)]).filter(([, key]) => key !== null);

/* Whether one key stands before another in the index, which is sorted by code points. */
search.before = (one, other) => {
  const [a, b] = [[...one], [...other]];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i].codePointAt(0) < b[i].codePointAt(0);
  }
  return a.length < b.length;
};
})(window.pagefindSearch ??= {});
