"""Measure pages with Lighthouse on a slow telephone: its default for mobiles, simulated."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from audits.findings import Finding

LIGHTHOUSE = Path(__file__).parents[2] / "tests/audit/node_modules/.bin/lighthouse"
LIMITS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 5
AGAIN = 3
"""How many of the worst pages are measured `RUNS` times; the others once."""
GOOD = 0.9
"""From here on Lighthouse shows an audit in green."""
FLAGS = "--headless --no-sandbox --disable-background-networking"


@dataclass(frozen=True)
class Report:
    """The scores of one run, from 0 to 100, and the audits that lower them, both by category."""

    page: str
    scores: dict[str, float]
    reasons: dict[str, list[str]]

    @property
    def lacking(self) -> float:
        """How many points are missing in all."""
        return sum(100 - score for score in self.scores.values())


def measure_speed(pages: list[str], root: str, browser: str, runs: int = RUNS) -> list[Report]:
    """Measure each page once and the worst again; return the median of each page."""
    reports = [_run(page, root, browser) for page in pages]
    reports.sort(key=lambda report: report.lacking, reverse=True)
    for number, first in enumerate(reports[:AGAIN]):
        more = [_run(first.page, root, browser) for _ in range(runs - 1)]
        reports[number] = take_median([first, *more])
    return reports


def take_median(reports: list[Report]) -> Report:
    """Return the median of each score, with the reasons of the worst run."""
    scores = {name: median(report.scores[name] for report in reports) for name in LIMITS}
    worst = max(reports, key=lambda report: report.lacking)
    return Report(worst.page, scores, worst.reasons)


def find_slow(reports: list[Report]) -> list[Finding]:
    """Return each score below its limit, with what lowers it."""
    return [
        Finding(
            report.page, f"lighthouse {name}", f"{score:g}: {'; '.join(report.reasons[name])}", name
        )
        for report in reports
        for name, score in report.scores.items()
        if score < LIMITS[name]
    ]


def read_report(page: str, result: dict[str, Any]) -> Report:
    """Read what Lighthouse printed: scores, and each audit with a weight that is not good."""
    categories, audits = result["categories"], result["audits"]
    scores: dict[str, float] = {
        name: round(100 * (categories[name]["score"] or 0)) for name in LIMITS
    }
    reasons = {
        name: [
            f"{audit['id']} {audit.get('displayValue', '')}".strip()
            for ref in categories[name]["auditRefs"]
            if ref["weight"] and _is_weak(audit := audits[ref["id"]])
        ]
        for name in LIMITS
    }
    return Report(page, scores, reasons)


def _is_weak(audit: dict[str, Any]) -> bool:
    """Return whether an audit applies to a page and lowers its score."""
    applies = audit["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    return applies and (audit["score"] or 0) < GOOD


def _run(page: str, root: str, browser: str) -> Report:
    print(f"lighthouse: /{page}", file=sys.stderr)
    asked = [f"--only-categories={','.join(LIMITS)}", "--output=json", "--quiet"]
    command = [str(LIGHTHOUSE), root + page, *asked, f"--chrome-flags={FLAGS}"]
    environment = os.environ | {"CHROME_PATH": browser}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"/{page}: lighthouse must measure the page, and says: {done.stderr}")
    return read_report(page, json.loads(done.stdout))
