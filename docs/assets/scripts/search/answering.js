// Asks the worker, which fetches the index when it is first asked.

import { addresses } from "../settings.js";

const waiting = new Map(); // what was asked, by its number
let worker;
let count = 0;

const start = () => {
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data: { id, failed, ...answer } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    failed ? reject(new Error(failed)) : resolve(answer);
  });
  worker.addEventListener("error", () => {
    worker = undefined;
    waiting.forEach(({ reject }) => reject(new Error("worker")));
    waiting.clear();
  });
};

/** Return the answer to a question, once it is there; where the worker or its index does not come, fail. */
export const answer = (question) => {
  worker ?? start();
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ ...question, id, index: addresses.index });
  });
};
