// Strings that may stand anywhere in a text: pairs of Chinese characters, and whole queries.

import { PAIR, WHOLE } from "./weights.js";

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

/** Return a term for a string that may stand anywhere, within words and across spaces. */
export const stringTerm = (model, string, weight) => {
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
