"""Build the site into site/; until the build has succeeded, the last good site stays there.

A build has folders of its own under .cache/, so that `make serve` may run beside it, and waits for
another one in the same tree.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dialogues.publishing import FOLDERS
from swapping import recover, swap

SITE = Path("site")
CACHE = Path(".cache")
FRESH = CACHE / "site"
LAST = CACHE / "last"
"""The last good site, while the new one takes its place."""
MEMORY, NEXT = CACHE / "pages", CACHE / "pages.next"
"""Pages of the last good build, of which this one takes what nothing has changed; of this one."""
DOCS = CACHE / "docs"
"""A copy of docs/, to which the pages are added."""
PAST = CACHE / "docs.past"
"""That of the last build, while the new one is made."""
GENERATED = {Path("docs", folder) for folder in FOLDERS}
REPOSITORY = "https://github.com/example/dialogues"
"""What a site that is only looked at takes for its repository."""


def main() -> int:
    """Build beside the site, then put the new one in its place; return the build's exit code."""
    os.umask(0o022)  # a server of another user reads the site
    try:
        with wait_for_others() as lock:
            recover(SITE, LAST)
            shutil.rmtree(NEXT, ignore_errors=True)
            code = run_mkdocs(FRESH, lock, BUILD_MEMORY=str(MEMORY))
            if code == 0:
                swap(FRESH, SITE, LAST)
                keep_pages()
    except OSError as error:
        print(f"the site stays as it was: {error}", file=sys.stderr)
        return 1
    return code


def keep_pages() -> None:
    """Let the next build find the pages of this one; where that fails, it finds none."""
    shutil.rmtree(MEMORY, ignore_errors=True)
    with suppress(OSError):
        NEXT.rename(MEMORY)


def build_sample(site: Path, address: str, **settings: str) -> None:
    """Build the site for an address at which it is measured or pictured; settings as in mkdocs.yml."""
    settings |= {"SITE_URL": address, "REPOSITORY_URL": REPOSITORY}
    with wait_for_others() as lock:
        code = run_mkdocs(site, lock, **settings)
    if code:
        raise SystemExit("the site must build, and does not: `make build` says why")


@contextmanager
def wait_for_others() -> Iterator[int]:
    """Let no other build run in this tree meanwhile; one that runs is waited for."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build runs in this folder; this one waits for it", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock.fileno()


def run_mkdocs(site: Path, lock: int, **settings: str) -> int:
    """Build a copy of docs/ into a folder, with any warning an error; return the exit code.

    The process holds the lock too, should this one be killed before it.
    """
    copy_docs()
    # -P: a module that lies in the project's root is not taken for one of the libraries.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = os.environ | {"PYTHONUTF8": "1", "BUILD_DOCS": str(DOCS)} | settings
    return subprocess.run(command, env=environment, pass_fds=[lock], check=False).returncode


def copy_docs() -> None:
    """Copy docs/ anew; what the last build added stays, for this one writes only what is different."""
    shutil.rmtree(PAST, ignore_errors=True)
    if DOCS.exists():
        DOCS.rename(PAST)
    shutil.copytree("docs", DOCS, symlinks=True, ignore=_find_generated)
    for folder in FOLDERS:
        with suppress(OSError):
            (PAST / folder).rename(DOCS / folder)
    shutil.rmtree(PAST, ignore_errors=True)


def _find_generated(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name) in GENERATED]


if __name__ == "__main__":
    raise SystemExit(main())
