"""Build the site into site/; until the build has succeeded, the last good site stays there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SITE = Path("site")
FRESH = Path(".cache/site")
REPOSITORY = "https://github.com/example/dialogues"
"""What a site that is only looked at takes for its repository."""


def main() -> int:
    """Build beside the site, then put the new one in its place; return the build's exit code."""
    code = run_mkdocs(FRESH)
    if code == 0:
        shutil.rmtree(SITE, ignore_errors=True)
        FRESH.rename(SITE)
    return code


def build_sample(site: Path, address: str, **settings: str) -> None:
    """Build the site for an address at which it is measured or pictured; settings as in mkdocs.yml."""
    settings |= {"SITE_URL": address, "REPOSITORY_URL": REPOSITORY}
    if run_mkdocs(site, **settings):
        raise SystemExit("the site must build, and does not: `make build` says why")


def run_mkdocs(site: Path, **settings: str) -> int:
    """Build into a folder, with any warning an error; return the exit code."""
    # -P: a module that lies in the project's root is not taken for one of the libraries.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, env=os.environ | settings, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
