"""Find the marks of a draft: a value that is proposed or missing waits for a person.

A mark is a comment at the end of a line of YAML. It stands for what begins on that line: a value, or
an entry with all that is beneath it. `make check` reports each, so nothing that is marked is on a page.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from dialogues.reading.records import RECORDS
from dialogues.reading.registry import REGISTRY

MARK = re.compile(r"(?<=\S)[ \t]+# (proposed|missing)[ \t]*\r?$")


def find_marks(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line of each mark in a file, from 1, what it says, and what it marks."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := MARK.search(line):
            yield number, found[1], line[: found.start()].strip()


def list_marked(root: Path) -> list[Path]:
    """Return the files that a draft writes: the registry's, and record.yml of each record."""
    found = [*(root / RECORDS).glob("*/record.yml"), *(root / REGISTRY).glob("*.yml")]
    return sorted(path for path in found if path.is_file())
