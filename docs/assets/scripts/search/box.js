// What the search box does with a question: asks the worker, shows what comes back, and keeps the
// question in the address, so that it can be sent to somebody and come back to.

import { dialog, field, results, say, showFailure } from "../dialog.js";
import { answer } from "../searching.js";
import { addressOf, isFiltered, readQuestion, STEP, withoutQuestion } from "./question.js";
import { clear, showAnswer, showWays } from "./results.js";
import { describe } from "./saying.js";
import { showTools } from "./tools.js";
import { words } from "./wording.js";

const PAUSE = 60; // milliseconds after a keystroke
const SLOW = 300; // milliseconds after which a reader is told to wait
const STOPS = ".search-pages a, section li > a, .search-ways a, .search-more button";

const opened = new URL(location.href);
let question = readQuestion(opened);
let place = opened.searchParams.get("at"); // the result that was left, to be shown again
let asked = 0;
let shown; // the question whose results are shown
let timer;
let entering = false; // whether to go to the first result as soon as it is there

/** Ask what is in the field already. */
export const begin = () => {
  const { query = "" } = history.state ?? {};
  if (question.query && query.startsWith(field.value)) {
    field.value = query; // longer than an address says
  }
  ask();
};

/** Go to the first result of what is in the field, as soon as it is there. */
export const submit = () => {
  clearTimeout(timer);
  entering = true;
  shown?.query === field.value.trim() ? enter() : ask();
};

/** Ask what is in the field, with another choice of filters, order or number where one is given. */
const ask = async (choice = {}) => {
  question = { ...question, ...choice, query: field.value.trim() };
  asked += 1;
  const own = asked;
  const isCurrent = () => own === asked;
  remember();
  if (!question.query && !isFiltered(question)) {
    shown = undefined;
    clear(showWays());
    showTools(question);
    say("");
    return;
  }
  const slow = setTimeout(() => isCurrent() && showWaiting(), SLOW);
  const found = await answer(question).catch(() => undefined);
  clearTimeout(slow);
  if (isCurrent()) {
    found ? show(found) : fail();
  }
};

const fail = () => {
  shown = undefined;
  clear();
  showTools(question);
  showFailure(ask);
};

const showWaiting = () => {
  say(words.searching);
  shown?.query === question.query || clear();
};

const askSoon = () => {
  clearTimeout(timer);
  entering = false;
  timer = setTimeout(ask, PAUSE, { most: STEP });
};

/** Keep the question in the address, and all of a long query in the history. */
const remember = (at) => {
  const isAsked = dialog.open && (question.query || isFiltered(question));
  const address = isAsked ? addressOf(question, location.href, at) : withoutQuestion(location.href);
  history.replaceState({ ...history.state, query: question.query }, "", address);
};

const show = (found) => {
  const before = shown && question.most > shown.most ? results.querySelectorAll("li > a").length : 0;
  shown = question;
  say(...describe(found, question, () => ask()));
  showTools(question, found);
  showAnswer(found, (most) => ask({ most }));
  entering && enter();
  before && results.querySelectorAll("li > a")[before]?.focus();
  comeBack();
  dialog.contains(document.activeElement) || field.focus(); // what was pressed is no longer there
};

const enter = () => {
  entering = false;
  results.querySelector(STOPS)?.focus();
};

/** Show the result that was left for its page, or seen in the other language. */
const comeBack = () => {
  const left = place && [...results.querySelectorAll("[data-place]")].find((li) => li.dataset.place === place);
  place = undefined;
  left?.querySelector("a").focus({ preventScroll: true });
  left?.scrollIntoView({ block: "center" });
};

/** Ask what a link asks, here; whoever opens it elsewhere gets a page that asks it. */
const follow = (event) => {
  const link = event.target.closest("a");
  const isHere = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link?.matches(".search-ask") && isHere) {
    event.preventDefault();
    const choice = readQuestion(new URL(link.href));
    field.value = choice.query;
    ask(choice);
  }
  const left = link?.closest("[data-place]");
  left && isHere && remember(left.dataset.place);
};

/** Arrows go from the field through the results and back. */
const move = (step) => {
  const stops = [field, ...results.querySelectorAll(STOPS)];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
};

field.addEventListener("compositionstart", () => clearTimeout(timer));
field.addEventListener("input", (event) => event.isComposing || askSoon());
field.addEventListener("compositionend", askSoon);
dialog.addEventListener("click", follow);
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && !event.isComposing) {
    event.preventDefault();
    move(step);
  }
});
dialog.addEventListener("close", () => remember());
