"""Build the site into site/; until the build has succeeded, the last good site stays there."""

import shutil
import subprocess
import sys
from pathlib import Path

SITE = Path("site")
FRESH = Path(".cache/site")


def main() -> int:
    """Build beside the site, then put the new one in its place; return the build's exit code."""
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(FRESH)]
    done = subprocess.run(build, check=False)
    if done.returncode == 0:
        shutil.rmtree(SITE, ignore_errors=True)
        FRESH.rename(SITE)
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
