"""Print how long a page takes to follow what is saved, while the site is served."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from dialogues.loading import load_archive
from dialogues.model.addresses import session_address

ROOT = Path(__file__).parents[2]
TIMES = 10
LEFT = shutil.ignore_patterns(".*", "site", "node_modules", "__pycache__")
NUMBER = re.compile(r"/serving/reload\.js\?(\d+)")
WORD = "Measured"


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(ROOT, Path(folder, "project"), ignore=LEFT))
        with serve(project) as site:
            taken = [save_and_look(project, site, number) for number in range(TIMES)]
    print(f"a page follows a word      {median(taken):6.2f} s, the median of {TIMES}")
    print(f"  the longest              {max(taken):6.2f} s; load {os.getloadavg()[0]:.1f}")
    return 0


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """Serve a project as `make serve` does, at a free port; give its address."""
    command = [sys.executable, "-P", "-m", "serving", "localhost:0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield running.stdout.readline().split()[0]
        running.terminate()


def save_and_look(project: Path, site: str, number: int) -> float:
    """Change a word of a passage; return the seconds until its page shows it."""
    event, session = next(iter(load_archive(project).sessions))
    page = site + "en/" + session_address(event, session)
    seen = NUMBER.search(read(page))
    assert seen
    file = project / "docs/records" / session.record / "passages.yml"
    text = file.read_text(encoding="utf-8")
    word = f"{WORD}{chr(ord('a') + number)}"
    text = re.sub(r"(?m)^(  en: \|-\n    )\w+", rf"\g<1>{word}", text, count=1)
    start = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    read(f"{site}serving/changes?{seen[1]}")
    assert word in read(page), "the page must show what was saved"
    return time.perf_counter() - start


def read(address: str) -> str:
    """Return what a browser would get."""
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


if __name__ == "__main__":
    raise SystemExit(main())
