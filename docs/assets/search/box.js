// The search box: a dialog over the page. Nothing is fetched before a reader opens it.

const box = document.querySelector("dialog.search");
const { words, settings } = JSON.parse(box.querySelector("script").textContent);
for (const [name, address] of Object.entries(settings)) {
  settings[name] = new URL(address, document.baseURI).href.replace(/index\.html$/, "");
}
const field = box.querySelector("input");
const status = box.querySelector("[role=status]");
const results = box.querySelector(".search-results");
const PAUSE = 60; // milliseconds after a keystroke
const SLOW = 300; // milliseconds after which a reader is told to wait
const STEP = 10; // results at a time

let worker;
let asked = 0;
let most = STEP;
let timer;
let shown; // the query whose results are shown
let focusAt; // the result to be focused after more were asked for
let opening = false; // whether the first result is to be opened as soon as it is there

const say = (text) => {
  status.textContent = text;
};

const make = (name, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

const ask = () => {
  const query = field.value.trim();
  asked += 1;
  rememberQuery(query);
  if (!query) {
    shown = undefined;
    results.replaceChildren();
    say("");
    return;
  }
  start();
  worker.postMessage({ id: asked, query, most, ...settings });
  const id = asked;
  setTimeout(() => id === asked && shown !== query && showWaiting(), SLOW);
};

const showWaiting = () => {
  say(words.searching);
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
  if (query && box.open) {
    address.searchParams.set("q", query.slice(0, 200));
  }
  history.replaceState(history.state, "", address);
};

const start = () => {
  if (worker) {
    return;
  }
  worker = new Worker(settings.worker, { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    if (data.id === asked) {
      (data.failed ? showFailure : showResults)(data);
    }
  });
  worker.addEventListener("error", () => {
    worker = undefined;
    showFailure();
  });
  worker.postMessage({ id: -1, query: "", most: 0, ...settings }); // begins to fetch
};

const showFailure = () => {
  const again = make("button", { type: "button", textContent: words.retry });
  again.addEventListener("click", () => {
    start();
    ask();
    field.focus();
  });
  results.replaceChildren(again);
  say(words.failed);
};

const showResults = ({ query, partial, pages, items, total }) => {
  shown = query;
  const parts = [];
  if (pages.length) {
    parts.push(make("ul", { className: "search-pages" }, ...pages.map(showPage)));
  }
  parts.push(...groupByPage(items).map(showGroup));
  if (total > items.length) {
    const more = make("button", { type: "button", textContent: words.more });
    more.addEventListener("click", () => {
      most += STEP;
      opening = false;
      focusAt = items.length;
      ask();
    });
    parts.push(more);
  }
  results.replaceChildren(...parts);
  say(describe({ partial, pages, items, total }));
  if (opening) {
    opening = false;
    firstResult()?.click();
  }
  if (focusAt !== undefined) {
    results.querySelectorAll("section li > a")[focusAt]?.focus();
    focusAt = undefined;
  }
};

const describe = ({ partial, pages, items, total }) => {
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

const STOPS = ".search-pages a, section li > a, button";
const firstResult = () => results.querySelector(STOPS);

const showPage = ({ address, name, sort }) => {
  const link = make("a", { href: settings.home + address, textContent: name });
  return make("li", {}, link, " ", make("small", { textContent: words[sort] }));
};

/** Return the items by their pages, the page of the best item first. */
const groupByPage = (items) => {
  const groups = new Map();
  for (const item of items) {
    groups.set(item.address, [...(groups.get(item.address) ?? []), item]);
  }
  return [...groups.values()];
};

const showGroup = (items) => {
  const [{ address, title }] = items;
  const link = make("a", { href: settings.home + address, textContent: title });
  const heading = make("h2", {}, link);
  return make("section", {}, heading, make("ol", {}, ...items.map(showItem)));
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
  const link = make("a", { href: `${settings.home}${address}#${passage}` }, who, said);
  return make("li", {}, link);
};

const open = (query) => {
  start();
  if (!box.open) {
    box.showModal();
  }
  if (query !== undefined) {
    field.value = query;
  }
  field.focus();
  field.select();
  if (field.value) {
    ask();
  }
};

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
box.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (shown === field.value.trim()) {
    firstResult()?.click();
  } else {
    opening = true;
    clearTimeout(timer);
    ask();
  }
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault(); // which would only empty the field
    box.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && !event.isComposing) {
    event.preventDefault();
    move(step);
  }
});
box.addEventListener("close", () => rememberQuery(""));
box.addEventListener("click", ({ target }) => {
  if (target === box || target.closest(".search-close")) {
    box.close();
  }
});
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open();
  }
});
for (const button of document.querySelectorAll(".search-open")) {
  button.hidden = false;
  button.addEventListener("click", () => open());
}
const linked = new URL(location.href).searchParams.get("q");
if (linked) {
  open(linked);
}
