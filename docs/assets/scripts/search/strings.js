// Strings that may stand anywhere in a text: pairs of Chinese characters, and whole queries.

import { PAIR, WHOLE } from "./weights.js";

/** Return a term for each two neighbouring characters of a run, or for its one character. */
export const hanTerms = (model, run) => {
  const bare = model.chinese ? run : run.replaceAll(model.particles, "");
  const pairs = [...bare].slice(1).map((character, place) => bare[place] + character);
  const strings = bare.length === 1 ? [bare] : [...new Set(pairs)];
  return strings.map((string) => stringTerm(model, string, PAIR));
};

/** Return the term of a query as a whole, without spaces and punctuation. */
export const wholeTerm = (model, whole) => stringTerm(model, whole, WHOLE);

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
      hits.set(place, { count: own + headed + other, other: other > 0 });
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
