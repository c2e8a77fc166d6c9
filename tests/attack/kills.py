"""What is killed at any moment, finds no room, or runs twice at once, leaves what was there whole."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from attack.attempts import Attempt, attempt
from mistakes.planting import RECORD
from projects import ROOT, SMALL, copy_small_project, share_templates
from test_swapping import KILLED

BUILD = [sys.executable, "scripts/build.py"]
SYNC = [sys.executable, "-m", "dialogues", "sync"]
MOMENTS = 20
Run = Callable[..., "subprocess.Popen[bytes]"]


def start(command: list[str], folder: Path, **settings: str) -> "subprocess.Popen[bytes]":
    """Start a command in a group of its own, so that a kill reaches all of it."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "scripts"),
        "SITE_VERSION": "test",
        "SOURCE_DATE_EPOCH": "1790000000",
        "NO_MKDOCS_2_WARNING": "1",
        **settings,
    }
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=silent, stderr=silent, start_new_session=True
    )


def kill_after(running: "subprocess.Popen[bytes]", seconds: float) -> None:
    time.sleep(seconds)
    with_group = partial(os.killpg, running.pid, signal.SIGKILL)
    if running.poll() is None:
        with_group()
    running.wait()


def read_all(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def built_project() -> Iterator[tuple[Path, Mapping[str, bytes], float]]:
    """Yield a small project, its site, and how many seconds a build takes."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_small_project(Path(folder, "project"))
        share_templates(project)
        start(BUILD, project).wait()
        before = time.monotonic()
        assert start(BUILD, project).wait() == 0
        yield project, read_all(project / "site"), time.monotonic() - before


def compare(project: Path, site: Mapping[str, bytes], what: str) -> str:
    """Return what a site has that it should not, or lacks."""
    found = read_all(project / "site")
    if found == site:
        return ""
    changed = sum(found.get(path) != data for path, data in site.items())
    return f"{what}: {len(found)} of {len(site)} files, {changed} of them otherwise"


def try_builds(each: int) -> Iterator[Attempt]:
    """Kill builds at moments, start two at once, let none write more than a little."""
    with built_project() as (project, site, seconds):
        for moment in range(0, MOMENTS, each):
            shutil.rmtree(project / ".cache/pages", ignore_errors=True)
            kill_after(start(BUILD, project), seconds * (moment + 0.5) / MOMENTS)
            yield Attempt(f"kill at {moment}/{MOMENTS}", compare(project, site, "after a kill"))
        yield attempt("a build after all kills", partial(build_again, project, site))
        for _ in range(max(1, 4 // each)):
            both = [start(BUILD, project), start(BUILD, project)]
            codes = [running.wait() for running in both]
            fault = compare(project, site, "two at once") or ("" if codes == [0, 0] else str(codes))
            yield Attempt("two builds at once", fault)
        for size in (1_000, 30_000, 100_000)[:: min(each, 3)]:
            limited(BUILD, project, size, SITE_VERSION="otherwise").wait()
            yield Attempt(f"files of {size:,} bytes at most", compare(project, site, "no room"))
        yield attempt("a build on a full disk", partial(fill_disk, project, site))


def build_again(project: Path, site: Mapping[str, bytes]) -> str:
    code = start(BUILD, project).wait()
    left = [path.name for path in (project / ".cache").glob("gone-*")]
    return compare(project, site, "the next build") or (f"{code}, {left}" if code or left else "")


def limited(
    command: list[str], folder: Path, size: int, **settings: str
) -> "subprocess.Popen[bytes]":
    """Start a command that can write no file of more than some bytes, as where the disk is full."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        return start(command, folder, **settings)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def fill_disk(project: Path, site: Mapping[str, bytes]) -> str:
    """Return the fault of a build whose .cache lies on a disk of 1 MB; none can be made without leave."""
    cache = project / ".cache"
    shutil.rmtree(cache)
    cache.mkdir()
    disk = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(cache)]
    if subprocess.run(disk, check=False, capture_output=True).returncode:
        return ""
    try:
        code = start(BUILD, project, SITE_VERSION="otherwise").wait()
        return compare(project, site, "full disk") or ("" if code else "exit 0")
    finally:
        subprocess.run(["umount", str(cache)], check=True)


def try_serving(each: int) -> Iterator[Attempt]:
    """Build while the site is served for editing: each has its own address."""
    serve = [sys.executable, "-P", "-m", "serving", "localhost:8765"]
    with built_project() as (project, _, __):
        running = start(serve, project)
        try:
            for _ in range(max(1, 4 // each)):
                code = start(BUILD, project, SITE_URL="https://a.example/x/").wait()
                found = read_all(project / "site")
                foreign = [path for path, data in found.items() if b"localhost:8765" in data]
                yield Attempt(
                    "a build beside serve", f"{code} {foreign[:3]}" if code or foreign else ""
                )
        finally:
            kill_after(running, 0)


def try_sync(each: int) -> Iterator[Attempt]:
    """Kill `sync` at moments, and let it write no more than a little: old or new, never a part."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SMALL, Path(folder, "small")))
        file = root / RECORD / "passages.yml"
        old = file.read_bytes().partition(b"q1-1-1:")[0]
        file.write_bytes(old)
        before = time.monotonic()
        start(SYNC, root).wait()
        seconds, new = time.monotonic() - before, file.read_bytes()
        for moment in range(0, MOMENTS, each):
            file.write_bytes(old)
            kill_after(start(SYNC, root), seconds * (0.5 + moment / MOMENTS / 2))
            yield Attempt(f"sync killed at {moment}", _part_of(file, old, new))
        for size in (0, 100, len(old))[:: min(each, 3)]:
            file.write_bytes(old)
            limited(SYNC, root, size).wait()
            yield Attempt(f"sync with files of {size} bytes at most", _part_of(file, old, new))


def _part_of(file: Path, old: bytes, new: bytes) -> str:
    found = file.read_bytes()
    return "" if found in (old, new) else f"{len(found)} bytes, neither old nor new"


def try_swaps(_: int) -> Iterator[Attempt]:
    """Kill the swap of the site at each of its renames."""
    for renames in range(4):
        with tempfile.TemporaryDirectory() as folder:
            yield attempt(f"rename {renames}", partial(kill_swap, Path(folder), renames))


def kill_swap(folder: Path, renames: int) -> str:
    for place, text in ((folder / "site", "old"), (folder / ".cache/site", "fresh")):
        place.mkdir(parents=True)
        for name in ("one", "two"):
            (place / name).write_text(text)
    start([sys.executable, "-c", KILLED, str(renames)], folder).wait()
    site = folder / "site"
    whole = read_all(site if site.exists() else folder / ".cache/last")
    return "" if len(whole) == 2 and len({*whole.values()}) == 1 else str(whole)
