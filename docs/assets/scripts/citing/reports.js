// The report of a mistake: a form that is filled in, or a letter for those who have no account.

const LONGEST_FORM = 8000; // letters of an address; GitHub refuses one of 8,192
const LONGEST_LETTER = 1900; // some programs for mail take 2,000

const WORD = "[\\p{Script=Latin}\\p{N}]";
const WITHIN = new RegExp(`${WORD}$`, "u");
const GOES_ON = new RegExp(`^${WORD}`, "u");
const LAST_WORD = new RegExp(`[\\p{Script=Latin}\\p{N}'’.,-]+$`, "u");

/** Return a text, cut at a word and with a sign where the address made of it would be too long. */
export const cutText = (text, longest, make) => {
  if (make(text).length <= longest) {
    return text;
  }
  const letters = [...text];
  let [fits, beyond] = [0, letters.length];
  while (beyond - fits > 1) {
    const middle = Math.floor((fits + beyond) / 2);
    const isShort = make(`${letters.slice(0, middle).join("")}…`).length <= longest;
    [fits, beyond] = isShort ? [middle, beyond] : [fits, middle];
  }
  const cut = letters.slice(0, fits).join("");
  const isWord = WITHIN.test(cut) && GOES_ON.test(letters[fits]);
  return `${(isWord ? cut.replace(LAST_WORD, "") : cut).trimEnd()}…`;
};

/** Return the address of the issue form, filled in for a passage. */
export const reportAddress = (repository, passage, session, version) => {
  const id = `${session.key}#${passage.id}`;
  const make = (text) => {
    const address = new URL(`${repository}/issues/new`);
    const link = `${version} ${passage.link}`.trim();
    const title = `更正 Correction: ${id}`;
    address.search = new URLSearchParams({ template: "correction.yml", title, passage: id, text, version: link });
    return address.href;
  };
  return make(cutText(passage.text, LONGEST_FORM, make));
};

/** Return the address of a letter to the maintainers, which says what the form would ask for. */
export const letterAddress = (maintainers, passage, session, version, words) => {
  const id = `${session.key}#${passage.id}`;
  const make = (text) => {
    const [shown, change, credits] = words;
    const lines = [id, passage.link, version, "", shown, text, "", change, "", "", credits, ""];
    const [subject, body] = [`更正 Correction: ${id}`, lines.join("\r\n")].map(encodeURIComponent);
    return `mailto:${maintainers}?subject=${subject}&body=${body}`;
  };
  return make(cutText(passage.text, LONGEST_LETTER, make));
};
