"""The official text of a record, read byte for byte."""

import hashlib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dialogues.problems import Problem, shorten
from dialogues.reading.characters import find_mixed

MOST_BYTES = 2_000_000
MOST_BYTES_PER_LINE = 100_000
"""Limits that stand before any parsing; the longest line of the first records has 2,348 bytes."""

BLANK = frozenset(
    map(
        chr,
        (
            *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0),
            *range(0x180B, 0x1810),
            *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0),
        ),
    )
)
"""Letters and marks without a shape: fillers, joiners, selectors of variants, blank Braille."""
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that no reader can see, or that no font shows."""


@dataclass(frozen=True)
class Source:
    """One official text and the path that it was read from."""

    path: str
    text: str
    sha256: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(place + 1 for place, char in enumerate(self.text) if char == "\n")]

    def line_of(self, offset: int) -> int:
        """Return the number, from 1, of the line on which a character stands."""
        return bisect_right(self._line_starts, offset)

    def problem(self, offset: int, message: str) -> Problem:
        """Return the problem that concerns one character of the source."""
        return Problem(self.path, self.line_of(offset), message)


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


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, or None, and its problems of size, encoding and characters."""
    problems = check_size(path, data)
    if problems:
        return None, problems
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.end].hex(" ")
        return None, [Problem(path, line, f"text must be UTF-8, and has the bytes {found}")]
    return text, check_characters(path, text)


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


def check_characters(path: str, text: str) -> list[Problem]:
    """Return a problem for each line with a character that no one can see, or takes for another."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        for word, found in find_mixed(line):
            rule = "a word must be of one alphabet, and has"
            problems.append(Problem(path, number, f"{rule} {found}: {shorten(word)}"))
        if line.isprintable() and BLANK.isdisjoint(line):  # far faster, true of nearly every line
            continue
        unseen = sorted({char for char in line if _is_unseen(char)})
        if unseen:
            names = ", ".join(f"U+{ord(char):04X}" for char in unseen)
            problems.append(Problem(path, number, f"characters must be visible, and has {names}"))
    return problems


def _is_unseen(char: str) -> bool:
    if char in "\t\r":
        return False
    unseen = char in BLANK or unicodedata.category(char) in UNSEEN_CATEGORIES
    return unseen or _is_no_character(char)


def _is_no_character(char: str) -> bool:
    """Tell whether Unicode keeps a code point out of all texts; XML, of the feeds, refuses some."""
    return ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
