// Chinese that stands nowhere as it is typed: what it may mean.

import { entitiesNamedAlike, nameTerm } from "./names.js";
import { findAlike } from "./sounds.js";
import { chineseOf, stringTerm, wholeTerm } from "./strings.js";
import { findSynonyms, synonymTerm } from "./synonyms.js";
import { NEAR } from "./weights.js";

const LONGEST_ALIKE = 8; // characters of a run that may be written by their sound alone
const LEAST_ALIKE = 3; // of one that is looked for in the texts, and not only among names
const LEAST_SHORTENED = 3; // characters of a word that may be shortened to its first and last
const LONGEST_SHORTENED = 4;

/**
 * Return what a run may mean that stands nowhere: a name or words that sound like it, or a word that
 * is it without what stands in the middle (公车 of 公交车).
 */
export const guessRun = (model, { text, from, to }) => {
  if (text.length < 2 || text.length > LONGEST_ALIKE || wholeTerm(model, text).hits.size) {
    return [];
  }
  const named = entitiesNamedAlike(model, text);
  const strings = named.length ? [] : soundingLike(model, text);
  const shown = [...named.map(({ name }) => name), ...strings];
  const guess = shown.length ? { from, to, shown } : undefined;
  const terms = named.map((entity) => nameTerm(model, entity, NEAR));
  terms.push(...strings.map((string) => wholeTerm(model, string)));
  return terms.map((term) => ({ ...term, from, to, guess }));
};

const soundingLike = (model, text) => {
  const found = text.length < LEAST_ALIKE ? [] : model.passages.flatMap((passage) => [...findAlike(chineseOf(model, passage), text)]);
  return [...new Set(found)];
};

/** Return the term of a run of which a text has the first and the last character as a word. */
export const shortenedTerm = (model, { text, from, to }) => {
  const short = text[0] + text.at(-1);
  const isLong = text.length >= LEAST_SHORTENED && text.length <= LONGEST_SHORTENED;
  const term = isLong ? shortTerm(model, short) : { hits: new Map() };
  return { ...term, from, to, guess: { from, to, shown: [short] } };
};

/** A short word may itself be one that the texts have another for: 老人 of 老年人. */
const shortTerm = (model, short) => {
  const term = stringTerm(model, short, NEAR);
  const [synonym] = term.hits.size ? [] : findSynonyms(model, short);
  return synonym ? { ...synonymTerm(model, synonym), weight: NEAR } : term;
};
