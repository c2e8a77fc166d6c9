"""Each mistake that a contributor can make is reported and explained; all of them in one run."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import Golden
from dialogues.contributing.explaining import explain
from dialogues.loading import read_archive
from dialogues.problems import report
from mistakes import MISTAKES
from mistakes.planting import RECORD, Change, link_outside, put


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line_and_explained_in_chinese(small: Path, name: str) -> None:
    change, expected = MISTAKES[name]
    change(small)
    problems = read_archive(small)[1]

    for line, start in zip(report(problems).splitlines(), expected.splitlines(), strict=True):
        assert line.startswith(start)
    for problem in problems:
        explained = explain(problem.message)
        assert re.search("[\u4e00-\u9fff]{4}", explained), problem.message
        assert not re.search(r"\{\d\}", explained)


def test_the_small_project_has_no_problem(small: Path) -> None:
    assert read_archive(small)[1] == []


def test_a_project_full_of_mistakes_has_all_of_them_reported(small: Path, golden: Golden) -> None:
    together = [
        *("unknown label", "unknown id", "quote that no longer matches", "source changed"),
        *("country that is none", "name of two cities", "unknown person", "unknown event"),
        *("nowhere", "left out without a reason", "correction of what is not there"),
    ]
    others: dict[str, Change] = {
        "empty": lambda folder: put(folder / "source.txt", b""),
        "encoding": lambda folder: put(folder / "source.txt", "好\n".encode("big5")),
        "invalid-yaml": lambda folder: put(folder / "record.yml", b"title: {zh: x\n"),
        "long-line": lambda folder: put(folder / "source.txt", b"x" * 10_000_000),
        "no-passages": lambda folder: (folder / "passages.yml").unlink(),
        "outside": lambda folder: link_outside(folder / "source.txt"),
        "unseen": lambda folder: put(folder / "source.txt", "港\u202e灣\n".encode()),
    }
    for name, change in others.items():
        folder = shutil.copytree(small / RECORD, small / "docs/records" / name)
        change(Path(folder))
    for name in together:
        MISTAKES[name][0](small)

    golden.check("mistakes.txt", report(read_archive(small)[1]) + "\n")
