"""Print how the index and the time of a search grow with 12 and 100 times the records.

The records are made from the real ones: events of their own, whose passages are sentences of the
real passages in another order. Times are those of a processor four times slower than this one.
"""

from pathlib import Path

from playwright.sync_api import Page

from browsing import open_browser
from dialogues.loading import load_archive
from dialogues.model.archive import Archive, Event
from measuring.search_index import multiply, serve_search, weigh
from measuring.search_quality import read_queries

ROOT = Path(__file__).parents[2]
TIMES = (1, 12, 100)
SLOWER = 4
MEASURE = """
async ({base, queries}) => {
  const load = async (name) => (await fetch(`${base}zh/search/${name}.json`)).json();
  const {buildModel, addOther} = await import(`${base}assets/scripts/search/model.js`);
  const {search} = await import(`${base}assets/scripts/search/ranking.js`);
  const [index, other] = [await load("index"), await load("other")];
  const begun = performance.now();
  const model = buildModel(index);
  addOther(model, other);
  const ready = performance.now() - begun;
  const times = queries.map((query) => {
    const start = performance.now();
    search(model, {query});
    return performance.now() - start;
  });
  times.sort((one, other) => one - other);
  return [ready, times[Math.floor(times.length / 2)], times.at(-1)];
}
"""


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    archive = load_archive(ROOT)
    print(
        f"{'records':>8} {'passages':>9} {'KB':>7} {'ready ms':>9} {'median ms':>10} {'most ms':>8}"
    )
    with open_browser() as browser:
        for times in TIMES:
            made = multiply(archive, times)
            size, figures = measure(browser.new_page(), made)
            records = len(archive.records) * times
            ready, middle, most = figures
            print(
                f"{records:8} {count(made):9} {size / 1000:7.1f}"
                f" {ready:9.0f} {middle:10.1f} {most:8.1f}"
            )
    return 0


def count(archive: Archive) -> int:
    """Return how many passages an archive has."""
    events: list[Event] = list(archive.events.values())
    return sum(len(session.passages) for event in events for session in event.sessions)


def measure(page: Page, archive: Archive) -> tuple[int, list[float]]:
    """Return the bytes of all that Chinese pages search with, compressed, and the times of searches."""
    size = sum(weigh(archive)["zh"].values())
    with serve_search(archive) as address:
        page.goto(f"{address}assets/favicon.svg")
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        queries = [query.q for query in read_queries()]
        figures = page.evaluate(MEASURE, {"base": address, "queries": queries})
    return size, [float(figure) for figure in figures]


if __name__ == "__main__":
    raise SystemExit(main())
