"""Print how long conversion and build take, and what the build weighs."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from dialogues.loading import load_archive
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

ROOT = Path(__file__).parents[2]
RUNS = 3


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    conversion = median(measure(convert) for _ in range(RUNS))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        whole = median(measure(lambda: build(site)) for _ in range(RUNS))
        pages, size = weigh(site)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"conversion of all records  {conversion:6.2f} s, {conversion / whole:.2f} of the build")
    print(f"whole build                {whole:6.2f} s")
    print(f"peak memory                {peak:6.0f} MB")
    print(f"pages                      {pages:6d}")
    print(f"site                       {size / 1e6:6.1f} MB")
    return 0


def convert() -> None:
    """Read all records and render all pages, as the build does first."""
    render_site(Site.of(load_archive(ROOT)))


def measure(work: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def build(site: Path) -> None:
    """Build the site into a folder, in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def weigh(site: Path) -> tuple[int, int]:
    """Return how many pages a site has, and the bytes of all its files."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in files)
    return pages, sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    raise SystemExit(main())
