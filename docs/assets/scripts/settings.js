// What a page tells its scripts, in overrides/partials/settings.html.

const { addresses: given, maintainers, repository, words } = JSON.parse(
  document.querySelector("script.settings").textContent,
);
const whole = (address) => new URL(address, document.baseURI).href.replace(/index\.html$/, "");

/** Addresses by their names, made whole once. */
export const addresses = Object.fromEntries(
  Object.entries(given).map(([name, address]) => [name, whole(address)]),
);

export { maintainers, repository, words };
