// What a query asks for: names, titles, dates, synonyms, words, pairs of characters, numbers, and
// the query as a whole. Each term has its hits: for a passage, how well and how often it is there,
// in which language, and whether it holds for the whole contribution; and the place in the query
// that it covers, by which we know what results have all words.

import { withoutAsking } from "./asking.js";
import { coverBy, isCovered } from "./covering.js";
import { datesWithSessions, dateTerms } from "./dates.js";
import { blank, isHan, placedTokens, squeeze } from "./folding.js";
import { entitiesNamedLike, entitiesNear, findNames, findSpokenNames, findThemes, nameTerm } from "./names.js";
import { unitTerms } from "./numbers.js";
import { guessRun, shortenedTerm } from "./runs.js";
import { hanTerms, wholeTerm } from "./strings.js";
import { findSynonyms, synonymTerm, withoutPhrases } from "./synonyms.js";
import { findTitles, titleTerm } from "./titles.js";
import { NAME, NEAR, PART } from "./weights.js";
import { findSpokenWords, isCommon, wordTerms } from "./words.js";

/** Return the terms of a folded query that are found, and the places that must be covered. */
export const termsOf = (model, folded) => {
  const whole = squeeze(folded);
  const asked = withoutAsking(folded);
  const { named, rest: unnamed } = findNames(model, asked);
  const dates = datesWithSessions(model, unnamed);
  const synonyms = findSynonyms(model, unnamed);
  const rest = dates.reduce(blank, withoutPhrases(unnamed, synonyms));
  const spoken = findSpokenNames(model, placedTokens(rest));
  const terms = named.map(({ entity, from, to }) => ({ ...nameTerm(model, entity, NAME), from, to }));
  terms.push(...(named.length ? findThemes(model, unnamed) : []).map((theme) => themeTerm(model, theme)));
  terms.push(...dates.flatMap((date) => dateTerms(model, date, folded.slice(date.from, date.to))));
  terms.push(...findTitles(model, asked, named).map((part) => titleTerm(model, part)));
  terms.push(...synonyms.map((synonym) => synonymTerm(model, synonym)));
  terms.push(...spoken.flatMap((names) => spokenTerms(model, names)));
  const heard = findSpokenWords(model, placedTokens(spoken.reduce(blank, rest)));
  terms.push(...heard);
  const left = [...spoken, ...heard].reduce(blank, rest);
  const tokens = placedTokens(left).filter(({ text }) => !isCommon(text));
  terms.push(...tokens.flatMap((token) => (isHan(token.text) ? hanTerms : wordTerms)(model, token)));
  terms.push(...unitTerms(model, dates.reduce(blank, folded)));
  terms.push(...wholeTerms(model, folded, whole, named.length));
  const runs = tokens.filter(({ text }) => isHan(text));
  terms.push(...placedTokens(asked).filter(({ text }) => isHan(text)).flatMap((run) => guessRun(model, run)));
  const covered = coverBy(terms.filter((term) => term.hits.size), folded.length);
  const gaps = runs.filter(({ from, to }) => !isCovered(covered, from, to));
  terms.push(...gaps.map((run) => shortenedTerm(model, run)));
  const meant = terms.filter(({ hits, guess }) => hits.size && !guess);
  const found = terms.filter(({ hits, guess }) => hits.size && !(guess && isMeant(guess, meant)));
  return found.length ? found : nearTerms(model, whole, tokens);
};

/** Return whether what was guessed has a meaning already: flood is storm drainage, and no food. */
const isMeant = ({ from, to }, meant) => meant.some((term) => term.meant && term.from <= from && to <= term.to);

const themeTerm = (model, { entity, from, to }) => ({ ...nameTerm(model, entity, PART), from, to, meant: true });

const spokenTerms = (model, { entities, from, to }) =>
  entities.map((entity) => ({
    ...nameTerm(model, entity, NAME),
    guess: { from, to, shown: [entity.name] },
    from,
    to,
  }));

/** Return the terms of all of a query: as a string, and as the greater part of a name. */
const wholeTerms = (model, folded, whole, named) => {
  const tokens = placedTokens(folded);
  const place = { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
  const terms = named ? [] : entitiesNamedLike(model, whole).map((entity) => nameTerm(model, entity, PART));
  if (whole.length > 2 && (tokens.length > 1 || named || isHan(whole))) {
    terms.push(wholeTerm(model, whole));
  }
  return terms.map((term) => ({ ...term, ...place }));
};

/** Return the terms of names that a whole query is like, where nothing is as it is typed. */
const nearTerms = (model, whole, tokens) => {
  const place = { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
  return entitiesNear(model, whole).map((entity) => ({
    ...nameTerm(model, entity, NEAR),
    ...place,
    guess: { ...place, shown: [entity.name] },
  }));
};

/** Return the places in a folded query of what a result should have: [from, to] of each word. */
export const listTelling = (model, folded) => {
  const asked = withoutAsking(folded);
  return placedTokens(asked).flatMap(({ text, from, to }) => {
    if (!isHan(text)) {
      return isCommon(text) ? [] : [[from, to]];
    }
    const characters = [...text].map((character, place) => [character, from + place]);
    const telling = characters.filter(([character]) => !character.match(model.particles));
    return (telling.length ? telling : characters).map(([, place]) => [place, place + 1]);
  });
};
