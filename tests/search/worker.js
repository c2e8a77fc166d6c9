// A worker that stands for the search: always the same contributions, so that tests of the box know them.

const places = ["events/2022-industry-forum/", "events/2021-mayors-summit/", "records/"];
const items = Array.from({ length: 43 }, (_, n) => ({
  id: `t-${n}`,
  address: places[n % 3],
  title: `City ${n % 3}`,
  date: `202${n % 3}-03-22`,
  heading: `Mayor ${n}, Rzeszów`,
  headingMarks: n % 4 ? [] : [[0, 5]],
  passage: `t-${n}-1`,
  text: `We have sensors, ${n} of them, and much more.`,
  marked: ["sensors"],
  snippet: [{ text: "We have " }, { text: "sensors", marked: true }, { text: `, ${n} of them, …` }],
}));

const list = (sort, ...names) =>
  names.map((name, n) => ({ key: `${sort}-${n}`, name, count: names.length - n }));

const facets = {
  event: list("event", "Summit", "Forum"),
  year: list("year", "2022", "2021"),
  city: list("city", "Prague", "Taipei", "Bath"),
  speaker: list("speaker", ..."ABCDEFGHIJKL"),
  theme: list("theme", "Parking"),
  kind: list("kind", "minutes", "release"),
};

const said = {
  "homeless people": { whole: 0, unfound: ["homeless"] },
  tires: { whole: 0, guesses: [{ word: "tires", shown: ["times"], exact: '"tires"' }] },
  "no word": { whole: 0 },
  long: { cut: 2000 },
  chinese: { lacks: true },
  nothing: { total: 0, items: [], pages: [], facets: {} },
};

self.addEventListener("message", ({ data: { id, query, most } }) => {
  const pages = [{ sort: "themes", name: "Parking", address: "themes/parking/" }];
  const found = { pages, total: 43, whole: 14, items: items.slice(0, most), facets };
  self.postMessage({ id, query, ...found, ...said[query] });
});
