// Which contributions answer a query best: BM25 over contributions, the best passage of each.

import { isHan, squeeze, tokensOf } from "./folding.js";
import { findName } from "./names.js";
import { withDigits } from "./numbers.js";
import { termsOf } from "./terms.js";

const SATURATION = 1.2; // BM25's k1: how soon more of the same term counts no more
const LENGTH = 0.4; // BM25's b: how much the length of a contribution counts against it
const ASKED = 0.35; // what an answer has of its question's score
const LONGEST = 200; // characters of a query that are looked at
const LEAST = 0.12; // of the best score; below it a result is left out
const MOST_PAGES = 4;

/**
 * Return the results of a query: `pages` of things that it names, `items` in the order of their
 * scores, each with the passage that matched best and what to mark in it.
 */
export const search = (model, query) => {
  const folded = model.fold(query.slice(0, LONGEST));
  const scores = variantsOf(model, folded).map((variant) => scoreItems(model, variant));
  const items = model.items
    .map((_, item) => scores.map((all) => all.get(item)).reduce(better, undefined))
    .filter((found) => found && !model.items[found.item].question)
    .sort((one, other) => other.score - one.score || one.item - other.item);
  const least = (items[0]?.score ?? 0) * LEAST;
  return {
    pages: findPages(model, folded),
    items: items.filter(({ score }) => score >= least).map((found) => present(model, found)),
  };
};

/** Tell whether a query needs the texts of the other language. */
export const needsOther = (model, query) =>
  tokensOf(model.fold(query.slice(0, LONGEST))).some((token) => isHan(token) !== model.chinese);

const better = (one, other) => (!one || (other && other.score > one.score) ? other : one);

/** Return a query as typed, with Taiwan's words for those of the mainland, and with digits. */
const variantsOf = (model, folded) => {
  const translated = model.usage.reduce((text, [one, other]) => text.replaceAll(one, other), folded);
  return [...new Set([folded, translated, withDigits(folded)])];
};

/** Return the score of each item that has any, with its best passage. */
const scoreItems = (model, folded) => {
  const terms = termsOf(model, folded);
  const found = new Map();
  for (const term of terms) {
    const rarity = term.weight * rarityOf(model, term.hits);
    for (const [item, hits] of gatherByItem(model, term.hits)) {
      const score = found.get(item) ?? { item, score: 0, passages: new Map(), terms: new Set() };
      const count = hits.reduce((sum, [, hit]) => sum + hit.count, 0);
      score.score += rarity * saturate(count, model.items[item].length / model.average);
      score.terms.add(term);
      for (const [place, hit] of hits) {
        const passage = score.passages.get(place) ?? { score: 0, other: true };
        passage.score += rarity * saturate(hit.count, 1);
        passage.other &&= hit.other;
        score.passages.set(place, passage);
      }
      found.set(item, score);
    }
  }
  addQuestions(model, found);
  return found;
};

const saturate = (count, length) =>
  (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + LENGTH * length));

/** Return how rare a term is among all items, as BM25 weighs it. */
const rarityOf = (model, hits) => {
  const items = new Set([...hits.keys()].map((place) => model.passages[place].item)).size;
  return Math.log(1 + (model.items.length - items + 0.5) / (items + 0.5));
};

const gatherByItem = (model, hits) => {
  const found = new Map();
  for (const [place, hit] of hits) {
    const { item } = model.passages[place];
    found.set(item, [...(found.get(item) ?? []), [place, hit]]);
  }
  return found;
};

/** Add to each answer a part of what its question has: it speaks of what was asked. */
const addQuestions = (model, found) => {
  const asked = new Map(found);
  for (const [item, { asked: question, first }] of model.items.entries()) {
    const score = asked.get(question);
    if (score) {
      const passages = new Map([[first, { score: 0, other: false }]]);
      const known = found.get(item) ?? { item, score: 0, passages, terms: score.terms };
      const asks = found.has(item) ? undefined : model.passages[model.items[question].first];
      found.set(item, { ...known, score: known.score + ASKED * score.score, asks });
    }
  }
};

const present = (model, { item, score, passages, terms, asks }) => {
  const { id, address, title, heading } = model.items[item];
  const [[place, { other }]] = [...passages].sort(([, a], [, b]) => b.score - a.score);
  const marks = [...new Set([...terms].flatMap((term) => term.marks))];
  const passage = model.passages[place];
  const text = (asks ?? passage).text;
  const near = [...terms].every((term) => term.near);
  const otherWords = marks.filter((mark) => model.otherWords.get(mark)?.has(place)).slice(0, 3);
  return { id, address, title, heading, score, passage: passage.id, text, asks: Boolean(asks), near, other, otherWords, marks };
};

/** Return what has a page and is named like a query, that of exactly this name first. */
const findPages = (model, folded) => {
  const whole = squeeze(folded);
  const likenessOf = (name) => {
    const bare = squeeze(name);
    if (bare === whole) {
      return 3;
    }
    if (whole.length > 1 && bare.startsWith(whole)) {
      return 2;
    }
    return bare.length > 1 && findName(folded, name) >= 0 ? 1 : 0;
  };
  return model.entities
    .map(({ names, ...entity }) => ({ ...entity, likeness: Math.max(...names.map(likenessOf)) }))
    .filter(({ likeness }) => likeness)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_PAGES);
};
