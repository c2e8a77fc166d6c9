// Where on a page a reader is: the header tells the page, the contents the part; a button leads back.

const LINE = 0.25; // what part of the window is read: what has passed this line

/** Name the page in the header while its own heading is out of sight. */
const nameInHeader = () => {
  const header = document.querySelector(".md-header");
  const title = header.querySelector(".md-header__title");
  const look = ([{ isIntersecting, boundingClientRect }]) => {
    const isAbove = !isIntersecting && boundingClientRect.top < innerHeight / 2;
    title.classList.toggle("md-header__title--active", isAbove);
    header.classList.toggle("md-header--shadow", isAbove);
  };
  const margin = `-${header.offsetHeight}px 0px 0px`;
  new IntersectionObserver(look, { rootMargin: margin }).observe(document.querySelector("h1"));
};

/** Bring an entry of the contents into sight, without moving the page. */
const showEntry = (entry) => {
  const frame = entry.closest(".md-sidebar__scrollwrap");
  const [box, own] = [frame, entry].map((element) => element.getBoundingClientRect());
  if (own.top < box.top || own.bottom > box.bottom) {
    frame.scrollTop += own.top - box.top - box.height / 2;
  }
};

/** Mark the entry of the contents whose part is read. */
const markContents = () => {
  const entries = document.querySelectorAll('.md-sidebar--secondary .md-nav__link[href^="#"]');
  const named = new Map(
    [...entries].map((entry) => [document.getElementById(entry.hash.slice(1)), entry]),
  );
  named.delete(null);
  const headings = [...named.keys()];
  let marked;
  const mark = () => {
    const isRead = (heading) => heading.getBoundingClientRect().top < innerHeight * LINE;
    const entry = named.get(headings.filter(isRead).at(-1));
    if (entry !== marked) {
      marked?.classList.remove("md-nav__link--active");
      marked?.removeAttribute("aria-current");
      entry?.classList.add("md-nav__link--active");
      entry?.setAttribute("aria-current", "location");
      marked = entry;
      entry && showEntry(entry);
    }
  };
  // All above the line, however far: a leap may bring no heading near it.
  const rootMargin = `${1e6}px 0px -${100 - 100 * LINE}%`;
  const observer = new IntersectionObserver(mark, { rootMargin });
  headings.forEach((heading) => observer.observe(heading));
};

/** Lead back to the beginning of the page whoever scrolls back on a long one. */
const offerTop = () => {
  const button = document.querySelector(".md-top");
  let before = scrollY;
  addEventListener("scroll", () => {
    button.hidden = scrollY >= before || scrollY < 2 * innerHeight;
    before = scrollY;
  });
  button.addEventListener("click", () => {
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true }); // or who goes on by keyboard would be at the end again
    scrollTo(0, 0);
  });
};

export const showPosition = () => {
  nameInHeader();
  markContents();
  offerTop();
};
