"""What the history says of a project, and that it says nothing wrong where it is not the project's."""

import os
import subprocess
from pathlib import Path

import pytest

from dialogues.reading.history import SHALLOW, find_day, find_lack, read_days, read_version
from histories import commit_all, git
from projects import ROOT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with two commits; the environment says no version."""
    monkeypatch.delenv("SITE_VERSION", raising=False)
    root = tmp_path / "project"
    root.mkdir()
    for day, name in (("2024-01-02", "a/one.yml"), ("2025-03-04", "a/two.yml")):
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(day, encoding="utf-8")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        commit_all(root, day)
    return root


def test_a_day_is_that_of_the_last_commit(root: Path) -> None:
    days = read_days(root)

    assert days == {"docs/a/one.yml": "2024-01-02", "docs/a/two.yml": "2025-03-04"}
    assert find_day("docs/a/one.yml", days) == "2024-01-02"
    assert find_day("docs/a", days) == "2025-03-04"
    assert find_day("docs/b", days) == ""
    assert read_version(root).startswith("2025-03-04, ")
    assert find_lack(root) == ""


def test_a_history_that_is_cut_short_has_a_version_and_no_days(root: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", str(shallow))

    assert find_lack(shallow) == SHALLOW
    assert read_days(shallow) == {}
    assert read_version(shallow) == read_version(root)


def test_what_lies_in_another_repository_has_neither(root: Path) -> None:
    unpacked = root / "unpacked"
    (unpacked / "docs/a").mkdir(parents=True)
    (unpacked / "docs/a/one.yml").write_text("another")

    assert find_lack(unpacked).endswith("the repository that this folder lies in does not hold it")
    assert (read_days(unpacked), read_version(unpacked)) == ({}, "")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", "dubious ownership"),
        ("GIT_DIR", "/nowhere", "not a git repository"),
        ("PATH", "/nowhere", "No such file or directory: 'git'"),
    ],
)
def test_why_git_refuses_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)  # where all folders may be called safe
    monkeypatch.setenv(name, value)

    assert said in find_lack(root)
    assert (read_days(root), read_version(root)) == ({}, "")


def test_make_takes_the_day_of_no_other_repository(root: Path) -> None:
    (root / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    command = ["make", "-s", "-C", str(root), "--eval", "day:;@echo $$SOURCE_DATE_EPOCH", "day"]

    def ask() -> str:
        environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()

    assert ask() == "315532800"
    commit_all(root)
    assert ask() == "1741089600"
