"""Print what a build costs: beside an earlier commit, after one word, and what it weighs.

Costs are the processor's seconds; what is compared is built in turns, so that a busy machine
slows both alike.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
BEFORE = "2ed8935"
"""The commit that builds are compared with."""
RUNS = 3
LEFT = shutil.ignore_patterns(".*", "site", "node_modules", "__pycache__")
BUILD = ("-P", "-m", "mkdocs", "build", "--quiet", "--site-dir")
EN = re.compile(r"^  en: \|-\n    .+$", re.MULTILINE)
"""A translation, to which a word can be added that breaks no rule."""


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        now = copy_project(work / "now")
        before = fetch_before(work)
        rounds = [
            [cost(project, [*BUILD, str(work / "site")]) for project in (before, now)]
            for _ in range(RUNS)
        ]
        pages, size = weigh(work / "site")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        cold, warm = rebuild(now)
    ratio = median(new / old for old, new in rounds)
    print(f"a build                    {median(new for _, new in rounds):6.2f} s of CPU")
    print(f"  to one of {BEFORE}       {ratio:6.2f}; load {os.getloadavg()[0]:.1f}")
    print(f"after one word, to a cold  {warm / cold:6.2f}; load {os.getloadavg()[0]:.1f}")
    print(f"peak memory                {peak:6.0f} MB")
    print(f"pages                      {pages:6d}")
    print(f"site                       {size / 1e6:6.1f} MB")
    return 0


def copy_project(target: Path) -> Path:
    """Copy this project, without what was made in it."""
    shutil.copytree(ROOT, target, ignore=LEFT)
    for made in (target / "docs/data", *target.glob("docs/[ez][nh]/*/")):
        shutil.rmtree(made, ignore_errors=True)
    return target


def fetch_before(work: Path) -> Path:
    """Return the project as it was at the earlier commit, with the packages that it needs."""
    target = work / "before"
    target.mkdir()
    packed = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["tar", "-x"], cwd=target, check=True, input=packed.stdout)
    install = [sys.executable, "-m", "uv", "--no-config", "--quiet", "pip", "install", "--no-deps"]
    places = ["--target", str(target / ".packages"), "--requirement", "requirements.txt"]
    subprocess.run([*install, "--require-hashes", *places], cwd=target, check=True)
    return target


def cost(project: Path, command: Sequence[str]) -> float:
    """Return the processor's seconds of a command of Python in a project."""
    paths = os.pathsep.join(str(project / name) for name in ("scripts", ".packages"))
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": paths}
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *command]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def rebuild(project: Path) -> tuple[float, float]:
    """Return the cost of `make build` that remembers nothing, and of one after one word."""
    cold = cost(project, ["scripts/build.py"])
    warm = []
    file = next(iter(sorted(project.glob("docs/records/*/passages.yml"))))
    for word in ("Indeed", "Truly", "Surely")[:RUNS]:
        text = file.read_text(encoding="utf-8")
        file.write_text(EN.sub(rf"\g<0> {word}.", text, count=1), encoding="utf-8")
        warm.append(cost(project, ["scripts/build.py"]))
    return cold, median(warm)


def weigh(site: Path) -> tuple[int, int]:
    """Return how many pages a site has, and the bytes of all its files."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in files)
    return pages, sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    raise SystemExit(main())
