// Two cities side by side on a theme: `?cities=taipei,quito` in the address shows what these two said.

import { make } from "./elements.js";

const LIST = "cities";

const readChosen = () => (new URL(location.href).searchParams.get(LIST) ?? "").split(",");

/** Say where one of two cities is silent, in the place of what it would have said. */
const tellSilence = (occasion, [one, other], say) => {
  occasion.querySelectorAll(".silence").forEach((told) => told.remove());
  for (const city of other && !occasion.hidden ? [one, other] : []) {
    if (!occasion.querySelector(`.turn[data-cities~="${city}"]`)) {
      const className = city === other ? "silence second" : "silence";
      occasion.append(make("p", { className, textContent: say(city) }));
    }
  }
};

/** Show the turns of the chosen cities, the first on the left; all turns where none is chosen. */
const show = (chosen, say) => {
  const [one, other] = chosen;
  for (const turn of document.querySelectorAll(".turn")) {
    const cities = turn.dataset.cities.split(" ");
    turn.hidden = chosen.length > 0 && !chosen.some((city) => cities.includes(city));
    turn.classList.toggle("second", cities.includes(other) && !cities.includes(one));
  }
  for (const occasion of document.querySelectorAll("section.turns")) {
    occasion.hidden = !occasion.querySelector(".turn:not([hidden])");
    tellSilence(occasion, chosen, say);
  }
  hideDeadLinks();
  document.documentElement.classList.toggle("comparing", chosen.length === 2);
};

/** Links to what is not shown would do nothing; they go with what stands between them. */
const hideDeadLinks = () => {
  for (const link of document.querySelectorAll('.overview a[href^="#"], .md-nav--secondary a[href^="#"]')) {
    const target = document.getElementById(link.hash.slice(1));
    const whole = link.parentElement.matches("li:not(:has(> ul)), span") ? link.parentElement : link;
    whole.hidden = target !== null && target.closest("[hidden]") !== null;
  }
};

const remember = (chosen) => {
  const address = new URL(location.href);
  address.searchParams.delete(LIST);
  if (chosen.length) {
    address.search += `${address.search ? "&" : "?"}${LIST}=${chosen.join(",")}`;
  }
  history.replaceState(history.state, "", address);
};

/** Let two lists choose the cities; an address that names them is shown at once. */
export const offerComparison = (box) => {
  const lists = [...box.querySelectorAll("select")];
  const known = new Map([...lists[0].options].map((option) => [option.value, option.text]));
  const say = (city) => box.dataset.silent.replace("{city}", known.get(city));
  const named = [...new Set(readChosen())].filter(Boolean);
  const chosen = named.filter((city) => known.has(city)).slice(0, 2);
  if (named.length) {
    box.open = true;
  }
  if (chosen.length) {
    lists.forEach((list, n) => (list.value = chosen[n] ?? ""));
    show(chosen, say);
  }
  if (chosen.length < Math.min(named.length, 2)) {
    box.append(make("p", { textContent: box.dataset.unknown }));
  }
  box.addEventListener("change", () => {
    const picked = [...new Set(lists.map((list) => list.value).filter(Boolean))];
    box.querySelector(":scope > p")?.remove();
    remember(picked);
    show(picked, say);
  });
};
