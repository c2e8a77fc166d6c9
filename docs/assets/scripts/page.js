// What every page does at once. What finds and what cites is fetched when a reader asks for it.

import { offerColours } from "./colours.js";
import { dialog, field, openDialog, showFailure } from "./dialog.js";
import { offerLanguages } from "./languages.js";
import { offerNavigation } from "./navigation.js";
import { offerPassages } from "./passages.js";
import { prepare } from "./searching.js";

/** Fetch at once all that the search needs. */
const loadBox = () => {
  prepare(field.value);
  return import("./search/box.js").catch(() => undefined);
};

/** Let the search do something, once it is there. */
const find = async (what) => {
  const box = await loadBox();
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
    button.addEventListener("pointerenter", loadBox, { once: true }); // a finger, too
    button.addEventListener("click", () => openSearch());
  }
  field.addEventListener("input", (event) => event.isComposing || prepare(field.value));
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
  if (linked !== null) {
    openSearch(linked);
  }
};

/** Mark what was searched where a result leads to. */
const offerMarks = async () => {
  if (/[?&]mark=/.test(location.search) || history.state?.marks) {
    const { showMarks } = await import("./marks.js");
    showMarks();
  }
};

/** Bring what is focused into sight in what scrolls within the page: where two pixels of it show, a
 *  browser takes it for seen. */
const keepInSight = () => {
  for (const part of document.querySelectorAll(".grid, .figures")) {
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

/** Show where a reader is, once they have begun to read. */
const followPosition = async () => {
  const { showPosition } = await import("./position.js");
  showPosition();
};

/** Let two cities stand side by side where a page has several. */
const offerComparing = async () => {
  const box = document.querySelector("details.compare");
  if (box) {
    const { offerComparison } = await import("./comparing.js");
    offerComparison(box);
  }
};

offerComparing();
keepInSight();
reachExamples();
offerPassages();
offerLanguages();
offerMarks();
offerColours();
offerNavigation();
offerSearch();
addEventListener("scroll", followPosition, { once: true, passive: true });
