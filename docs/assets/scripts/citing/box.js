// One passage: its link, how to cite it, where it comes from, how to correct it.

import { make } from "../elements.js";
import { loadNewest } from "../loading.js";
import { addresses, repository, words as all } from "../settings.js";
import { cite, reportAddress } from "./citations.js";

const words = all.citing;

/** Return what a page shows of the passage that a button belongs to. */
const readPassage = (tools) => {
  const permalink = new URL(tools.querySelector(".permalink").href);
  const box = tools.closest(".passage");
  const first = box ? box.querySelector(":scope > p") : tools.previousElementSibling;
  return {
    id: decodeURIComponent(permalink.hash.slice(1)),
    address: permalink.href.replace(/[?#].*$/, "").replace(addresses.home, ""),
    link: permalink.href,
    text: first.innerText.trim(),
    sources: [...tools.querySelectorAll(".source a")],
    correct: tools.querySelector(".correct").href,
  };
};

/** Fill a dialog for the passage that a button belongs to. */
export const fill = async (dialog, button) => {
  const passage = readPassage(button.closest(".tools"));
  const { version, sessions } = await loadNewest(addresses.citations);
  const session = sessions[passage.address];
  const { id, link } = passage;
  dialog.replaceChildren(
    closeButton(dialog),
    make("h2", { textContent: id }),
    make("p", {}, make("a", { href: link, textContent: link }), " ", copyButton(id, () => link)),
    make("ul", {}, ...listLinks(passage, session, version).map((link) => make("li", {}, link))),
    ...Object.entries(cite(passage, session, version)).map(citation),
  );
};

/** Return the links to the source, to the entry of the passage, and to the form. */
const listLinks = (passage, session, version) => {
  const links = passage.sources.map((source) =>
    make("a", { href: source.href, textContent: source.getAttribute("aria-label") }),
  );
  links.push(make("a", { href: passage.correct, textContent: words.correct }));
  if (repository) {
    const href = reportAddress(passage, session, version);
    links.push(make("a", { href, textContent: words.report }));
  }
  return links;
};

const citation = ([name, text]) => {
  const shown = make("pre", { tabIndex: 0, textContent: text });
  shown.lang = name === "中文" ? "zh-Hant" : "en";
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
