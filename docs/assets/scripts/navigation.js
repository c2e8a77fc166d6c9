// The theme's navigation on a phone opens by a label, which a finger can press and a key cannot.

import { words } from "./settings.js";

/** Let keys open and close it, and say to those who listen whether it is open. */
export const offerNavigation = () => {
  const toggle = document.querySelector("#__drawer");
  const label = document.querySelector('.md-header label[for="__drawer"]');
  const show = () => label.setAttribute("aria-expanded", toggle.checked);
  label.tabIndex = 0;
  label.setAttribute("role", "button");
  label.setAttribute("aria-label", words.page.navigation);
  show();
  toggle.addEventListener("change", show);
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      toggle.click();
      document.querySelector(".md-sidebar--primary a")?.focus();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      label.focus();
    }
  });
};
