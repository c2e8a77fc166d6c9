// Numbers: Chinese numerals, percentages, and figures with a unit.

import { squeeze } from "./folding.js";
import { wholeTerm } from "./strings.js";
import { wordTerm } from "./words.js";

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
export const unitTerms = (model, folded) =>
  [...folded.matchAll(/(\d[\d.,]*)\s*([万亿千百])/g)].map(({ 0: written, 1: digits, 2: unit, index }) => {
    const term = wholeTerm(model, squeeze(written));
    const value = String(Math.round(Number(digits.replaceAll(",", "")) * UNITS[unit]));
    for (const [place, hit] of wordTerm(model, value).hits) {
      term.hits.set(place, term.hits.get(place) ?? hit);
    }
    return { ...term, marks: [written, value], from: index, to: index + written.length };
  });
