"""Print how well the search finds what it should: recall and rank, per kind of query and language.

Queries and what they should find are in tests/search/queries.jsonl: `relevant` holds the record and
the id of contributions, of which a beginning counts (`p-5` is met by `p-5-1`).

    recall@10  relevant contributions among the first ten, divided by as many as there could be
    MRR        mean of one divided by the place of the first relevant one
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from playwright.sync_api import Page

from browsing import open_browser
from dialogues.loading import load_archive
from dialogues.model.addresses import session_address
from dialogues.model.archive import Archive
from measuring.search_index import serve_search

TESTS = Path(__file__).parents[2] / "tests"
QUERIES = TESTS / "search/queries.jsonl"
FIRST = 10
ASK = """
async ({base, language, queries}) => {
  const load = async (name) => (await fetch(`${base}${language}/search/${name}.json`)).json();
  const {buildModel, addOther} = await import(`${base}assets/scripts/search/model.js`);
  const {search} = await import(`${base}assets/scripts/search/ranking.js`);
  const model = buildModel(await load("index"));
  addOther(model, await load("other"));
  return queries.map((query) => search(model, query).items.map(({address, id}) => [address, id]));
}
"""
Found = list[list[str]]
"""The contributions that a query finds, as (address of the page, id)."""


@dataclass(frozen=True)
class Query:
    """What somebody looks for, from the pages of which language, and what should be found."""

    lang: str
    q: str
    kind: str
    relevant: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How well one query is answered, both from 0 to 1."""

    recall: float
    reciprocal_rank: float


def main() -> int:
    """Ask all queries of the frozen records, in which is known what they should find; print a table."""
    queries, archive = read_queries(), load_archive(TESTS / "frozen")
    with serve_search(archive) as address, open_browser() as browser:
        scores = score(archive, queries, ask_modules(browser.new_page(), address, queries))
    print(report(queries, scores))
    return 0


def read_queries() -> list[Query]:
    """Return the queries of the project."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return [Query(e["lang"], e["q"], e["kind"], tuple(e["relevant"])) for e in entries]


def ask_modules(page: Page, base: str, queries: Sequence[Query]) -> list[Found]:
    """Return what the search's modules find, without the box, in the order of the queries."""
    page.goto(f"{base}assets/favicon.svg")
    found: dict[Query, Found] = {}
    for language in ("zh", "en"):
        own = [query for query in queries if query.lang == language]
        arguments = {"base": base, "language": language, "queries": [query.q for query in own]}
        found |= zip(own, page.evaluate(ASK, arguments), strict=True)
    return [found[query] for query in queries]


def score(archive: Archive, queries: Sequence[Query], found: Sequence[Found]) -> list[Score]:
    """Return the score of each query."""
    records = {session_address(event, own): own.record for event, own in archive.sessions}
    return [
        judge(query.relevant, [f"{records[address]}#{key}" for address, key in items])
        for query, items in zip(queries, found, strict=True)
    ]


def judge(relevant: Sequence[str], found: Sequence[str]) -> Score:
    """Return how well some contributions, the best first, are those that were looked for."""

    def is_met(wanted: str, by: str) -> bool:
        return by == wanted or by.startswith(f"{wanted}-")

    met = [wanted for wanted in relevant if any(is_met(wanted, key) for key in found[:FIRST])]
    ranks = [n for n, key in enumerate(found, 1) if any(is_met(wanted, key) for wanted in relevant)]
    return Score(len(met) / min(FIRST, len(relevant)), 1 / ranks[0] if ranks else 0.0)


def report(queries: Sequence[Query], scores: Sequence[Score]) -> str:
    """Return the table, a line for each kind of query, and one for all."""
    lines = [f"{'':16} {'queries':>8} {'recall@10':>10} {'MRR':>6} {'none':>5}"]

    def add(name: str, belongs: Callable[[Query], bool]) -> None:
        own = [s for query, s in zip(queries, scores, strict=True) if belongs(query)]
        none = sum(s.reciprocal_rank == 0 for s in own)
        recall, rank = mean(s.recall for s in own), mean(s.reciprocal_rank for s in own)
        lines.append(f"{name:16} {len(own):8} {recall:10.3f} {rank:6.3f} {none:5}")

    for language, kind in dict.fromkeys((query.lang, query.kind) for query in queries):
        add(f"{language} {kind}", lambda q, key=(language, kind): (q.lang, q.kind) == key)  # type: ignore[misc]
    for language in ("zh", "en"):
        add(f"{language} all", lambda q, language=language: q.lang == language)  # type: ignore[misc]
    add("all", lambda _: True)
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
