// Phrases: words that must stand as they are, one behind the other.

import { isHan, placedTokens, squeeze, tokensOf } from "./folding.js";
import { findNames, nameTerm } from "./names.js";
import { WHOLE } from "./weights.js";

const BETWEEN = "[^0-9a-z\\u3400-\\u9fff]";
const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** Return the term of a phrase, which covers its place in the query. */
export const phraseTerm = (model, { text, from, to, literal }) => {
  const pattern = literal ? new RegExp(escape(text)) : patternOf(text);
  const hits = new Map();
  for (const [place, passage] of model.passages.entries()) {
    const { heading, first } = model.items[passage.item];
    const own = pattern && pattern.test(passage.folded);
    const printed = isHan(text) && passage.squeezed.includes(squeeze(text));
    const wide = pattern && first === place && pattern.test(model.fold(heading));
    const other = !own && !printed && !wide && !literal && isInOther(model, place, text);
    if (own || printed || wide || other) {
      hits.set(place, { count: 1, other, wide });
    }
  }
  return { hits, weight: WHOLE, marks: literal ? [] : [squeeze(text), ...wordsOf(text)], from, to };
};

/** Words of a phrase are marked one by one; the texts have signs between them. */
const wordsOf = (text) => tokensOf(text).filter((token) => !isHan(token));

/** Return what finds a phrase in a folded text: words as they are, Chinese across signs. */
const patternOf = (text) => {
  const tokens = tokensOf(text);
  const inner = tokens.map((token) =>
    isHan(token) ? [...token].join(`${BETWEEN}{0,3}`) : `(?<![0-9a-z])${escape(token)}(?![0-9a-z])`,
  );
  return tokens.length ? new RegExp(inner.join(`${BETWEEN}*`)) : undefined;
};

/** Return whether the other language's text of a passage has a phrase, as far as it is kept. */
const isInOther = (model, place, text) => {
  const bare = squeeze(text).replaceAll(model.particles, "");
  if (isHan(bare)) {
    return !model.chinese && bare.length > 1 && model.passages[place].other.includes(bare);
  }
  const words = tokensOf(text).filter((word) => model.otherWords.has(word));
  return words.length > 0 && words.every((word) => model.otherWords.get(word).has(place));
};

/** Return the places that have something which results must not have: a phrase, or what it names. */
export const findUnwanted = (model, { text }) => {
  const { named } = findNames(model, text);
  const places = new Set(phraseTerm(model, { text }).hits.keys());
  const covers = named.length === 1 && placedTokens(text).length === 1;
  for (const { entity } of covers ? named : []) {
    for (const place of nameTerm(model, entity, 1).hits.keys()) {
      places.add(place);
    }
  }
  return places;
};
