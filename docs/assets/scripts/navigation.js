// The theme's navigation on a phone opens by a label, which a finger can press and a key cannot.

import { make } from "./elements.js";
import { words } from "./settings.js";

/** Put a button in the label's place, and let Escape close what it opened. */
export const offerNavigation = () => {
  const toggle = document.querySelector("#__drawer");
  const label = document.querySelector('.md-header label[for="__drawer"]');
  const button = make("button", {
    type: "button",
    className: `${label.className} navigation-open`,
  }, ...label.childNodes);
  const show = () => button.setAttribute("aria-expanded", toggle.checked);
  button.setAttribute("aria-label", words.page.navigation);
  label.replaceWith(button);
  show();
  toggle.addEventListener("change", show);
  button.addEventListener("click", () => {
    toggle.click();
    document.querySelector(".md-sidebar--primary a")?.focus();
  });
  document.querySelector(".md-sidebar--primary")?.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (toggle.checked && next && !event.currentTarget.contains(next)) {
      toggle.click(); // or what has the focus would be behind it
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      button.focus();
    }
  });
};
