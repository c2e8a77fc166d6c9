"""A folder takes the place of another: whole or not at all, whatever stops the swap."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from projects import ROOT
from swapping import recover, swap

KILLED = """
import os, signal, sys
from pathlib import Path
from swapping import swap

rename, left = Path.rename, [int(sys.argv[1])]

def count(*paths):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(*paths)

Path.rename = count
swap(Path(".cache/site"), Path("site"), Path(".cache/last"))
"""
"""Swap, and be killed instead of one of the renames."""


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with an old site and a fresh one."""
    for folder, text in ((tmp_path / "site", "old"), (tmp_path / ".cache/site", "fresh")):
        folder.mkdir(parents=True)
        for name in ("one", "two"):
            (folder / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


FRESH, SITE, LAST = Path(".cache/site"), Path("site"), Path(".cache/last")


def read(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.iterdir())]


def test_a_fresh_site_replaces_the_old_one_and_nothing_is_left() -> None:
    swap(FRESH, SITE, LAST)

    assert read(SITE) == ["fresh", "fresh"]
    assert list(Path(".cache").iterdir()) == []


@pytest.mark.parametrize(("renames", "kept"), [(0, "old"), (1, "old"), (2, "fresh"), (3, "fresh")])
def test_a_kill_in_the_swap_leaves_a_whole_site(renames: int, kept: str) -> None:
    command = [sys.executable, "-c", KILLED, str(renames)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    code = subprocess.run(command, env=environment, check=False).returncode
    assert code == (0 if renames == 3 else -9)

    assert read(SITE if SITE.exists() else LAST) == [kept, kept]
    recover(SITE, LAST)
    assert read(SITE) == [kept, kept]
    assert {path.name for path in Path(".cache").iterdir()} <= {"site"}


def test_what_cannot_be_put_in_place_leaves_the_old_site() -> None:
    shutil.rmtree(FRESH)

    with pytest.raises(FileNotFoundError):
        swap(FRESH, SITE, LAST)
    assert read(SITE) == ["old", "old"]
    assert not LAST.exists()


def test_a_link_stays_and_leads_to_the_fresh_site() -> None:
    SITE.rename("published")
    SITE.symlink_to("published")

    swap(FRESH, SITE, LAST)

    assert SITE.is_symlink()
    assert read(SITE) == ["fresh", "fresh"]


def test_half_a_site_that_was_being_removed_is_never_put_back() -> None:
    Path(".cache/gone-x/old").mkdir(parents=True)
    Path(".cache/gone-x/old/one").write_text("half")
    shutil.rmtree(SITE)

    recover(SITE, LAST)

    assert not SITE.exists()
    assert not list(Path(".cache").glob("gone-*"))
