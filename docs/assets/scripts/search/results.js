// How results look: the pages that a query names, then contributions under the pages they stand on,
// those with all words before a line. More are added below what is read.

import { results } from "../dialog.js";
import { make } from "../elements.js";
import { addresses, words as frame } from "../settings.js";
import { STEP } from "./question.js";
import { fill, words } from "./wording.js";

let drawn = []; // the places of the results that are shown

/** Return links to where whoever found nothing can look on. */
export const showWays = () => {
  const ways = [...frame.page.ways.slice(0, 6), ["find/", frame.search.find]].map(([path, name]) =>
    make("a", { href: addresses.home + path, textContent: name }),
  );
  return make("nav", { className: "search-ways", ariaLabel: frame.page.foot }, ...ways);
};

/** Show what an answer holds; `ask` is called with how many results are wanted instead. */
export const showAnswer = (found, ask) => {
  const places = found.items.map(placeOf);
  const goesOn = drawn.length && drawn.every((place, n) => place === places[n]);
  results.querySelector(":scope > .search-more")?.remove();
  if (!goesOn) {
    results.replaceChildren(...showPages(found.pages));
  }
  addItems(found, goesOn ? drawn.length : 0);
  drawn = places;
  if (!results.children.length) {
    results.append(showWays());
  }
  results.append(...offerMore(found, ask));
};

/** Show nothing but what is given. */
export const clear = (...nodes) => {
  drawn = [];
  results.replaceChildren(...nodes);
};

/** Return what tells a result from all others, in both languages. */
const placeOf = ({ address, id }) => `${address}#${id}`;

const showPages = (pages) =>
  pages.length ? [make("ul", { className: "search-pages" }, ...pages.map(showPage))] : [];

const showPage = ({ address, name, sort }) => {
  const link = make("a", { href: addresses.home + address, textContent: name });
  return make("li", {}, make("small", { textContent: words.sorts[sort] }), " ", link);
};

/** Add the contributions from a place on, with the line before the first that lacks a word. */
const addItems = ({ query, whole, ...found }, from) => {
  const items = found.items.map((item) => ({ ...item, query }));
  addGroups(items.slice(from, Math.max(from, whole)));
  if (whole && from <= whole && whole < items.length) {
    results.append(make("h2", { className: "search-rest", textContent: words.rest }));
  }
  addGroups(items.slice(Math.max(from, whole)));
};

/** Add contributions under their pages, that of the first one first. */
const addGroups = (items) => {
  const groups = new Map();
  for (const item of items) {
    groups.set(item.address, [...(groups.get(item.address) ?? []), item]);
  }
  for (const [address, group] of groups) {
    const last = results.lastElementChild;
    const list = last?.dataset.address === address ? last.lastElementChild : addGroup(group[0]);
    list.append(...group.map(showItem));
  }
};

const addGroup = ({ address, title, date }) => {
  const list = make("ol");
  const day = date && make("time", { textContent: date, dateTime: date });
  const link = make("a", { href: addresses.home + address }, title, " ", day);
  const section = make("section", {}, make("h2", {}, link), list);
  section.dataset.address = address;
  results.append(section);
  return list;
};

const showItem = (item) => {
  const said = make("span", { className: "search-snippet" }, ...item.snippet.map(showPiece));
  if (item.asks) {
    said.prepend(make("small", { textContent: words.question }));
  }
  for (const reason of reasonsOf(item)) {
    said.append(" ", reason);
  }
  const who = make("span", { className: "search-who" }, ...cutHeading(item).map(showPiece));
  const source = make("small", { className: "search-source", textContent: sourceOf(item) });
  const result = make("li", {}, make("a", { href: linkOf(item) }, who, said), source);
  result.dataset.place = placeOf(item);
  return result;
};

const showPiece = ({ text, marked }) => make(marked ? "mark" : "span", { textContent: text });

/** Return the words of the heading in pieces, those that matched marked. */
const cutHeading = ({ heading, headingMarks = [] }) => {
  let at = 0;
  const pieces = headingMarks.flatMap(([from, to]) => {
    const before = heading.slice(at, from);
    at = to;
    return [{ text: before }, { text: heading.slice(from, to), marked: true }];
  });
  return [...pieces, { text: heading.slice(at) }].filter(({ text }) => text);
};

/** Return what made a result be found where its words do not show it. */
const reasonsOf = ({ other, otherWords = [], printed = [], why = [], headingMarks = [] }) => {
  const isTold = (reason) => words.why[reason] && !(reason === "speaker" && headingMarks.length);
  const reasons = why.filter(isTold).map((reason) => [words.why[reason]]);
  if (other) {
    reasons.push([words.other, ...showMarks(otherWords)]);
  }
  if (printed.length) {
    reasons.push([words.printed, ...showMarks(printed)]);
  }
  return reasons.map((parts) => make("small", { className: "search-other" }, ...parts));
};

const showMarks = (marked) =>
  marked.flatMap((textContent, n) => [n ? words.comma : words.colon, make("mark", { textContent })]);

/** Return the address of the passage that a result leads to, as it is cited. */
export const sourceOf = ({ address, passage }) => `${addresses.home}${address}#${passage}`;

/** Return that address with what its page is to mark. */
const linkOf = (item) => {
  const link = new URL(sourceOf(item));
  const said = item.other ? listInOther(item) : item.marked;
  const named = cutHeading(item).filter(({ marked }) => marked);
  const marks = new Set([...said, ...named.map(({ text }) => text)]);
  marks.forEach((mark) => link.searchParams.append("mark", mark));
  return link.href;
};

/** Return what may stand in the other language, of which there are no texts here: words that matched,
 *  or the Chinese of the query, whole and in pairs. */
const listInOther = ({ otherWords, query }) => {
  const runs = query.match(/[\u3400-\u9fff]{2,}/g) ?? [];
  const pairs = runs.flatMap((run) => [...run].slice(1).map((character, n) => run[n] + character));
  return [...new Set([...otherWords, ...runs, ...pairs])].slice(0, 20);
};

const offerMore = ({ items, total }, ask) => {
  const rest = total - items.length;
  const step = Math.min(STEP, rest);
  const offer = (text, count, most) => {
    const button = make("button", { type: "button", textContent: fill(text, { count }) });
    button.addEventListener("click", () => ask(most));
    return button;
  };
  const next = rest > 0 && offer(words.more, step, items.length + step);
  const whole = rest > STEP && offer(words.all, total, total);
  return next ? [make("p", { className: "search-more" }, next, " ", whole)] : [];
};
