"""Write pages and data to disk where they changed, and remove those that are no longer made."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from dialogues.model.addresses import CARDS, INDEX_FOLDERS
from dialogues.problems import Problem, ProblemsFound

GROUPS = (*INDEX_FOLDERS, CARDS, "citing", "search", "data")
"""Folders of generated pages, of each language."""
FOLDERS = (*(f"{language}/{group}" for language in ("zh", "en") for group in GROUPS), "data")
"""Folders under docs/ that hold generated pages and nothing else."""


def write_pages(docs: Path, pages: Mapping[str, str | bytes]) -> tuple[int, int]:
    """Write pages by their paths under docs/; return how many changed and how many were removed."""
    outside = [path for path in pages if not path.startswith(tuple(f"{f}/" for f in FOLDERS))]
    if outside:
        known = f"folders of model/addresses.py: {', '.join(FOLDERS)}"
        raise ValueError(f"pages must stand in {known}; and not: {outside}")
    orphans = [docs / path for path in _find_pages(docs) if path not in pages]
    for orphan in orphans:  # before others: one may stand where a page or its folder has to be
        orphan.unlink()
    for path in pages:
        if (docs / path).is_dir():
            shutil.rmtree(docs / path)
    changed = sum(write_if_changed(docs / path, text) for path, text in sorted(pages.items()))
    return changed, len(orphans)


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file, whole or not at all, where its content differs; return whether it did."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, data, lasting=False)  # what is generated can be made again
    return True


def replace(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file beside the old one and put it in its place: one of the two is always there, whole.

    If it is to last, it is on the disk before it takes the place. Where it cannot be written, the
    old file stays, and that is a Problem.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, partial)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        rule = "the file must be written, and stays as it was"
        raise ProblemsFound(
            [Problem(str(path), 1, f"{rule}: {error.strerror or error}")]
        ) from error


def _find_pages(docs: Path) -> Iterable[str]:
    for folder in FOLDERS:
        for path in sorted((docs / folder).rglob("*")):
            if not path.is_dir():
                yield path.relative_to(docs).as_posix()
