"""Check the data, write the pages, add entries: what `python -m dialogues` does for a project."""

import datetime
from functools import partial
from pathlib import Path

from dialogues.checking.addresses import check_pages
from dialogues.checking.advice import advise
from dialogues.checking.changes import check_changes
from dialogues.checking.originals import note_originals
from dialogues.contributing.explaining import tell_one
from dialogues.contributing.outlining import ACCEPTED, write_unread
from dialogues.contributing.syncing import (
    add_addresses,
    add_entries,
    find_english,
    list_passages,
    propose_redirects,
)
from dialogues.data.files import render_data
from dialogues.loading import load_archive, read_archive
from dialogues.memory import NOTHING, Memory
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import replace, write_pages
from dialogues.reading.addresses import REDIRECTS
from dialogues.reading.files import read_text
from dialogues.reading.guides import read_guides
from dialogues.reading.history import find_base, read_version
from dialogues.reading.records import find_records, read_folder
from dialogues.reading.registry import read_registry
from dialogues.reading.yaml_files import parse_document
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

ADVICE = "advice, which may stay as it is 建議，可不改："


def check(root: Path) -> str:
    """Raise ProblemsFound with all that is wrong; return how much was checked."""
    archive, problems = read_archive(root)
    if base := find_base(root):
        today = datetime.datetime.now().astimezone().date()
        problems += list(check_changes(root, base, today, problems))
    if problems:
        raise ProblemsFound(problems)
    passages = list(archive.passages)
    checked = f"{len(archive.records)} records, {len(passages)} passages: no problem"
    advice = [*advise(archive), *note_originals(root)]
    return "\n".join([checked, ADVICE, *map(tell_one, sorted(advice))]) if advice else checked


def read_unread(root: Path) -> str:
    """Return, for each record that nobody has read as it is now, the page to read it by."""
    if not (root / ACCEPTED).is_dir():  # as in a project without tests
        return ""
    folders = [read_folder(root, key)[0] for key in find_records(root)]
    return write_unread(root, [folder for folder in folders if folder])


def convert(root: Path, repository: str = "", address: str = "", version: str | None = None) -> str:
    """Write the pages and the data under docs/; where anything is wrong, raise before any is touched.

    `repository` is the address of the repository's web interface, to which corrections link;
    `address` that of the site, which its feeds and data need; `version` goes before the history's.
    """
    return write_site(root, read_site(root, repository, address, version))


def read_site(
    root: Path, repository: str = "", address: str = "", version: str | None = None
) -> Site:
    """Return what all pages are made of; raise ProblemsFound where anything is wrong."""
    known = read_version(root) if version is None else version
    return Site.of(load_archive(root), repository, address, known, read_guides(root))


def write_site(root: Path, site: Site, memory: Memory = NOTHING) -> str:
    """Write the pages and the data of a site that was read, as `convert` does."""
    files = {**render_site(site), **dict(render_data(site, memory))}
    if problems := list(check_pages(files, site.archive)):
        raise ProblemsFound(problems)
    changed, removed = write_pages(root / "docs", files)
    return f"{changed} files written, {removed} removed"


def sync(root: Path) -> str:
    """Add entries for new passages to each record's passages.yml."""
    added = 0
    problems: list[Problem] = []
    keys = find_records(root)
    registry, unread = read_registry(root)
    if registry.unread:  # or all that its entries have would seem to be gone
        raise ProblemsFound(unread)
    for key in keys:
        folder, more = read_folder(root, key)
        problems += more
        if folder is None or more:
            continue
        path = root / folder.passages_document.path
        text = read_text(path)
        passages = list_passages(folder.parsed)
        lines = {known: folder.passages_document.line_of(known) for known in folder.passages}
        added += len(passages.keys() - lines.keys())
        english = partial(find_english, registry=registry)
        synced = add_entries(text, lines, passages, registry.themes, english)
        if parse_document(folder.passages_document.path, synced)[0] is None:
            rule = "entries must be keys on lines of their own, not between { and }"
            problems.append(Problem(folder.passages_document.path, 1, rule))
        elif synced != text:
            replace(path, synced.encode("utf-8"))
    if problems:
        raise ProblemsFound(problems)
    archive, _ = read_archive(root)
    done = f"{added} entries and {add_addresses(root, archive)} addresses added"
    proposed = propose_redirects(root, archive)
    return f"{done}, {proposed} redirects proposed in {REDIRECTS}" if proposed else done
