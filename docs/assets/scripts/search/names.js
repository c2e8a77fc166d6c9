// Names in a query: of cities, countries, people, organizations, initiatives and themes.

import { blank, findTogether, isHan, squeeze, tokensOf } from "./folding.js";
import { distanceOf } from "./forms.js";
import { hasWord } from "./model.js";
import { blurredOf, soundOf } from "./sounds.js";

const MOST_WORDS = 4; // of a name in Latin letters that stands for the sound of a Chinese one

/** Return the names in a query, the longest first: {entity, from, to}; and the query without them. */
export const findNames = (model, folded) => {
  const found = [];
  let rest = folded;
  const names = model.named.flatMap((entity) => entity.names.map((name) => [name, entity]));
  for (const [name, entity] of names.sort(([one], [other]) => other.length - one.length)) {
    const from = name.length > 1 ? findName(rest, name) : -1;
    if (from >= 0) {
      const place = { from, to: from + name.length };
      rest = blank(rest, place);
      found.push({ entity, ...place });
    }
  }
  return { named: found, rest };
};

const LETTER = /[0-9a-z]/;

/** Return where a name stands in a folded text, Latin names as whole words; -1 if nowhere. */
export const findName = (folded, name) => {
  for (let place = folded.indexOf(name); place >= 0; place = folded.indexOf(name, place + 1)) {
    const before = LETTER.test(name[0]) && LETTER.test(folded[place - 1] ?? " ");
    const after = LETTER.test(name.at(-1)) && LETTER.test(folded[place + name.length] ?? " ");
    if (!before && !after) {
      return place;
    }
  }
  return -1;
};

/** Return the entities of whose names a query is half or more: 黑客松 of 熱舒夫黑客松. */
export const entitiesNamedLike = (model, whole) => {
  const isMost = (name) => name.includes(whole) && name.length <= 2 * whole.length;
  return model.entities.filter(({ sort, names }) => sort !== "themes" && names.map(squeeze).some(isMost));
};

/**
 * Return the entities with a Chinese name like a mistyped one: as long and one character wrong; of
 * people, the family name right.
 */
export const entitiesNear = (model, whole) => {
  const rightIn = (name) => [...whole].filter((character, place) => name[place] === character).length;
  const isNearTo = (sort) => (name) =>
    isHan(name) &&
    name.length === whole.length &&
    (rightIn(name) >= name.length - 1 || (sort === "people" && name[0] === whole[0]));
  return whole.length < 3
    ? []
    : model.entities.filter(({ sort, names }) => names.some(isNearTo(sort)));
};

/** Return the entities with a name, of people with a part of it, that a word may be mistyped for. */
export const entitiesSpeltLike = (model, word) => {
  const near = ({ sort, names }) =>
    names.flatMap((name) => (sort === "people" ? tokensOf(name) : [name])).some((name) => isNear(word, name, 3));
  return model.entities.filter(near);
};

/** Return whether a word is another with a typing error or two, or, of ten letters, as many as `most`. */
export const isNear = (word, other, most = 2) => {
  const allowed = word.length < 8 ? 1 : word.length < 10 ? 2 : most;
  return word[0] === other[0] && other.length > 3 && distanceOf(word, other, allowed) <= allowed;
};

/** Return the entities with a Chinese name of two characters or more that sounds like others. */
export const entitiesNamedAlike = (model, characters) => {
  const sound = blurredOf(characters).join(" ");
  const isAlike = (name) => isHan(name) && name.length === characters.length && blurredOf(name).join(" ") === sound;
  return model.entities.filter(({ names }) => names.some(isAlike));
};

/**
 * Return the themes of which a query has a part of the name: mobility of Transport and mobility. By
 * itself a word is a word; beside who or where it is meant, it asks for what was said on the theme.
 */
export const findThemes = (model, folded) =>
  model.entities
    .filter(({ sort }) => sort === "themes")
    .flatMap((entity) =>
      entity.names.flatMap(partsOf).flatMap((part) => {
        const from = findName(folded, part);
        return from < 0 ? [] : [{ entity, from, to: from + part.length }];
      }),
    );

const partsOf = (name) => {
  const parts = name.split(/, | and |[与和、]/);
  return parts.length > 1 ? parts.filter((part) => part.length > (isHan(part) ? 1 : 3)) : [];
};

/** Return the names that a query has by their sound, in Latin letters: {entities, from, to}. */
export const findSpokenNames = (model, tokens) =>
  findTogether(tokens, MOST_WORDS, (words) => {
    const entities = words.every(({ text }) => /^[a-z]/.test(text)) ? entitiesSpoken(model, words) : [];
    return entities.length ? { entities } : undefined;
  });

const entitiesSpoken = (model, words) => {
  const sound = words.map(({ text }) => text.replaceAll(/[^a-z]/g, "")).join("");
  const isWord = words.every(({ text }) => hasWord(model, text));
  return sound.length < 5 || isWord ? [] : (soundsOf(model).get(sound) ?? []);
};

/** Return the entities by the sounds of their Chinese names, of two characters at least. */
const soundsOf = (model) => {
  if (!model.sounds) {
    model.sounds = new Map();
    for (const entity of model.entities) {
      const names = entity.names.filter((name) => isHan(name) && name.length > 1);
      for (const sound of new Set(names.map((name) => soundOf(name).join("")))) {
        model.sounds.set(sound, [...(model.sounds.get(sound) ?? []), entity]);
      }
    }
  }
  return model.sounds;
};

/** Return an entity with all that it stands for: a part of the world, its countries, their cities. */
const withMembers = (entity) => [entity, ...(entity.members ?? []).flatMap(withMembers)];

/** Return the term of an entity: its names in both languages, who spoke for it, what is about it. */
export const nameTerm = (model, entity, weight) => {
  const hits = new Map();
  const meant = withMembers(entity);
  const numbers = meant.map((one) => model.entities.indexOf(one));
  const names = [...new Set(meant.flatMap((one) => one.names))];
  for (const [place, passage] of model.passages.entries()) {
    const item = model.items[passage.item];
    const spoken = item.first === place && numbers.some((number) => item.who.has(number));
    const about = entity.sort === "themes" && passage.themes.has(numbers[0]);
    const named = names.some((name) => findName(passage.folded, name) >= 0);
    const other = !named && names.some((name) => isHan(name) && passage.other.includes(name));
    const count = Number(spoken) + Number(named) + Number(other) + Number(about);
    if (count) {
      const by = named ? undefined : about ? "theme" : spoken ? "speaker" : undefined;
      hits.set(place, { count, other: !named && !spoken && !about && other, wide: spoken, by });
    }
  }
  return { hits, weight, marks: names };
};
