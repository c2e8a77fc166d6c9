// Names in a query: of cities, countries, people, organizations, initiatives and themes.

import { isHan, squeeze } from "./folding.js";

/** Return the entities that a query names, the longest names first, and the query without them. */
export const findNames = (model, folded) => {
  const found = [];
  let rest = folded;
  const names = model.entities.flatMap((entity) => entity.names.map((name) => [name, entity]));
  for (const [name, entity] of names.sort(([one], [other]) => other.length - one.length)) {
    const place = name.length > 1 ? findName(rest, name) : -1;
    if (place >= 0) {
      rest = rest.slice(0, place) + " ".repeat(name.length) + rest.slice(place + name.length);
      found.push(entity);
    }
  }
  return { entities: [...new Set(found)], rest };
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
  return model.entities.filter(({ names }) => names.map(squeeze).some(isMost));
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

/** Return the term of an entity: its names in both languages, and who spoke for it. */
export const nameTerm = (model, entity, weight) => {
  const number = model.entities.indexOf(entity);
  const hits = new Map();
  for (const [place, passage] of model.passages.entries()) {
    const item = model.items[passage.item];
    const spoken = item.who.has(number) && item.first === place;
    const named = entity.names.find((name) => findName(passage.folded, name) >= 0);
    const other = entity.names.find((name) => isHan(name) && passage.other.includes(name));
    const count = (spoken ? 1 : 0) + (named ? 1 : 0) + (other && !named ? 1 : 0);
    if (count) {
      hits.set(place, { count, other: !named && !spoken && Boolean(other) });
    }
  }
  return { hits, weight, marks: entity.names };
};
