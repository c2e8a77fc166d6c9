// What matched, marked: in the part of a passage that is shown with a result, and on its page.

import { isHan } from "./folding.js";

const LENGTHS = { chinese: 72, latin: 150 };
const LOOSE = /^[a-z]{4,}$|^.{15,}$/; // a mark that may be several words, without their spaces
const MOST_MARKS = 20; // different strings that an address takes along
const LONG_MARK = 40; // characters; of a longer string it takes the beginning and the end

/** Return a part of a text as pieces {text, marked}, around the place where most is marked. */
export const cut = (text, marks, fold) => {
  const places = findMarks(fold(text), marks);
  const length = isHan(fold(text)) || /[\u3400-\u9fff]{4}/.test(text) ? LENGTHS.chinese : LENGTHS.latin;
  const start = beginAt(text, places, length);
  const end = endAt(text, Math.min(text.length, start + length));
  const pieces = [];
  let at = start;
  for (const [from, to] of places.filter(([from, to]) => from >= start && to <= end)) {
    pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  pieces.push({ text: text.slice(at, end), marked: false });
  pieces.unshift({ text: start > 0 ? "…" : "", marked: false });
  pieces.push({ text: end < text.length ? "…" : "", marked: false });
  return pieces.filter((piece) => piece.text);
};

/** Return the strings of a text that are marked, as printed, each once: what a page can look for. Who
 *  looks for a sentence looks for none of its words. */
export const listMarked = (text, marks, fold) => {
  const strings = findMarks(fold(text), marks).map(([from, to]) => text.slice(from, to));
  const long = strings.filter(({ length }) => length > LONG_MARK);
  return [...new Set((long.length ? long : strings).map(shorten))].slice(0, MOST_MARKS);
};

const shorten = (string) =>
  string.length > LONG_MARK ? `${string.slice(0, LONG_MARK / 2)}…${string.slice(-LONG_MARK / 2)}` : string;

/** Return where the marks stand in a folded text, in order, those that overlap made one. */
export const findMarks = (folded, marks) => {
  const found = marks
    .filter(Boolean)
    .flatMap((mark) => [...folded.matchAll(patternOf(mark))])
    .map((match) => [match.index, match.index + match[0].length])
    .sort(([one], [other]) => one - other);
  const joined = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      joined.push([from, to]);
    }
  }
  return joined;
};

/** Return what finds a mark: Chinese, and what may be several words, across spaces and punctuation;
 *  words as wholes. */
const patternOf = (mark) => {
  const characters = [...mark].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const isChinese = /[\u3400-\u9fff]/.test(mark);
  const between = isChinese || LOOSE.test(mark) ? "[^0-9a-z\\u3400-\\u9fff]{0,3}" : "";
  const [before, after] = isChinese ? ["", ""] : ["(?<![0-9a-z])", "(?![0-9a-z])"];
  return new RegExp(`${before}${characters.join(between)}${after}`, "g");
};

/** Return where the part begins: at a mark, so that most marks are in it; not within a word. */
const beginAt = (text, places, length) => {
  const inside = (start) => places.filter(([from, to]) => from >= start && to <= start + length).length;
  const before = Math.floor(length / 5);
  const starts = places.map(([from]) => Math.max(0, from - before));
  const best = starts.reduce((one, other) => (inside(other) > inside(one) ? other : one), starts[0] ?? 0);
  if (best + length > text.length) {
    return skipWord(text, Math.max(0, text.length - length));
  }
  return skipWord(text, best);
};

const endAt = (text, end) => {
  const within = end < text.length && /[A-Za-zÀ-ɏ]/.test(text[end]);
  const begun = text.slice(0, end).search(/[A-Za-zÀ-ɏ]+$/);
  return within && begun > end - 20 ? begun : end;
};

const skipWord = (text, start) => {
  if (start === 0 || !/[A-Za-zÀ-ɏ]/.test(text[start - 1])) {
    return start;
  }
  const rest = text.slice(start).search(/[^A-Za-zÀ-ɏ]/);
  return rest < 0 || rest > 20 ? start : start + rest;
};
