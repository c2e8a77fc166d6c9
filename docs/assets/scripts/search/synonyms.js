// Other words than the texts have: docs/registry/synonyms.yml.

import { blank, isHan, placedTokens } from "./folding.js";
import { lemmaOf } from "./forms.js";
import { findName } from "./names.js";
import { SYNONYM } from "./weights.js";
import { isCommon, wordTerm } from "./words.js";

/** Return the words of a query that the texts have others for: {words, from, to}, the longest first. */
export const findSynonyms = (model, folded) => {
  const tokens = piecesOf(folded);
  const longest = (places) => places.sort(byLength)[0];
  const found = model.synonyms.flatMap((words) => {
    const place = longest(words.slice(1).flatMap((word) => placeIn(folded, tokens, word) ?? []));
    return place ? [{ words, ...place }] : [];
  });
  return found.sort(byLength);
};

const byLength = (one, other) => other.to - other.from - (one.to - one.from);

/** Return the words of a text with their places, each by what its forms have in common. */
const piecesOf = (folded) =>
  placedTokens(folded).flatMap(({ text, from }) =>
    [...text.matchAll(/[^-]+/g)].map(({ 0: piece, index }) => ({
      lemma: isHan(piece) ? piece : lemmaOf(piece),
      from: from + index,
      to: from + index + piece.length,
    })),
  );

/** Return where a query has words, in whatever form and spelling. */
const placeIn = (folded, tokens, words) => {
  if (isHan(words)) {
    const from = folded.indexOf(words);
    return from < 0 ? undefined : { from, to: from + words.length };
  }
  const wanted = piecesOf(words).map(({ lemma }) => lemma);
  const first = tokens.findIndex((_, place) => wanted.every((lemma, next) => tokens[place + next]?.lemma === lemma));
  return first < 0 ? undefined : { from: tokens[first].from, to: tokens[first + wanted.length - 1].to };
};

/** Return a query without the hyphenated phrases that are synonyms: their parts mean something else. */
export const withoutPhrases = (folded, synonyms) =>
  synonyms
    .filter(({ from, to }) => folded.slice(from, to).includes("-"))
    .reduce((rest, place) => blank(rest, place), folded);

/** Return the term of what the texts have for another word. */
export const synonymTerm = (model, { words, from, to }) => {
  const hits = new Map();
  const own = words.filter((word, place) => place === 0 || isHan(word) === model.chinese);
  const others = words.slice(1, 2).filter((word) => !own.includes(word)); // the translation
  for (const [place, passage] of model.passages.entries()) {
    const count = own.filter((word) => placeOf(passage.folded, word)).length;
    const other = !count && others.some((word) => isInOther(model, place, word));
    if (count || other) {
      hits.set(place, { count: count || 1, other });
    }
  }
  const marks = own.flatMap((word) => (isHan(word) ? [word] : formsOf(word)));
  return { hits, weight: SYNONYM, marks, from, to, meant: true };
};

/** Return whether the other language's text of a passage has words, two or more; their order is not kept. */
const isInOther = (model, place, words) => {
  if (isHan(words)) {
    const bare = words.replaceAll(model.particles, "");
    return bare.length > 1 && bare === words && model.passages[place].other.includes(bare);
  }
  const telling = words.split(/[ -]/).filter((word) => !isCommon(word));
  return telling.length > 1 && telling.every((word) => wordTerm(model, word).hits.get(place)?.other);
};

const formsOf = (words) => [words, `${words}s`, `${words}es`, words.replace(/s$/, "")];

/** Return where words stand in a folded text, whole, one or many: car park in car parks. */
const placeOf = (folded, words) => {
  const form = (isHan(words) ? [words] : formsOf(words)).find((one) => findName(folded, one) >= 0);
  const from = form === undefined ? -1 : findName(folded, form);
  return from < 0 ? undefined : { from, to: from + form.length };
};
