// The other language: of the page, and beneath each passage.

/** Let the language switch lead to the same passage of the same page. */
export const followPassage = () => {
  const follow = () => {
    for (const link of document.querySelectorAll("a.language-switch")) {
      link.hash = location.hash;
    }
  };
  addEventListener("hashchange", follow);
  follow();
};

const KEY = "city-dialogues.both";

const remembered = () => {
  try {
    return localStorage.getItem(KEY) === "true";
  } catch {
    return false; // a reader may forbid it
  }
};

const remember = (shown) => {
  try {
    localStorage.setItem(KEY, shown);
  } catch {
    // the choice then holds for this page
  }
};

/** Let one button show the other language beneath every passage; the choice is remembered. */
export const offerBoth = () => {
  const both = document.querySelector("button.both");
  if (!both) {
    return;
  }
  const others = [...document.querySelectorAll("details.other")];
  const show = (shown) => {
    both.setAttribute("aria-pressed", shown);
    for (const other of others) {
      other.open = shown;
    }
  };
  for (const other of others) {
    other.addEventListener("toggle", () => {
      both.setAttribute("aria-pressed", others.every((one) => one.open));
    });
  }
  both.addEventListener("click", () => {
    const shown = both.getAttribute("aria-pressed") !== "true";
    remember(shown);
    show(shown);
  });
  if (remembered()) {
    show(true);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
};
