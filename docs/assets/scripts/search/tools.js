// The row above the results: filters with counts, order, copy and print, the other language. What is
// chosen stands in the row, the choices are folded; each is a link.

import { dialog, results } from "../dialog.js";
import { make } from "../elements.js";
import { addressOf, isFiltered, ORDERS, SORTS, STEP, toggle } from "./question.js";
import { copyList, nameOf, titleOf } from "./taking.js";
import { fill, words } from "./wording.js";

const MOST = 8; // choices of a sort that are not folded away
const SHOWN = 2500; // milliseconds in which the button says what it did
const WIDE = matchMedia("(min-width: 45em)");

const choices = make("div", { className: "search-choices" });
const fold = make("details", {}, make("summary", { textContent: words.tools }), choices);
const chosen = make("ul", { className: "search-chosen", ariaLabel: words.chosen });
const title = make("p", { className: "search-title" }); // on paper
const switchOf = document.querySelector("a.language-switch");
const other = switchOf && make("a", { lang: switchOf.lang, hreflang: switchOf.lang, textContent: switchOf.textContent });
const row = make("div", { className: "search-tools" }, other, fold, chosen);
let asked; // the question that the row is of

/** Show the row for a question and its answer; without one nothing was found, or asked. */
export const showTools = (question, found) => {
  asked = question;
  const name = document.activeElement?.dataset.name;
  const isShown = Boolean(found && (found.total || isFiltered(question)));
  row.hidden = title.hidden = !isShown;
  if (!row.isConnected) {
    results.before(title, row);
  }
  if (isShown) {
    title.textContent = titleOf(question, found);
    choices.replaceChildren(...listSorts(question, found), listOrders(question), offerTaking(question, found));
    chosen.replaceChildren(...listChosen(question, found));
    other && (other.href = addressOf(question, switchOf.href).href);
    name && keepFocus(name);
  }
};

/** Go on by keyboard where a choice was made; on a phone the choices fold, so that results are seen. */
const keepFocus = (name) => {
  fold.open &&= WIDE.matches;
  const same = [...row.querySelectorAll("[data-name]")].find((link) => link.dataset.name === name);
  (same?.checkVisibility() ? same : fold.firstElementChild).focus();
};

const listSorts = (question, { facets = {} }) =>
  SORTS.map((sort) => [sort, facets[sort] ?? []])
    .filter(([sort, all]) => all.length > 1 || question.filters[sort].length)
    .flatMap(([sort, all]) => [heading(words.filters[sort]), ...listOptions(question, sort, all)]);

/** Return the choices of a sort, many of them folded away. */
const listOptions = (question, sort, all) => {
  const options = all.map(({ key, name, count }) => {
    const link = choice(toggle(question, sort, key), `${sort} ${key}`, name, question.filters[sort].includes(key));
    return make("li", {}, link, " ", make("small", { textContent: count }));
  });
  const rest = options.splice(options.length > MOST + 1 ? MOST : options.length);
  const summary = make("summary", { textContent: fill(words.others, { count: rest.length }) });
  const folded = rest.length && make("details", {}, summary, make("ul", {}, ...rest));
  return [make("ul", {}, ...options), folded].filter(Boolean);
};

const listOrders = (question) => {
  const links = ORDERS.map((order) =>
    choice({ ...question, order, most: STEP }, `order ${order}`, words.orders[order], order === question.order),
  );
  const list = make("ul", {}, ...links.map((link) => make("li", {}, link)));
  return make("div", {}, heading(words.ordered), list);
};

/** Return the filters that are chosen, as links that take them away. */
const listChosen = (question, found) =>
  SORTS.flatMap((sort) =>
    question.filters[sort].map((key) => {
      const name = nameOf(found, sort, key);
      const link = choice(toggle(question, sort, key), `chosen ${sort} ${key}`, `${name} ✕`);
      link.ariaLabel = fill(words.remove, { name });
      return make("li", {}, link);
    }),
  );

const heading = (textContent) => make("h2", { textContent });

/** Return a link that asks a question; its name is the same in the row of the next answer. */
const choice = (question, name, textContent, isCurrent = false) => {
  const link = make("a", { className: "search-ask", href: addressOf(question, location.href).href, textContent });
  link.dataset.name = name;
  isCurrent && link.setAttribute("aria-current", "true");
  return link;
};

const offerTaking = (question, found) => {
  const label = fill(words.copy, { count: found.items.length });
  const copy = make("button", { type: "button", textContent: label, ariaLive: "polite" });
  const print = make("button", { type: "button", textContent: words.print });
  copy.addEventListener("click", async () => {
    copy.textContent = await copyList(question, found).then(
      () => words.copied,
      () => words.refused,
    );
    setTimeout(() => (copy.textContent = label), SHOWN);
  });
  print.addEventListener("click", () => window.print());
  return make("p", {}, copy, " ", print);
};

/** Let the switch of language ask the same, and go on at the result that is at the head of the window. */
other?.addEventListener("click", () => {
  const top = dialog.querySelector("form").getBoundingClientRect().bottom;
  const places = dialog.scrollTop ? [...results.querySelectorAll("[data-place]")] : [];
  const first = places.find((place) => place.getBoundingClientRect().bottom > top);
  other.href = addressOf(asked, switchOf.href, first?.dataset.place).href;
});
