// The search itself, beside the page: fetches the index when it is first asked, answers queries.

import { load, loadNewest } from "../loading.js";
import { addOther, buildModel } from "./model.js";
import { needsOther, search } from "./ranking.js";
import { cut, listMarked } from "./snippets.js";

let model;

const answer = async ({ index, query, most }) => {
  const found = await loadNewest(index);
  model ??= buildModel(found);
  let partial = false;
  if (!model.hasOther && needsOther(model, query)) {
    try {
      addOther(model, await load(new URL(`other.${found.other}.json`, index)));
    } catch {
      partial = true; // what is in the reader's language is found all the same
    }
  }
  const { pages, items } = search(model, query);
  const shown = items.slice(0, most).map(({ text, marks, ...item }) => ({
    ...item,
    text,
    marked: listMarked(text, marks, model.fold),
    snippet: cut(text, marks, model.fold),
  }));
  return { query, partial, pages, items: shown, total: items.length };
};

self.addEventListener("message", async ({ data }) => {
  try {
    self.postMessage({ id: data.id, ...(await answer(data)) });
  } catch (error) {
    self.postMessage({ id: data.id, failed: String(error) });
  }
});
