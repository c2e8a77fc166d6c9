// The language switch leads to the same passage of the same page.
const keepPassage = () => {
  for (const link of document.querySelectorAll("a.language-switch")) {
    link.hash = location.hash;
  }
};
addEventListener("hashchange", keepPassage);
keepPassage();
