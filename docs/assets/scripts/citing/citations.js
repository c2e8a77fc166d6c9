// The words of a citation.

import { addresses } from "../settings.js";

const speakerOf = (who, id) => {
  const keys = Object.keys(who).filter((key) => id === key || id.startsWith(`${key}-`));
  return who[keys.sort((one, other) => other.length - one.length)[0]] ?? { name: ["", ""], author: ["", ""] };
};

/** Return the address of a passage in a language, whatever language the page is in. */
const addressIn = (language, { address, id }) =>
  `${addresses.site}${language === "en" ? "en/" : ""}${address}#${id}`;

/** Return the citations of a passage: in the page's language, in the other one, and as BibTeX. */
export const cite = (passage, session, version) => {
  const citations = [
    ["中文", citeInChinese(passage, session, version)],
    ["English", citeInEnglish(passage, session, version)],
  ];
  const { language } = passage;
  const ordered = language === "en" ? citations.reverse() : citations;
  return [...ordered, ["BibTeX", writeBibTex(passage, session, version, language)]];
};

const citeInChinese = (passage, session, version) => {
  const { issuer, kind, record, dates, title, who } = session;
  const doubts = session.doubts[passage.id];
  return `${passage.texts.zh}
— ${speakerOf(who, passage.id).name[0]}，${title[0]}，${dates[0]}，段落 ${passage.id}${doubts ? `（${doubts[0]}）` : ""}。載於《${record[0]}》，${issuer[0]}（${kind[0]}）。城市對話錄，${version && `版本 ${version}，`}${addressIn("zh", passage)}`;
};

const citeInEnglish = (passage, session, version) => {
  const { issuer, kind, record, dates, title, who } = session;
  const doubts = session.doubts[passage.id];
  const nature = [kind[1], passage.texts.en && "unofficial English translation"].filter(Boolean).join("; ");
  return `${passage.texts.en ?? passage.texts.zh}
— ${speakerOf(who, passage.id).name[1]}, ${title[1]}, ${dates[1]}, passage ${passage.id}${doubts ? ` (${doubts[1]})` : ""}. In: ${record[1]}, ${issuer[1]} (${nature}). City Dialogues, ${version && `version ${version}, `}${addressIn("en", passage)}`;
};

/** Return a passage as BibTeX in one language: whoever has a name is the author, the office a note. */
const writeBibTex = (passage, session, version, language) => {
  const n = language === "en" ? 1 : 0;
  const { author, office } = speakerOf(session.who, passage.id);
  const isTranslated = language === "en" && passage.texts.en;
  const [site, comma, semicolon] = n ? ["City Dialogues", ", ", "; "] : ["城市對話錄", "，", "；"];
  const place = n ? `passage ${passage.id}` : `段落 ${passage.id}`;
  const notes = [
    office?.[n],
    session.doubts[passage.id]?.[n],
    session.kind[n],
    isTranslated && "unofficial English translation",
    version ? `${site}${comma}${n ? "version" : "版本"} ${version}` : site,
  ];
  const fields = {
    author: `{${escapeTex(author[n])}}`,
    title: `{${escapeTex(session.title[n] + comma + place)}}`,
    howpublished: escapeTex([session.record[n], session.issuer[n]].join(n ? ". " : "，")),
    year: session.days.slice(0, 4),
    date: session.days,
    language: isTranslated ? "en" : "zh-Hant",
    abstract: escapeTex(passage.text),
    note: escapeTex(notes.filter(Boolean).join(semicolon)),
    url: addressIn(language, passage),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${session.key}-${passage.id},\n${lines.join(",\n")}\n}`;
};

// A brace counts for BibTeX, whatever stands before it: what is opened is closed at once.
const TEX = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const escapeTex = (text) => text.replaceAll(/[{}\\%#$&_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** Return the words of a passage with who says them, where and when; not between marks of quotation,
 *  for the records are no verbatim ones. */
export const quote = (passage, session) => {
  const isEnglish = passage.language === "en";
  const n = isEnglish ? 1 : 0;
  const doubts = session.doubts[passage.id]?.[n];
  const notes = [doubts, session.kind[n], isEnglish && passage.texts.en && "unofficial English translation"].filter(Boolean);
  const [comma, semicolon, open, close] = isEnglish ? [", ", "; ", " (", ")"] : ["，", "；", "（", "）"];
  const where = [speakerOf(session.who, passage.id).name[n], session.title[n], session.dates[n]];
  return `${passage.text}\n— ${where.join(comma)}${open}${notes.join(semicolon)}${close}`;
};
