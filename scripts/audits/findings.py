"""Print what an audit finds, and the figures that it measures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """A rule that does not hold on a page, and what was found."""

    page: str
    """The address of the page below the site's root: "" is the home page."""
    rule: str
    found: str
    kind: str = ""
    """What findings of one rule share that are mended together, if not the whole of `found`."""


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    name: str
    measured: float | None
    """None: not measured."""
    limit: float | None = None
    """What it must not exceed, or, where `least`, not fall below; None: it is only told."""
    unit: str = ""
    least: bool = False
    where: str = ""
    """The page that has this figure, if it is the worst of many."""

    @property
    def holds(self) -> bool:
        """Return whether the limit is kept, which it is not where nothing was measured."""
        if self.limit is None or self.measured is None:
            return self.limit is None
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    @property
    def verdict(self) -> str:
        """Say whether the limit is kept, in a word."""
        if self.measured is None:
            return "open"
        return "holds" if self.holds else "FAILS"


def print_table(figures: Iterable[Figure]) -> None:
    """Print a line for each figure: its name, what was measured, its limit, whether it holds."""
    for figure in figures:
        measured = "not measured" if figure.measured is None else f"{figure.measured:g}"
        limit = "" if figure.limit is None else f"{'≥' if figure.least else '≤'} {figure.limit:g}"
        verdict = "" if figure.limit is None else figure.verdict
        print(
            f"{figure.name:<46}{measured:>13} {figure.unit:<3}{limit:>7}  {verdict:<6}{figure.where}"
        )


def print_findings(findings: Iterable[Finding]) -> None:
    """Print one of each kind, and how many there are of it on how many pages."""
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.kind or finding.found].append(finding)
    for _, group in sorted(alike.items(), key=lambda item: (item[0][0], -len(item[1]))):
        first, pages = group[0], len({finding.page for finding in group})
        count = f" ({len(group)} on {pages} pages)" if len(group) > 1 else ""
        print(f"/{first.page}: {first.rule}: {first.found}{count}")
