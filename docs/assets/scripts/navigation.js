// The theme's navigation on a phone opens by labels, which a finger can press and a key cannot.

import { make } from "./elements.js";
import { words } from "./settings.js";

const drawer = document.querySelector(".md-sidebar--primary");
const toggle = document.querySelector("#__drawer");

/** Put a button in the place of what a label shows. */
const makeButton = (label, className) =>
  make("button", { type: "button", className }, ...label.childNodes);

/** Let buttons open a level of the navigation and lead back from it, as its two labels do. */
const offerLevel = (level) => {
  const labels = drawer.querySelectorAll(`label[for="${level.id}"]`);
  const [open, back] = [...labels].map((label) => makeButton(label, "navigation-level"));
  labels.forEach((label, n) => label.append([open, back][n]));
  back.setAttribute("aria-label", `${back.textContent.trim()}${words.page.back}`);
  if (labels[0].matches(".md-nav__link--active")) {
    open.setAttribute("aria-current", "page"); // it stands for the link that a phone hides
  }
  const show = () => open.setAttribute("aria-expanded", level.checked);
  show();
  level.addEventListener("change", show);
  for (const button of [open, back]) {
    button.addEventListener("click", () => {
      level.click();
      (level.checked ? back : open).focus({ preventScroll: true }); // what slides in would jump
    });
  }
};

/** Make the buttons when the drawer is first opened: a desk shows its levels all at once. */
const offerLevels = () => {
  for (const level of drawer.querySelectorAll(".md-nav__toggle")) {
    if (drawer.querySelectorAll(`label[for="${level.id}"]:not(:has(button))`).length === 2) {
      offerLevel(level);
    }
  }
};

const focusFirst = () => {
  const targets = [...drawer.querySelectorAll("a, button")];
  const isShown = (target) => target.checkVisibility({ visibilityProperty: true });
  targets.find(isShown)?.focus({ preventScroll: true });
};

/** Put a button in the label's place, and let Escape close what it opened. */
export const offerNavigation = () => {
  const label = document.querySelector('.md-header label[for="__drawer"]');
  const button = makeButton(label, `${label.className} navigation-open`);
  const show = () => button.setAttribute("aria-expanded", toggle.checked);
  button.setAttribute("aria-label", words.page.navigation);
  label.replaceWith(button);
  show();
  toggle.addEventListener("change", show);
  button.addEventListener("click", () => {
    offerLevels();
    toggle.click();
    if (toggle.checked) {
      focusFirst();
    }
  });
  drawer.addEventListener("click", ({ target }) => {
    if (toggle.checked && target.closest('a[href^="#"]')) {
      toggle.click(); // it leads to a part of this page
    }
  });
  addEventListener("keyup", (event) => {
    if (event.key === "Tab" && toggle.checked && !drawer.contains(document.activeElement)) {
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
