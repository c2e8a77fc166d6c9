// Elements of a page, made without a string of HTML: no text can become markup.

/** Return an element with its properties and its children; what is empty is no child. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter(Boolean));
  return element;
};
