// What the search box does with a query: asks the worker, shows what comes back.

import { dialog, field, results, say, showFailure } from "../dialog.js";
import { make } from "../elements.js";
import { addresses, words } from "../settings.js";
import { describe, showGroups, showPages, showWays } from "./results.js";

const PAUSE = 60; // milliseconds after a keystroke
const SLOW = 300; // milliseconds after which a reader is told to wait
const STEP = 10; // results at a time
const STOPS = ".search-pages a, section li > a, .search-ways a, button";

let worker;
let asked = 0;
let most = STEP;
let timer;
let slow;
let shown; // the query whose results are shown
let focusAt; // the result to be focused after more were asked for
let opening = false; // whether the first result is to be opened as soon as it is there

/** Begin to fetch what finds, and ask what is in the field already. */
export const begin = () => {
  start();
  ask();
};

/** Open the first result of what is in the field, as soon as it is there. */
export const submit = () => {
  if (shown === field.value.trim()) {
    firstResult()?.click();
  } else {
    opening = true;
    clearTimeout(timer);
    ask();
  }
};

const start = () => {
  if (worker) {
    return;
  }
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    if (data.id === asked) {
      clearTimeout(slow);
      (data.failed ? fail : show)(data);
    }
  });
  worker.addEventListener("error", () => {
    clearTimeout(slow);
    worker = undefined;
    fail();
  });
  post(-1, ""); // begins to fetch
};

const post = (id, query) => {
  worker.postMessage({ id, query, most, index: addresses.index });
};

const fail = () =>
  showFailure(() => {
    start();
    ask();
  });

const ask = () => {
  const query = field.value.trim();
  asked += 1;
  clearTimeout(slow);
  rememberQuery(query);
  if (!query) {
    shown = undefined;
    results.replaceChildren(showWays());
    say("");
    return;
  }
  start();
  post(asked, query);
  slow = setTimeout(() => shown !== query && showWaiting(), SLOW);
};

const showWaiting = () => {
  say(words.search.searching);
  results.replaceChildren();
};

const askSoon = () => {
  clearTimeout(timer);
  most = STEP;
  timer = setTimeout(ask, PAUSE);
};

/** Keep the query in the address, so that it can be sent to somebody. */
const rememberQuery = (query) => {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  if (query && dialog.open) {
    address.searchParams.set("q", query.slice(0, 200));
  }
  history.replaceState(history.state, "", address);
};

const show = (found) => {
  shown = found.query;
  results.replaceChildren(...showPages(found.pages), ...showGroups(found.items), ...offerMore(found));
  if (!results.children.length) {
    results.append(showWays());
  }
  say(describe(found));
  if (opening) {
    opening = false;
    firstResult()?.click();
  }
  if (focusAt !== undefined) {
    results.querySelectorAll("section li > a")[focusAt]?.focus();
    focusAt = undefined;
  }
};

const offerMore = ({ items, total }) => {
  const more = make("button", { type: "button", textContent: words.search.more });
  more.addEventListener("click", () => {
    most += STEP;
    opening = false;
    focusAt = items.length;
    ask();
  });
  return total > items.length ? [more] : [];
};

const firstResult = () => results.querySelector(".search-pages a, section li > a");

/** Arrows go from the field through the results and back. */
const move = (step) => {
  const stops = [field, ...results.querySelectorAll(STOPS)];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
};

field.addEventListener("compositionstart", () => clearTimeout(timer));
field.addEventListener("input", (event) => {
  if (!event.isComposing) {
    askSoon();
  }
});
field.addEventListener("compositionend", askSoon);
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && !event.isComposing) {
    event.preventDefault();
    move(step);
  }
});
dialog.addEventListener("close", () => rememberQuery(""));
