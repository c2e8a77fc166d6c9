// How results look: the pages that a query names, then contributions under their pages.

import { make } from "../elements.js";
import { addresses, words as all } from "../settings.js";

const words = all.search;

/** Return what is said of an answer of the worker: how much was found, and with what reserve. */
export const describe = ({ partial, pages, items, total }) => {
  const found = total === 1 ? words.found1 : words.found.replace("{count}", total);
  const said = [total || pages.length ? found : words.nothing];
  if (items.length && items.every((item) => item.near)) {
    said.push(words.near);
  }
  if (partial) {
    said.push(words.partial);
  }
  return said.join(" ");
};

/** Return links to where whoever found nothing can look on. */
export const showWays = () =>
  make("nav", { className: "search-ways", ariaLabel: all.page.foot }, ...all.page.ways.map(showWay));

const showWay = ([path, name]) => make("a", { href: addresses.home + path, textContent: name });

/** Return the list of pages, if there are any. */
export const showPages = (pages) =>
  pages.length ? [make("ul", { className: "search-pages" }, ...pages.map(showPage))] : [];

const showPage = ({ address, name, sort }) => {
  const link = make("a", { href: addresses.home + address, textContent: name });
  return make("li", {}, link, " ", make("small", { textContent: words[sort] }));
};

/** Return a section for each page of contributions, that of the best one first. */
export const showGroups = (items) => {
  const groups = new Map();
  for (const item of items) {
    groups.set(item.address, [...(groups.get(item.address) ?? []), item]);
  }
  return [...groups.values()].map(showGroup);
};

const showGroup = (items) => {
  const [{ address, title }] = items;
  const link = make("a", { href: addresses.home + address, textContent: title });
  return make("section", {}, make("h2", {}, link), make("ol", {}, ...items.map(showItem)));
};

const showItem = ({ address, passage, heading, snippet, asks, other, otherWords }) => {
  const pieces = snippet.map(({ text, marked }) => make(marked ? "mark" : "span", { textContent: text }));
  const said = make("span", { className: "search-snippet" }, ...pieces);
  if (asks) {
    said.prepend(make("small", { textContent: words.question }));
  }
  if (other) {
    const matched = otherWords.flatMap((word) => [" ", make("mark", { textContent: word })]);
    said.append(" ", make("small", { className: "search-other" }, words.other, ...matched));
  }
  const who = make("span", { className: "search-who", textContent: heading });
  const link = make("a", { href: `${addresses.home}${address}#${passage}` }, who, said);
  return make("li", {}, link);
};
