"""Print what a reader loads for the search, and waits for it: `make build` comes before.

Bytes are those of own scripts and data, each compressed (gzip -9). The wait is from the last
keystroke to the first shown result, in the box of the built site, in a page slowed four times.
Chromium slows no worker: `measuring.search_growth` prints what the search itself takes, slowed too.
On a slow line it is measured several times, from opening the box to the first result; what else the
machine does is printed, for it counts in these times.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, expect

from browsing import compress, open_browser, serve
from measuring.search_quality import read_queries

SITE = Path(__file__).parents[2] / "site"
PAGE = "events/2022-mayors-summit/eurasia/"
QUERIES = 20
RUNS = 5
CITE = re.compile("^(引用|Cite)$")
FIRST = {"": ("停車", "parking"), "en/": ("parking", "停車")}
"""A query in the script of each language's pages, and one in that of the other."""
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
"""400 kbit a second, each answer 400 ms late."""
SLOWER = 4
WATCH = """
(query) => {
  const results = document.querySelector(".search-results");
  const field = document.querySelector("dialog.search input");
  let typed;
  field.addEventListener("input", () => { typed = performance.now(); });
  window.waited = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const asked = new URL(location.href).searchParams.get("q");
      if (asked === query && results.querySelector("section a, .search-pages a")) {
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - typed));
      }
    }).observe(results, {childList: true});
  });
}
"""

LIST_FETCHED = """
() => performance.getEntriesByType("resource")
  .filter(({startTime}) => startTime >= window.opened)
  .map(({name, startTime, responseEnd}) => [name.split("/").at(-1).split(".")[0],
    ...[startTime, responseEnd].map((time) => Math.round(time - window.opened))])
  .map(([name, from, to]) => `${name} ${from}-${to}`)
"""


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    with serve(SITE) as site, open_browser() as browser:
        for home in FIRST:
            for line in weigh(browser, site.address, home):
                print(line)
        for home, queries in FIRST.items():
            for query in queries:
                print(time_first(browser, site.address, home, query))
        waits = [
            wait for language in ("zh", "en") for wait in measure(browser, site.address, language)
        ]
    print(f"last keystroke to result, ms: median {median(waits):.0f}, worst {max(waits):.0f}")
    return 0


def weigh(browser: Browser, base: str, home: str) -> Iterator[str]:
    """Yield what a page of one language loads of our own: when, how much, which files."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))

    def take(when: str) -> str:
        sizes = {address: size for address in asked if (size := size_of(address, base))}
        asked.clear()
        parts = ", ".join(f"{Path(a).name.split('.')[0]} {s / 1000:.1f}" for a, s in sizes.items())
        return f"{home or 'zh/'} {when:26} {sum(sizes.values()) / 1000:6.1f} KB: {parts}"

    own, other = FIRST[home]
    page.goto(base + home + PAGE, wait_until="networkidle")
    yield take("first view")
    page.locator(".passage > .text").first.click(position={"x": 1, "y": 1})
    page.get_by_role("button", name=CITE).click()
    expect(page.locator("dialog.citing pre")).to_have_count(3)
    page.keyboard.press("Escape")
    yield take("passage tapped and cited")
    for query, last, when in ((own, "index", "first search"), (other, "other", "in other script")):
        with page.expect_event("requestfinished", lambda r, last=last: f"/{last}." in r.url):
            page.keyboard.press("/")
            page.locator("dialog.search input").fill(query)
        expect(page.locator(".search-results section").first).to_be_visible()
        yield take(when)
    page.close()


def size_of(address: str, base: str) -> int:
    """Return the compressed bytes of one of our own scripts or data; of anything else, none."""
    path = Path(address.removeprefix(base))
    own = "assets/scripts-" in address or path.suffix == ".json"
    return len(compress(SITE / path)) if own else 0


def time_first(browser: Browser, base: str, home: str, query: str) -> str:
    """Say how long a query typed at once after opening the box waits for its first result."""
    load = os.getloadavg()[0]
    runs = sorted(wait_once(browser, base + home + PAGE, query) for _ in range(RUNS))
    took, files = runs[RUNS // 2]
    return (
        f"slow 3G, {home or 'zh/'} {query}: median {took:.0f} ms of {RUNS} ({runs[0][0]:.0f} to"
        f" {runs[-1][0]:.0f}; load {load:.1f} on {os.cpu_count()} processors): {files}"
    )


def wait_once(browser: Browser, address: str, query: str) -> tuple[float, str]:
    """Return the milliseconds to the first result; when each file was asked for, and there."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_3G)
    page.evaluate(WATCH, query)
    page.evaluate("window.opened = performance.now()")
    page.keyboard.press("/")
    page.keyboard.type(query)
    took = page.evaluate("window.waited.then(() => performance.now() - window.opened)")
    files = page.evaluate(LIST_FETCHED)
    page.close()
    return float(took), ", ".join(files)


def measure(browser: Browser, base: str, language: str) -> list[float]:
    """Return the milliseconds that the queries of a language take, each typed into an empty box."""
    queries = [query.q for query in read_queries() if query.lang == language]
    page = browser.new_page()
    page.goto(base + ("en/" if language == "en" else ""))
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.keyboard.press("/")
    chosen = queries[:: len(queries) // (QUERIES // 2)][: QUERIES // 2]
    wait_for("parking 停車", page)  # everything is loaded then
    return [wait_for(query, page) for query in chosen]


def wait_for(query: str, page: Page) -> float:
    """Enter a query at once and return the milliseconds until its first result is shown."""
    field = page.locator("dialog.search input")
    field.fill("")
    expect(page.locator(".search-results section")).to_have_count(0)
    page.evaluate(WATCH, query.strip())
    page.keyboard.insert_text(query)
    return float(page.evaluate("window.waited"))


if __name__ == "__main__":
    raise SystemExit(main())
