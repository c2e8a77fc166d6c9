"""`make review` as the author of a change sees it: problems at their lines, in both languages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dialogues.contributing.explaining import annotate, annotate_all, write_problems
from dialogues.problems import Problem
from histories import commit_all
from mistakes.planting import RECORD, replace
from projects import ROOT

PASSAGES = f"{RECORD}/passages.yml"


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
