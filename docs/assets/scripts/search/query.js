// What stands in a query beside its words: phrases in quotation marks, and what is left out by a minus.

import { blank } from "./folding.js";

/** Characters of a query that are looked at. */
export const LONGEST = 2000;

const QUOTED = /(?<minus>(?<=^|\s)[-−])?(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』)/g;
const MINUS = /(?<=^|\s)[-−](?=[a-z\u3400-\u9fff])\S+/g;
const CODE = /(?<=^|\s)[\u0021-\u007e]*[<>={}\\|][\u0021-\u007e]*/g;

/**
 * Return a folded query taken apart: its words, with all else blank; the phrases that a result must
 * have; those that it must not. What is written like code is a phrase.
 */
export const readQuery = (folded) => {
  const query = { whole: folded, words: folded, phrases: [], without: [] };
  const take = (pattern, read) => {
    for (const match of query.words.matchAll(pattern)) {
      const place = { from: match.index, to: match.index + match[0].length };
      read(match, place);
      query.words = blank(query.words, place);
    }
  };
  take(QUOTED, (match, place) => {
    const text = match.slice(2).find((part) => part !== undefined);
    (match.groups.minus ? query.without : query.phrases).push({ text, ...place });
  });
  take(MINUS, ([text], place) => query.without.push({ text: text.slice(1), ...place }));
  take(CODE, ([text], place) => query.phrases.push({ text, ...place, literal: true }));
  return query;
};

/** Return an address of another site as a query: a text may have it. */
export const readAddress = (folded) => ({
  words: "",
  phrases: [{ text: folded.trim(), from: 0, to: folded.length, literal: true }],
  without: [],
});

/** Return a query with a word of it in quotation marks, which finds exactly that. */
export const quoteIn = (query, { from, to }) =>
  `${query.slice(0, from)}"${query.slice(from, to)}"${query.slice(to)}`;
