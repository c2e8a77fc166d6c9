"""Split a source into lines: blank ones, table rows and text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogues.parsing.excerpts import Excerpt

RULE = re.compile(r"[-—=\s]+")
STROKES = r"[-–—―─－~～‧·\s]"
PAGE_NUMBER = re.compile(
    rf"{STROKES}*(?:第\s*(?:[0-9０-９]{{1,4}}|[一二三四五六七八九十百]{{1,4}})\s*頁"
    r"(?:\s*+[，,/、]?\s*+[共全]\s*+(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4})\s*頁)?"
    r"|(?:[Pp]age|[Pp]\.?|頁次?\s*+[：:]?)\s*+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    rf"|(?<={STROKES})\d{{1,4}}(?={STROKES})|\d{{1,4}}\s*/\s*\d{{1,4}}){STROKES}*"
)
"""The number of a page: 第 3 頁，共 8 頁, ~727~, －3－, P.3, 3/8."""


@dataclass(frozen=True)
class Blank:
    """A line of white space alone: paragraphs and pages are set apart by it."""

    text: Excerpt


@dataclass(frozen=True)
class Separator:
    """A row of strokes alone, left over from a table's drawing."""

    text: Excerpt


@dataclass(frozen=True)
class TableRow:
    """A table row; its cells keep the white space around their text."""

    text: Excerpt
    cells: tuple[Excerpt, ...]

    @property
    def texts(self) -> list[str]:
        """The cells as strings without the white space around them."""
        return [cell.text.strip() for cell in self.cells]


@dataclass(frozen=True)
class Text:
    """Any other line."""

    text: Excerpt


Line = Blank | Separator | TableRow | Text


def split_lines(source: Excerpt) -> Iterator[Line]:
    """Yield the lines of a source in order, each with its place."""
    for line in source.split("\n"):
        yield classify(line[:-1] if line.text.endswith("\r") else line)


def classify(line: Excerpt) -> Line:
    """Return an excerpt as a line of its kind: cells are set apart by tabs."""
    if not line.text.strip():
        return Blank(line)
    if RULE.fullmatch(line.text):
        return Separator(line)
    if "\t" in line.text:
        return TableRow(line, tuple(line.split("\t")))
    return Text(line)
