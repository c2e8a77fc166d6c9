// The words of a citation, and the report of a mistake.

import { addresses, repository } from "../settings.js";

const speakerOf = (who, id) => {
  const keys = Object.keys(who).filter((key) => id === key || id.startsWith(`${key}-`));
  return who[keys.sort((one, other) => other.length - one.length)[0]] ?? ["", "", ""];
};

/** Return the address of a passage in a language, whatever language the page is in. */
const addressIn = (language, { address, id }) =>
  `${addresses.site}${language === "en" ? "en/" : ""}${address}#${id}`;

/** Return the citations of a passage: in Chinese, in English, and as BibTeX. */
export const cite = (passage, session, version) => {
  const [zh, en, author] = speakerOf(session.who, passage.id);
  const doubts = session.doubts[passage.id];
  const link = (language) => addressIn(language, passage);
  const [issued, kind, record, dates] = ["issuer", "kind", "record", "dates"].map((key) => session[key]);
  const escaped = (text) => text.replaceAll(/[{}\\%#$&_~^]/g, (sign) => `\\${sign}`);
  const key = `${session.key}-${passage.id}`;
  return {
    中文: `${zh}，${session.title[0]}，${dates[0]}，段落 ${passage.id}${doubts ? `（${doubts[0]}）` : ""}。載於《${record[0]}》，${issued[0]}（${kind[0]}）。城市對話錄，${version && `版本 ${version}，`}${link("zh")}`,
    English: `${en}, ${session.title[1]}, ${dates[1]}, passage ${passage.id}${doubts ? ` (${doubts[1]})` : ""}. In: ${record[1]}, ${issued[1]} (${kind[1]}; unofficial English translation). City Dialogues, ${version && `version ${version}, `}${link("en")}`,
    BibTeX: [
      `@misc{${key},`,
      `  author = {{${escaped(author)}}},`,
      `  title = {{${escaped(session.title[1])}, passage ${escaped(passage.id)}}},`,
      `  howpublished = {${escaped(record[1])}. ${escaped(issued[1])}},`,
      `  year = {${session.days.slice(0, 4)}},`,
      `  date = {${session.days}},`,
      `  note = {${doubts ? `${escaped(doubts[1])}; ` : ""}${escaped(kind[1])}; unofficial English translation. City Dialogues${version && `, version ${escaped(version)}`}},`,
      `  url = {${link("en")}}`,
      "}",
    ].join("\n"),
  };
};

/** Return the words of a passage with who says them, where and when; not between marks of quotation,
 *  for the records are no verbatim ones. */
export const quote = (passage, session, language) => {
  const isEnglish = language === "en";
  const n = isEnglish ? 1 : 0;
  const doubts = session.doubts[passage.id]?.[n];
  const notes = [doubts, session.kind[n], isEnglish && "unofficial English translation"].filter(Boolean);
  const [comma, semicolon, open, close] = isEnglish ? [", ", "; ", " (", ")"] : ["，", "；", "（", "）"];
  const where = [speakerOf(session.who, passage.id)[n], session.title[n], session.dates[n]];
  return `${passage.text}\n— ${where.join(comma)}${open}${notes.join(semicolon)}${close}`;
};

/** Return the address of the issue form, filled in for a passage. */
export const reportAddress = (passage, session, version) => {
  const address = new URL(`${repository}/issues/new`);
  const fields = {
    template: "correction.yml",
    title: `${session.key}#${passage.id}`,
    passage: `${session.key}#${passage.id}`,
    text: passage.text.slice(0, 1500),
    version: `${version} ${passage.link}`.trim(),
  };
  for (const [name, value] of Object.entries(fields)) {
    address.searchParams.set(name, value);
  }
  return address.href;
};
