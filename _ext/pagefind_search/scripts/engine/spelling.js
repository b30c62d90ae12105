/* Words that may have been meant by one that no page has.  extension_kit/near_spellings.py says the same. */
((search) => {
"use strict";

const SHORTEST = 4;
const LONG = 8;
const { bare } = search;

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

/* Give the word that is nearest to a word: one with the same first letter before others, then the commonest. */
search.nearestWord = (word, words) => {
  const wanted = bare(word);
  if (wanted.length < SHORTEST) return null;
  const most = wanted.length >= LONG ? 2 : 1;
  let best = null;
  for (const [known, count] of Object.entries(words)) {
    const other = bare(known);
    const away = distance(wanted, other, most);
    if (away < 1 || away > most) continue;
    const rank = [Number(other[0] !== wanted[0]), away, -count];
    const compared = best ? search.compareRanks(rank, best.rank) : -1;
    if (compared < 0 || (compared === 0 && search.before(known, best.known))) best = { known, rank };
  }
  return best?.known ?? null;
};

/* Give the words that begin so. */
search.wordsBeginning = (beginning, words) => Object.keys(words).filter((known) => bare(known).startsWith(beginning));
})(window.pagefindSearch ??= {});
