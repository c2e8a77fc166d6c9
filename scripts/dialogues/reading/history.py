"""Which version of the site this is: the commit that it was made from."""

import os
import subprocess
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
