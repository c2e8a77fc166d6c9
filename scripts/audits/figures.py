"""Make the rows of the table from what was found, weighed and measured."""

from collections.abc import Callable, Iterator

from audits.findings import Figure, Finding
from audits.first_view import LIMIT, LIMIT_OF_SCRIPTS, Weight
from audits.kinds import choose_worst, kind_of
from audits.layout import DESK, LARGE, PHONE
from audits.reading import compare_readings
from audits.speed import LIMITS, Report
from audits.visiting import Visit

COUNTED: dict[str, Callable[[str], bool]] = {
    "axe: violations": lambda rule: rule.startswith("axe ") and not rule.endswith(" unclear"),
    "axe: unclear, without a reason": lambda rule: rule.endswith(" unclear"),
    "Nu validator: errors": lambda rule: rule == "html error",
    "Nu validator: warnings": lambda rule: rule == "html warning",
    "requests to other hosts": lambda rule: rule == "request",
    "answers that are errors": lambda rule: rule == "response",
    "cookies": lambda rule: rule == "cookie",
    "messages on the console": lambda rule: rule == "console",
    "errors of scripts": lambda rule: rule == "page error",
    "violations of the content security policy": lambda rule: rule == "csp",
    "language, addresses, titles, previews, sitemap": lambda rule: rule.startswith("metadata "),
    "links and anchors that lead nowhere": lambda rule: rule == "link",
    "sideways scrolling: 360 px, 320 px, text 200 %": lambda rule: rule == "sideways scroll",
    "exceptions that cover nothing": lambda rule: rule == "exception",
}
"""Rows that count findings, of which there must be none, and the rules that each counts."""
EVENTS = ("events/*", "events/*/*")


def count_findings(findings: list[Finding]) -> Iterator[Figure]:
    """Yield a row for each of `COUNTED`."""
    for name, counts in COUNTED.items():
        yield Figure(name, sum(counts(finding.rule) for finding in findings), 0)


def compare_layouts(visits: list[Visit]) -> Iterator[Figure]:
    """Yield the largest shift, and the share of targets that a thumb hits without aim."""
    worst = max(visits, key=lambda visit: visit.fit.shift)
    yield Figure("layout shift on load", round(worst.fit.shift, 4), 0, where=f"/{worst.page}")
    phone = [visit.fit for visit in visits if visit.width == PHONE]
    share = sum(fit.large_targets for fit in phone) / max(1, sum(fit.targets for fit in phone))
    yield Figure(f"targets of {LARGE} px and more on a phone", round(100 * share), unit="%")


def compare_words(visits: list[Visit]) -> Iterator[Figure]:
    """Yield what readers have of the words, and what covers them when letters are large."""
    at = {
        width: [v.fit.reading for v in visits if v.width == width and v.fit.reading]
        for width in (PHONE, DESK)
    }
    yield from compare_readings(at[PHONE], at[DESK])
    worst = max((v for v in visits if v.width == PHONE), key=lambda visit: visit.fit.covered)
    covered = round(100 * worst.fit.covered)
    yield Figure("screen covered, text 200 %", covered, 10, "%", where=f"/{worst.page}")


def compare_weights(weights: dict[str, Weight]) -> Iterator[Figure]:
    """Yield the heaviest page of each kind; pages of events have a limit."""
    for kind, page in choose_worst(weights, lambda page: weights[page].whole).items():
        limit = LIMIT if kind in EVENTS else None
        name = f"first view: {kind or 'home'}"
        yield Figure(name, round(weights[page].whole, 1), limit, "kB", where=f"/{page}")
    events = [page for page in weights if kind_of(page) in EVENTS]
    page = max(events, key=lambda page: weights[page].scripts)
    scripts = round(weights[page].scripts, 1)
    yield Figure(
        "first view: scripts of an event", scripts, LIMIT_OF_SCRIPTS, "kB", where=f"/{page}"
    )


def compare_reports(reports: list[Report] | None) -> Iterator[Figure]:
    """Yield the lowest score of each category; None: Lighthouse was left out."""
    for name, limit in LIMITS.items():
        worst = min(reports or [], key=lambda report: report.scores[name], default=None)
        score = worst.scores[name] if worst else None
        where = f"/{worst.page}" if worst else ""
        yield Figure(f"Lighthouse, mobile: {name}", score, limit, least=True, where=where)
