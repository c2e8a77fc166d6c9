// Words in Latin letters and numbers: as they are, in other forms, begun, or mistyped.

import { distanceOf, stemOf, tokensOf } from "./folding.js";
import { nameTerm } from "./names.js";
import { NEAR, NUMBER, PLURAL, PREFIX, STEM, WORD } from "./weights.js";

const SHORT = 3; // letters that a word needs for others to begin with it, or to be near it

const COMMON = new Set(
  ("a an and are as at be by can could did do does for from has have how i in is it long many much of " +
    "on or our should that the their there they this to was were what when where which who why will " +
    "with would you your").split(" "),
);

/** Return the tokens that say what is looked for; all of them where none does. */
export const withoutCommon = (tokens) => {
  const telling = tokens.filter((token) => !COMMON.has(token));
  return telling.length ? telling : tokens;
};

/**
 * Return the term of a word, and the entities that a mistyped one may mean; where there is no such
 * word, those of its parts: 222MW, hot-air.
 */
export const wordTerms = (model, word) => {
  const term = wordTerm(model, word);
  const parts = word.match(/\d+|[a-z]{2,}/g) ?? [];
  if ((!term.hits.size || term.mistyped) && parts.length > 1) {
    return parts.flatMap((part) => wordTerms(model, part));
  }
  if (!term.mistyped) {
    return [term];
  }
  const near = ({ sort, names }) =>
    names.some((name) => (sort === "people" ? tokensOf(name) : [name]).some((n) => isNear(word, n)));
  return [term, ...model.entities.filter(near).map((entity) => nameTerm(model, entity, NEAR))];
};

/** Tell whether a word is another with a typing error or two. */
const isNear = (word, other) => {
  const most = word.length < 8 ? 1 : 2;
  return word[0] === other[0] && other.length > SHORT && distanceOf(word, other, most) <= most;
};

/** Return the term of a word: the word itself, its other forms, longer words, or near ones. */
export const wordTerm = (model, word) => {
  const stem = stemOf(word);
  const isThere = (form) => model.words.has(form) || model.otherWords.has(form);
  const isKnown = /^\d/.test(word) || [word, `${word}s`, `${word}es`].some(isThere);
  const likenessOf = (other) => {
    if (other === word) {
      return 1;
    }
    if (!/^\d/.test(word) && stem.length > SHORT && stemOf(other) === stem) {
      return isPlural(other, word) ? PLURAL : STEM;
    }
    if (isPlural(other, word)) {
      return PLURAL;
    }
    const begins = word.length >= SHORT && !isKnown && other.startsWith(word);
    return begins ? PREFIX : 0;
  };
  const joined = word.replaceAll(/[.,'&+-]/g, "");
  const near = (other) => likenessOf(other) || (other === joined ? PLURAL : 0);
  const found = gather(model, near);
  if (/^\d/.test(word)) {
    return { ...found, weight: NUMBER };
  }
  if (found.hits.size || word.length <= SHORT + 1) {
    return { ...found, weight: WORD };
  }
  return { ...gather(model, (other) => (isNear(word, other) ? NEAR : 0)), weight: WORD, mistyped: true };
};

/** Tell whether two words are one and the other number of the same. */
const isPlural = (one, other) => one.replace(/e?s$/, "") === other.replace(/e?s$/, "");

const gather = (model, likenessOf) => {
  const hits = new Map();
  const marks = [];
  for (const [words, other] of [[model.words, false], [model.otherWords, true]]) {
    for (const [word, places] of words) {
      const likeness = likenessOf(word);
      if (likeness) {
        marks.push(word);
        for (const [place, count] of places) {
          const known = hits.get(place);
          if (!known || (other && known.other) || !other) {
            const sum = (known && known.other === other ? known.count : 0) + likeness * count;
            hits.set(place, { count: sum, other });
          }
        }
      }
    }
  }
  return { hits, marks };
};
