// The other language: of the page, and of each passage.

const KEY = "city-dialogues.both";
const root = document.documentElement.classList; // overrides/partials/colours.html asks what is kept

const remember = (shown) => {
  try {
    localStorage.setItem(KEY, shown);
  } catch {
    // a reader may forbid it: the choice then holds for this page
  }
};

/** Let what leads to the other language lead to the same passage, in both where both are shown. */
const followPassage = () => {
  for (const link of document.querySelectorAll("a.language-switch, .languages .translation")) {
    link.hash = location.hash;
    const search = new URLSearchParams(location.search);
    search.delete("q"); // its words are of this language
    link.search = search;
  }
};

/** Say in the address and in the row what is shown. */
const show = (row, shown) => {
  const [own, both] = row.children;
  root.toggle("both", shown);
  own.toggleAttribute("aria-current", !shown);
  both.toggleAttribute("aria-current", shown);
  row.querySelector("[aria-current]").setAttribute("aria-current", "true");
  const address = new URL(location.href);
  address.searchParams.delete("both");
  if (shown) {
    address.searchParams.set("both", "1");
  }
  if (address.href !== location.href) {
    history.replaceState(history.state, "", address);
  }
  followPassage();
};

/** Let the row of languages change the page at once; the choice is kept, and can be linked to. */
const offerBoth = () => {
  const row = document.querySelector(".languages");
  if (!row) {
    return;
  }
  show(row, root.contains("both"));
  const [own, both] = row.children;
  for (const [link, shown] of [
    [own, false],
    [both, true],
  ]) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      remember(shown);
      show(row, shown);
    });
  }
};

export const offerLanguages = () => {
  offerBoth();
  followPassage();
  addEventListener("hashchange", followPassage);
};
