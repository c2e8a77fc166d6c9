// What the search looks through: passages, words and names, made ready once from the index.

import { formsOf, isHan, makeFold, squeeze, tokensOf } from "./folding.js";

/** Return the model of an index; its shape is described in scripts/dialogues/rendering/search.py. */
export const buildModel = (index) => {
  const fold = makeFold(index.script);
  const model = {
    fold,
    chinese: index.language === "zh",
    usage: index.usage,
    particles: new RegExp(`[${fold(index.particles)}]`, "g"),
    entities: listEntities(index.groups, fold),
    synonyms: index.synonyms.map((words) => words.map(fold)),
    items: [],
    passages: [],
    words: new Map(), // word -> passage -> how often
    otherWords: new Map(), // of the other language
    hasOther: false,
  };
  for (const page of index.pages) {
    addPage(model, page, index.texts);
  }
  model.average = model.passages.length ? lengthOf(model.items) / model.items.length : 1;
  return model;
};

const lengthOf = (items) => items.reduce((sum, item) => sum + item.length, 0);

const addPage = (model, [address, title, items], texts) => {
  const first = model.items.length;
  for (const [id, heading, count, who, question] of items) {
    const item = model.items.length;
    model.items.push({
      id,
      address,
      title,
      heading,
      headed: squeeze(model.fold(heading)),
      who: new Set(who),
      asked: question < 0 ? undefined : first + question,
      first: model.passages.length,
      question: count === 0,
      length: 0,
    });
    addWords(model.words, model.passages.length, model.fold(heading));
    const ids = count ? Array.from({ length: count }, (_, place) => `${id}-${place + 1}`) : [id];
    for (const key of ids) {
      addPassage(model, item, key, texts[model.passages.length]);
    }
  }
};

const addPassage = (model, item, id, text) => {
  const folded = model.fold(text);
  const squeezed = squeeze(folded);
  addWords(model.words, model.passages.length, folded);
  model.items[item].length += squeezed.length;
  model.passages.push({ item, id, text, folded, squeezed, other: "" });
};

/** Give each passage what is searched in of its other language. */
export const addOther = (model, texts) => {
  if (model.hasOther) {
    return; // two queries may have waited for the same texts
  }
  model.hasOther = true;
  for (const [place, text] of texts.entries()) {
    const folded = model.fold(text);
    model.passages[place].other = squeeze(folded);
    addWords(model.otherWords, place, folded);
  }
};

const addWords = (words, place, folded) => {
  for (const token of tokensOf(folded)) {
    for (const word of isHan(token) ? [] : formsOf(token)) {
      const found = words.get(word) ?? new Map();
      found.set(place, (found.get(place) ?? 0) + 1);
      words.set(word, found);
    }
  }
};

const listEntities = (groups, fold) =>
  Object.entries(groups).flatMap(([sort, entries]) =>
    entries.map(([key, ...names]) => ({
      sort,
      name: names[0],
      address: addressOf(sort, key || names.map(makeKey).find(Boolean)),
      names: names.map(fold),
    })),
  );

const addressOf = (sort, key) => (sort === "countries" ? `cities/#${key}` : `${sort}/${key}/`);

/** The rule of make_key in scripts/dialogues/rendering/search.py; a test compares them. */
export const makeKey = (name) => {
  const plain = name.normalize("NFKD").replaceAll(/[^\u0000-\u007f]/g, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-");
};
