"""How a mistake is planted in the small project."""

from collections.abc import Callable
from pathlib import Path

RECORD = "docs/records/2030-harbour-talks"
REGISTRY = "docs/registry"
Change = Callable[[Path], object]
"""Changes a project, given its folder."""
Mistakes = dict[str, tuple[Change, str]]
"""By its name: how a mistake is made, and what the lines that report it begin with."""


def replace(file: str, old: str, new: str) -> Change:
    """Return a change of one place in a file of the small project."""

    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{file} has no {old!r}"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def link_outside(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")
