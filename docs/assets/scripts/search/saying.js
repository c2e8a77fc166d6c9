// What is said of an answer: how much was found, and with what reserve.

import { make } from "../elements.js";
import { words as frame } from "../settings.js";
import { addressOf } from "./question.js";
import { fill, words } from "./wording.js";

/** Return what is said of an answer, in parts of which some lead on; `retry` asks the same again. */
export const describe = (found, question, retry) =>
  [
    countOf(found),
    wholeOf(found),
    found.unfound?.length && fill(words.unfound, { words: found.unfound.join(words.comma) }),
    ...(found.guesses ?? []).flatMap((guess) => sayGuess(guess, question)),
    found.cut && fill(words.cut, { count: found.cut.toLocaleString() }),
    !found.total && !found.pages.length && words.elsewhere,
    ...(found.partial ? [words.partial, offerRetry(retry)] : []),
  ]
    .filter(Boolean)
    .flatMap((part) => [part, part.nodeType ? " " : words.space]);

const countOf = ({ pages, total }) => {
  if (total === 1) {
    return words.found1;
  }
  return total ? fill(words.found, { count: total }) : pages.length ? words.pages : words.nothing;
};

/** Tell how many have all words, where that is neither all nor said by what occurs nowhere. */
const wholeOf = ({ total, whole = total, unfound = [], guesses = [] }) => {
  if (whole) {
    return whole < total && fill(words.whole, { count: whole });
  }
  return total && !unfound.length && !guesses.length && words.none;
};

const sayGuess = ({ word, shown, exact }, question) => {
  if (shown.includes(word)) {
    return []; // a name whose parts were guessed
  }
  const link = make("a", {
    className: "search-ask",
    href: addressOf({ ...question, query: exact }, location.href).href,
    textContent: fill(words.exact, { word }),
  });
  return [fill(words.guess, { word, shown: shown.join(words.comma) }), exact && link];
};

const offerRetry = (retry) => {
  const again = make("button", { type: "button", textContent: frame.search.retry });
  again.addEventListener("click", retry);
  return again;
};
