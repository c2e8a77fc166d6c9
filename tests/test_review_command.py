"""`make review` as the author of a change sees it: problems at their lines, in both languages."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dialogues.contributing.explaining import annotate, annotate_all, explain, write_problems
from dialogues.loading import read_archive
from dialogues.problems import Problem
from histories import commit_all
from mistakes import MISTAKES
from mistakes.planting import RECORD, replace
from projects import ROOT

PASSAGES = f"{RECORD}/passages.yml"


@pytest.mark.parametrize("name", MISTAKES)
def test_every_mistake_is_explained_in_chinese(small: Path, name: str) -> None:
    MISTAKES[name][0](small)

    for problem in read_archive(small)[1]:
        explained = explain(problem.message)
        assert re.search("[\u4e00-\u9fff]{4}", explained), problem.message
        assert not re.search(r"\{\d\}", explained)


def test_an_annotation_is_one_line_and_no_other_command() -> None:
    problem = Problem("a,b:c.yml", 3, "must be x\n::set-output name=a::b\r%0A ##[error]x, and is y")
    line = annotate(problem)

    assert line.startswith("::error file=a%2Cb%3Ac.yml,line=3,title=")
    assert "\n" not in line
    assert "\r" not in line
    assert "##[" not in line
    assert line.count("%250A") >= 1


def test_ten_annotations_have_one_of_each_kind_and_say_how_many_are_left() -> None:
    many = [Problem("a.yml", n, f"talk-{n}.zh must have its English") for n in range(300)]
    lines = annotate_all([*many, Problem("b.yml", 7, "a row must name who speaks")])

    assert len(lines) == 10
    assert any("file=b.yml,line=7" in line for line in lines)
    assert "292 more problems" in lines[-1]
    assert len(annotate_all(many[:10])) == 10


@pytest.fixture
def clone(small: Path) -> Path:
    """Return a repository with the small project as its first commit."""
    commit_all(small)
    return small


def review(root: Path, summary: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/review.py"), "main"]
    environment = os.environ | {"GITHUB_STEP_SUMMARY": str(summary)}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "By replacing diesel with shore power.",
            "By <shore power>.\n  state: {en: draft}",
            "&#60;shore power&#62;",
        ),
        (
            "themes: [connectivity]",
            "themes: [connectivity, innovation]\n  evidence: {innovation: 擴及}",
            "innovation",
        ),
        (
            "  refers_to: [talk-1-2]",
            "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: x, en: x}, by: A, date: 2020-06-01}",
            "以岸上電力取代柴油。",
        ),
    ],
    ids=["translation", "theme", "one word"],
)
def test_a_contributor_sees_what_a_change_does(
    clone: Path, tmp_path: Path, old: str, new: str, shown: str
) -> None:
    replace(PASSAGES, old, new)(clone)
    done = review(clone, tmp_path / "summary.md")

    assert done.returncode == 0, done.stdout
    assert shown in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_mistake_is_an_annotation_at_its_line(clone: Path, tmp_path: Path) -> None:
    replace(PASSAGES, "themes: [connectivity]", "themes: [networks]")(clone)
    done = review(clone, tmp_path / "summary.md")

    assert done.returncode == 1
    assert f"::error file={PASSAGES},line=15,title=" in done.stdout
    assert "'networks'" in done.stdout


def test_problems_are_in_the_summary_in_both_languages() -> None:
    message = "must have every address (`make sync` adds it), and lacks 'a/<b>/' and 8 more"
    summary = write_problems([Problem("docs/addresses.txt", 1, message)])

    assert "make sync" in summary
    assert "網址清單還沒有這次新增的頁面或段落" in summary
    assert "<b>" not in summary
