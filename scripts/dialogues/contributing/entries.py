"""Find entries of a YAML file as lines, add them and take them out."""

import re
from collections.abc import Collection, Iterable, Iterator

KEY = re.compile(r"""(["']?)([^\s#"'][^"'#]*?)\1:(?:\s|$)""")
ITEM = re.compile(r"\s*- ")


def find_entries(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the key of each entry, where it begins, with comments right above it, and where it ends."""
    starts = [(found[2], place) for place, line in enumerate(lines) if (found := KEY.match(line))]
    first = starts[0][1] if starts else 0
    begins = [place if place == first else _above(lines, place) for _, place in starts]
    for number, (key, _) in enumerate(starts):
        end = begins[number + 1] if number + 1 < len(begins) else len(lines)
        yield key, begins[number], end


def _above(lines: list[str], place: int) -> int:
    while place and lines[place - 1].startswith("#"):
        place -= 1
    return place


def remove_entries(text: str, keys: Collection[str]) -> str:
    """Return the text of a file without the entries of some keys; a head of comments stays."""
    lines = text.splitlines(keepends=True)
    gone = {
        place
        for key, begin, end in find_entries(lines)
        if key in keys
        for place in range(begin, end)
    }
    return "".join(line for place, line in enumerate(lines) if place not in gone)


def append_lines(text: str, lines: Iterable[str]) -> str:
    """Return a text with lines added, also where its own last line has no line end."""
    start = text + "\n" if text and not text.endswith("\n") else text
    return start + "".join(lines)


def remove_item(text: str, line: int, item: str) -> str:
    """Return a text without an item of a list: on a line of its own, from 1, or within one."""
    lines = text.splitlines(keepends=True)
    own = lines[line - 1]
    if ITEM.match(own):
        del lines[line - 1]
        alone = not any(
            ITEM.match(each) for each in (*lines[line - 2 : line - 1], *lines[line - 1 : line])
        )
        if alone and lines[line - 2].rstrip().endswith(":"):
            del lines[line - 2]
        return "".join(lines)
    name, _, rest = own.partition("[")
    items = [each.strip() for each in rest.rpartition("]")[0].split(",")]
    kept = [each for each in items if each.strip("\"'") != item]
    lines[line - 1] = f"{name}[{', '.join(kept)}]\n" if kept else ""
    return "".join(lines)
