"""Read from the history which version the project is at, and when each file last changed."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def read_version(root: Path) -> str:
    """Return the day and the commit that a project is at: `2026-11-21, 4968d55`.

    SITE_VERSION goes before it; outside of a repository there is none.
    """
    given = os.environ.get("SITE_VERSION")
    if given:
        return given
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs, %h", "--abbrev=10"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def read_days(root: Path) -> dict[str, str]:
    """Return the day of the last commit of each file below docs/; nothing outside of a repository."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", "log"]
    command += ["--format=/%cs", "--name-only", "--no-renames", "--relative", "--", "docs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    days: dict[str, str] = {}
    day = ""
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        if line.startswith("/"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days


def find_day(source: str, days: Mapping[str, str]) -> str:
    """Return the day of a file, or the latest of a folder's; nothing where it has no history."""
    if source in days:
        return days[source]
    return max((day for path, day in days.items() if path.startswith(f"{source}/")), default="")
