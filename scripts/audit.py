"""Audit the site as readers, machines and validators get it; exit with 1 where a limit is not kept.

`audit.py` builds the site, serves it below a path as a project's site is, and visits every page (of
the cards the longest of each language) at the widths of a phone and a desk, in light and dark
colours. `audit.py --without-lighthouse` leaves out what takes longest, for one who mends; a limit is
not kept where nothing was measured.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import install
from audits.exceptions import apply_exceptions, read_exceptions
from audits.figures import (
    compare_layouts,
    compare_reports,
    compare_weights,
    compare_words,
    count_findings,
)
from audits.files import check_pages
from audits.findings import Finding, print_findings, print_table
from audits.first_view import weigh
from audits.kinds import choose_worst, kind_in_language
from audits.links import list_cards, list_pages, read_pages
from audits.speed import find_slow, measure_speed
from audits.validity import check_validity
from audits.visiting import visit_all
from browsing import serve
from build import build_sample

EXCEPTIONS = Path("tests/audit/exceptions.yml")
PATH = "/dialogues/"
ERROR = "404.html"


def main() -> int:
    """Build, measure, print the table and then what was found."""
    browser = install.find_browser()
    if not browser:
        raise SystemExit(install.NO_BROWSER)
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder), PATH) as server:
        site, root = Path(folder), server.address
        build_sample(site, root)
        cards = choose_worst(list_cards(site), file_size(site), kind_in_language).values()
        visits = visit_all([*list_pages(site), *cards], root)
        weights = {visit.page: weigh(site, visit.asked) for visit in visits}
        worst = choose_worst(weights, lambda page: weights[page].whole, kind_in_language).values()
        files = check_files(site, root)
        skip = "--without-lighthouse" in sys.argv[1:]
        reports = (
            None
            if skip
            # No search may list a card, nor does one let anything be fetched, a robots.txt neither.
            else measure_speed(
                [page for page in worst if page not in (ERROR, *cards)], root, browser
            )
        )
    found = [*(finding for visit in visits for finding in visit.findings), *files]
    kept, unused = apply_exceptions(found, read_exceptions(EXCEPTIONS))
    findings = [*kept, *unused, *find_slow(reports or [])]
    figures = [
        *count_findings(findings),
        *compare_layouts(visits),
        *compare_words(visits),
        *compare_weights(weights),
        *compare_reports(reports),
    ]
    print_table(figures)
    print_findings(findings)
    return 0 if all(figure.holds for figure in figures) else 1


def file_size(site: Path) -> Callable[[str], float]:
    """Return what tells how large the file of a page is."""
    return lambda page: (site / page / "index.html").stat().st_size


def check_files(site: Path, root: str) -> list[Finding]:
    """Check what needs no browser."""
    return [*check_validity(site), *check_pages(site, read_pages(site), root)]


if __name__ == "__main__":
    raise SystemExit(main())
