"""The official text of a record, as it was received."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from dialogues.problems import Problem

ORIGINALS = {"docx": b"PK", "odt": b"PK", "pdf": b"%PDF-", "txt": b""}
"""What a file as received can be, and how each begins."""
LARGEST_ORIGINAL = 20_000_000
"""Bytes of such a file: the repository keeps it for ever."""


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
