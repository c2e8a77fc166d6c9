"""What the audit makes of what it found: medians, exceptions, the table."""

import pytest

from audits.exceptions import Exempt, apply_exceptions, read_exceptions
from audits.figures import compare_reports, count_findings
from audits.findings import Figure, Finding, print_findings, print_table
from audits.kinds import choose_worst, kind_in_language
from audits.speed import Report, take_median
from projects import ROOT


def test_the_median_of_several_runs_counts() -> None:
    runs = [
        Report(
            "", {"performance": score, "accessibility": 100, "best-practices": 100, "seo": 100}, {}
        )
        for score in (90, 97, 97, 99, 100)
    ]

    assert take_median(runs).scores["performance"] == 97
    assert [figure.holds for figure in compare_reports([take_median(runs)])] == [False] + [True] * 3
    assert [figure.holds for figure in compare_reports(None)] == [False] * 4


def test_an_exception_covers_what_it_names_and_nothing_else() -> None:
    seen = Finding("events/x/", "axe color-contrast unclear", "too short — small")
    other = Finding("", "axe color-contrast unclear", "too short — small")
    entry = Exempt(rule=seen.rule, found="^too short", pages="events/.*", reason="one digit")
    stale = Exempt(rule=seen.rule, found="overlapped", reason="a map")
    rare = Exempt(rule=seen.rule, found="obscured", reason="a long address", always=False)

    kept, unused = apply_exceptions([seen, other], [entry, stale, rare])

    assert kept == [other]
    assert [finding.rule for finding in unused] == ["exception"]
    assert [figure.name for figure in count_findings(unused) if not figure.holds] == [
        "exceptions that cover nothing"
    ]


def test_each_exception_has_a_reason() -> None:
    entries = read_exceptions(ROOT / "tests/audit/exceptions.yml")

    assert all(entry.reason for entry in entries)


def test_the_table_says_what_fails_and_each_kind_of_finding_stands_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(
        [Figure("cookies", 2, 0), Figure("score", None, 98, least=True), Figure("share", 7)]
    )
    print_findings([Finding(page, "cookie", f"a of /{page}", "a") for page in ("", "x/", "x/")])

    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["cookies", "2", "≤", "0", "FAILS"],
        ["score", "not", "measured", "≥", "98", "open"],
        ["share", "7"],
        ["/:", "cookie:", "a", "of", "/", "(3", "on", "2", "pages)"],
    ]


def test_the_worst_of_each_kind_is_chosen() -> None:
    pages = ["", "en/", "cities/", "cities/a/", "en/cities/bath/", "events/a/b/", "404.html"]

    assert choose_worst(pages, len) == {
        "": "en/",
        "404.html": "404.html",
        "cities": "cities/",
        "cities/*": "en/cities/bath/",
        "events/*/*": "events/a/b/",
    }
    assert choose_worst(pages, len, kind_in_language)["zh cities/*"] == "cities/a/"
