"""Time grows with the length of a source and no faster, in each of its worst cases."""

import time
from collections.abc import Callable

import pytest

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from outlines import LAYOUT

ROW = "編號\t代表\t摘要\n1\t甲市市長\t<p>好"
ASKED = "提問\t回應\n何？\t甲市市長："
SHAPES: dict[str, tuple[RecordKind, Callable[[int], str]]] = {
    "lines of a release": ("release", lambda n: "a\n" * (n // 2)),
    "blank lines of a release": ("release", lambda n: "好\n\n\n\n" * (n // 7)),
    "statements": ("release", lambda n: "甲市市長表示，好。" * (n // 27)),
    "rows that go on": ("summary", lambda n: ROW + "\n" + "\t\ta\n" * (n // 4)),
    "paragraphs of a cell": ("summary", lambda n: ROW + "<p>好</p>" * (n // 10)),
    "stars": ("minutes", lambda n: ASKED + "</p><p>" + "*" * n + "x"),
    "turns": ("minutes", lambda n: "甲市市長：好。\n\n" * (n // 20)),
    "lines of a turn": ("minutes", lambda n: "甲市市長：好。\n" + "好\n" * (n // 4)),
}
SIZE = 8_000
ALLOWED = 3.2
"""Twice the length takes twice the time; four times would be quadratic. Machines are uneven."""


@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_length_takes_twice_the_time(name: str) -> None:
    kind, make = SHAPES[name]

    def measure(size: int) -> float:
        source = Source("source.txt", make(size), "")
        times = []
        for _ in range(2):
            start = time.process_time()
            parse(source, kind, LAYOUT)
            times.append(time.process_time() - start)
        return min(times)

    def is_linear() -> bool:
        return measure(2 * SIZE) <= ALLOWED * measure(SIZE) + 0.005

    # What is quadratic is so each time; a machine that was interrupted is not.
    assert any(is_linear() for _ in range(5))
