"""What an office file holds, whatever wrote it: paragraphs, tables, and what is left for a person.

Every text of the file is either in a block or in what is left; `check_proof` counts them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dialogues.parsing.blocks import ends_sentence, starts_item
from dialogues.parsing.rows import read_number
from dialogues.reading.characters import is_private, is_unseen

SHORT = 60
"""Characters of a cell up to which several lines may be one name."""
NAMED = 2
"""Columns, from the first, in which a name merged over several rows is printed in each of them."""
FOLDABLE = re.compile(r"[\t\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
"""What sets words apart as a space does, and would be a cell or a line of its own in source.txt."""


@dataclass
class Paragraph:
    """A paragraph, its line breaks kept, and the number that the office prints before it."""

    text: str
    number: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines that hold anything, the first behind its number."""
        tight = unicodedata.east_asian_width(self.number[-1:] or "、") in "WF"
        lines = [line.strip() for line in self.text.split("\n")]
        lines[0] = f"{self.number}{'' if tight or not lines[0] else ' '}{lines[0]}"
        return [line for line in lines if line]


@dataclass
class Cell:
    """A cell of a table, and how far it is merged."""

    blocks: "Sequence[Block]" = ()
    span: int = 1
    """Columns that it takes."""
    merged: bool = False
    """Whether it goes on with the cell above it."""

    @property
    def lines(self) -> list[str]:
        """Its paragraphs as lines; a row of a table within it is one line."""
        found: list[str] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found += block.lines
            else:
                rows = [[" ".join(cell.lines) for cell in row] for row in block.rows]
                found += [" ".join(filter(None, row)) for row in rows if any(row)]
        return found


@dataclass
class Table:
    """Rows of cells."""

    rows: list[list[Cell]]

    @property
    def is_box(self) -> bool:
        """Whether it has one column: a frame around what stands in it."""
        return all(len(row) < 2 for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True)
class Left:
    """A text of the file that is not where a reader would look for it in source.txt, or not in it."""

    kind: str
    text: str
    kept_out: bool = True
    """Whether source.txt does not have it."""


@dataclass
class Document:
    """What was read of a file, and all its texts as they stand in it."""

    blocks: list[Block]
    left: list[Left]
    texts: list[str]
    """Each text of the file, shown or not, gathered without regard to how it was read."""
    printed: list[str]
    """What the file does not hold as text and a reader sees: marks of notes, signs."""


def clean(text: str) -> tuple[str, str]:
    """Return a text with plain spaces, and apart from it the characters that nobody can see.

    Those of an office's own font stay: record.yml says what they are read as.
    """
    text = FOLDABLE.sub(" ", text)
    odd = {c for c in {*text} if c != "\n" and is_unseen(c) and not is_private(c)}
    if not odd:
        return text, ""
    return "".join(c for c in text if c not in odd), "".join(c for c in text if c in odd)


def mark_note(mark: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks of a note, the first behind its mark."""
    if blocks and isinstance(blocks[0], Paragraph):
        return [Paragraph(f"{mark} {blocks[0].text}", blocks[0].number), *blocks[1:]]
    return [Paragraph(mark), *blocks]


@dataclass
class Writer:
    """Writes blocks as source.txt has them, and counts what it puts in itself."""

    spaced: bool = False
    """Whether a blank line parts paragraphs, as releases have them."""
    lines: list[str] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)

    def write(self, blocks: Iterable[Block]) -> str:
        """Return the text of source.txt: a line a paragraph, a row of a table a line of cells."""
        for block in blocks:
            if isinstance(block, Table) and block.is_box:
                self.write(inner for row in block.rows for cell in row for inner in cell.blocks)
                continue
            if isinstance(block, Table):
                self._part()
                self._write_table(block)
                self._part()
                continue
            self._count(block)
            self.lines += block.lines
            if self.spaced:
                self._part()
        return "\n".join(self.lines).strip("\n") + "\n"

    def _part(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _write_table(self, table: Table) -> None:
        names = all(map(is_name, (cell.lines for row in table.rows for cell in row)))
        above: list[str] = []
        for row in table.rows:
            if len(row) == 1 and len(row[0].lines) > 1:  # lines over the whole width: headings
                self._count(*row[0].blocks)
                self.lines += [line + "\t" * row[0].span for line in row[0].lines]
                continue
            cells: list[str] = []
            own = True
            for cell in row:
                self._count(*cell.blocks)
                place = len(cells)
                text = self._write_cell(cell, named=names or not above or place < NAMED)
                if cell.merged and not text and own and place < min(NAMED, len(above)):
                    text = above[place] if is_name([above[place]]) else ""
                    self.added.update(text)
                own = own and bool(text)
                cells += [text, *[""] * (cell.span - 1)]
            above = cells
            if any(cells):
                self.lines.append("\t".join(cells) if len(cells) > 1 else f"{cells[0]}\t")

    def _write_cell(self, cell: Cell, *, named: bool) -> str:
        """Return a cell's text: several paragraphs in tags, a name on several lines as one."""
        lines = cell.lines
        if len(lines) < 2 or (named and is_name(lines)):
            return " ".join(lines)
        self.added.update("<p></p>" * len(lines))
        return " ".join(f"<p>{line}</p>" for line in lines)

    def _count(self, *blocks: Block) -> None:
        """Count the numbers that the file does not hold as text."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.added.update(block.number)
            else:
                self._count(*(b for row in block.rows for cell in row for b in cell.blocks))


def is_name(lines: Sequence[str]) -> bool:
    """Return whether the lines of a cell are short as a name is, and no number, list or sentence."""
    text = " ".join(lines)
    return len(text) <= SHORT and "<p>" not in text and not (
        read_number(text) or any(ends_sentence(line) or starts_item(line) for line in lines)
    )  # fmt: skip


def check_proof(document: Document, text: str, writer: Writer) -> dict[str, int]:
    """Return the characters of which a text and what is left have more or fewer than the file.

    White space does not count. Empty where every character has arrived, and none was made up.
    """
    arrived = Counter("".join([text, *(left.text for left in document.left if left.kept_out)]))
    expected = Counter("".join([*document.texts, *document.printed])) + writer.added
    return {
        char: arrived[char] - expected[char]
        for char in sorted(arrived.keys() | expected.keys())
        if not char.isspace() and not FOLDABLE.match(char) and arrived[char] != expected[char]
    }
