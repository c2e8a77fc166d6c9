"""Review a proposed change: problems as annotations, and what it changes: `review.py origin/main`.

Meant for GitHub Actions, whose summary goes to the file in GITHUB_STEP_SUMMARY; elsewhere all is
printed. Exits with 1 where there is a problem.
"""

import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dialogues.checking.addresses import check_list
from dialogues.checking.changes import check_changes
from dialogues.checking.originals import note_originals
from dialogues.contributing.explaining import annotate_all, tell, tell_one, warn, write_problems
from dialogues.contributing.reviewing import State, compare
from dialogues.contributing.summarizing import ALARM, write_report, write_summary
from dialogues.loading import load_archive, read_archive
from dialogues.problems import ProblemsFound
from dialogues.reading.addresses import LIST
from dialogues.reading.history import read_at
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

NO_BASE = "無法讀取 `{base}`，所以不知道改了什麼。`{base}` has no data that can be read, so nobody can say what changes.\n"
BY_HAND = ("docs/zh/*.md", "docs/en/*.md")


def main() -> int:
    """Check the data and compare it with that of the base."""
    root, base = Path(), sys.argv[1]
    try:
        archive, problems = read_archive(root)
    except ProblemsFound as found:
        archive, problems = None, found.problems
    listed = (read_at(root, base, LIST) or "").splitlines()
    problems += [*check_list(listed, root)]
    today = datetime.datetime.now().astimezone().date()
    problems += list(check_changes(root, base, today, problems))
    if archive is None or problems:
        show(write_problems(problems), "\n".join([*annotate_all(problems), tell(problems)]))
        return 1
    state = State(archive, read_pages(root) | render_site(Site.of(archive)))
    before = read_base(base)
    if before is None:
        show(NO_BASE.format(base=base), NO_BASE.format(base=base))
        return 0
    review = compare(before, state)
    for path in review.sources:
        print(warn(path, ALARM))
    for note in note_originals(root):
        print(warn(note.path, tell_one(note)))
    show(write_summary(review), write_report(review))
    return 0


def show(summary: str, report: str) -> None:
    """Write a summary to where GitHub shows it; print what belongs into a terminal or a log."""
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        Path(target).write_text(summary, encoding="utf-8")
    print(report)


def read_pages(root: Path) -> dict[str, str]:
    """Return the pages that are written by hand, by their paths under docs/."""
    paths = [path for pattern in BY_HAND for path in sorted(root.glob(pattern))]
    return {
        path.relative_to(root / "docs").as_posix(): path.read_text(
            encoding="utf-8", errors="replace"
        )
        for path in paths
        if not path.is_symlink()
    }


def read_base(commit: str) -> State | None:
    """Return another commit as this code shows it; None where it has no data that can be read."""
    with tempfile.TemporaryDirectory() as folder:
        archive = ["git", "archive", "--format=tar", commit, "docs"]
        packed = subprocess.run(archive, capture_output=True, check=False)
        if packed.returncode:
            return None
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        root = Path(folder)
        try:
            known = load_archive(root)
        except ProblemsFound:
            return None
        return State(known, read_pages(root) | render_site(Site.of(known)))


if __name__ == "__main__":
    raise SystemExit(main())
