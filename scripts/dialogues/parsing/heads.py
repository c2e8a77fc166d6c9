"""What stands at the head of a document, and above a question in its cell."""

import re
from collections.abc import Sequence
from typing import Literal

from dialogues.parsing.blocks import Piece, parse_blocks
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.layout import Layout
from dialogues.parsing.lines import TableRow
from dialogues.parsing.structure import Block, Fact, Heading

COLON = re.compile(r"[：:]")


def find_facts(row: TableRow, layout: Layout) -> list[Fact] | None:
    """Return the names and values of a row, or None where one of them is not declared."""
    cells = [cell.strip() for cell in row.cells]
    if len(cells) % 2 and cells[-1]:
        return None
    pairs = [(n, v) for n, v in zip(cells[::2], cells[1::2], strict=False) if n or v]
    if any(not name or layout.facts.get(name.text) != value.text for name, value in pairs):
        return None
    return [Fact(name, value) for name, value in pairs]


def find_fact(line: Excerpt, layout: Layout) -> Fact | Literal["open"] | None:
    """Return the fact that a line is, `name：value`; "open" where it has the beginning of one."""
    colon = COLON.search(line.text)
    if not colon:
        return None
    name, value = line[: colon.start()].strip(), line[colon.end() :].strip()
    declared = layout.facts.get(name.text, "")
    if value.text == declared:
        return Fact(name, value) if declared else None
    return "open" if value and declared.startswith(value.text) else None


def split_question(pieces: Sequence[Piece], layout: Layout) -> tuple[list[Heading], list[Block]]:
    """Return the headings that stand in the cell of a question, and what is asked in it."""
    headings, asked = [], []
    for block in parse_blocks(pieces):
        if not block.marker and block.body.text in layout.headings:
            headings.append(Heading(block.body))
        else:
            asked.append(block)
    return headings, asked
