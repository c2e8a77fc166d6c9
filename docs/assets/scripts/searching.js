// Asks the search, which runs beside the page. Its worker and its index are fetched at the first sign
// that somebody will search, both at once; where one does not come, again when something is asked.

import { addresses } from "./settings.js";

const waiting = new Map(); // what was asked, by its number
let worker;
let index; // the text of the index, once it is there
let count = 0;

/** Begin to fetch what finds. */
export const prepare = () => {
  index ??= loadIndex();
  worker ??= start();
};

const loadIndex = async () => {
  const response = await fetch(addresses.index, { cache: "no-cache" }).catch(() => ({}));
  return response.ok ? response.text() : fail();
};

const start = () => {
  const started = new Worker(new URL("search/worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, failed, ...answer } }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    failed ? asked?.reject(failed) : asked?.resolve(answer);
  });
  started.addEventListener("error", () => fail());
  index.then((data) => data && started.postMessage({ data, query: "", index: addresses.index }));
  return started;
};

/** Begin anew with the next question; those that wait have no answer. */
const fail = () => {
  worker?.terminate();
  index = worker = undefined;
  waiting.forEach(({ reject }) => reject());
  waiting.clear();
};

/** Return the answer to a question, once it is there; fail where what finds does not come. */
export const answer = async (question) => {
  prepare();
  count += 1;
  const id = count;
  const to = worker;
  const found = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  index.then(() => to.postMessage({ ...question, id, index: addresses.index }));
  return found;
};
