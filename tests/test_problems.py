"""How problems are told: the first of a kind and how many more; keys that are names of pages."""

import datetime
import shutil
from pathlib import Path

import pytest

from dialogues.loading import read_archive
from dialogues.problems import MOST, Problem, ProblemsFound, summarize

RECORD = "docs/records/2030-harbour-talks"
TAKEN = "a key must not be the name of a page"


def test_a_problem_that_occurs_hundreds_of_times_is_counted() -> None:
    many = [
        Problem("a.yml", line, f"talk-{line}.en must be there: 'x{line}'") for line in range(300)
    ]
    other = Problem("a.yml", 7, "title must be there")

    lines = summarize([*many, other]).splitlines()

    assert len(lines) == MOST + 2
    assert str(other) in lines
    assert lines[-1].startswith(f"a.yml:10: and {300 - MOST} more like this: talk-10.en must")
    assert str(ProblemsFound([*many, other])).endswith("\n301 problems")


def test_problems_of_two_kinds_or_files_are_not_counted_together() -> None:
    found = [
        Problem(path, line, f"{what} must be there")
        for path in ("a", "b")
        for what in ("title", "heading")
        for line in range(MOST)
    ]

    assert len(summarize(found).splitlines()) == 4 * MOST


@pytest.mark.parametrize("name", ["index", "cited"])
def test_a_record_is_not_named_as_a_page_that_is_there(small: Path, name: str) -> None:
    shutil.copytree(small / RECORD, small / "docs/records" / name)

    assert [p.path for p in read_archive(small)[1] if p.message.startswith(TAKEN)] == [
        f"docs/records/{name}"
    ]


@pytest.mark.parametrize(
    "file", ["cities", "people", "organizations", "initiatives", "themes", "events"]
)
@pytest.mark.parametrize("taken", ["index", "in"])
def test_no_entry_is_named_as_a_page_that_is_there(small: Path, file: str, taken: str) -> None:
    path = small / f"docs/registry/{file}.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number, key = next((n, x) for n, x in enumerate(lines) if x[:1].isalnum())
    lines[number] = key.replace(key.partition(":")[0], taken)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    found = [p for p in read_archive(small)[1] if p.message.startswith(TAKEN)]
    assert [(p.path, p.line) for p in found] == [(f"docs/registry/{file}.yml", number + 1)]


def test_no_session_is_named_as_the_page_of_its_event(small: Path) -> None:
    path = small / RECORD / "record.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: talks", "id: index"), encoding="utf-8")

    assert [p for p in read_archive(small)[1] if p.message.startswith(TAKEN)]


@pytest.mark.parametrize("was", ["2030-05-06", "2030-05-20"])
@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
def test_a_day_of_another_age_is_a_problem(small: Path, day: datetime.date, was: str) -> None:
    path = small / RECORD / "record.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(was, day.isoformat()), encoding="utf-8")

    assert f"{RECORD}/record.yml" in {problem.path for problem in read_archive(small)[1]}
