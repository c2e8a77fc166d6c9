// Strings that may stand anywhere in a text: pairs of Chinese characters, and whole queries.

import { isHan, squeeze } from "./folding.js";
import { entitiesNamedAlike, nameTerm } from "./names.js";
import { findAlike } from "./sounds.js";
import { findSynonyms, synonymTerm } from "./synonyms.js";
import { NEAR, PAIR, WHOLE } from "./weights.js";

const LONGEST_ALIKE = 8; // characters of a run that may be written by their sound alone
const LEAST_ALIKE = 3; // of one that is looked for in the texts, and not only among names
const LEAST_SHORTENED = 3; // characters of a word that may be shortened to its first and last
const LONGEST_SHORTENED = 4;

/** Return a term for each two neighbouring characters of a run, or for its one character. */
export const hanTerms = (model, { text, from, to }) => {
  const isBound = (string) => model.chinese || string.replaceAll(model.particles, "") === string;
  const places = new Map(text.length === 1 ? [[text, [[from, to]]]] : []);
  for (let place = 0; place + 1 < text.length; place += 1) {
    const pair = text.slice(place, place + 2);
    places.set(pair, [...(places.get(pair) ?? []), [from + place, from + place + 2]]);
  }
  return [...places].filter(([string]) => isBound(string)).map(([string, [first, ...also]]) => ({
    ...stringTerm(model, string, PAIR),
    from: first[0],
    to: first[1],
    also,
  }));
};

/** Return the Chinese of a passage, squeezed. */
export const chineseOf = (model, { squeezed, other }) => (model.chinese ? squeezed : other);

/** Return the term of a query as a whole, without spaces and punctuation. */
export const wholeTerm = (model, whole, weight = WHOLE) => stringTerm(model, whole, weight);

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

/** Return a term for a string that may stand anywhere, within words and across spaces. */
const stringTerm = (model, string, weight) => {
  const hits = new Map();
  const bare = string.replaceAll(model.particles, "");
  for (const [place, passage] of model.passages.entries()) {
    const item = model.items[passage.item];
    const own = countIn(passage.squeezed, string);
    const headed = item.first === place && item.headed.includes(string) ? 1 : 0;
    const other = own || model.chinese || !bare ? 0 : countIn(passage.other, bare);
    if (own + headed + other) {
      hits.set(place, { count: own + headed + other, other: other > 0, wide: headed > 0 });
    }
  }
  return { hits, weight, marks: [string] };
};

/** Return how often a string stands in another; a number not within a longer one. */
const countIn = (text, string) => {
  let count = 0;
  for (let place = text.indexOf(string); place >= 0; place = text.indexOf(string, place + 1)) {
    const cut = /\d/.test(string[0]) && /\d/.test(text[place - 1] ?? " ");
    count += cut ? 0 : 1;
  }
  return count;
};
