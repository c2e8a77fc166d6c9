// What was searched, marked on the page that a result leads to. The address forgets it, so that it is
// the page's own when it is copied; the history keeps it.

import { make } from "./elements.js";

const TEXTS = "h2.contribution, h3.contribution, .speaker, .passage > .text, .passage > .other";
const LEFT_OUT = ".mark, .marker, mark"; // what is no word of a text

/** Mark what the address, or the history, says; show the other language where the words are in it alone. */
export const showMarks = () => {
  const address = new URL(location.href);
  const given = address.searchParams.getAll("mark");
  const marks = given.length ? given : history.state.marks;
  address.searchParams.delete("mark");
  history.replaceState({ ...history.state, marks }, "", address);
  const pattern = new RegExp(marks.filter(Boolean).map(patternOf).join("|"), "gu");
  for (const text of document.querySelectorAll(TEXTS)) {
    markIn(text, pattern);
  }
  const passage = document.querySelector(".passage:target");
  const has = (name) => passage?.querySelector(`:scope > ${name} mark`);
  if (has(".other") && !has(".text")) {
    passage.classList.add("translated");
    passage.querySelector("button.translate")?.setAttribute("aria-pressed", "true");
  }
};

/** Return what finds a mark, Latin words as wholes; of a long one the address has both ends. */
const patternOf = (mark) => {
  const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const ends = mark.split("…").map(escape).join("[^]*?");
  const [before, after] = [/^\w/, /\w$/].map((edge) => edge.test(mark));
  return `${before ? "(?<![\\p{Script=Latin}\\d])" : ""}${ends}${after ? "(?![\\p{Script=Latin}\\d])" : ""}`;
};

/** Mark what a pattern finds in an element, across the links in it. */
const markIn = (element, pattern) => {
  const nodes = listTexts(element);
  const whole = nodes.map((node) => node.data).join("");
  const places = [...whole.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);
  places.reverse(); // a mark cuts its node in two, of which the first keeps its place
  let end = whole.length;
  for (const node of nodes.reverse()) {
    const start = end - node.length;
    for (const [from, to] of places) {
      markPart(node, Math.max(from, start) - start, Math.min(to, end) - start);
    }
    end = start;
  }
};

const listTexts = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    walker.currentNode.parentElement.closest(LEFT_OUT) || nodes.push(walker.currentNode);
  }
  return nodes;
};

const markPart = (node, from, to) => {
  if (from < to) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    range.surroundContents(make("mark"));
  }
};
