// The colours: those of the system, light or dark; overrides/partials/colours.html shows them at first.

import { words } from "./settings.js";

const CHOICES = ["system", "light", "dark"];
const button = document.querySelector("button.colours");

const chosen = () => document.body.dataset.colours;

const nameButton = () => {
  button.title = words.page.colours[chosen()];
  button.setAttribute("aria-label", button.title);
};

/** Let a button change the colours, for this visit and the next, and follow the system's. */
export const offerColours = () => {
  nameButton();
  button.addEventListener("click", () => {
    const next = CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length];
    showColours(next);
    nameButton();
    try {
      __md_set("colours", next);
    } catch {
      // where a browser keeps nothing, the choice is for this page
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    showColours(chosen());
  });
};
