// Which contributions answer a query best, and what is to be said of the answer.

import { countFacets, isOnTheme, passing } from "./facets.js";
import { withDigits } from "./numbers.js";
import { isHan } from "./folding.js";
import { findPages, presentPage } from "./pages.js";
import { findUnwanted, phraseTerm } from "./phrases.js";
import { LONGEST, quoteIn, readAddress, readQuery } from "./query.js";
import { findReference, isAddress } from "./references.js";
import { listAll, scoreQuery } from "./scoring.js";
import { findMarks } from "./snippets.js";

const LEAST = 0.12; // of the best score; below it a result that has not all words is left out

const MOST_SHOWN = 5; // words that are named as looked for in the place of another

/**
 * Return the answer to a request {query, filters, order}: `pages` of things that it names, `items` in
 * order, those with all words first (`whole` of them), each with the passage that matched best and
 * what to mark in it; what was not found, what was guessed, and how many each filter would leave.
 */
export const search = (model, { query, filters = {}, order = "relevance" }) => {
  const looked = query.slice(0, LONGEST);
  const reference = findReference(model, looked);
  const read = isAddress(model, looked) ? readAddress : readQuery;
  const asked = reference ? undefined : read(model.fold(looked));
  const found = reference ? answerReference(model, reference) : answerWords(model, asked, filters);
  const passes = passing(model, filters);
  const items = found.items.filter(({ item }) => passes(item)).sort(orders[order] ?? orders.relevance);
  const sorted = order === "relevance" ? items : sortByDate(model, items, order);
  return {
    cut: query.length > LONGEST ? LONGEST : 0,
    pages: found.pages,
    items: sorted.map((one) => present(model, one, filters)),
    whole: sorted.filter(({ all }) => all).length,
    facets: countFacets(model, found.items.map(({ item }) => item), filters),
    ...say(model, found, looked),
  };
};

const byWhole = (one, other) => Number(other.all) - Number(one.all);
const orders = {
  relevance: (one, other) => byWhole(one, other) || other.score - one.score || one.item - other.item,
};

const sortByDate = (model, items, order) => {
  const dateOf = ({ item }) => model.items[item].session.dates[0];
  const sign = order === "oldest" ? 1 : -1;
  return [...items].sort(
    (one, other) =>
      byWhole(one, other) || sign * dateOf(one).localeCompare(dateOf(other)) || one.item - other.item,
  );
};

const answerReference = (model, { pages, places }) => {
  const items = places.map((place, rank) => {
    const passages = new Map([[place, { score: 1, other: false, found: [] }]]);
    const { item } = model.passages[place];
    return { item, score: -rank, passages, terms: new Set(), why: new Set(), all: true };
  });
  return { pages: pages.map(presentPage), items, variant: undefined };
};

const answerWords = (model, asked, filters) => {
  const phrases = asked.phrases.map((phrase) => phraseTerm(model, phrase));
  const variants = variantsOf(model, asked.words).map((words) => scoreQuery(model, words, phrases));
  const variant = variants.reduce((one, other) => (weightOf(other) < weightOf(one) ? other : one));
  const isAsked = asked.words.trim() || asked.phrases.length;
  const scored = isAsked ? merge(model, variants) : listAll(model, filters);
  const unwanted = asked.without.map((phrase) => findUnwanted(model, phrase));
  const items = cutWeak(scored.filter((found) => isWanted(model, found.item, phrases, unwanted)));
  return { pages: findPages(model, asked.words, asked.whole), items, variant, asked, phrases };
};

const weightOf = ({ unfound, terms }) => 2 * unfound.length + (terms.some(({ guess }) => guess) ? 1 : 0);

/** Return a query as typed, with Taiwan's words for those of the mainland, and with digits. */
const variantsOf = (model, folded) => {
  const translated = model.usage.reduce((text, [one, other]) => text.replaceAll(one, other), folded);
  return [...new Set([folded, translated, withDigits(folded)])];
};

const merge = (model, variants) =>
  model.items.flatMap(({ question }, item) => {
    const found = variants.flatMap(({ items }) => items.get(item) ?? []);
    const best = found.reduce((one, other) => (isBetter(other, one) ? other : one), undefined);
    return question || !best ? [] : [best];
  });

const isBetter = (one, other) => !other || byWhole(one, other) < 0 || (one.all === other.all && one.score > other.score);

const cutWeak = (items) => {
  const least = Math.max(0, ...items.map(({ score }) => score)) * LEAST;
  return items.filter(({ score, all, telling }) => all || (telling && score >= least));
};

/** Return whether an item has all phrases, and nothing that is not wanted. */
const isWanted = (model, item, phrases, unwanted) => {
  const { asked } = model.items[item];
  const places = (number) => model.passages.flatMap((passage, place) => (passage.item === number ? [place] : []));
  const own = phrases.length || unwanted.length ? places(item) : [];
  const all = asked === undefined ? own : [...own, ...places(asked)];
  return (
    phrases.every(({ hits }) => all.some((place) => hits.has(place))) &&
    !unwanted.some((hits) => own.some((place) => hits.has(place)))
  );
};

/** A phrase is named without its quotation marks. */
const bare = (phrase) => phrase.replaceAll(/^["“「『]|["”」』]$/g, "");

/** Return what is said of an answer: what occurs nowhere, and what was looked for in its place. */
const say = (model, { variant, asked, phrases = [] }, query) => {
  if (!variant) {
    return { unfound: [], guesses: [] };
  }
  const isTyped = variant.folded === asked.words;
  const wordAt = ({ from, to }) => (isTyped ? query.slice(from, to) : model.unfold(variant.folded.slice(from, to)));
  const guesses = new Map();
  for (const { guess } of variant.terms.filter((term) => term.guess)) {
    const key = `${guess.from}-${guess.to}`;
    const exact = isTyped ? quoteIn(query, guess) : `"${wordAt(guess)}"`;
    const known = guesses.get(key) ?? { word: wordAt(guess), shown: [], exact };
    known.shown = [...new Set([...known.shown, ...guess.shown.map(model.unfold)])].slice(0, MOST_SHOWN);
    guesses.set(key, known);
  }
  const nowhere = phrases.filter(({ hits }) => !hits.size).map(({ from, to }) => bare(query.slice(from, to)));
  return { unfound: [...nowhere, ...variant.unfound.map(wordAt)], guesses: [...guesses.values()] };
};

const MOST_IN_OTHER = 3; // words of the other language that are shown with a result

/** Return what of some marks the other language's text of a passage has, none that is within another. */
const wordsInOther = (model, passage, marks) => {
  const place = model.passages.indexOf(passage);
  const isThere = (mark) => {
    const bare = mark.replaceAll(model.particles, "");
    return isHan(mark) ? bare && passage.other.includes(bare) : model.otherWords.get(mark)?.has(place);
  };
  const found = marks.filter(isThere);
  const whole = found.filter((one) => !found.some((other) => other !== one && other.includes(one)));
  return whole.slice(0, MOST_IN_OTHER).map(model.unfold);
};

/** Return what a record prints otherwise than the text that is shown, where that alone has a mark. */
const printedWith = (model, { printed, folded }, marks) =>
  printed.filter((words) => findMarks(model.fold(words), marks).length && !findMarks(folded, marks).length);

const present = (model, { item, score, passages, best, terms, asks, all, why }, filters) => {
  const { id, session, heading } = model.items[item];
  const scoreOf = ([place, { score: own }]) => (place === best ? Infinity : own);
  const ranked = [...passages].sort((one, other) => scoreOf(other) - scoreOf(one));
  const [place, { other }] = ranked.find(([one]) => isOnTheme(model, one, filters)) ?? ranked[0];
  const marks = [...new Set([...terms].flatMap((term) => term.marks))];
  const passage = model.passages[place];
  const shown = asks ?? passage;
  const otherWords = wordsInOther(model, shown, marks);
  return {
    id,
    address: session.address,
    title: session.name,
    heading,
    date: session.dates[0],
    score,
    all,
    passage: passage.id,
    text: shown.text,
    asks: Boolean(asks),
    other: other || (Boolean(asks) && otherWords.length > 0 && !findMarks(asks.folded, marks).length),
    otherWords,
    printed: printedWith(model, shown, marks),
    marks,
    why: [...why],
  };
};
