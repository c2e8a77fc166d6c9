// Events and sessions that a query names, by a part of a title, the place or the kind of record.

import { isHan, placedTokens, squeeze } from "./folding.js";
import { hasWord } from "./model.js";
import { TITLE, WORD_OF_TITLE } from "./weights.js";

const OWN = 3; // how often a title counts that is of the session alone, not of its event
const LEAST_HAN = 4; // characters of a title that name it where more is asked
const LONGEST_QUERY = 100; // of more characters, a query is a text and names no event
const PLACES = ["cities", "countries", "regions"];
const LONGEST = 20; // characters of a title that are looked for together
const MOST_WORDS = 8; // of a title that are looked for together

/**
 * Return the parts of a query that titles have, the longest first: {from, to, sessions}. A part of
 * more is two words, four characters, or a word that no text has; what is in the name of a place is none.
 */
export const findTitles = (model, folded, named = []) => {
  const places = named.filter(({ entity }) => PLACES.includes(entity.sort));
  const isName = (part) => places.some(({ from, to }) => from <= part.from && part.to <= to);
  const tokens = folded.length > LONGEST_QUERY ? [] : placedTokens(folded);
  const parts = tokens.length ? [...hanParts(model, tokens), ...wordParts(model, tokens)] : [];
  const chosen = [];
  for (const part of parts.sort((one, other) => other.to - other.from - (one.to - one.from))) {
    if (!isName(part) && !chosen.some(({ from, to }) => part.from < to && from < part.to)) {
      chosen.push(part);
    }
  }
  return chosen;
};

/** Return a part of a query with the sessions that it names; what all are called names none. */
const place = (model, text, from, to) => {
  const tells = isHan(text) ? text.length >= LEAST_HAN : text.includes(" ") || isStrange(model, text);
  const sessions = sessionsTitled(model, text);
  return { text, from, to, tells, sessions: sessions.length < model.sessions.length ? sessions : [] };
};

function* hanParts(model, tokens) {
  for (const { text, from } of tokens.filter((token) => isHan(token.text))) {
    const least = tokens.length === 1 ? Math.min(2, text.length) : Math.min(LEAST_HAN, Math.max(3, text.length));
    for (let length = Math.min(text.length, LONGEST); length >= Math.max(2, least); length -= 1) {
      for (let start = 0; start + length <= text.length; start += 1) {
        const whole = length === text.length || length >= LEAST_HAN;
        const part = whole && place(model, text.slice(start, start + length), from + start, from + start + length);
        if (part && part.sessions.length) {
          yield part;
        }
      }
    }
  }
}

function* wordParts(model, tokens) {
  const words = tokens.filter((token) => !isHan(token.text));
  for (let first = 0; first < words.length; first += 1) {
    for (let last = Math.min(words.length, first + MOST_WORDS); last > first; last -= 1) {
      const chosen = words.slice(first, last);
      const texts = chosen.map(({ text }) => text);
      const tells = chosen.length > 1 || tokens.length === 1 || isStrange(model, texts[0]);
      const part = tells && place(model, texts.join(" "), chosen[0].from, chosen.at(-1).to);
      if (part && part.sessions.length) {
        yield part;
        break;
      }
    }
  }
}

/** Return whether a word of letters is in no text. */
const isStrange = (model, word) => /^[a-z]/.test(word) && !hasWord(model, word);

/** Return the sessions with a title, a place or a kind that has a text in it, from word to word. */
const sessionsTitled = (model, text) =>
  model.sessions.filter(({ about }) => about.some((title) => hasPart(title, text)));

const known = new Map();

/** Return the words of a title with a space around each, without the mark of a genitive. */
const plain = (text) => {
  if (!known.has(text)) {
    const words = text.replaceAll(/'s?(?=\s|$)/g, "").replaceAll(/[^0-9a-z\u3400-\u9fff]+/g, " ");
    known.set(text, ` ${words.trim()} `);
  }
  return known.get(text);
};

/** Return whether a title has a text in it, from word to word; whatever is between the words. */
export const hasPart = (title, text) =>
  isHan(text)
    ? squeeze(title).includes(text)
    : [" ", "s "].some((end) => plain(title).includes(plain(text).trimEnd() + end));

/** Return the hits of all that was said in some sessions. */
export const hitsOf = (model, sessions) => {
  const meant = new Set(sessions);
  const items = model.items.filter(({ session }) => meant.has(session));
  return new Map(items.map(({ first }) => [first, { count: 1, other: false, wide: true, by: "event" }]));
};

/** Return the term of a part of titles. */
export const titleTerm = (model, { text, from, to, sessions, tells }) => {
  const hits = hitsOf(model, sessions);
  const own = sessions.filter((session) => session.own.some((title) => hasPart(title, text)));
  for (const { session, first } of model.items) {
    if (own.includes(session)) {
      hits.get(first).count += OWN;
    }
  }
  return { hits, weight: tells ? TITLE : WORD_OF_TITLE, marks: [], from, to };
};
