// English words: their forms, both spellings, and how near one is to another.

// Words in -s that are no plural, and words whose letters look like an ending of grammar.
const WHOLE = new Set(
  ("news means series species lens gas its this has was does bus plus thus always perhaps across " +
    "during evening morning ceiling something anything nothing everything spring string being red bed " +
    "need speed seed feed indeed hundred").split(" "),
);

/** Return a word in one spelling, where Britain and America differ by a rule: digitization, colour. */
export const spell = (word) =>
  word
    .replace(/iz(e[ds]?|ers?|ing|ations?)$/, "is$1")
    .replace(/yz(e[ds]?|ers?|ing)$/, "ys$1")
    .replace(/([a-z]{2})our(s|ed|ing|al|hood|hoods|ful)?$/, "$1or$2")
    .replace(/([^aeiou])re(s?)$/, "$1er$2")
    .replace(/ogue(s?)$/, "og$1")
    .replace(/amme(s?)$/, "am$1")
    .replace(/([a-z]{3})(?:ence|ense)(s?)$/, "$1ense$2")
    .replace(/^practic(e[ds]?|ing)$/, "practis$1");

/** Return what a word has in common with its other forms: one or many, past, -ing; in either spelling. */
export const lemmaOf = (word) => {
  const plain = word.replace(/'s$/, "");
  if (WHOLE.has(plain) || /\d/.test(plain)) {
    return plain;
  }
  const one = singularOf(plain);
  const bare = one.replace(/(?:ing|ed)$/, "");
  const isVerb = bare !== one && bare.length > 1 && /[aeiouy]/.test(bare);
  const base = isVerb ? bare.replace(/([^aeiousl])\1$/, "$1").replace(/^([a-z]{2})$/, "$1e") : one;
  const short = base.length > 5 ? base.replace(/ll$/, "l") : base;
  return short.length > 3 ? short.replace(/e$/, "").replace(/([^aeiou])i$/, "$1y") : short;
};

/** Return a word that may be many as one, in one spelling: colours is color. */
export const singularOf = (many) => {
  const word = spell(many.replace(/'s$/, ""));
  if (WHOLE.has(word) || /(?:ss|us|is|ics)$/.test(word) || word.length < 4) {
    return word;
  }
  return word.replace(/(?:(?<=[^aeiou])ies|(?<=[a-z]{2}[sxz]|[cs]h)es|s)$/, (ending) => (ending === "ies" ? "y" : ""));
};

const SUFFIX =
  /(?:isation|ation|ition|ment|ness|anc|enc|ally|ical|ity|ism|ist|is|ativ|iv|ion|ial|ian|al|ic|er|or|ly|y)$/;

/** Return what is left of a word without what makes a noun, a verb or an adjective of it. */
export const rootOf = (word) => {
  const lemma = lemmaOf(word);
  const root = lemma.replace(SUFFIX, "").replace(/(?:is|at)$/, "");
  return root.length > 3 ? root : lemma;
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
