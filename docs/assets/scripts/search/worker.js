// The search itself, beside the page: fetches the index when it is first asked, answers queries.

import { load, loadNewest } from "../loading.js";
import { addOther, buildModel } from "./model.js";
import { needsOther, search } from "./ranking.js";
import { cut, findMarks, listMarked } from "./snippets.js";

let model;

let given; // what the page has fetched of the index, while this script came

/** Return what the index says, which is fetched where the page has not done so. */
const read = async (index) => {
  given = typeof given === "string" ? JSON.parse(given) : given;
  return given ?? loadNewest(index);
};

/** Give the model the texts of the other language; return whether they did not come. */
const loadOther = async (index, { other }) => {
  try {
    addOther(model, await load(new URL(`other.${other}.json`, index)));
    return false;
  } catch {
    return true; // what is in the reader's language is found all the same
  }
};

const answer = async ({ index, most, ...request }) => {
  const found = await read(index);
  model ??= buildModel(found);
  const needed = !model.hasOther && needsOther(model, request.query);
  let partial = needed && (await loadOther(index, found));
  let answered = search(model, request);
  if (!model.hasOther && !partial && (answered.unfound.length || answered.guesses.length)) {
    partial = await loadOther(index, found); // a word may be the sound of Chinese
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
  given ??= data;
  try {
    self.postMessage({ id, ...(await answer(request)) });
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
});
