"""The commands as a person runs them: exit codes, what they print, what they leave alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from projects import ROOT


def run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    started = [sys.executable, "-m", "dialogues", command, "--root", str(root)]
    return subprocess.run(
        started, cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )


def test_check_says_how_much_it_checked(small: Path) -> None:
    done = run("check", small)

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "1 records, 7 passages: no problem\n",
        "",
    )


def test_convert_writes_the_pages_and_then_nothing(small: Path) -> None:
    before = set(small.rglob("*"))
    done = run("convert", small)
    made = [path for path in set(small.rglob("*")) - before if path.is_file()]
    assert done.stdout == f"{len(made)} files written, 0 removed\n"
    assert run("convert", small).stdout == "0 files written, 0 removed\n"
    assert (small / "docs/zh/events/2030-harbour/index.md").is_file()
    assert (small / "docs/en/cities/alpha.md").is_file()


def test_a_problem_exits_with_1_and_leaves_the_pages_as_they_were(small: Path) -> None:
    run("convert", small)
    before = {path: path.read_bytes() for path in (small / "docs").rglob("*.md")}
    cities = small / "docs/registry/cities.yml"
    cities.write_text(cities.read_text(encoding="utf-8").replace("country: PL", "country: XX"))

    done = run("convert", small)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "docs/registry/cities.yml:13: beta.country must be an ISO 3166-1 code, and is 'XX'\n"
        "1 problem\n"
    )
    assert {path: path.read_bytes() for path in (small / "docs").rglob("*.md")} == before


@pytest.mark.parametrize("script", ["check", "convert", "sync"])
def test_a_folder_that_is_no_project_is_said_to_be_none(script: str, tmp_path: Path) -> None:
    done = run(script, tmp_path)

    assert done.returncode == 1
    assert "docs/records:1: the folder must be there" in done.stderr
