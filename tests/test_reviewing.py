"""A proposed change as its author and its reviewer see it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dialogues.contributing.explaining import annotate, explain, write_problems
from dialogues.contributing.reviewing import compare, find_pages, write_summary
from dialogues.loading import load_archive, read_archive
from dialogues.problems import Problem
from mistakes import MISTAKES
from projects import ROOT

PASSAGES = "docs/records/2030-harbour-talks/passages.yml"


def change(root: Path, old: str, new: str, file: str = PASSAGES) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", MISTAKES)
def test_every_mistake_is_explained_in_chinese(small: Path, name: str) -> None:
    MISTAKES[name][0](small)

    for problem in read_archive(small)[1]:
        explained = explain(problem.message)
        assert re.search("[\u4e00-\u9fff]{4}", explained), problem.message
        assert not re.search(r"\{\d\}", explained)


def test_an_annotation_is_one_line_and_no_other_command() -> None:
    problem = Problem("a,b:c.yml", 3, "must be x\n::set-output name=a::b\r%0A, and is y")
    line = annotate(problem)

    assert line.startswith("::error file=a%2Cb%3Ac.yml,line=3,title=")
    assert "\n" not in line
    assert "\r" not in line
    assert line.count("%250A") >= 1


def test_a_changed_passage_is_shown_before_and_after(small: Path) -> None:
    before = load_archive(small)
    change(small, "By replacing diesel with shore power.", "With <b>shore power</b> for diesel.")
    after = load_archive(small)
    changes = compare(before, after)

    assert [(c.record, c.passage) for c in changes] == [("2030-harbour-talks", "q1-1-1")]
    pages = find_pages(after, changes)
    assert "events/2030-harbour/" in pages
    assert "cities/alpha/" in pages
    summary = write_summary(changes, pages)
    assert "<td>By replacing diesel with shore power.</td>" in summary
    assert "<td>With &lt;b&gt;shore power&lt;/b&gt; for diesel.</td>" in summary
    assert "<th>zh</th>" not in summary


def test_nothing_changed_is_said(small: Path) -> None:
    archive = load_archive(small)

    assert "No passage is shown differently" in write_summary(compare(archive, archive), [])


@pytest.fixture
def clone(small: Path) -> Path:
    """Return a repository with the small project as its first commit."""
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "x"],
    ):
        subprocess.run(["git", *command], cwd=small, check=True)
    return small


def review(root: Path, summary: Path) -> subprocess.CompletedProcess[str]:
    import os  # noqa: PLC0415 - for this alone

    command = [sys.executable, str(ROOT / "scripts/review.py"), "main"]
    environment = os.environ | {"GITHUB_STEP_SUMMARY": str(summary)}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("By replacing diesel", "By replacing <diesel>", "&lt;diesel&gt;"),
        (
            "themes: [connectivity]",
            "themes: [connectivity, innovation]\n  evidence: {innovation: 擴及}",
            "innovation",
        ),
        (
            "  refers_to: [talk-1-2]",
            "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: x, en: x}, by: A, date: 2030-06-01}",
            "以岸上電力取代柴油。",
        ),
    ],
    ids=["translation", "theme", "one word"],
)
def test_a_contributor_sees_what_a_change_does(
    clone: Path, tmp_path: Path, old: str, new: str, shown: str
) -> None:
    change(clone, old, new)
    done = review(clone, tmp_path / "summary.md")

    assert done.returncode == 0, done.stdout
    assert shown in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_mistake_is_an_annotation_at_its_line(clone: Path, tmp_path: Path) -> None:
    change(clone, "themes: [connectivity]", "themes: [networks]")
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
