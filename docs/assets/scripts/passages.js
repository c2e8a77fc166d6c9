// A passage that is tapped, or that an address leads to, shows what it can be used for.

import { make } from "./elements.js";
import { words } from "./settings.js";

const LONG = 500; // milliseconds: who presses longer selects
let pressed = 0;

const toolsOf = (passage) => passage.querySelector(":scope > details.tools");

/** Add to the tools of a passage what only scripts can do, when they are first opened. */
const furnish = async (tools) => {
  if (tools.dataset.furnished) {
    return;
  }
  tools.dataset.furnished = "true";
  try {
    const { addButtons } = await import("./citing/tools.js");
    tools.querySelector("[role=alert]")?.remove();
    addButtons(tools);
    if (!tools.closest(":target")) {
      tools.scrollIntoView({ block: "nearest" }); // what opens at the foot of the screen is seen
    }
  } catch {
    delete tools.dataset.furnished; // to be tried again when they are next opened
    if (!tools.querySelector("[role=alert]")) {
      tools.append(make("p", { role: "alert", textContent: words.citing.failed }));
    }
  }
};

/** One passage is open at a time. */
const follow = ({ target: tools }) => {
  if (!tools.matches?.(".passage > details.tools")) {
    return;
  }
  tools.parentElement.classList.toggle("open", tools.open);
  if (tools.open) {
    const { top } = tools.parentElement.getBoundingClientRect();
    for (const other of document.querySelectorAll("details.tools[open]")) {
      other.open = other === tools;
    }
    // What closed above does not move what is read.
    scrollBy(0, tools.parentElement.getBoundingClientRect().top - top);
    furnish(tools);
  }
};

const findTarget = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // a hash that was cut within a character
  }
};

/** Open what an address leads to, with its notes: they may be why somebody sent it. */
const openTarget = () => {
  const target = findTarget();
  const passage = target?.closest(".passage");
  if (passage && !target.matches(".note")) {
    toolsOf(passage).open = true;
    for (const mark of passage.querySelectorAll("a.mark")) {
      showNote(mark, true);
    }
    target.scrollIntoView();
  }
};

const noteOf = (mark) => document.getElementById(mark.hash.slice(1));

const showNote = (mark, shown) => {
  noteOf(mark).classList.toggle("open", shown);
  mark.setAttribute("aria-expanded", shown);
};

/** Make buttons of the marks, which without scripts are links to their notes. */
const offerNotes = () => {
  for (const mark of document.querySelectorAll("a.mark")) {
    mark.role = "button";
    mark.setAttribute("aria-expanded", "false");
    mark.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        mark.click();
      }
    });
  }
};

/** Open and close by a tap on the words; who marks them with a long press, or follows a link, does not. */
const onTap = (event) => {
  const mark = event.target.closest("a.mark");
  if (mark) {
    event.preventDefault();
    const note = noteOf(mark);
    showNote(mark, !note.classList.contains("open"));
    if (note.classList.contains("open")) {
      note.scrollIntoView({ block: "nearest" });
    }
    return;
  }
  const text = event.target.closest(".passage > .text, .passage > .other");
  const isLong = event.timeStamp - pressed > LONG;
  if (text && !isLong && !event.target.closest("a") && getSelection().isCollapsed) {
    const tools = toolsOf(text.parentElement);
    tools.open = !tools.open;
  }
};

/** Close what is open, and be where it was opened. */
const onEscape = (event) => {
  const open = document.querySelector("details.tools[open]");
  if (event.key === "Escape" && open && !document.querySelector("dialog[open]")) {
    open.open = false;
    open.contains(document.activeElement) && open.querySelector("summary").focus();
  }
};

export const offerPassages = () => {
  offerNotes();
  document.addEventListener("keydown", onEscape);
  document.addEventListener("pointerdown", ({ timeStamp }) => (pressed = timeStamp));
  document.addEventListener("toggle", follow, true);
  document.addEventListener("click", onTap);
  addEventListener("hashchange", openTarget);
  openTarget();
};
