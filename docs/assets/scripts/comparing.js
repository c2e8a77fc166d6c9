// Two cities side by side on a theme: `?cities=taipei,quito` in the address shows what these two said.

const LIST = "cities";

const readChosen = () => (new URL(location.href).searchParams.get(LIST) ?? "").split(",");

/** Show the turns of the chosen cities, the first on the left; all turns where none is chosen. */
const show = (chosen) => {
  const [one, other] = chosen;
  for (const turn of document.querySelectorAll(".turn")) {
    const cities = turn.dataset.cities.split(" ");
    turn.hidden = chosen.length > 0 && !chosen.some((city) => cities.includes(city));
    turn.classList.toggle("second", cities.includes(other) && !cities.includes(one));
  }
  for (const occasion of document.querySelectorAll("section.turns")) {
    occasion.hidden = !occasion.querySelector(".turn:not([hidden])");
  }
  hideDeadLinks();
  document.documentElement.classList.toggle("comparing", chosen.length === 2);
};

/** Links to what is not shown would do nothing; they go with what stands between them. */
const hideDeadLinks = () => {
  for (const link of document.querySelectorAll('.overview a[href^="#"], .md-nav--secondary a[href^="#"]')) {
    const target = document.getElementById(link.hash.slice(1));
    const whole = link.parentElement.matches("li:not(:has(> .md-nav)), span") ? link.parentElement : link;
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
  const known = new Set([...lists[0].options].map((option) => option.value));
  const chosen = [...new Set(readChosen())].filter((city) => city && known.has(city)).slice(0, 2);
  if (chosen.length) {
    box.open = true;
    lists.forEach((list, n) => (list.value = chosen[n] ?? ""));
    show(chosen);
  }
  box.addEventListener("change", () => {
    const picked = [...new Set(lists.map((list) => list.value).filter(Boolean))];
    remember(picked);
    show(picked);
  });
};
