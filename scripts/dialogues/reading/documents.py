"""A YAML file that has been read: what it holds, and where each part of it stands."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from ruamel.yaml.comments import CommentedBase, CommentedMap, CommentedSeq

from dialogues.problems import Problem
from dialogues.reading.yaml_nodes import Items, Keys

Location = tuple[str | int, ...]
FAR = 60
"""Lines of a file in which the words of one field are looked for."""


LONGEST_STEP = 80


def name_place(location: Location) -> str:
    """Return a place of a file as a message names it; a key may be as long as a file."""
    steps = map(str, location)
    return ".".join(
        step if len(step) <= LONGEST_STEP else f"{step[:LONGEST_STEP]}…" for step in steps
    )


def list_texts(node: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield each text in a tree of mappings and lists, with its place."""
    if isinstance(node, dict | list):
        for step in node if isinstance(node, dict) else range(len(node)):
            yield from list_texts(node[step], (*location, step))
    elif isinstance(node, str):
        yield location, node


class YamlFile:
    """One YAML file: its content and where each part of it stands."""

    def __init__(self, path: str, content: Any, text: str = "") -> None:
        self.path = path
        self.content = content
        self.text = text

    def line_of(self, *location: str | int) -> int:
        """Return the line of a key or item; that of what holds it where it is missing."""
        node, line = self.content, 1
        for step in location:
            position = find_position(node, step)
            if position is None:
                break
            line, node = position + 1, node[step]
        return line

    def line(self, number: int) -> str:
        """Return the words of a line, from 1; nothing where there is none."""
        return "".join(self._lines[number - 1 : number])

    def find_words(self, start: int, words: str) -> int:
        """Return the first line from a line on that has words; that line where none has."""
        lines = self._lines[start - 1 : start - 1 + FAR]
        return next((start + n for n, line in enumerate(lines) if words[:FAR] in line), start)

    def find_key_above(self, key: str | int) -> str:
        """Return the entry before one, as the file has it."""
        above = self.key_above(key)
        return "an entry" if above is None else repr(str(above))

    def key_above(self, key: str | int) -> str | int | None:
        """Return the key of the entry before one."""
        return self._above.get(key)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _above(self) -> dict[Any, Any]:
        """The entry before each, by its key."""
        return {key: above for above, key in pairwise(self.content)}

    def problem(self, message: str, *location: str | int) -> Problem:
        """Return the problem that concerns one part of the file."""
        return Problem(self.path, self.line_of(*location), message)


def find_position(node: Any, step: str | int) -> int | None:
    """Return the line, from 0, of a key or an item; None where the node has none."""
    if isinstance(node, Keys | Items):
        return node.lines.get(step)
    if not isinstance(node, CommentedBase):
        return None
    positions = node.lc.data or {}
    if isinstance(node, CommentedMap) and step in node and step in positions:
        return int(positions[step][0])
    if isinstance(node, CommentedSeq) and isinstance(step, int) and step in positions:
        return int(positions[step][0])
    return None
