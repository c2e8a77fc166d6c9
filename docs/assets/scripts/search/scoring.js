// How well contributions answer a query: BM25 over contributions, the best passage of each, and
// whether they have all words.

import { withoutAsking } from "./asking.js";
import { coverBy, isCovered } from "./covering.js";
import { passing } from "./facets.js";
import { isHan, placedTokens } from "./folding.js";
import { sentencesOf } from "./model.js";
import { findName } from "./names.js";
import { listTelling, termsOf } from "./terms.js";

const SHORT_RUN = 4; // characters of a Chinese run that is one word

const SATURATION = 1.2; // BM25's k1: how soon more of the same term counts no more
const LENGTH = 0.4; // BM25's b: how much the length of a contribution counts against it
const LONG_QUERY = 40; // characters; a longer query is answered by a passage as a whole
const MANY = 0.25; // the part of all contributions that a word is in which tells little by itself
const ASKED = 0.35; // what an answer has of its question's score

/** Return the scores of all items that a query finds, and what of the query was found. */
export const scoreQuery = (model, folded, phrases) => {
  const terms = [...phrases, ...termsOf(model, folded)];
  const telling = listTelling(model, folded);
  const items = scoreItems(model, terms);
  for (const found of items.values()) {
    found.best = findWhole(model, found, telling, folded.length);
    found.all = found.best !== undefined || telling.length === 0;
    found.telling = hasRare(model, found) || hasMost(found, telling, folded.length);
  }
  return { folded, terms, telling, items, unfound: listUnfound(withoutAsking(folded), terms, telling) };
};

/** Return the score of each item that has any, with its best passage. */
const scoreItems = (model, terms) => {
  const found = new Map();
  for (const term of terms) {
    const rarity = term.weight * rarityOf(model, term.hits);
    for (const [item, hits] of gatherByItem(model, term.hits)) {
      const score = found.get(item) ?? newScore(item);
      const count = hits.reduce((sum, [, hit]) => sum + hit.count, 0);
      score.score += rarity * saturate(count, model.items[item].length / model.average);
      score.terms.add(term);
      for (const [place, hit] of hits) {
        addHit(score, term, place, hit, rarity);
      }
      found.set(item, score);
    }
  }
  addQuestions(model, found);
  return found;
};

const newScore = (item) => ({ item, score: 0, passages: new Map(), terms: new Set(), wide: [], why: new Set() });

const addHit = (score, term, place, hit, rarity) => {
  const passage = score.passages.get(place) ?? { score: 0, other: true, found: [] };
  passage.score += rarity * saturate(hit.count, 1);
  passage.other &&= hit.other;
  passage.found.push([term, hit]);
  score.passages.set(place, passage);
  if (hit.wide) {
    score.wide.push(term);
  }
  if (hit.by) {
    score.why.add(hit.by);
  }
};

const saturate = (count, length) =>
  (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + LENGTH * length));

/** Return how rare a term is among all items, as BM25 weighs it. */
const rarityOf = (model, hits) => {
  const items = countItems(model, hits);
  return Math.log(1 + (model.items.length - items + 0.5) / (items + 0.5));
};

const countItems = (model, hits) => new Set([...hits.keys()].map((place) => model.passages[place].item)).size;

const gatherByItem = (model, hits) => {
  const found = new Map();
  for (const [place, hit] of hits) {
    const { item } = model.passages[place];
    const known = found.get(item);
    if (known) {
      known.push([place, hit]);
    } else {
      found.set(item, [[place, hit]]);
    }
  }
  return found;
};

/** Add to each answer a part of what its question has: it speaks of what was asked. */
const addQuestions = (model, found) => {
  const asked = new Map(found);
  for (const [item, { asked: question, first }] of model.items.entries()) {
    const score = asked.get(question);
    if (score) {
      const passages = new Map([[first, { score: 0, other: false, found: [] }]]);
      const known = found.get(item) ?? { ...newScore(item), passages, terms: score.terms };
      const asks = found.has(item) ? undefined : model.passages[model.items[question].first];
      const wide = [...known.wide, ...score.terms];
      found.set(item, { ...known, score: known.score + ASKED * score.score, asks, wide });
    }
  }
};

/**
 * Return the passage of an item, the best first, that has all that tells, with what holds for all of
 * the item; where that is few words, one of its sentences has.
 */
const findWhole = (model, { passages, wide }, telling, length) => {
  const covers = (terms) => {
    const covered = coverBy([...terms, ...wide], length);
    return telling.every(([from, to]) => isCovered(covered, from, to));
  };
  const isMeant = ([place, { found }]) =>
    covers(found.map(([term]) => term)) &&
    (length > LONG_QUERY || sentencesOf(model.passages[place]).some((one) => covers(termsIn(one, found))));
  return [...passages].sort(([, one], [, other]) => other.score - one.score).find(isMeant)?.[0];
};

/** Return the terms that a sentence has; of what is not in the shown text, the place is not known. */
const termsIn = (sentence, found) =>
  found.flatMap(([term, hit]) => {
    const isIn = (mark) => (isHan(mark) ? sentence.squeezed.includes(mark) : findName(sentence.folded, mark) >= 0);
    return hit.other || hit.wide || hit.by || term.marks.some(isIn) ? [term] : [];
  });

/** Return whether an item has something that few have. */
const hasRare = (model, { terms }) => [...terms].some(({ hits }) => countItems(model, hits) <= model.items.length * MANY);

const hasMost = ({ terms }, telling, length) => {
  const covered = coverBy(terms, length);
  const lengthOf = (places) => places.reduce((sum, [from, to]) => sum + to - from, 0);
  const found = telling.filter(([from, to]) => isCovered(covered, from, to));
  return lengthOf(found) * 2 >= lengthOf(telling);
};

/** Return the places of the words that were not found: of a Chinese run, what no term has any part of. */
const listUnfound = (folded, terms, telling) => {
  const covered = coverBy(terms, folded.length);
  const runs = placedTokens(folded).filter(({ from, to }) =>
    telling.some(([first, last]) => from <= first && last <= to && !isCovered(covered, first, last)),
  );
  return runs.flatMap((run) => (isHan(run.text) && run.text.length > SHORT_RUN ? gapsIn(run, covered) : [run]));
};

/** Return the parts of a run of two characters or more that no term covers. */
const gapsIn = ({ from, to }, covered) => {
  const gaps = [];
  for (let place = from; place < to; place += 1) {
    const last = gaps.at(-1);
    if (covered[place]) {
      continue;
    }
    if (last?.to === place) {
      last.to += 1;
    } else {
      gaps.push({ from: place, to: place + 1 });
    }
  }
  return gaps.filter((gap) => gap.to - gap.from > 1);
};

/** Return all contributions that pass filters, where nothing else is asked for. */
export const listAll = (model, filters) => {
  const passes = passing(model, filters);
  return model.items.flatMap(({ question, first }, item) => {
    const passages = new Map([[first, { score: 0, other: false, found: [] }]]);
    return question || !passes(item) ? [] : [{ ...newScore(item), passages, all: true }];
  });
};
