// What the search looks through: passages, words and names, made ready once from the index.

import { formsOf, isHan, makeFold, makeUnfold, squeeze, tokensOf } from "./folding.js";

/** Return the model of an index; its shape is described in scripts/dialogues/rendering/search.py. */
export const buildModel = (index) => {
  const fold = makeFold(index.script);
  const entities = listEntities(index, fold);
  addCities(entities, index.cities);
  const model = {
    made: index.made,
    chinese: index.language === "zh",
    usage: index.usage,
    script: "",
    bound: index.particles,
    entities,
    named: [...entities, ...listRegions(index.regions, entities, fold)],
    guides: index.guides.map(([address, ...names]) => namePage("help", address, names, fold)),
    events: index.events.map(([key, ...names]) => namePage("events", `events/${key}/`, names, fold)),
    kinds: index.kinds,
    synonyms: index.synonyms.map((words) => words.map(fold)),
    sessions: [],
    items: [],
    passages: [],
    words: new Map(), // word -> passage -> how often
    otherWords: new Map(), // of the other language
    forms: new Map(), // what words have in common -> words
    hasOther: false,
  };
  learnScript(model, index.script);
  for (const page of index.pages) {
    addPage(model, page, index);
  }
  for (const [place, ...words] of index.printed) {
    addPrinted(model, place, words);
  }
  model.average = model.passages.length ? lengthOf(model.items) / model.items.length : 1;
  return model;
};

/** Let a model compare characters by more pairs of them: as printed, and as simplified. */
const learnScript = (model, pairs) => {
  model.script += pairs;
  model.fold = makeFold(model.script);
  model.unfold = makeUnfold(model.script);
  model.particles = new RegExp(`[${model.fold(model.bound)}]`, "g");
};

const lengthOf = (items) => items.reduce((sum, item) => sum + item.length, 0);

const addPage = (model, [address, title, other, record, kind, event, dates, items], index) => {
  const first = model.items.length;
  const { names } = model.events[event];
  const about = [title, other, ...index.kinds[kind]].map(model.fold);
  const page = namePage("sessions", address, [title, other], model.fold);
  const own = page.names.map((name, place) => name.replace(names[place], ""));
  const session = { ...page, own, record, kind, event, dates, about: [...new Set([...about, ...names])] };
  model.sessions.push(session);
  for (const [id, heading, count, who, question] of items) {
    const item = model.items.length;
    model.items.push({
      id,
      session,
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
      addPassage(model, item, key, index);
    }
  }
};

const addPassage = (model, item, id, { texts, themes }) => {
  const place = model.passages.length;
  const text = texts[place];
  const folded = model.fold(text);
  const squeezed = squeeze(folded);
  addWords(model.words, place, folded);
  model.items[item].length += squeezed.length;
  model.passages.push({ item, id, text, folded, squeezed, other: "", printed: [], themes: new Set(themes[place]) });
};

/** Return the sentences of a passage, folded, also squeezed; what is printed otherwise is one more. */
export const sentencesOf = (passage) => {
  passage.sentences ??= passage.folded
    .split(/(?<=[.!?;:])\s|[。！？；：\n]/)
    .map((folded) => ({ folded, squeezed: squeeze(folded) }))
    .concat({ folded: "", squeezed: passage.squeezed.split("|").slice(1).join("|") });
  return passage.sentences;
};

/** Let a passage be found by what its record prints where the page shows a correction. */
const addPrinted = (model, place, words) => {
  const folded = words.map(model.fold);
  addWords(model.words, place, folded.join(" | "));
  const passage = model.passages[place];
  passage.squeezed += `|${folded.map(squeeze).join("|")}`;
  passage.printed = words;
};

/** Give a model what is searched in of the other language; fail where it is of another build. */
export const addOther = (model, { made, texts, names, synonyms, script, usage }) => {
  if (made !== model.made) {
    throw new Error("the texts of the other language are of another build");
  }
  model.hasOther = true;
  model.sounds = undefined;
  model.usage = [...model.usage, ...usage];
  learnScript(model, script);
  for (const [number, ...more] of names) {
    model.named[number].names.push(...more.map(model.fold));
  }
  for (const [place, words] of synonyms.entries()) {
    model.synonyms[place].splice(1, 0, ...words.map(model.fold));
  }
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

/** Return whether a text has a word, in either language. */
export const hasWord = (model, word) => model.words.has(word) || model.otherWords.has(word);

const namePage = (sort, address, names, fold) => ({ sort, address, name: names[0], names: names.map(fold) });

const listEntities = ({ groups }, fold) =>
  Object.entries(groups).flatMap(([sort, entries]) =>
    entries.map(([given, ...names], place) => {
      const key = given || names.map(makeKey).find(Boolean);
      return { ...namePage(sort, addressOf(sort, key), names, fold), key, place };
    }),
  );

const addressOf = (sort, key) => (sort === "countries" ? `cities/#${key}` : `${sort}/${key}/`);

/** A country stands for the cities in it. */
const addCities = (entities, cities) => {
  const countries = entities.filter(({ sort }) => sort === "countries");
  for (const [place, country] of countries.entries()) {
    country.members = cities[place].map((number) => entities[number]);
  }
};

/** A part of the world has no page; it stands for the countries in it. */
const listRegions = (regions, entities, fold) =>
  regions.map(([names, members]) => ({
    ...namePage("regions", "", names, fold),
    members: members.map((number) => entities[number]),
  }));

/** The rule of make_key in scripts/dialogues/rendering/search_names.py; a test compares them. */
export const makeKey = (name) => {
  const plain = name.normalize("NFKD").replaceAll(/[^\u0000-\u007f]/g, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-");
};
