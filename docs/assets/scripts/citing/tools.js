// What scripts add to the tools of a passage: share, copy the quotation, cite, the other language.

import { make, openAbove } from "../elements.js";
import { loadNewest } from "../loading.js";
import { addresses, maintainers, repository, words as all } from "../settings.js";
import { fillBox } from "./box.js";
import { quote } from "./citations.js";
import { letterAddress, reportAddress } from "./reports.js";

const words = all.citing;
const SHOWN = 2500; // milliseconds in which a button says what it did

/** Return what a page shows of a passage, in each language that it shows it in. */
const readPassage = (tools) => {
  const { href, hash } = tools.querySelector(".permalink");
  const shown = [...tools.parentElement.querySelectorAll(":scope > :is(.text, .other)")];
  const mark = shown[0].querySelector(".marker")?.textContent ?? ""; // of an item, shown beside one language
  const texts = shown.map((text, n) => [
    text.closest("[lang]").lang === "en" ? "en" : "zh",
    `${n ? mark : ""} ${readText(text)}`.trim(),
  ]);
  const [id, page] = [hash.slice(1), href.replace(/[?#].*$/, "").replace(addresses.home, "")].map(
    decodeURIComponent, // a reader may have come by another spelling of an address
  );
  const address = page.replace(/index\.html$/, "");
  return {
    id,
    address,
    link: `${addresses.home}${address}#${id}`,
    language: document.documentElement.lang === "en" ? "en" : "zh",
    text: texts[0][1],
    texts: Object.fromEntries(texts),
  };
};

/** Return the words of a passage, without the marks of its notes. */
const readText = (shown) => {
  const copy = shown.cloneNode(true);
  copy.querySelectorAll(".mark").forEach((mark) => mark.remove());
  return copy.textContent.trim();
};

const loadSession = async (passage) => {
  const { version, sessions } = await loadNewest(addresses.citations);
  return { version, session: sessions[passage.address] };
};

/** Return a button that does something and says in its own place that it is done. */
const makeButton = (label, act) => {
  const button = make("button", { type: "button", textContent: label, ariaLive: "polite" });
  button.addEventListener("click", async () => {
    try {
      button.textContent = (await act(button)) ?? label;
    } catch (error) {
      const refused = error.name === "NotAllowedError"; // the clipboard, by the browser or its user
      button.textContent = refused ? words.refused : words.failed;
      button.closest(".row").classList.toggle("refused", refused);
    }
    setTimeout(() => (button.textContent = label), SHOWN);
  });
  return button;
};

/** Offer the phone's own sheet where there is one; else copy the address: that of the card. */
const share = async (passage) => {
  const { session } = await loadSession(passage);
  const url = `${addresses.home}p/${session.key}/${passage.id}/`;
  if (navigator.share) {
    const text = quote(passage, session);
    await navigator.share({ title: document.title, text, url }).catch(() => {});
    return undefined; // or closed again, which is no failure
  }
  await navigator.clipboard.writeText(url);
  return words.linkCopied;
};

const copyQuotation = async (passage) => {
  const { session } = await loadSession(passage);
  const text = quote(passage, session);
  await navigator.clipboard.writeText(`${text}\n${passage.link}`);
  return words.copied;
};

const openBox = async (passage) => {
  const { version, session } = await loadSession(passage);
  const box = document.querySelector("dialog.citing") ?? makeBox();
  fillBox(box, passage, session, version);
  openAbove(box);
};

const makeBox = () => {
  const box = make("dialog", { className: "citing" });
  box.setAttribute("aria-label", words.title);
  box.addEventListener("click", ({ target }) => target === box && box.close());
  document.body.append(box);
  return box;
};

const showOther = (button, passage) => {
  const isShown = passage.classList.toggle("translated");
  button.setAttribute("aria-pressed", isShown);
  if (isShown) {
    passage.querySelector(":scope > .other").scrollIntoView({ block: "nearest" });
  }
};

/** Add the buttons before the links of a passage's tools, and the way to report behind them. */
export const addButtons = (tools) => {
  const passage = readPassage(tools);
  const row = tools.querySelector(".row");
  const buttons = [
    makeButton(words.share, () => share(passage)),
    makeButton(words.quote, () => copyQuotation(passage)),
    makeButton(words.cite, () => openBox(passage)),
  ];
  const other = tools.parentElement.querySelector(":scope > .other");
  if (other) {
    const button = makeButton(words.other, () => showOther(button, tools.parentElement));
    button.className = "translate";
    button.lang = other.lang;
    button.setAttribute("aria-pressed", tools.parentElement.classList.contains("translated"));
    buttons.push(button);
  }
  row.prepend(...buttons);
  loadSession(passage).catch(() => {}); // a phone lets a page share only at once when it is pressed
  if (repository) {
    row.append(makeButton(words.report, () => report(passage)));
  }
  if (maintainers) {
    row.append(makeButton(words.mail, () => writeLetter(passage)));
  }
};

const report = async (passage) => {
  const { version, session } = await loadSession(passage);
  location.href = reportAddress(repository, passage, session, version);
};

const writeLetter = async (passage) => {
  const { version, session } = await loadSession(passage);
  location.href = letterAddress(maintainers, passage, session, version, words.letter);
};
