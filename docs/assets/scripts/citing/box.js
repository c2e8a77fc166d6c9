// The box of one passage: how to cite it, in both languages and for programs.

import { make } from "../elements.js";
import { words as all } from "../settings.js";
import { cite } from "./citations.js";

const words = all.citing;

/** Fill a dialog with the citations of a passage. */
export const fillBox = (dialog, passage, session, version) => {
  const { id, link } = passage;
  dialog.replaceChildren(
    closeButton(dialog),
    make("h2", { textContent: words.title }),
    make("p", {}, make("a", { href: link, textContent: link })),
    copyButton(id, () => link),
    ...cite(passage, session, version).map(citation),
  );
};

const citation = ([name, text]) => {
  const shown = make("pre", { tabIndex: 0, textContent: text });
  shown.lang = { 中文: "zh-Hant", English: "en" }[name] ?? document.documentElement.lang;
  return make("section", {}, make("h3", { textContent: name }), shown, copyButton(name, () => text));
};

/** Return a button that copies what it is named after, and says so where it is listened to. */
const copyButton = (name, read) => {
  const button = make("button", { type: "button", textContent: words.copy, ariaLive: "polite" });
  const what = make("span", { className: "citing-what", textContent: ` ${name}` });
  button.append(what);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(read());
      button.replaceChildren(words.copied, what);
    } catch {
      button.replaceChildren(words.select, what); // the text is there to be marked by hand
    }
  });
  return button;
};

const closeButton = (dialog) => {
  const close = make("button", { type: "button", className: "citing-close", textContent: words.close });
  close.addEventListener("click", () => dialog.close());
  return close;
};
