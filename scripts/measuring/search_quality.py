"""Print how well the search finds what it should, how honest it is, and what it weighs.

Queries and what they should find are in tests/search: those that it was made with (queries.jsonl),
as people type them (typed.jsonl), and of two words (two-words.jsonl). `relevant` holds the record
and the id of contributions, of which a beginning counts (`p-5` is met by `p-5-1`); where it is
empty, there is nothing to find.

    recall@10  relevant contributions among the first ten, divided by as many as there could be
    MRR        mean of one divided by the place of the first relevant one
    precision  the share of the relevant in what is shown as having all words
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from playwright.sync_api import Page

from browsing import open_browser
from dialogues.loading import load_archive
from dialogues.model.addresses import session_address
from dialogues.model.archive import Archive
from measuring.search_index import multiply, serve_search, weigh

TESTS = Path(__file__).parents[2] / "tests"
FIRST = 10
GROWN = 12
ASK = """
async ({base, language, queries}) => {
  const load = async (name) => (await fetch(`${base}${language}/search/${name}.json`)).json();
  const {buildModel, addOther} = await import(`${base}assets/scripts/search/model.js`);
  const {search} = await import(`${base}assets/scripts/search/ranking.js`);
  const model = buildModel(await load("index"));
  addOther(model, await load("other"));
  return queries.map((query) => {
    const {items, whole, unfound, guesses} = search(model, {query});
    const found = items.map(({address, id}) => [address, id]);
    return {items: found, whole, told: unfound.length + guesses.length > 0};
  });
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
class Answer:
    """What a query finds, how many of that have all words, and whether a reserve is told."""

    items: Found
    whole: int
    told: bool

    @property
    def honest(self) -> bool:
        """Whether it finds nothing, or tells of what is not there or was guessed."""
        return not self.items or self.told


@dataclass(frozen=True)
class Score:
    """How well one query is answered, both from 0 to 1."""

    recall: float
    reciprocal_rank: float


def main() -> int:
    """Ask all queries of the frozen records, in which is known what they should find; print tables."""
    archive = load_archive(TESTS / "frozen")
    known, typed, two = (read_queries(name) for name in ("queries", "typed", "two-words"))
    with serve_search(archive) as address, open_browser() as browser:
        answers = ask_modules(browser.new_page(), address, [*known, *typed, *two])
    findable = [query for query in typed if query.relevant]
    print(report(known, score(archive, known, answers)))
    print("\nas people type them")
    print(report(findable, score(archive, findable, answers)))
    honest = [answers[query].honest for query in typed if not query.relevant]
    print(f"\nnothing to find: {sum(honest)} of {len(honest)} are empty or say what was guessed")
    print(f"two words: precision of what has both {measure_precision(archive, two, answers):.2f}\n")
    for times in (1, GROWN):
        for language, sizes in weigh(multiply(archive, times)).items():
            print(f"first search in {language}, records ×{times}, compressed: {say_weight(sizes)}")
    return 0


def say_weight(sizes: Mapping[str, int]) -> str:
    """Return what is fetched for a first search, and what more in the script of the other language."""
    own = {name: size for name, size in sizes.items() if name != "other"}
    parts = ", ".join(f"{name} {size / 1000:.1f}" for name, size in own.items())
    whole, more = sum(own.values()) / 1000, sizes["other"] / 1000
    return f"{whole:.1f} KB ({parts}); in the other script {whole + more:.1f}"


def read_queries(name: str = "queries") -> list[Query]:
    """Return the queries of one file of the project."""
    lines = (TESTS / f"search/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return [Query(e["lang"], e["q"], e["kind"], tuple(e["relevant"])) for e in entries]


def ask_modules(page: Page, base: str, queries: Sequence[Query]) -> dict[Query, Answer]:
    """Return what the search's modules answer, without the box."""
    page.goto(f"{base}assets/favicon.svg")
    found: dict[Query, Answer] = {}
    for language in ("zh", "en"):
        own = [query for query in queries if query.lang == language]
        arguments = {"base": base, "language": language, "queries": [query.q for query in own]}
        answers = [Answer(**answer) for answer in page.evaluate(ASK, arguments)]
        found |= zip(own, answers, strict=True)
    return found


def score(
    archive: Archive, queries: Sequence[Query], answers: Mapping[Query, Answer]
) -> list[Score]:
    """Return the score of each query."""
    return [judge(q.relevant, name_items(archive, answers[q].items)) for q in queries]


def name_items(archive: Archive, items: Found) -> list[str]:
    """Return items as the queries name them: by the record and the id."""
    records = {session_address(event, own): own.record for event, own in archive.sessions}
    return [f"{records[address]}#{key}" for address, key in items]


def is_met(wanted: str, by: str) -> bool:
    """Return whether a contribution is one that was looked for."""
    return by == wanted or by.startswith(f"{wanted}-")


def judge(relevant: Sequence[str], found: Sequence[str]) -> Score:
    """Return how well some contributions, the best first, are those that were looked for."""
    met = [wanted for wanted in relevant if any(is_met(wanted, key) for key in found[:FIRST])]
    ranks = [n for n, key in enumerate(found, 1) if any(is_met(wanted, key) for wanted in relevant)]
    return Score(len(met) / min(FIRST, len(relevant)), 1 / ranks[0] if ranks else 0.0)


def measure_precision(
    archive: Archive, queries: Sequence[Query], answers: Mapping[Query, Answer]
) -> float:
    """Return the share of the relevant in what is shown as having all words, over all queries."""
    shown = [
        any(is_met(wanted, key) for wanted in query.relevant)
        for query in queries
        for key in name_items(archive, answers[query].items[: answers[query].whole])
    ]
    return mean(shown) if shown else 0.0


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
