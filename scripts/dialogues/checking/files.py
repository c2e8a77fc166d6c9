"""Check that nothing stands under docs/ but what the site is built from."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from dialogues.model.sources import LARGEST_ORIGINAL, ORIGINALS
from dialogues.problems import Problem
from dialogues.publishing import FOLDERS
from dialogues.reading.files import MOST_BYTES
from dialogues.reading.history import list_tracked
from dialogues.reading.records import RECORDS
from dialogues.reading.slips import find_marks
from dialogues.schemas import KEY

WORDS = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*"
REGISTRY = (
    *("cities", "events", "featured", "glossary", "initiatives", "omissions", "organizations"),
    *("people", "redirects", "schemes", "synonyms", "themes"),
)
KNOWN = {
    re.compile(expression): limit
    for expression, limit in {
        r"docs/addresses\.txt": MOST_BYTES,
        r"docs/records/[^/]+/(?:source\.txt|record\.yml|passages\.yml)": None,
        rf"docs/records/[^/]+/original\.(?:{'|'.join(ORIGINALS)})": LARGEST_ORIGINAL,
        rf"docs/registry/(?:{'|'.join(REGISTRY)})\.yml": None,
        rf"docs/(?:zh|en)/{WORDS}\.md": MOST_BYTES,
        r"docs/assets/favicon\.svg": MOST_BYTES,
        rf"docs/assets/(?:{WORDS}/)*{WORDS}\.(?:css|js|png|jpg|webp|ico|woff2)": MOST_BYTES,
    }.items()
}
"""Data, originals of records, pages written by hand, and assets; no HTML, and no SVG but one, for they
can run. With the bytes that each may have, where none counts them on reading."""
ELSEWHERE = re.compile(r"docs/records/[^/]+")
"""What `check_folders` speaks of."""
GENERATED = tuple(f"docs/{folder}/" for folder in FOLDERS)


def check_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each link, and each file that is none of the known ones.

    Names with a dot before them are not published; in generated folders all else is removed.
    """
    for path in (root / "docs", *_walk(root / "docs")):
        where = path.relative_to(root).as_posix()
        if path.is_symlink():
            rule = "a file or folder must stand here itself, and this is a link to"
            yield Problem(where, 1, f"{rule} {str(path.readlink())!r}")
        elif not where.startswith(GENERATED) and not ELSEWHERE.fullmatch(where):
            yield from (Problem(where, 1, rule) for rule in _check_file(path, where))
    rule = "what stands among generated pages must be made by the build, and the history has this"
    for tracked in list_tracked(root, (folder.rstrip("/") for folder in GENERATED)):
        yield Problem(tracked, 1, rule)


def _check_file(path: Path, where: str) -> Iterator[str]:
    """Yield what is wrong with a file, or with what stands in its place."""
    limits = [limit for expression, limit in KNOWN.items() if expression.fullmatch(where)]
    if path.is_dir() and not limits:
        return
    if not limits:
        yield f"docs must hold data, pages by hand and assets alone (README.md), and has {path.name!r}"
    elif not path.is_file():
        yield "this must be a file as such, and is a folder or a device"
    elif limits[0] is not None and (size := path.stat().st_size) > limits[0]:
        yield f"a file must have at most {limits[0]:,} bytes, and has {size:,}"
    elif path.stem == "original" and not _read_beginning(path).startswith(
        ORIGINALS[path.suffix[1:]]
    ):
        yield f"the file that a record came in must be what its name says, and is no {path.suffix}"


def _read_beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError:  # may not be read; git keeps no such file
        return b""


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
DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that no folder can have on Windows."""


def check_folders(root: Path) -> Iterator[Problem]:
    """Yield a problem for what is no record's folder, or has a name that is safe in no address."""
    for path in sorted((root / RECORDS).iterdir()):
        where = f"{RECORDS}/{path.name}"
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield Problem(where, 1, "docs/records must hold a folder for each record, and no files")
        elif DEVICES.fullmatch(path.name):
            rule = "a folder must not have a name that Windows keeps for a device, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")
        elif path.name in RESERVED:
            rule = "a key must not be the name of a page that is there, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")
        elif not re.fullmatch(KEY, path.name):
            rule = "a folder's name must be lower-case words joined by hyphens, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")
