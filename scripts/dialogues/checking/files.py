"""Check that nothing stands under docs/ but what the site is built from."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from dialogues.problems import Problem
from dialogues.publishing import FOLDERS
from dialogues.reading.records import RECORDS
from dialogues.reading.slips import find_marks
from dialogues.schemas import KEY

WORDS = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*"
KNOWN = re.compile(
    rf"""docs/addresses\.txt
    | docs/records/[^/]+/(?:source\.txt|record\.yml|passages\.yml|original\.txt|{WORDS}\.(?:pdf|odt|docx?))
    | docs/registry/{WORDS}\.yml
    | docs/(?:zh|en)/{WORDS}\.md
    | docs/assets/favicon\.svg
    | docs/assets/(?:{WORDS}/)*{WORDS}\.(?:css|js|png|jpg|webp|ico|woff2)
    """,
    re.VERBOSE,
)
"""Data, originals of records, pages written by hand, and assets; no HTML, and no SVG but one, for they can run."""
ELSEWHERE = re.compile(r"docs/records/[^/]+")
"""What `check_folders` speaks of."""
GENERATED = tuple(f"docs/{folder}/" for folder in FOLDERS)


def check_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each link, and each file that is none of the known ones.

    Names with a dot before them are not published; in generated folders all else is removed.
    """
    for path in _walk(root / "docs"):
        where = path.relative_to(root).as_posix()
        if path.is_symlink():
            rule = "a file or folder must stand here itself, and this is a link to"
            yield Problem(where, 1, f"{rule} {str(path.readlink())!r}")
        elif not (
            path.is_dir()
            or where.startswith(GENERATED)
            or ELSEWHERE.fullmatch(where)
            or KNOWN.fullmatch(where)
        ):
            rule = "docs must hold data, pages by hand and assets alone (README.md), and has"
            yield Problem(where, 1, f"{rule} {path.name!r}")


def check_pages_by_hand(root: Path) -> Iterator[Problem]:
    """Yield a problem for each page by hand with the marks of a conflict, which would be shown."""
    for path in sorted(root.glob("docs/*/*.md")):
        if path.is_file() and not path.is_symlink():
            text = path.read_bytes().decode("utf-8", "replace")
            if marks := find_marks(text, strokes=False):
                yield Problem(path.relative_to(root).as_posix(), *marks)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield all that stands in a folder and the folders in it, in order; links are not followed."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in [*folders, *sorted(files)] if name[0] != ".")


RESERVED = frozenset({"index", "cited"})
"""Names of pages beside those of records."""


def check_folders(root: Path) -> Iterator[Problem]:
    """Yield a problem for what is no record's folder, or has a name that is safe in no address."""
    for path in sorted((root / RECORDS).iterdir()):
        where = f"{RECORDS}/{path.name}"
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield Problem(where, 1, "docs/records must hold a folder for each record, and no files")
        elif path.name in RESERVED:
            rule = "a key must not be the name of a page that is there, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")
        elif not re.fullmatch(KEY, path.name):
            rule = "a folder's name must be lower-case words joined by hyphens, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")
