// Queries that are no words: ids of passages, and addresses of the site.

import { nameTerm } from "./names.js";

const FULL = /^(?:https?:\/\/|www\.|\/)\S+$/i;
const PART = /^(?:en\/)?(?<folder>[a-z]+)\/\S+$/i;
const CARDS = "p";
const ID = /^(?:(?<where>[\w-]+)[#/:]|#)?(?<id>[a-z][a-z-]*-?\d[\w-]*|[a-z]+)$/i;

/** Return whether a query is an address, of this site or another; a part of one begins with a folder of pages. */
export const isAddress = (model, query) => {
  const asked = query.trim();
  const folder = asked.match(PART)?.groups.folder.toLowerCase() ?? "";
  return FULL.test(asked) || folder === CARDS || (folder !== "" && model.guides.some(({ address }) => address.startsWith(`${folder}/`)));
};

/** Return what a query leads to by its address or id: {pages, places}; undefined if it is no such. */
export const findReference = (model, query) => {
  const asked = query.trim();
  if (isAddress(model, asked)) {
    return findAddress(model, asked);
  }
  const { where, id } = asked.match(ID)?.groups ?? {};
  const places = id && /\d/.test(id) ? findPlaces(model, id.toLowerCase(), (session) => !where || isCalled(session, where.toLowerCase())) : [];
  const pages = [...model.events, ...model.sessions].filter(({ address }) => address.split("/").at(-2) === asked.toLowerCase());
  return places.length || (pages.length && asked.includes("-"))
    ? { pages: unique([...pages, ...sessionsOf(model, places)]), places: [...places, ...pages.flatMap((page) => firstOf(model, page))] }
    : undefined;
};

const sessionsOf = (model, places) => [
  ...new Set(places.map((place) => model.items[model.passages[place].item].session)),
];

const listPages = (model) => [...model.events, ...model.sessions, ...model.entities, ...model.guides];

const isCalled = ({ record, address }, name) =>
  record === name || address.split("/").slice(1).includes(name);

const findAddress = (model, asked) => {
  const [page, anchor = ""] = decode(asked).replace(/^(?:https?:\/\/|www\.)[^/]*/i, "").split("#");
  const path = `/${page.split("?")[0].replace(/index\.html$/, "").replace(/^\/|\/$/g, "")}/`;
  return findCard(model, path) ?? findRecord(model, path) ?? findPage(model, path, anchor.split(":~:")[0].toLowerCase());
};

/** Return the passage that has a small page of its own, to be sent to others. */
const findCard = (model, path) => {
  const [, record, id] = path.match(/\/p\/([\w-]+)\/([\w-]+)\/$/) ?? [];
  const places = id ? findPlaces(model, id, (session) => session.record === record) : [];
  return places.length ? { pages: sessionsOf(model, places), places } : undefined;
};

const findRecord = (model, path) => {
  const pages = model.sessions.filter(({ record }) => path.endsWith(`/records/${record}/`));
  return pages.length ? { pages, places: pages.flatMap((session) => firstOf(model, session)) } : undefined;
};

const findPage = (model, path, id) => {
  const known = listPages(model).filter(({ address }) => path.endsWith(`/${address.split("#")[0]}`));
  const exact = known.filter(({ address }) => address.endsWith(`#${id}`));
  const pages = exact.length ? exact : known.filter(({ address }) => !address.includes("#"));
  const of = (session) => pages.some(({ address }) => address === session.address);
  const places = id ? findPlaces(model, id, of) : [];
  return pages.length
    ? { pages: unique(pages), places: places.length ? places : pages.flatMap((found) => firstOf(model, found)) }
    : undefined;
};

/** An event of one session has the address of that. */
const unique = (pages) => pages.filter(({ address }, place) => pages.findIndex((page) => page.address === address) === place);

const decode = (address) => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/**
 * Return the passages with an id, or of a contribution with it, in sessions that are meant; where a
 * contribution has less passages, the contribution.
 */
const findPlaces = (model, id, isMeant) => {
  const found = placesOf(model, id, isMeant);
  return found.length ? found : placesOf(model, id.replace(/-\d+$/, ""), isMeant);
};

const placesOf = (model, id, isMeant) => {
  const found = [];
  for (const [place, passage] of model.passages.entries()) {
    const item = model.items[passage.item];
    const isIt = passage.id === id || (item.id === id && item.first === place);
    if (isIt && isMeant(item.session)) {
      found.push(place);
    }
  }
  return found;
};

/** Return the passages of what a page is about, one of each contribution. */
const firstOf = (model, page) => {
  if (page.sort === "events" || page.sort === "sessions") {
    const isOf = ({ session, question }) =>
      !question && [session.address, model.events[session.event].address].includes(page.address);
    return model.items.filter(isOf).map(({ first }) => first);
  }
  const places = page.sort === "help" ? [] : [...nameTerm(model, page, 1).hits.keys()].sort((one, other) => one - other);
  const items = new Set();
  return places.filter((place) => {
    const { item } = model.passages[place];
    return !model.items[item].question && !items.has(item) && items.add(item);
  });
};
