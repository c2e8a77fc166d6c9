// Asks the search, which runs beside the page. What it needs is fetched at the first sign that somebody
// will search, all at once; where something does not come, again when something is asked.

import { addresses } from "./settings.js";

/** What only the texts of the other language may have: letters on a Chinese page, Chinese on an English one. */
const OTHER = document.documentElement.lang === "en" ? /[\u3400-\u9fff]/ : /[0-9a-z\u00c0-\u024f]/i;

const waiting = new Map(); // what was asked, by its number
let worker;
let index; // its text, given to the worker once it is there
let other; // whether the texts of the other language were given
let count = 0;

/** Begin to fetch what finds; the texts of the other language too, where a query is in its script. */
export const prepare = (query = "") => {
  index ??= loadIndex();
  worker ??= start();
  if (OTHER.test(query)) {
    other ??= giveOther();
  }
};

/** Return a text as it is now; nothing where it does not come. */
const load = async (address) => {
  const response = await fetch(address, { cache: "no-cache" }).catch(() => ({}));
  return response.ok ? response.text() : undefined;
};

const loadIndex = async () => (await load(addresses.index)) ?? fail();

const start = () => {
  const started = new Worker(new URL("search/worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, failed, ...answer } }) => {
    failed ? fail() : waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  started.addEventListener("error", () => fail());
  index.then((text) => text && started.postMessage({ index: text }));
  return started;
};

/** Give the worker the texts of the other language; return whether they came. */
const giveOther = async () => {
  const to = worker;
  const [text] = await Promise.all([load(addresses.other), index]);
  if (text) {
    to.postMessage({ other: text });
  } else {
    other = undefined;
  }
  return Boolean(text);
};

/** Begin anew with the next question; those that wait have no answer. */
const fail = () => {
  worker?.terminate();
  index = worker = other = undefined;
  waiting.forEach(({ reject }) => reject());
  waiting.clear();
};

/** Return the answer to a question, once it is there; fail where what finds does not come. `partial`
 *  says that the texts of the other language are needed, and did not come. */
export const answer = async (question) => {
  prepare(question.query);
  const partial = OTHER.test(question.query) && !(await other);
  const found = await ask(question);
  if (partial || !found.lacks) {
    return { ...found, partial };
  }
  other ??= giveOther();
  return (await other) ? ask(question) : { ...found, partial: true };
};

const ask = async (question) => {
  count += 1;
  const id = count;
  const to = worker;
  const found = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  index.then(() => to.postMessage({ ...question, id }));
  return found;
};
