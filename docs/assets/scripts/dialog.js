// The dialog of the search: how it opens and closes, and what it says where its parts do not come.

import { make, openAbove } from "./elements.js";
import { words } from "./settings.js";

export const dialog = document.querySelector("dialog.search");
export const field = dialog.querySelector("input");
export const results = dialog.querySelector(".search-results");
const status = dialog.querySelector("[role=status]");

export const say = (...parts) => status.replaceChildren(...parts);

/** Say that the search could not be loaded, and why if that is known; offer to try again. */
export const showFailure = (retry) => {
  const again = make("button", { type: "button", textContent: words.search.retry });
  again.addEventListener("click", () => {
    retry();
    field.focus();
  });
  results.replaceChildren(again);
  say(navigator.onLine ? words.search.failed : words.search.offline);
};

export const openDialog = (query) => {
  if (!dialog.open) {
    openAbove(dialog);
    document.documentElement.classList.add("searching"); // paper shows the results, not the page
  }
  if (query !== undefined) {
    field.value = query;
  }
  field.focus();
  field.select();
};

dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault(); // which would only empty the field
    dialog.close();
  }
});
dialog.addEventListener("close", () => document.documentElement.classList.remove("searching"));
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || target.closest(".search-close")) {
    dialog.close();
  }
});
