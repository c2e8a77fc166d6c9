// The search itself, beside the page: fetches the index when it is first asked, answers queries.

import { load, loadNewest } from "../loading.js";
import { addOther, buildModel } from "./model.js";
import { needsOther, search } from "./ranking.js";
import { cut, findMarks, listMarked } from "./snippets.js";

const SOON = 20; // milliseconds after which the model is made, if no question came before

let model;
let given; // what the page has fetched of the index, while this script came

/** Return what the index says, which is fetched where the page has not done so. */
const read = async (index) => given ?? loadNewest(index);

/** Return the texts of the other language; nothing where they do not come. */
const loadOther = (index, { other }) => load(new URL(`other.${other}.json`, index)).catch(() => undefined);

/** Give the model the texts of the other language; return whether they did not come. */
const add = async (texts) => {
  const others = await texts; // without them, what is in the reader's language is found all the same
  if (others) {
    addOther(model, others);
  }
  return !others;
};

const answer = async ({ index, most, ...request }) => {
  const found = await read(index);
  const needed = !model?.hasOther && needsOther(found, request.query);
  const others = needed && loadOther(index, found); // comes while the model is made
  model ??= buildModel(found);
  let partial = needed && (await add(others));
  let answered = search(model, request);
  if (!model.hasOther && !partial && (answered.unfound.length || answered.guesses.length)) {
    partial = await add(loadOther(index, found)); // a word may be the sound of Chinese
    answered = search(model, request);
  }
  const items = answered.items.slice(0, most).map(({ text, marks, ...item }) => ({
    ...item,
    text,
    marked: listMarked(text, marks, model.fold),
    snippet: cut(text, marks, model.fold),
    headingMarks: findMarks(model.fold(item.heading), marks),
  }));
  return { ...answered, query: request.query, partial, items, total: answered.items.length };
};

self.addEventListener("message", async ({ data: { id, data, ...request } }) => {
  given ??= data && JSON.parse(data);
  if (data) {
    setTimeout(() => (model ??= buildModel(given)), SOON);
    return;
  }
  try {
    self.postMessage({ id, ...(await answer(request)) });
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
});
