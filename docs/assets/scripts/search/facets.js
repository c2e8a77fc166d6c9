// What results can be filtered by, and how many each choice would leave.

import { SORTS } from "./question.js";

const OF_ENTITIES = { city: "cities", speaker: "people", theme: "themes" };

/** Return what an item can be filtered by: sort -> keys. */
const keysOf = (model, item) => {
  model.keys ??= new Map();
  if (!model.keys.has(item)) {
    model.keys.set(item, readKeys(model, item));
  }
  return model.keys.get(item);
};

const readKeys = (model, number) => {
  const { session, who } = model.items[number];
  const themes = model.passages.filter(({ item }) => item === number).flatMap((passage) => [...passage.themes]);
  const entities = [...who, ...new Set(themes)].map((place) => model.entities[place]);
  const ofEntities = Object.entries(OF_ENTITIES).map(([name, sort]) => [
    name,
    entities.filter((entity) => entity.sort === sort).map(({ key }) => key),
  ]);
  return {
    ...Object.fromEntries(ofEntities),
    event: [keyOf(model.events[session.event])],
    year: [...new Set(session.dates.map((date) => date.slice(0, 4)))],
    kind: [session.kind],
  };
};

const keyOf = ({ address }) => address.split("/").at(-2);

/** Return what tells whether an item passes filters, the one of a sort set aside. */
export const passing = (model, filters = {}, aside) => {
  const chosen = Object.entries(filters).filter(([sort, keys]) => SORTS.includes(sort) && sort !== aside && keys.length);
  return (item) => chosen.every(([sort, keys]) => keysOf(model, item)[sort].some((key) => keys.includes(key)));
};

/** Return whether a passage has one of the themes that are filtered by; any, where there is none. */
export const isOnTheme = (model, place, { theme = [] } = {}) =>
  !theme.length || [...model.passages[place].themes].some((number) => theme.includes(model.entities[number].key));

/** Return, for each sort of filter, the choices with their counts among results. */
export const countFacets = (model, items, filters = {}) =>
  Object.fromEntries(SORTS.map((sort) => [sort, countSort(model, items, filters, sort)]));

const countSort = (model, items, filters, sort) => {
  const counts = new Map((filters[sort] ?? []).map((key) => [key, 0]));
  for (const item of items.filter(passing(model, filters, sort))) {
    for (const key of new Set(keysOf(model, item)[sort])) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const byCount = (one, other) => other.count - one.count;
  const byKey = (one, other) => other.key.localeCompare(one.key);
  return [...counts]
    .map(([key, count]) => ({ key, name: nameOf(model, sort, key), count }))
    .sort(sort === "year" ? byKey : byCount);
};

const nameOf = (model, sort, key) => {
  if (sort === "event") {
    return model.events.find((event) => keyOf(event) === key)?.name ?? key;
  }
  if (sort === "kind") {
    return model.kinds[key]?.[0] ?? key;
  }
  const known = model.entities.find((entity) => entity.sort === OF_ENTITIES[sort] && entity.key === key);
  return known?.name ?? key;
};
