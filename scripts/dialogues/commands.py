"""What the commands in scripts/ do, with the project's root as an argument."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dialogues.checking.addresses import add_addresses
from dialogues.contributing.syncing import add_entries, list_passages
from dialogues.data.files import render_data
from dialogues.loading import load_archive, read_archive
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import write_pages
from dialogues.reading.history import read_version
from dialogues.reading.records import find_records, read_folder
from dialogues.reading.registry import read_registry
from dialogues.reading.yaml_files import parse_document
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site


def run_check(arguments: Sequence[str] | None = None) -> int:
    """Check the data of a project; return 0, or 1 where there is a problem."""
    return _run("Check the data: print every problem with file and line.", arguments, check)


def run_convert(arguments: Sequence[str] | None = None) -> int:
    """Write the pages of a project; return 0, or 1 where there is a problem and no page changed."""
    return _run("Write the pages of both languages under docs/.", arguments, convert)


def run_sync(arguments: Sequence[str] | None = None) -> int:
    """Add entries for new passages; return 0, or 1 where a record could not be read."""
    return _run("Add an entry to passages.yml for each passage without one.", arguments, sync)


def check(root: Path) -> str:
    """Raise ProblemsFound with all that is wrong; return how much was checked."""
    archive, problems = read_archive(root)
    if problems:
        raise ProblemsFound(problems)
    passages = list(archive.passages)
    return f"{len(archive.records)} records, {len(passages)} passages: no problem"


def convert(root: Path, repository: str = "", address: str = "") -> str:
    """Write the pages and the data under docs/; where anything is wrong, raise before any is touched.

    `repository` is the address of the repository's web interface, to which corrections link;
    `address` that of the site, which its feeds and data need.
    """
    site = Site.of(load_archive(root), repository, address, read_version(root))
    files = {**render_site(site), **dict(render_data(site))}
    changed, removed = write_pages(root / "docs", files)
    return f"{changed} files written, {removed} removed"


def sync(root: Path) -> str:
    """Add entries for new passages to each record's passages.yml."""
    added = 0
    problems: list[Problem] = []
    registry, _ = read_registry(root)
    for key in find_records(root):
        folder, more = read_folder(root, key)
        problems += more
        if folder is None or more:
            continue
        path = root / folder.passages_document.path
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        passages = list_passages(folder.parsed)
        lines = {known: folder.passages_document.line_of(known) for known in folder.passages}
        added += len(passages.keys() - lines.keys())
        synced = add_entries(text, lines, passages, registry.themes)
        if parse_document(folder.passages_document.path, synced)[0] is None:
            rule = "entries must be keys on lines of their own, not between { and }"
            problems.append(Problem(folder.passages_document.path, 1, rule))
        elif synced != text:
            path.write_bytes(synced.encode("utf-8"))
    if problems:
        raise ProblemsFound(problems)
    archive, _ = read_archive(root)
    return f"{added} entries and {add_addresses(root, archive)} addresses added"


def _run(purpose: str, arguments: Sequence[str] | None, work: Callable[[Path], str]) -> int:
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (here)")
    root = parser.parse_args(arguments).root
    try:
        print(work(root))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    return 0
