// What is asked: a query, filters, an order and how many results are wanted. An address can say it,
// so each choice is a link.

export const SORTS = ["event", "year", "city", "speaker", "theme", "kind"]; // of filters
export const ORDERS = ["relevance", "date", "oldest"];
export const STEP = 10; // results at a time

const NAMES = ["q", "order", "most", "at", ...SORTS];
const LONGEST = 400; // characters of a query that an address says; the history keeps the rest
const MOST = 1000;

/** Return the question that an address asks, which may be empty. */
export const readQuestion = ({ searchParams: given }) => ({
  query: given.get("q") ?? "",
  filters: Object.fromEntries(SORTS.map((sort) => [sort, given.getAll(sort)])),
  order: ORDERS.find((order) => order === given.get("order")) ?? ORDERS[0],
  most: Math.min(MOST, Math.max(STEP, Number(given.get("most")) || STEP)),
});

/** Return the address of a page that asks a question, and at which result it is looked at. */
export const addressOf = ({ query, filters, order, most }, page, at) => {
  const address = new URL(page);
  NAMES.forEach((name) => address.searchParams.delete(name));
  address.searchParams.set("q", query.slice(0, LONGEST));
  const said = [
    ...SORTS.flatMap((sort) => filters[sort].map((key) => [sort, key])),
    ["order", order !== ORDERS[0] && order],
    ["most", most > STEP && most],
    ["at", at],
  ];
  said.filter(([, value]) => value).forEach(([name, value]) => address.searchParams.append(name, value));
  return address;
};

/** Return the address of a page that asks nothing. */
export const withoutQuestion = (page) => {
  const address = new URL(page);
  NAMES.forEach((name) => address.searchParams.delete(name));
  return address;
};

/** Return a question with a filter chosen, or no longer. */
export const toggle = (question, sort, key) => {
  const chosen = question.filters[sort];
  const others = chosen.filter((other) => other !== key);
  const filters = { ...question.filters, [sort]: others.length < chosen.length ? others : [...chosen, key] };
  return { ...question, filters, most: STEP };
};

export const isFiltered = ({ filters }) => SORTS.some((sort) => filters[sort].length);
