"""Read from the history which version the project is at, and when each file last changed."""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

SHALLOW = (
    "pages do not say when they were changed: the history is cut short (git fetch --unshallow)"
)
BASES = ("origin/main", "main")
"""The branch that is published: here as the server has it, or as it is where there is no server."""
NONE = "pages say neither a version nor when they were changed"


def read_version(root: Path) -> str:
    """Return the day and the commit that a project is at: `2026-11-21, 4968d55`.

    SITE_VERSION goes before it; without a history of its own there is none.
    """
    given = os.environ.get("SITE_VERSION")
    if given:
        return given
    if find_lack(root) not in ("", SHALLOW):
        return ""
    return _ask(root, "log", "-1", "--format=%cs, %h", "--abbrev=10").stdout.strip()


def read_days(root: Path) -> dict[str, str]:
    """Return the day of the last commit of each file below docs/; nothing without a whole history."""
    if find_lack(root):
        return {}
    command = ["-c", "core.quotePath=false", "log", "--format=/%cs", "--name-only"]
    done = _ask(root, *command, "--no-renames", "--relative", "--", "docs")
    days: dict[str, str] = {}
    day = ""
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        if line.startswith("/"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days


def list_tracked(root: Path, folders: Iterable[str]) -> list[str]:
    """Return the files in folders of the project that its history holds; none where it has none."""
    listed = _ask(root, "ls-files", "-z", "--", *folders)
    return [path for path in listed.stdout.split("\0") if path] if not listed.returncode else []


def find_base(root: Path) -> str | None:
    """Return the name of the base branch; None where there is none, or this project is not in it."""
    for branch in BASES:
        if _ask(root, "rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}").returncode == 0:
            return branch
    return None


def read_base(root: Path, path: str) -> str | None:
    """Return a file as the base branch has it; None where there is no such branch, or no file."""
    branch = find_base(root)
    return read_at(root, branch, path) if branch else None


def read_at(root: Path, commit: str, path: str) -> str | None:
    """Return a file as a commit has it; None where it has none."""
    shown = _ask(root, "show", f"{commit}:./{path}")
    return shown.stdout if shown.returncode == 0 else None


def list_changed(root: Path, commit: str, folders: Sequence[str]) -> list[str]:
    """Return the files in folders that are not as a commit has them, those that it lacks among them."""
    changed = _ask(root, "diff", "--name-only", "--relative", "-z", commit, "--", *folders)
    new = _ask(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *folders)
    found = {*changed.stdout.split("\0"), *new.stdout.split("\0")} - {""}
    return sorted(path for path in found if (root / path).is_file())


def find_lack(root: Path) -> str:
    """Return in a sentence what the history cannot say, and why; nothing where it says all.

    A project that was unpacked within another repository is not in that one's history.
    """
    shallow = _ask(root, "rev-parse", "--is-shallow-repository")
    if shallow.returncode:
        return f"{NONE}: {shallow.stderr.splitlines()[0]}"
    if not _ask(root, "ls-files", "--", "docs").stdout:
        return f"{NONE}: the repository that this folder lies in does not hold it"
    return SHALLOW if "true" in shallow.stdout else ""


def find_day(source: str, days: Mapping[str, str]) -> str:
    """Return the day of a file, or the latest of a folder's; nothing where it has no history."""
    if source in days:
        return days[source]
    return max((day for path, day in days.items() if path.startswith(f"{source}/")), default="")


def _ask(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *words]
    try:
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))
