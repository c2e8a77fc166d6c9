// The colours: those of the system, light or dark; overrides/partials/colours.html shows them at first.

import { words } from "./settings.js";

const CHOICES = ["system", "light", "dark"];
const KEY = "city-dialogues.colours";
const button = document.querySelector("button.colours");
const page = document.documentElement.dataset;

const chosen = () => page.colours ?? CHOICES[0];

const nameButton = () => {
  button.textContent = words.page.colours[chosen()];
};

const choose = (colours) => {
  if (colours === CHOICES[0]) {
    delete page.colours;
  } else {
    page.colours = colours;
  }
  try {
    localStorage.setItem(KEY, colours);
  } catch {
    // where a browser keeps nothing, the choice is for this page
  }
};

/** Let a button change the colours, for this visit and the next. */
export const offerColours = () => {
  nameButton();
  button.addEventListener("click", () => {
    choose(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]);
    nameButton();
  });
};
