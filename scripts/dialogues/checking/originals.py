"""Note where source.txt differs from what its original reads as today.

This is advice, for digests prove both files: a person may have put words of a text box where they
belong, and our reading of office files may have become better since.
"""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from dialogues.problems import Problem, ProblemsFound, shorten
from dialogues.reading.records import RECORDS
from dialogues.receiving.files import receive

COMPARED = ".pdf"
"""What is not read anew: a person compares it line by line anyhow."""


def note_originals(root: Path) -> Iterator[Problem]:
    """Yield a note for each record whose source is no longer what its original reads as."""
    for path in sorted((root / RECORDS).glob("*/original.*")):
        source = path.with_name("source.txt")
        if path.suffix == COMPARED or not source.is_file():
            continue
        place = source.relative_to(root).as_posix()
        try:
            text = receive(path).source.decode("utf-8")
        except ProblemsFound:
            yield Problem(place, 1, f"cannot be compared with {path.name}, which cannot be read")
            continue
        own = source.read_bytes().decode("utf-8", "replace")
        if found := find_difference(own, text):
            line, words = found
            rule = f"is not as {path.name} reads now, which has here"
            yield Problem(place, line, f"{rule} {shorten(words) if words else 'nothing'}")


def find_difference(own: str, other: str) -> tuple[int, str] | None:
    """Return the first line, from 1, in which two texts differ, and what the other has there."""
    pairs = zip_longest(own.split("\n"), other.split("\n"))
    return next(
        ((number, there or "") for number, (here, there) in enumerate(pairs, 1) if here != there),
        None,
    )
