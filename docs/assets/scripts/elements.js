// Elements of a page, made without a string of HTML: no text can become markup.

/** Return an element with its properties and its children; what is empty is no child. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter(Boolean));
  return element;
};

/** Open a dialog above a page that does not scroll behind it. A rule with `:has()` would say the same,
 *  and be looked at again for each element that a page receives. */
export const openAbove = (dialog) => {
  const { style } = document.documentElement;
  style.overflow = "hidden";
  dialog.addEventListener("close", () => (style.overflow = ""), { once: true });
  dialog.showModal();
};
