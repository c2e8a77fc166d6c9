"""Entries for the registry, put where their keys belong, so that two proposals seldom meet."""

import re
from collections.abc import Iterable, Iterator

from dialogues.drafting.roles import MISSING as UNKNOWN
from dialogues.drafting.speakers import NOWHERE, UNPLACED, Stub
from dialogues.drafting.values import MISSING, PROPOSED, write_value

KEY = re.compile(r"([a-z0-9-]+):")


def write_stub(stub: Stub) -> str:
    """Return the lines of an entry: proposed as a whole, with what is missing marked itself."""
    unnamed = re.fullmatch(r"(?:city|person|event)-\d+", stub.key)
    lines = [f"{stub.key}:{MISSING if unnamed else PROPOSED}"]
    for name, value in stub.fields.items():
        mark = (
            MISSING if any(map(_is_missing, value if isinstance(value, tuple) else [value])) else ""
        )
        lines.append(f"  {name}: {write_value(value)}{mark}")
    return "\n".join(lines) + "\n"


def _is_missing(value: object) -> bool:
    """Return whether a person has to write a value: a name that nobody knows, a place."""
    return value in (UNPLACED, NOWHERE) or (isinstance(value, str) and value.startswith(UNKNOWN))


def insert_stubs(text: str, stubs: Iterable[Stub]) -> str:
    """Return the text of a registry file with entries in the order of their keys.

    What stands above a key belongs to it, comments too. A key that is there already stays alone.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    for stub in stubs:
        keys = list(_find_keys(lines))
        if stub.key in [key for key, _ in keys]:
            continue
        later = next((place for key, place in keys if key > stub.key), None)
        at = len(lines) if later is None else _begin(lines, later, first=later == keys[0][1])
        entry = write_stub(stub).replace("\n", end)
        lines[at:at] = entry.splitlines(keepends=True)
    return "".join(lines)


def _find_keys(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    for place, line in enumerate(lines):
        if found := KEY.match(line):
            yield found[1], place


def _begin(lines: list[str], place: int, *, first: bool) -> int:
    """Return where an entry begins: at the comments right above it, but for the head of the file."""
    while not first and place and lines[place - 1].startswith("#"):
        place -= 1
    return place
