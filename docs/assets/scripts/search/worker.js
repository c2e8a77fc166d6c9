// The search itself, beside the page: makes its model of the index, answers questions.

import { addOther, buildModel } from "./model.js";
import { search } from "./ranking.js";
import { cut, findMarks, listMarked } from "./snippets.js";

let model;

const answer = ({ most, ...request }) => {
  const answered = search(model, request);
  const items = answered.items.slice(0, most).map(({ text, marks, ...item }) => ({
    ...item,
    text,
    marked: listMarked(text, marks, model.fold),
    snippet: cut(text, marks, model.fold),
    headingMarks: findMarks(model.fold(item.heading), marks),
  }));
  const isStrange = answered.unfound.length + answered.guesses.length > 0; // it may be the sound of Chinese
  const lacks = !model.hasOther && isStrange;
  return { ...answered, query: request.query, lacks, items, total: answered.items.length };
};

self.addEventListener("message", ({ data: { id, index, other, ...request } }) => {
  try {
    if (index) {
      model = buildModel(JSON.parse(index));
    } else if (other) {
      addOther(model, JSON.parse(other));
    } else {
      self.postMessage({ id, ...answer(request) });
    }
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
});
