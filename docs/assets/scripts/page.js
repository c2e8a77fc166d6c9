// What every page does at once. What finds and what cites is fetched when a reader asks for it.

import { offerColours } from "./colours.js";
import { dialog, openDialog, showFailure } from "./dialog.js";
import { make, openAbove } from "./elements.js";
import { followPassage, offerBoth } from "./languages.js";
import { offerNavigation } from "./navigation.js";
import { showPosition } from "./position.js";
import { words } from "./settings.js";

/** Let the search do something, once it is there. */
const find = async (what) => {
  const box = await import("./search/box.js").catch(() => undefined);
  if (box) {
    box[what]();
  } else {
    showFailure(() => find("begin"));
  }
};

/** Open the search at once, so that nothing typed is lost, with a query if there is one. */
const openSearch = (query) => {
  openDialog(query);
  find("begin");
};

const offerSearch = () => {
  for (const button of document.querySelectorAll(".search-open")) {
    button.addEventListener("click", () => openSearch());
  }
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    find("submit");
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      openSearch();
    }
  });
  const linked = new URL(location.href).searchParams.get("q");
  if (linked) {
    openSearch(linked);
  }
};

/** Open the box of the passage that a button belongs to, empty at first. */
const openPassage = async (button) => {
  const box = document.querySelector("dialog.citing") ?? makeBox();
  box.replaceChildren(make("p", { textContent: "…" }));
  openAbove(box);
  try {
    const { fill } = await import("./citing/box.js");
    await fill(box, button);
  } catch {
    box.replaceChildren(make("p", { role: "alert", textContent: words.citing.failed }));
  }
};

const makeBox = () => {
  const box = make("dialog", { className: "citing" });
  box.setAttribute("aria-label", words.citing.title);
  box.addEventListener("click", ({ target }) => target === box && box.close());
  document.body.append(box);
  return box;
};

const offerCiting = () => {
  for (const button of document.querySelectorAll("button.cite")) {
    button.addEventListener("click", () => openPassage(button));
  }
};

/** Bring what is focused into sight in what scrolls within the page: where two pixels of it show, a
 *  browser takes it for seen. */
const keepInSight = () => {
  for (const part of document.querySelectorAll(".grid, .md-tags")) {
    part.addEventListener("focusin", ({ target }) => {
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }
};

/** Let the keyboard reach examples that are wider than their frame, as not every browser does. */
const reachExamples = () => {
  for (const code of document.querySelectorAll("pre > code")) {
    if (code.scrollWidth > code.clientWidth) {
      code.tabIndex = 0;
    }
  }
};

keepInSight();
reachExamples();
followPassage();
offerCiting();
offerBoth();
offerColours();
offerNavigation();
offerSearch();
showPosition();
