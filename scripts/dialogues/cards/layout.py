"""Break a text into the lines of a picture, and choose a size at which they fit. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Measure = Callable[[str, int], float]
"""Tells how wide a text is at a size."""
OPENING, CLOSING = "（「『《〈“‘(\\[", "，。、；：？！）」』》〉”’…—％,.;:?!)\\]%"
UNIT = re.compile(
    rf"[{OPENING}]*(?:[^\W\u2e80-\uffff]+(?:[-'’./@&+][^\W\u2e80-\uffff]+)*|\S)[{CLOSING}]*\s*"
)
"""What no line is broken within: a word or a Chinese character, and the signs that cling to it."""
ENDS = "，、；：,;: "
"""Signs that are left out before what says that there is more."""
LEADING = 1.5
"""How far lines are from each other, in sizes."""


@dataclass(frozen=True)
class Block:
    """Lines of a size."""

    lines: Sequence[str]
    size: int

    @property
    def height(self) -> float:
        """How high all of them are."""
        return len(self.lines) * self.size * LEADING


def fit(text: str, width: int, height: int, measure: Measure, sizes: Sequence[int]) -> Block:
    """Return a text at the largest size at which all of it fits, or cut at the smallest."""
    for size in sizes:
        block = Block(break_lines(text, width, size, measure), size)
        if block.height <= height:
            return block
    count = int(height / (block.size * LEADING))
    return Block(_cut(block.lines[:count], width, block.size, measure), block.size)


def break_lines(text: str, width: int, size: int, measure: Measure) -> list[str]:
    """Return the lines of a text; a sign that ends a phrase never begins one."""
    lines, line, used = [], "", 0.0
    for unit in _list_units(text, width, size, measure):
        if line and used + measure(unit.rstrip(), size) > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += unit
        used += measure(unit, size)
    return [*lines, line.rstrip()]


def _list_units(text: str, width: int, size: int, measure: Measure) -> Iterator[str]:
    """Yield the parts of a text; one that is longer than a line, character by character."""
    for unit in UNIT.findall(" ".join(text.split())):
        yield from unit if measure(unit.rstrip(), size) > width else [unit]


def _cut(lines: Sequence[str], width: int, size: int, measure: Measure) -> list[str]:
    """Return lines of which the last one says that there is more."""
    units = UNIT.findall(lines[-1])
    while units and measure(f"{''.join(units)}…", size) > width:
        units.pop()
    return [*lines[:-1], f"{''.join(units).rstrip(ENDS)}…"]
