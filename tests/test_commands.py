"""The commands as a person runs them: exit codes, what they print, what they leave alone."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogues.__main__ import main
from projects import ROOT

Run = Callable[[str, Path], tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command: its exit code, and what it printed and complained of."""

    def run(command: str, root: Path) -> tuple[int, str, str]:
        code = main([command, "--root", str(root)])
        return code, *capsys.readouterr()

    return run


def test_check_says_how_much_it_checked(small: Path) -> None:
    command = [sys.executable, "-m", "dialogues", "check", "--root", str(small)]
    done = subprocess.run(
        command, cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "1 records, 7 passages: no problem\n",
        "",
    )


def test_convert_writes_the_pages_and_then_nothing(run: Run, small: Path) -> None:
    before = set(small.rglob("*"))
    _, printed, _ = run("convert", small)
    made = [path for path in set(small.rglob("*")) - before if path.is_file()]
    assert printed == f"{len(made)} files written, 0 removed\n"
    assert run("convert", small)[1] == "0 files written, 0 removed\n"
    assert (small / "docs/zh/events/2030-harbour/index.md").is_file()
    assert (small / "docs/en/cities/alpha.md").is_file()


def test_a_problem_exits_with_1_and_leaves_the_pages_as_they_were(run: Run, small: Path) -> None:
    run("convert", small)
    before = {path: path.read_bytes() for path in (small / "docs").rglob("*.md")}
    cities = small / "docs/registry/cities.yml"
    cities.write_text(cities.read_text(encoding="utf-8").replace("country: PL", "country: XX"))

    code, printed, problems = run("convert", small)

    assert (code, printed) == (1, "")
    assert problems == (
        "docs/registry/cities.yml:13: beta.country must be an ISO 3166-1 code, and is 'XX'\n"
        "    「XX」不是國碼。請填 ISO 3166-1 的兩個大寫英文字母，例如臺灣填 TW、日本填 JP。\n"
        "1 個問題 problem\n"
    )
    assert {path: path.read_bytes() for path in (small / "docs").rglob("*.md")} == before


@pytest.mark.parametrize("script", ["check", "convert", "sync"])
def test_a_folder_that_is_no_project_is_said_to_be_none(
    run: Run, script: str, tmp_path: Path
) -> None:
    code, _, problems = run(script, tmp_path)

    assert code == 1
    assert "docs/records:1: the folder must be there" in problems
