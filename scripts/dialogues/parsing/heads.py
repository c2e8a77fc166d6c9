"""Read what stands at the head of a document, and above a question in its cell."""

import re
from collections.abc import Sequence

from dialogues.parsing.blocks import Piece, parse_blocks
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.layout import Layout
from dialogues.parsing.lines import TableRow
from dialogues.parsing.structure import Block, Fact, Heading

COLON = re.compile(r"[：:]")


def find_facts(row: TableRow, layout: Layout) -> list[Fact] | None:
    """Return the names and values of a row, or None where one of them is not declared.

    The value of the last may go on in the next row.
    """
    cells = [cell.strip() for cell in row.cells]
    if len(cells) % 2 and cells[-1]:
        return None
    facts = [Fact(n, v) for n, v in zip(cells[::2], cells[1::2], strict=False) if n or v]
    if not all(map(layout.has_fact, facts[:-1])):
        return None
    return None if any(not layout.begins_fact(fact) for fact in facts[-1:]) else facts


def split_fact(line: Excerpt) -> tuple[Fact, Excerpt] | None:
    """Return the name and value that a line with a colon may have, and the colon."""
    colon = COLON.search(line.text)
    if not colon:
        return None
    name, value = line[: colon.start()].strip(), line[colon.end() :].strip()
    return Fact(name, value), line[colon.start() : colon.end()]


def split_question(pieces: Sequence[Piece], layout: Layout) -> tuple[list[Heading], list[Block]]:
    """Return the headings that stand in the cell of a question, and what is asked in it."""
    headings, asked = [], []
    for block in parse_blocks(pieces):
        if not block.marker and block.body.text in layout.headings:
            headings.append(Heading(block.body))
        else:
            asked.append(block)
    return headings, asked
