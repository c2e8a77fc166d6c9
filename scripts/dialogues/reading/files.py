"""Read an official text byte for byte; refuse what is too large or not UTF-8."""

import hashlib
from pathlib import Path

from dialogues.model.sources import Source
from dialogues.problems import Problem
from dialogues.reading.characters import MARK, check_characters
from dialogues.reading.slips import find_marks, find_spaces

MOST_BYTES = 2_000_000
MOST_BYTES_PER_LINE = 100_000
"""Limits that stand before any parsing; the longest line of the first records has 2,348 bytes."""


def read_source(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """Read an official text; return it, or None, and what is wrong with it."""
    data, problems = read_bytes(root, path)
    text, more = decode(path, data) if data is not None else (None, [])
    if data is None or text is None:
        return None, problems + more
    return Source(path, text, hashlib.sha256(data).hexdigest()), more


def read_bytes(root: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """Read a file of the project; one that is missing or leads outside is a problem."""
    try:
        if not (root / path).resolve().is_relative_to(root.resolve()):
            rule = "a file must lie inside the project, and this leads outside"
            return None, [Problem(path, 1, rule)]
        return (root / path).read_bytes(), []
    except (OSError, RuntimeError) as error:  # a link to itself is the latter
        reason = getattr(error, "strerror", None) or "it leads nowhere"
        return None, [Problem(path, 1, f"the file must be there to read: {reason}")]


def read_text(path: Path) -> str:
    """Return the text of a file with its own line ends; an empty one where there is no file."""
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, or None, and its problems of size, encoding and characters.

    What git left of a conflict, or the mark of an encoding before the text, is a problem alone.
    """
    problems = check_size(path, data)
    if problems:
        return None, problems
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.end].hex(" ")
        return None, [Problem(path, line, f"text must be UTF-8, and has the bytes {found}")]
    slip = find_marks(text, strokes=not path.endswith("source.txt"))
    if slip is None and path.endswith(".yml"):
        slip = find_spaces(text)
    if slip:
        return None, [Problem(path, *slip)]
    problems = check_characters(path, text)
    if text.startswith(MARK) and path.endswith(".yml"):
        return None, [problem for problem in problems if problem.line == 1]
    return text, problems


def check_size(path: str, data: bytes) -> list[Problem]:
    """Return a problem for an empty file, for each line that is too long, for too many bytes."""
    if not data.strip():
        return [Problem(path, 1, "the file must hold text, and is empty")]
    problems = [
        Problem(
            path,
            number,
            f"a line must have at most {MOST_BYTES_PER_LINE:,} bytes, and has {len(line):,}",
        )
        for number, line in enumerate(data.split(b"\n"), 1)
        if len(line) > MOST_BYTES_PER_LINE
    ]
    if not problems and len(data) > MOST_BYTES:
        rule = f"a file must have at most {MOST_BYTES:,} bytes, and has {len(data):,}"
        return [Problem(path, 1, rule)]
    return problems
