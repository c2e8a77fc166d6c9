// What a query asks for: names, words, pairs of characters, and the query as a whole. Each term
// has its hits: for a passage, how well and how often it is there, and in which language.

import { distanceOf, isHan, squeeze, stemOf, tokensOf } from "./folding.js";

const NAME = 1.6; // a name counts more than a word
const PART = 0.8; // a part of a name less
const SYNONYM = 1; // another word for the same
const NUMBER = 1.6; // a number is seldom meant otherwise
const WHOLE = 1.2; // so does the query as a whole
const PLURAL = 0.9; // the same word, one or many
const STEM = 0.5; // the same word in another form
const PREFIX = 0.6; // a word that goes on
const NEAR = 0.5; // a word with a typing error
const SHORT = 3; // letters that a word needs for others to begin with it, or to be near it

/** Return the terms of a folded query. */
export const termsOf = (model, folded) => {
  const whole = squeeze(folded);
  const { entities, rest: unnamed } = findNames(model, folded);
  const synonyms = synonymsIn(model, unnamed);
  const rest = withoutPhrases(unnamed, synonyms);
  const parts = entities.length ? [] : entitiesNamedLike(model, whole);
  const terms = entities.map((entity) => nameTerm(model, entity, NAME));
  terms.push(...parts.map((entity) => nameTerm(model, entity, PART)));
  terms.push(...synonyms.map((words) => synonymTerm(model, words)));
  const tokens = withoutCommon(tokensOf(rest));
  for (const token of tokens) {
    terms.push(...(isHan(token) ? hanTerms(model, token) : wordTerms(model, token)));
  }
  if (whole.length > 2 && (tokens.length > 1 || entities.length || isHan(whole))) {
    terms.push(wholeTerm(model, whole));
  }
  terms.push(...unitTerms(model, folded));
  const found = terms.filter((term) => term.hits.size);
  const near = found.length ? [] : entitiesNear(model, whole);
  return [...found, ...near.map((entity) => ({ ...nameTerm(model, entity, NEAR), near: true }))];
};

/** Return the synonyms of which a query has another word than the texts. */
const synonymsIn = (model, folded) => {
  const stems = new Set(tokensOf(folded).map(stemOf));
  const has = (word) => findWord(folded, word) || (!isHan(word) && stems.has(stemOf(word)));
  return model.synonyms.filter(([, ...others]) => others.some(has));
};

/** Return a query without the hyphenated phrases that are synonyms: their parts mean something else. */
const withoutPhrases = (folded, synonyms) =>
  synonyms
    .flat()
    .filter((words) => words.includes("-"))
    .flatMap((words) => [`${words}es`, `${words}s`, words])
    .filter((form) => findName(folded, form) >= 0)
    .reduce((rest, form) => rest.replaceAll(form, " "), folded);

/** Return the term of what the texts have for another word. */
const synonymTerm = (model, words) => {
  const hits = new Map();
  for (const [place, passage] of model.passages.entries()) {
    const count = words.filter((word) => findWord(passage.folded, word)).length;
    if (count) {
      hits.set(place, { count, other: false });
    }
  }
  return { hits, weight: SYNONYM, marks: words };
};

/** Tell whether words stand in a folded text, whole, one or many: car park in car parks. */
const findWord = (folded, words) =>
  [words, `${words}s`, `${words}es`].some((form) => findName(folded, form) >= 0);

/** Return the entities of whose names a query is half or more: 黑客松 of 熱舒夫黑客松. */
const entitiesNamedLike = (model, whole) => {
  const isMost = (name) => name.includes(whole) && name.length <= 2 * whole.length;
  return model.entities.filter(({ names }) => names.map(squeeze).some(isMost));
};

/**
 * Return the entities with a Chinese name like a mistyped one: as long and one character wrong; of
 * people, the family name right.
 */
const entitiesNear = (model, whole) => {
  const rightIn = (name) => [...whole].filter((character, place) => name[place] === character).length;
  const isNearTo = (sort) => (name) =>
    isHan(name) &&
    name.length === whole.length &&
    (rightIn(name) >= name.length - 1 || (sort === "people" && name[0] === whole[0]));
  return whole.length < 3
    ? []
    : model.entities.filter(({ sort, names }) => names.some(isNearTo(sort)));
};

const COMMON = new Set(
  ("a an and are as at be by can could did do does for from has have how i in is it long many much of " +
    "on or our should that the their there they this to was were what when where which who why will " +
    "with would you your").split(" "),
);

/** Return the tokens that say what is looked for; all of them where none does. */
const withoutCommon = (tokens) => {
  const telling = tokens.filter((token) => !COMMON.has(token));
  return telling.length ? telling : tokens;
};

/** Return the entities that a query names, the longest names first, and the query without them. */
export const findNames = (model, folded) => {
  const found = [];
  let rest = folded;
  const names = model.entities.flatMap((entity) => entity.names.map((name) => [name, entity]));
  for (const [name, entity] of names.toSorted(([one], [other]) => other.length - one.length)) {
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

const nameTerm = (model, entity, weight) => {
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

/** Return a term for each two neighbouring characters of a run, or for its one character. */
const hanTerms = (model, run) => {
  const bare = model.chinese ? run : run.replaceAll(model.particles, "");
  const pairs = [...bare].slice(1).map((character, place) => bare[place] + character);
  const strings = bare.length === 1 ? [bare] : [...new Set(pairs)];
  return strings.map((string) => stringTerm(model, string, 1));
};

const wholeTerm = (model, whole) => stringTerm(model, whole, WHOLE);

/** Return a term for a string that may stand anywhere, within words and across spaces. */
const stringTerm = (model, string, weight) => {
  const hits = new Map();
  const bare = string.replaceAll(model.particles, "");
  for (const [place, passage] of model.passages.entries()) {
    const item = model.items[passage.item];
    const own = countIn(passage.squeezed, string);
    const headed = item.first === place && item.headed.includes(string) ? 1 : 0;
    const other = own || model.chinese || !bare ? 0 : countIn(passage.other, bare);
    if (own + headed + other) {
      hits.set(place, { count: own + headed + other, other: other > 0 });
    }
  }
  return { hits, weight, marks: [string] };
};

/** Return how often a string stands in another; a number not within a longer one. */
const countIn = (text, string) => {
  let count = 0;
  for (let place = text.indexOf(string); place >= 0; place = text.indexOf(string, place + 1)) {
    const cut = /\d/.test(string[0]) && /\d/.test(text[place - 1] ?? " ");
    count += cut ? 0 : 1;
  }
  return count;
};

const DIGITS = "零一二三四五六七八九";
const UNITS = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Return a query with its Chinese numerals of three figures or more, and its percentages, in digits. */
export const withDigits = (folded) =>
  folded
    .replaceAll(/百分之([零一二两三四五六七八九十百]+)/g, (_, numeral) => `${valueOf(numeral)}%`)
    .replaceAll(/([一二两三四五六七八九十百千]+)(?=[万亿])/g, (numeral) => String(valueOf(numeral)))
    .replaceAll(/[一二两三四五六七八九][十百千][零一二两三四五六七八九十百千]*/g, (numeral) => String(valueOf(numeral)))
    .replaceAll(/(\d)\s*per\s?cent\b/g, "$1%");

/** Return the value of a Chinese numeral below ten thousand: 三百五十 is 350. */
const valueOf = (numeral) => {
  let [sum, digit] = [0, 0];
  for (const character of numeral.replaceAll("两", "二")) {
    if (UNITS[character]) {
      sum += (digit || 1) * UNITS[character];
      digit = 0;
    } else {
      digit = DIGITS.indexOf(character);
    }
  }
  return sum + digit;
};

/** Return the term of a number with its unit: 3萬 is found as 3 萬 and as 30,000. */
const unitTerms = (model, folded) =>
  [...folded.matchAll(/(\d[\d.,]*)\s*([万亿千百])/g)].map(([written, digits, unit]) => {
    const term = stringTerm(model, squeeze(written), WHOLE);
    const value = String(Math.round(Number(digits.replaceAll(",", "")) * UNITS[unit]));
    for (const [place, hit] of wordTerm(model, value).hits) {
      term.hits.set(place, term.hits.get(place) ?? hit);
    }
    return { ...term, marks: [written, value] };
  });

/**
 * Return the term of a word, and the entities that a mistyped one may mean; where there is no such
 * word, those of its parts: 222MW, hot-air.
 */
const wordTerms = (model, word) => {
  const term = wordTerm(model, word);
  const parts = word.match(/\d+|[a-z]{2,}/g) ?? [];
  if ((!term.hits.size || term.mistyped) && parts.length > 1) {
    return parts.flatMap((part) => wordTerms(model, part));
  }
  if (!term.mistyped) {
    return [term];
  }
  const near = ({ sort, names }) =>
    names.some((name) => (sort === "people" ? tokensOf(name) : [name]).some((n) => isNear(word, n)));
  return [term, ...model.entities.filter(near).map((entity) => nameTerm(model, entity, NEAR))];
};

/** Tell whether a word is another with a typing error or two. */
const isNear = (word, other) => {
  const most = word.length < 8 ? 1 : 2;
  return word[0] === other[0] && other.length > SHORT && distanceOf(word, other, most) <= most;
};

/** Return the term of a word: the word itself, its other forms, longer words, or near ones. */
const wordTerm = (model, word) => {
  const stem = stemOf(word);
  const isKnown = /^\d/.test(word) || [word, `${word}s`, `${word}es`].some((form) => model.words.has(form) || model.otherWords.has(form));
  const likenessOf = (other) => {
    if (other === word) {
      return 1;
    }
    if (!/^\d/.test(word) && stem.length > SHORT && stemOf(other) === stem) {
      return isPlural(other, word) ? PLURAL : STEM;
    }
    if (isPlural(other, word)) {
      return PLURAL;
    }
    const begins = word.length >= SHORT && !isKnown && other.startsWith(word);
    return begins ? PREFIX : 0;
  };
  const joined = word.replaceAll(/[.,'&+-]/g, "");
  const near = (other) => likenessOf(other) || (other === joined ? PLURAL : 0);
  const found = gather(model, near);
  if (/^\d/.test(word)) {
    return { ...found, weight: NUMBER };
  }
  if (found.hits.size || word.length <= SHORT + 1) {
    return { ...found, weight: 1 };
  }
  return { ...gather(model, (other) => (isNear(word, other) ? NEAR : 0)), weight: 1, mistyped: true };
};

/** Tell whether two words are one and the other number of the same. */
const isPlural = (one, other) => one.replace(/e?s$/, "") === other.replace(/e?s$/, "");

const gather = (model, likenessOf) => {
  const hits = new Map();
  const marks = [];
  for (const [words, other] of [[model.words, false], [model.otherWords, true]]) {
    for (const [word, places] of words) {
      const likeness = likenessOf(word);
      if (likeness) {
        marks.push(word);
        for (const [place, count] of places) {
          const known = hits.get(place);
          if (!known || (other && known.other) || !other) {
            const sum = (known && known.other === other ? known.count : 0) + likeness * count;
            hits.set(place, { count: sum, other });
          }
        }
      }
    }
  }
  return { hits, marks };
};
