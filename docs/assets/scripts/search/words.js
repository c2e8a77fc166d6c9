// Words in Latin letters and numbers: as they are, in other forms, by their sound, begun, or mistyped.

import { findTogether, formsOf } from "./folding.js";
import { lemmaOf, rootOf, singularOf } from "./forms.js";
import { hasWord } from "./model.js";
import { entitiesSpeltLike, isNear, nameTerm } from "./names.js";
import { findSpoken } from "./sounds.js";
import { chineseOf, wholeTerm } from "./strings.js";
import { FORM, NEAR, NUMBER, PREFIX, ROOT, VERB, WORD } from "./weights.js";

const SHORT = 3; // letters that a word needs for others to begin with it, or to be near it
const FEW = 3; // passages with a word; with less, its other forms count as it does
const BEGINNING = 5; // letters that variants of a long word have in common
const MOST_SPOKEN = 6; // words of letters that are heard as Chinese together
const MOST_SHOWN = 5; // words that are named as guesses

const COMMON = new Set(
  ("a an and any are as at be been but by can could did do does for from had has have how i if in into is it " +
    "its long many me much my no of on or our please should so some that the their them there these they " +
    "this to us was we were what when where which who whom why will with would you your about").split(" "),
);

/** Return whether a word only binds others, or asks. */
export const isCommon = (word) => COMMON.has(word);

/** Return the terms of a token, each with the place that it covers. */
export const wordTerms = (model, token) => {
  const { text, from, to } = token;
  const [term, others] = [wordTerm(model, text), verbTerm(model, text)];
  const known = [term, others].filter(({ hits }) => hits.size);
  const covering = term.hits.size < FEW ? to : from; // or nothing: a park is no parking
  others.to = covering;
  return (known.length ? known : guessWord(model, token)).map((found) => ({ from, to, ...found }));
};

/** Return the term of a word, one or many, in either spelling; or of a number. */
export const wordTerm = (model, word) => {
  const joined = formsOf(word).at(/^\d/.test(word) ? 0 : 1) ?? word;
  const singular = singularOf(word);
  const alike = /^\d/.test(word) ? [] : wordsOf(model, lemmaOf(word)).filter((other) => singularOf(other) === singular);
  const likeness = new Map([...alike, joined].map((other) => [other, FORM]));
  return { ...gather(model, likeness.set(word, 1)), weight: /^\d/.test(word) ? NUMBER : WORD };
};

/** Return the term of the forms of a word that are not it, one or many: parked of parking. */
const verbTerm = (model, word) => {
  const singular = singularOf(word);
  const forms = wordsOf(model, lemmaOf(word)).filter((other) => singularOf(other) !== singular);
  return { ...gather(model, new Map(forms.map((form) => [form, VERB]))), weight: WORD };
};

/** Return the words of the texts that have something in common: a lemma, a root. */
const wordsOf = (model, common) => {
  if (model.formsOf !== model.words.size + model.otherWords.size) {
    model.formsOf = model.words.size + model.otherWords.size;
    model.forms = new Map();
    for (const word of new Set([...model.words.keys(), ...model.otherWords.keys()])) {
      for (const key of new Set([lemmaOf(word), `${rootOf(word)}-`])) {
        model.forms.set(key, [...(model.forms.get(key) ?? []), word]);
      }
    }
  }
  return model.forms.get(common) ?? [];
};

/** Return the terms of a word that stands nowhere: of its parts, or of what it may mean. */
const guessWord = (model, { text: word, from, to }) => {
  const parts = [...word.matchAll(/\d+|[a-z]{2,}/g)];
  if (parts.length > 1) {
    return parts.flatMap(({ 0: text, index }) =>
      wordTerms(model, { text, from: from + index, to: from + index + text.length }),
    );
  }
  for (const guess of [spokenTerm, variantTerm, rootTerm, begunTerm]) {
    const term = guess(model, word);
    if (term.hits.size) {
      return [withGuess(term, { from, to })];
    }
  }
  return mistypedTerms(model, word).map((term) => withGuess(term, { from, to }));
};

const withGuess = ({ shown, ...term }, place) => ({
  ...term,
  guess: { ...place, shown: (shown ?? term.marks).slice(0, MOST_SHOWN) },
});

/** Return the term of what is written as a word is heard, if any: 停车 for tingche. */
const spokenTerm = (model, word) => {
  const found = /^[a-z]{5,}[1-5]?$/.test(word) ? model.passages : [];
  const strings = new Set(found.flatMap((passage) => [...findSpoken(chineseOf(model, passage), word.replace(/\d$/, ""))]));
  const terms = [...strings].map((string) => wholeTerm(model, string));
  const hits = new Map(terms.flatMap((term) => [...term.hits]));
  return { hits, weight: WORD, marks: [...strings] };
};

/** Return the term of long words that begin alike and differ by a letter or two: digitalisation. */
const variantTerm = (model, word) => {
  const spelt = singularOf(word);
  const isVariant = (other) => other.startsWith(word.slice(0, BEGINNING)) && isNear(spelt, singularOf(other));
  return word.length > BEGINNING + 2 ? alikeTerm(model, isVariant, NEAR) : { hits: new Map() };
};

/** Return terms of words that stand nowhere, and together are written as Chinese is heard: ting che. */
export const findSpokenWords = (model, tokens) => {
  const isKnown = ({ text }) => !/^[a-z]+[1-5]?$/.test(text) || wordTerm(model, text).hits.size > 0;
  return findTogether(tokens, MOST_SPOKEN, (words) => {
    const sound = words.map(({ text }) => text.replace(/\d$/, "")).join("");
    const isStrange = words.length > 1 && words.every((word) => isCommon(word.text) || !isKnown(word));
    const term = isStrange ? spokenTerm(model, sound) : undefined;
    return term?.hits.size ? withGuess(term, { from: words[0].from, to: words.at(-1).to }) : undefined;
  });
};

const rootTerm = (model, word) => {
  const words = wordsOf(model, `${rootOf(word)}-`).map((other) => [other, ROOT]);
  return { ...gather(model, new Map(words)), weight: WORD };
};

/** Return the term of all words of the texts that are somehow like a word. */
const alikeTerm = (model, isAlike, likeness) => {
  const words = [...new Set([...model.words.keys(), ...model.otherWords.keys()])].filter(isAlike);
  return { ...gather(model, new Map(words.map((word) => [word, likeness]))), weight: WORD };
};

const begunTerm = (model, word) =>
  alikeTerm(model, (other) => word.length >= SHORT && other.startsWith(word), PREFIX);

const mistypedTerms = (model, word) => {
  if (word.length <= SHORT + 1 || /^\d/.test(word)) {
    return [];
  }
  const names = entitiesSpeltLike(model, word).map((entity) => ({
    ...nameTerm(model, entity, NEAR),
    shown: [entity.name],
  }));
  return [alikeTerm(model, (other) => isNear(word, other), NEAR), ...names].filter((term) => term.hits.size);
};

/** Return the hits of words of the texts, which are like what was asked to some degree. */
const gather = (model, likeness) => {
  const hits = new Map();
  for (const [words, other] of [[model.words, false], [model.otherWords, true]]) {
    for (const [word, degree] of likeness) {
      for (const [place, count] of words.get(word) ?? []) {
        const known = hits.get(place);
        if (!known || !other || known.other) {
          const sum = (known && known.other === other ? known.count : 0) + degree * count;
          hits.set(place, { count: sum, other });
        }
      }
    }
  }
  const marks = [...likeness.keys()].filter((word) => hasWord(model, word));
  return { hits, marks };
};
