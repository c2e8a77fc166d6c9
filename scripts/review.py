"""Review a proposed change: problems as annotations, and what it changes: `review.py origin/main`.

Meant for GitHub Actions, whose summary goes to the file in GITHUB_STEP_SUMMARY; elsewhere all is
printed. Exits with 1 where there is a problem.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dialogues.checking.addresses import check_list
from dialogues.contributing.explaining import annotate, write_problems
from dialogues.contributing.reviewing import compare, find_pages, write_summary
from dialogues.loading import load_archive, read_archive
from dialogues.model.archive import Archive
from dialogues.problems import ProblemsFound
from dialogues.reading.addresses import LIST

NO_BASE = "無法讀取 `{base}`，所以不知道改了什麼。`{base}` has no data that can be read, so nobody can say what changes.\n"


def main() -> int:
    """Check the data and compare it with that of the base."""
    try:
        archive, problems = read_archive(Path())
    except ProblemsFound as found:
        archive, problems = None, found.problems
    problems = sorted({*problems, *check_list(read_list(sys.argv[1]), Path())})
    for problem in problems:
        print(annotate(problem))
    if archive is None or problems:
        write(write_problems(problems))
        return 1
    before = read_base(sys.argv[1])
    if before is None:
        summary = NO_BASE.format(base=sys.argv[1])
    else:
        changes = compare(before, archive)
        summary = write_summary(changes, find_pages(archive, changes))
    write(summary)
    print(summary)
    return 0


def write(summary: str) -> None:
    """Write a summary to where GitHub shows it."""
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        Path(target).write_text(summary, encoding="utf-8")


def read_list(revision: str) -> list[str]:
    """Return the published addresses of another commit; none where it has no list."""
    command = ["git", "show", f"{revision}:{LIST}"]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else []


def read_base(revision: str) -> Archive | None:
    """Return the archive of another commit; None where it has none that can be read."""
    with tempfile.TemporaryDirectory() as folder:
        archive = ["git", "archive", "--format=tar", revision, "docs/records", "docs/registry"]
        packed = subprocess.run(archive, capture_output=True, check=False)
        if packed.returncode:
            return None
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        try:
            return load_archive(Path(folder))
        except ProblemsFound:
            return None


if __name__ == "__main__":
    raise SystemExit(main())
