// Days, months and years in a query, in all the ways in which they are written here.

import { squeeze } from "./folding.js";
import { wholeTerm } from "./strings.js";
import { hitsOf } from "./titles.js";
import { DATE } from "./weights.js";
import { wordTerm } from "./words.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const FIGURE = "〇零一二三四五六七八九";
const REPUBLIC = 1911; // the year before the Republic's first
const PATTERNS = [
  "(?<republic>民国|中华民国|roc |minguo )?\\s*(?<year>\\d{2,4})\\s*年(?:度)?(?:\\s*(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号]?)?)?",
  "(?<republic>民国|中华民国|roc |minguo )\\s*(?<year>\\d{2,3})",
  "(?<![\\d./-])(?<year>(?:19|20)\\d\\d|1[01]\\d)[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?(?![\\d./-])",
  "(?<![\\d./-])(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>(?:19|20)\\d\\d)(?!\\d)",
  `\\b${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(?<year>(?:19|20)\\d\\d))?\\b`,
  `\\b${MONTH}\\s+${DAY}(?:,?\\s+(?<year>(?:19|20)\\d\\d))?\\b(?!\\d)`,
  `\\b${MONTH},?\\s+(?<year>(?:19|20)\\d\\d)\\b`,
  "(?<!\\d)(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号])?",
  "(?<![\\d.,$])(?<year>(?:19|20)\\d\\d)(?![\\d.,]*\\d)(?!\\s*[万亿%])",
].map((pattern) => new RegExp(pattern, "g"));

/** Return the dates in a folded query: {year, month, day, from, to}; what is not said is undefined. */
export const findDates = (folded) => {
  const found = [];
  let rest = withFigures(folded);
  for (const pattern of PATTERNS) {
    for (const match of rest.matchAll(pattern)) {
      const date = readDate(match);
      if (date) {
        found.push(date);
        rest = rest.slice(0, date.from) + "\u0000".repeat(date.to - date.from) + rest.slice(date.to);
      }
    }
  }
  return found;
};

/** Return a query with the Chinese figures of years, months and days in digits, in the same places. */
const withFigures = (folded) =>
  folded.replaceAll(/(?<![十\d])(?:[〇零一二三四五六七八九]+|十[一二三四五六七八九])(?=[年月日号])/g, (figures) =>
    [...figures].map((figure) => (figure === "十" ? 1 : Math.max(0, FIGURE.indexOf(figure) - 1))).join(""),
  );

const readDate = ({ 0: text, index, groups }) => {
  const { republic, name } = groups;
  const written = groups.year && Number(groups.year);
  const year = written && (republic || written < 200) ? written + REPUBLIC : written;
  const month = name ? MONTHS.indexOf(name.slice(0, 3)) + 1 : Number(groups.month) || undefined;
  const day = Number(groups.day) || undefined;
  const isDate = (month ?? 1) <= 12 && (day ?? 1) <= 31 && (!written || year >= 1900);
  return isDate ? { year, month, day, from: index, to: index + text.length } : undefined;
};

/** Return whether a day, as 2022-03-22, is meant by a date. */
const isMeant = ({ year, month, day }) => (written) => {
  const [itsYear, itsMonth, itsDay] = written.split("-").map(Number);
  return (!year || year === itsYear) && (!month || month === itsMonth) && (!day || day === itsDay);
};

/** Return the dates in a query on which something was said. */
export const datesWithSessions = (model, folded) =>
  findDates(folded).filter((date) => sessionsOn(model, date).length);

/** Return the sessions of a date. */
export const sessionsOn = (model, date) => model.sessions.filter(({ dates }) => dates.some(isMeant(date)));

/** Return the terms of a date: what was said then, and what has the same figures. */
export const dateTerms = (model, date, written) => {
  const { year, month, from, to } = date;
  const texts = [wholeTerm(model, squeeze(written)), ...(year && !month ? [wordTerm(model, String(year))] : [])];
  const said = { hits: hitsOf(model, sessionsOn(model, date)), weight: DATE, marks: [] };
  return [said, ...texts].map((term) => ({ ...term, from, to }));
};
