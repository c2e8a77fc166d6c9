"""Print how the index and the time of a search grow with 10 and 100 times the records.

The records are made from the real ones: events of their own, whose passages are sentences of the
real passages in another order. Times are those of a processor four times slower than this one.
"""

import gzip
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from browsing import open_browser
from dialogues.loading import load_archive
from dialogues.model.archive import Archive, Event
from dialogues.model.sessions import Contribution, Part, Passage, Session
from dialogues.rendering.search import render_search
from dialogues.rendering.site import Site
from measuring.search_index import serve_search
from measuring.search_quality import read_queries

ROOT = Path(__file__).parents[2]
TIMES = (1, 10, 100)
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
    search(model, query);
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


def multiply(archive: Archive, times: int) -> Archive:
    """Return an archive of so many times the events, the real ones among them."""
    chance = random.Random(1)  # noqa: S311 - the same records at every run
    events = dict(archive.events)
    for number in range(1, times):
        for event in archive.events.values():
            sessions = tuple(_shuffle(session, chance) for session in event.sessions)
            key = f"{event.key}-{number}"
            moved = tuple(replace(session, event=key) for session in sessions)
            events[key] = replace(event, key=key, sessions=moved)
    return replace(archive, events=events)


def _shuffle(session: Session, chance: random.Random) -> Session:
    """Return a session with the sentences of its passages dealt out anew."""
    chinese = _sentences((p.zh for p in session.passages), "。", chance)
    english = _sentences((p.en or "" for p in session.passages), ". ", chance)

    def deal(passage: Passage) -> Passage:
        zh, en = passage.zh.count("。") + 1, (passage.en or "").count(". ") + 1
        texts = (
            "。".join(next(source) for _ in range(n))
            for source, n in ((chinese, zh), (english, en))
        )
        original, translated = texts
        return replace(passage, original=original, en=translated, corrections=())

    def shuffle(part: Part) -> Part:
        if isinstance(part, Contribution):
            return replace(part, passages=tuple(map(deal, part.passages)), question=None)
        return part

    return replace(session, parts=tuple(map(shuffle, session.parts)))


def _sentences(texts: Iterator[str], end: str, chance: random.Random) -> Iterator[str]:
    sentences = [sentence for text in texts for sentence in text.split(end)]
    while True:
        chance.shuffle(sentences)
        yield from sentences


def count(archive: Archive) -> int:
    """Return how many passages an archive has."""
    events: list[Event] = list(archive.events.values())
    return sum(len(session.passages) for event in events for session in event.sessions)


def measure(page: Page, archive: Archive) -> tuple[int, list[float]]:
    """Return the bytes of the Chinese index, compressed, and the times of its searches."""
    size = sum(len(gzip.compress(text.encode())) for _, text in render_search(Site.of(archive)))
    with serve_search(archive) as address:
        page.goto(f"{address}assets/favicon.svg")
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        queries = [query.q for query in read_queries()]
        figures = page.evaluate(MEASURE, {"base": address, "queries": queries})
    return size, [float(figure) for figure in figures]


if __name__ == "__main__":
    raise SystemExit(main())
