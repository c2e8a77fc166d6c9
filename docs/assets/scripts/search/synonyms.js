// Other words than the texts have: docs/registry/synonyms.yml.

import { isHan, stemOf, tokensOf } from "./folding.js";
import { findName } from "./names.js";
import { SYNONYM } from "./weights.js";

/** Return the synonyms of which a query has another word than the texts. */
export const synonymsIn = (model, folded) => {
  const stems = new Set(tokensOf(folded).map(stemOf));
  const has = (word) => findWord(folded, word) || (!isHan(word) && stems.has(stemOf(word)));
  return model.synonyms.filter(([, ...others]) => others.some(has));
};

/** Return a query without the hyphenated phrases that are synonyms: their parts mean something else. */
export const withoutPhrases = (folded, synonyms) =>
  synonyms
    .flat()
    .filter((words) => words.includes("-"))
    .flatMap((words) => [`${words}es`, `${words}s`, words])
    .filter((form) => findName(folded, form) >= 0)
    .reduce((rest, form) => rest.replaceAll(form, " "), folded);

/** Return the term of what the texts have for another word. */
export const synonymTerm = (model, words) => {
  const hits = new Map();
  for (const [place, passage] of model.passages.entries()) {
    const count = words.filter((word) => findWord(passage.folded, word)).length;
    if (count) {
      hits.set(place, { count, other: false });
    }
  }
  return { hits, weight: SYNONYM, marks: words };
};

/** Tell whether words stand in a folded text, whole, one or many: car park in car parks. */
const findWord = (folded, words) =>
  [words, `${words}s`, `${words}es`].some((form) => findName(folded, form) >= 0);
