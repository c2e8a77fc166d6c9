// Pages that a query names, to be shown above what was said.

import { datesWithSessions, sessionsOn } from "./dates.js";
import { isHan, placedTokens, squeeze } from "./folding.js";
import { findName, findNames, findSpokenNames, findThemes } from "./names.js";
import { findTitles, hasPart } from "./titles.js";
import { isCommon } from "./words.js";

const MOST = 4;
const LIKE = { exact: 4, begun: 3, named: 2, part: 1 };

/**
 * Return the pages of what a query names, that of exactly this name first: the words of the query
 * and the whole of it, since a name may have quotation marks.
 */
export const findPages = (model, folded, whole = folded) => {
  if (placedTokens(whole).every(({ text }) => isCommon(text))) {
    return [];
  }
  const named = [...model.entities, ...model.guides].map((page) => ({ ...page, likeness: isCalled(page, whole) ? LIKE.exact : likenessOf(page, folded) }));
  const spoken = findSpokenNames(model, placedTokens(folded)).flatMap(({ entities }) => entities);
  const found = [
    ...named.filter(({ likeness }) => likeness),
    ...spoken.map((entity) => ({ ...entity, likeness: LIKE.named })),
    ...findThemed(model, folded).map((entity) => ({ ...entity, likeness: LIKE.part })),
    ...findOccasions(model, folded),
  ];
  const addresses = new Set();
  return found
    .sort((one, other) => other.likeness - one.likeness)
    .filter(({ address }) => !addresses.has(address) && addresses.add(address))
    .slice(0, MOST)
    .map(presentPage);
};

/** Return what the box needs of a page. */
export const presentPage = ({ sort, name, address, likeness = LIKE.exact }) => ({ sort, name, address, likeness });

const isCalled = ({ names }, whole) => names.some((name) => squeeze(name) === squeeze(whole));

const likenessOf = ({ names, sort }, folded) => {
  const whole = squeeze(folded);
  const like = (name) => {
    const bare = squeeze(name);
    if (bare === whole) {
      return LIKE.exact;
    }
    if (whole.length > 1 && bare.startsWith(whole)) {
      return LIKE.begun;
    }
    if (sort === "help") {
      return hasAll(name, folded) ? LIKE.part : 0;
    }
    return bare.length > 1 && findName(folded, name) >= 0 ? LIKE.named : 0;
  };
  return Math.max(...names.map(like));
};

/** Return whether a title has all that tells in a query. */
const hasAll = (title, folded) => {
  const tokens = placedTokens(folded).filter(({ text }) => !isCommon(text) && text.length > 1);
  return tokens.length > 0 && tokens.every(({ text }) => hasPart(title, text));
};

/** Return the themes that a query has a part of, beside who or where. */
const findThemed = (model, folded) => {
  const { named, rest } = findNames(model, folded);
  return named.length ? findThemes(model, rest).map(({ entity }) => entity) : [];
};

/** Return the events and sessions that a query names by titles, places and dates, all of them. */
const findOccasions = (model, folded) => {
  const asked = [
    ...findTitles(model, folded, findNames(model, folded).named).map(({ sessions }) => sessions),
    ...datesWithSessions(model, folded).map((date) => sessionsOn(model, date)),
  ];
  const meant = asked.length ? asked.reduce((all, some) => all.filter((session) => some.includes(session))) : [];
  const events = [...new Set(meant.map(({ event }) => model.events[event]))];
  return [...events, ...meant].map((page) => ({ ...page, likeness: occasionLike(page, folded) }));
};

/** What its own title has, and not that of its event alone, is most alike. */
const occasionLike = ({ names, own = names }, folded) => {
  const likes = (titles) => titles.some((title) => hasWords(title, folded));
  return likes(own) ? LIKE.begun + 0.5 : likes(names) ? LIKE.begun : LIKE.named;
};

const hasWords = (name, folded) => {
  const tokens = placedTokens(folded).filter(({ text }) => !isCommon(text));
  return tokens.every(({ text }) => (isHan(text) ? squeeze(name).includes(text) : findName(name, text) >= 0));
};
