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
const TOKEN = new RegExp(`[${HAN}]+|[0-9a-z]+(?:[.,'&+-][0-9a-z]+)*%?`, "g");

/** Return the runs of Chinese characters and the words of a folded text, in order. */
export const tokensOf = (folded) => folded.match(TOKEN) ?? [];

/** Return the same with their places: {text, from, to}. */
export const placedTokens = (folded) =>
  [...folded.matchAll(TOKEN)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));

/** Return what is found in tokens that stand together, in as many as possible: {...found, from, to}. */
export const findTogether = (tokens, most, find) => {
  const all = [];
  for (let first = 0; first < tokens.length; first += 1) {
    for (let count = Math.min(most, tokens.length - first); count > 0; count -= 1) {
      const some = tokens.slice(first, first + count);
      const found = find(some);
      if (found) {
        all.push({ ...found, from: some[0].from, to: some.at(-1).to });
        first += count - 1;
        break;
      }
    }
  }
  return all;
};

/** Return whether a token is Chinese. */
export const isHan = (token) => /^[\u3400-\u9fff]/.test(token);

/** Return a folded text without all that is no letter, digit or percent sign. */
export const squeeze = (folded) => folded.replaceAll(/[^0-9a-z%\u3400-\u9fff]/g, "");

/** Return the function that writes folded Chinese as the texts have it: 停車 for 停车. */
export const makeUnfold = (script) => {
  const pairs = [...script];
  const known = new Map(pairs.flatMap((one, place) => (place % 2 ? [] : [[pairs[place + 1], one]])));
  return (folded) => [...folded].map((character) => known.get(character) ?? character).join("");
};

/** Return a folded text in which a part is blank, so that places stay the same. */
export const blank = (folded, { from, to }) =>
  folded.slice(0, from) + " ".repeat(to - from) + folded.slice(to);

/** Return a word, its parts, and its parts run together: start-ups, start, ups, startups. */
export const formsOf = (word) => {
  const parts = word.split(/[.,'&+-]/).filter(Boolean);
  return [...new Set([word, parts.join(""), ...(/^\d/.test(word) ? [] : parts)])];
};
