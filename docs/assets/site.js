// The language switch leads to the same passage of the same page.
const keepPassage = () => {
  for (const link of document.querySelectorAll("a.language-switch")) {
    link.hash = location.hash;
  }
};
addEventListener("hashchange", keepPassage);
keepPassage();

// The button beneath a passage opens its box; what that needs is fetched then.
const citing = document.querySelector("#citing");
if (citing) {
  const settings = JSON.parse(citing.textContent);
  for (const name of ["module", "data", "home", "site"]) {
    settings[name] = new URL(settings[name], document.baseURI).href.replace(/index\.html$/, "");
  }
  settings.site = settings.address || settings.site;
  for (const button of document.querySelectorAll("button.cite")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { open } = await import(settings.module);
      open(button, settings);
    });
  }
}

// One button shows the other language beneath every passage; the choice is remembered.
const both = document.querySelector("button.both");
const remembered = () => {
  try {
    return localStorage.getItem("both") === "true";
  } catch {
    return false; // a reader may forbid it
  }
};
const remember = (shown) => {
  try {
    localStorage.setItem("both", shown);
  } catch {
    // the choice then holds for this page
  }
};
const showBoth = (shown) => {
  both.setAttribute("aria-pressed", shown);
  for (const other of document.querySelectorAll("details.other")) {
    other.open = shown;
  }
};
if (both) {
  both.hidden = false;
  const others = [...document.querySelectorAll("details.other")];
  for (const other of others) {
    other.addEventListener("toggle", () => {
      both.setAttribute("aria-pressed", others.every((one) => one.open));
    });
  }
  both.addEventListener("click", () => {
    const shown = both.getAttribute("aria-pressed") !== "true";
    remember(shown);
    showBoth(shown);
  });
  if (remembered()) {
    showBoth(true);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}
