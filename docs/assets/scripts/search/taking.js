// The list of results, to be taken along: each with its words, who speaks, where, when and its address.

import { addressOf, SORTS } from "./question.js";
import { sourceOf } from "./results.js";
import { fill, words } from "./wording.js";

/** Return what a list of results is of: the query, the filters, the address that asks for it. */
export const titleOf = (question, found) => {
  const chosen = SORTS.flatMap((sort) => question.filters[sort].map((key) => nameOf(found, sort, key)));
  const given = { query: question.query, count: found.items.length, total: found.total };
  const what = [fill(words.list, given), ...chosen].join(words.comma);
  return `${what}\n${words.note}\n${addressOf(question, location.href).href}`;
};

/** Return the name of what results are filtered by. */
export const nameOf = ({ facets }, sort, key) =>
  facets?.[sort]?.find((option) => option.key === key)?.name ?? key;

/** Copy the list as plain text. */
export const copyList = (question, found) => {
  const results = found.items.map((item) =>
    fill(words.quotation, { ...item, text: textOf(item), address: sourceOf(item) }),
  );
  return navigator.clipboard.writeText([titleOf(question, found), ...results].join("\n\n"));
};

/** Return the whole passage; a question is said to be one. */
const textOf = ({ asks, text, snippet }) =>
  `${asks ? words.question : ""}${text ?? snippet.map((piece) => piece.text).join("")}`;
