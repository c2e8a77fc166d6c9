"""Print how long conversion and build take, and what the build weighs beside a stock one.

The stock build has the same pages with MkDocs' own nav over all of them, and segments Chinese with
jieba for Material's search; jieba is installed beside the environment, for that build alone.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from dialogues.loading import load_archive
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

ROOT = Path(__file__).parents[2]
JIEBA = ROOT / ".cache/jieba"
RUNS = 3
STOCK = """\
site_name: Stock
site_url: http://localhost:8000/
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions:
  - attr_list
  - md_in_html
  - toc
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.snippets: {base_path: [docs]}
exclude_docs: |
  /registry/
  /records/**/*.yml
  _*.md
"""


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    conversion = median(measure(convert) for _ in range(RUNS))
    ours, stock = [], []
    with tempfile.TemporaryDirectory() as folder:
        site, project = Path(folder) / "site", make_stock_project(Path(folder))
        for _ in range(RUNS):
            ours.append(build(ROOT, site, {}))
            stock.append(build(project, project / "site", {"PYTHONPATH": str(JIEBA)}))
        pages, size = weigh(site)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    whole = median(ours)
    ratio = median(a / b for a, b in zip(ours, stock, strict=True))
    print(f"conversion of all records  {conversion:6.2f} s, {conversion / whole:.2f} of the build")
    print(f"whole build                {whole:6.2f} s, {ratio:.2f} of a stock build")
    print(f"stock build                {median(stock):6.2f} s")
    print(f"peak memory                {peak:6.0f} MB, the larger of the two builds")
    print(f"pages                      {pages:6d}")
    print(f"site                       {size / 1e6:6.1f} MB")
    return 0


def convert() -> None:
    """Read all records and render all pages, as the build does first."""
    render_site(Site.of(load_archive(ROOT)))


def measure(work: object) -> float:
    """Return how many seconds a call takes."""
    assert callable(work)
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def build(project: Path, site: Path, extra: dict[str, str]) -> float:
    """Build a project in a process of its own; return the seconds that it takes."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    environment = os.environ | extra | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def make_stock_project(folder: Path) -> Path:
    """Return a project with our pages and nothing else of ours."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"]
    into = ["--no-build-isolation", "--upgrade", "--target", str(JIEBA)]
    lock = str(ROOT / "requirements-bench.txt")
    subprocess.run([*pip, *into, "--requirement", lock], check=True)
    project = folder / "stock"
    shutil.copytree(ROOT / "docs", project / "docs")
    (project / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    return project


def weigh(site: Path) -> tuple[int, int]:
    """Return how many pages a site has, and the bytes of all its files."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in files)
    return pages, sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    raise SystemExit(main())
