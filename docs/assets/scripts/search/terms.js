// What a query asks for: names, synonyms, words, pairs of characters, numbers, and the query as a
// whole. Each term has its hits: for a passage, how well and how often it is there, and in which
// language.

import { isHan, squeeze, tokensOf } from "./folding.js";
import { entitiesNamedLike, entitiesNear, findNames, nameTerm } from "./names.js";
import { unitTerms } from "./numbers.js";
import { hanTerms, wholeTerm } from "./strings.js";
import { synonymsIn, synonymTerm, withoutPhrases } from "./synonyms.js";
import { NAME, NEAR, PART } from "./weights.js";
import { withoutCommon, wordTerms } from "./words.js";

/** Return the terms of a folded query. */
export const termsOf = (model, folded) => {
  const whole = squeeze(folded);
  const { entities, rest: unnamed } = findNames(model, folded);
  const synonyms = synonymsIn(model, unnamed);
  const rest = withoutPhrases(unnamed, synonyms);
  const parts = entities.length ? [] : entitiesNamedLike(model, whole);
  const terms = entities.map((entity) => nameTerm(model, entity, NAME));
  terms.push(...parts.map((entity) => nameTerm(model, entity, PART)));
  terms.push(...synonyms.map((words) => synonymTerm(model, words)));
  const tokens = withoutCommon(tokensOf(rest));
  for (const token of tokens) {
    terms.push(...(isHan(token) ? hanTerms(model, token) : wordTerms(model, token)));
  }
  if (whole.length > 2 && (tokens.length > 1 || entities.length || isHan(whole))) {
    terms.push(wholeTerm(model, whole));
  }
  terms.push(...unitTerms(model, folded));
  const found = terms.filter((term) => term.hits.size);
  const near = found.length ? [] : entitiesNear(model, whole);
  return [...found, ...near.map((entity) => ({ ...nameTerm(model, entity, NEAR), near: true }))];
};
