// One form for what a reader may type in several: script, accents, width, case.

const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", æ: "a", œ: "o", ß: "s", þ: "t", "’": "'" };

/**
 * Return the function that folds a text: each character becomes one, so that places stay the same.
 * `script` holds pairs of characters, as printed and as simplified.
 */
export const makeFold = (script) => {
  const known = new Map();
  const pairs = [...script];
  for (let place = 0; place < pairs.length; place += 2) {
    known.set(pairs[place], pairs[place + 1]);
  }
  const foldOne = (character) => {
    const plain = character.normalize("NFKC").normalize("NFD").charAt(0).toLowerCase().charAt(0);
    return known.get(plain) ?? LETTERS[plain] ?? (plain || " ");
  };
  return (text) => {
    let folded = "";
    for (let place = 0; place < text.length; place += 1) {
      const character = text[place];
      if (!known.has(character)) {
        known.set(character, foldOne(character));
      }
      folded += known.get(character);
    }
    return folded;
  };
};

const HAN = "\u3400-\u9fff";
const WORD = new RegExp(`[${HAN}]+|[0-9a-z]+(?:[.,'&+-][0-9a-z]+)*%?`, "g");

/** Return the runs of Chinese characters and the words of a folded text, in order. */
export const tokensOf = (folded) => folded.match(WORD) ?? [];

/** Tell whether a token is Chinese. */
export const isHan = (token) => /^[\u3400-\u9fff]/.test(token);

/** Return a folded text without all that is no letter, digit or percent sign. */
export const squeeze = (folded) => folded.replaceAll(/[^0-9a-z%\u3400-\u9fff]/g, "");

/** Return a word, its parts, and its parts run together: start-ups, start, ups, startups. */
export const formsOf = (word) => {
  const parts = word.split(/[.,'&+-]/).filter(Boolean);
  return [...new Set([word, parts.join(""), ...(/^\d/.test(word) ? [] : parts)])];
};

/** Return what the forms of an English word have in common, roughly. */
export const stemOf = (word) => {
  const bare = word.replace(/(?:'s|ies|ing|ers?|ed|es|s|y|e)$/, "");
  return bare.length < 3 ? word : bare.replace(/([^aeiou])\1$/, "$1");
};

/** Return how many letters have to be changed, left out, put in or swapped; more than most is most + 1. */
export const distanceOf = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) {
    return most + 1;
  }
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1, swapped ? before[j - 2] + 1 : Infinity);
    }
    before = last;
    last = row;
  }
  return last[other.length];
};
