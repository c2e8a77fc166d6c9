"""Print what a reader loads for the search, and waits for it: `make build` comes before.

Bytes are those of own scripts and data, each compressed (gzip -9). The wait is from the last
keystroke to the first shown result, in the box of the built site, on a processor four times slower.
Chromium slows no worker, so the search runs in the page's thread here, where it is slowed too.
"""

from collections import Counter
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, expect

from browsing import compress, open_browser, serve
from measuring.search_quality import read_queries

SITE = Path(__file__).parents[2] / "site"
PAGE = "events/2022-mayors-summit/eurasia/"
QUERIES = 20
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
"""400 kbit a second, each answer 400 ms late."""
SLOWER = 4
SAME_THREAD = """
window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.inside = frame.contentWindow;
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", {data}));
    const script = frame.contentDocument.createElement("script");
    this.ready = new Promise((resolve) => script.addEventListener("load", resolve));
    Object.assign(script, {type: "module", src: address});
    frame.contentDocument.body.append(script);
  }
  async postMessage(data) {
    await this.ready;
    setTimeout(() => this.inside.dispatchEvent(new MessageEvent("message", {data})));
  }
};
"""
"""A worker that is none: its script runs in a frame of the page."""
WATCH = """
(query) => {
  const results = document.querySelector(".search-results");
  const field = document.querySelector("dialog.search input");
  let typed;
  field.addEventListener("input", () => { typed = performance.now(); });
  window.waited = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const asked = new URL(location.href).searchParams.get("q");
      if (asked === query && results.querySelector("a")) {
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - typed));
      }
    }).observe(results, {childList: true});
  });
}
"""


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    with serve(SITE) as site, open_browser() as browser:
        for when, size in weigh(browser, site.address).items():
            print(f"{when:28} {size / 1000:7.1f} KB")
        waits = [
            wait for language in ("zh", "en") for wait in measure(browser, site.address, language)
        ]
        firsts = [time_first(browser, site.address, query) for query in ("停車", "parking")]
    print(
        f"slow 3G, box opened to first result, ms: {firsts[0]:.0f}; in Latin letters {firsts[1]:.0f}"
    )
    print(f"last keystroke to result, ms: median {median(waits):.0f}, worst {max(waits):.0f}")
    return 0


def weigh(browser: Browser, base: str) -> Counter[str]:
    """Return the bytes that a Chinese page loads at first, and what is loaded when."""
    page = browser.new_page()
    sizes: Counter[str] = Counter()
    when = "first view"
    page.on("requestfinished", lambda request: sizes.update({when: size_of(request.url, base)}))
    page.goto(base + PAGE, wait_until="networkidle")
    when = "passage tapped and cited"
    page.locator(".passage > .text").first.click(position={"x": 1, "y": 1})
    page.get_by_role("button", name="引用", exact=True).click()
    expect(page.locator("dialog.citing pre")).to_have_count(3)
    page.keyboard.press("Escape")
    when = "search opened"
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    when = "first word in Latin letters"
    page.keyboard.type("parking")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.close()
    return sizes


def size_of(address: str, base: str) -> int:
    """Return the compressed bytes of one of our own scripts or data; of anything else, none."""
    path = Path(address.removeprefix(base))
    own = "assets/scripts-" in address or path.suffix == ".json"
    return len(compress(SITE / path)) if own else 0


def time_first(browser: Browser, base: str, query: str) -> float:
    """Return the milliseconds from opening the box to the first result of a query typed at once."""
    page = browser.new_page()
    page.goto(base + PAGE, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_3G)
    page.evaluate(WATCH, query)
    page.evaluate("window.opened = performance.now()")
    page.keyboard.press("/")
    page.keyboard.type(query)
    took = page.evaluate("window.waited.then(() => performance.now() - window.opened)")
    page.close()
    return float(took)


def measure(browser: Browser, base: str, language: str) -> list[float]:
    """Return the milliseconds that the queries of a language take, each typed into an empty box."""
    queries = [query.q for query in read_queries() if query.lang == language]
    page = browser.new_page()
    page.add_init_script(SAME_THREAD)
    page.goto(base + ("en/" if language == "en" else ""))
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.keyboard.press("/")
    chosen = queries[:: len(queries) // (QUERIES // 2)][: QUERIES // 2]
    wait_for("parking 停車", page)  # everything is loaded then
    return [wait_for(query, page) for query in chosen]


def wait_for(query: str, page: Page) -> float:
    """Type a query and return the milliseconds until its first result is shown."""
    field = page.locator("dialog.search input")
    field.fill("")
    expect(page.locator(".search-results a")).to_have_count(0)
    page.evaluate(WATCH, query.strip())
    page.keyboard.type(query)
    return float(page.evaluate("window.waited"))


if __name__ == "__main__":
    raise SystemExit(main())
