"""Put entries into the registry where their keys belong, so that two proposals seldom meet."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from dialogues.contributing.entries import find_entries
from dialogues.drafting.known import NOWHERE, Stub
from dialogues.drafting.phrases import UNKNOWN
from dialogues.drafting.places import UNPLACED
from dialogues.drafting.values import MISSING, PROPOSED, write_value


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


def add_variant(stub: Stub, text: str, taken: Container[str]) -> Stub:
    """Return the entry of a city with its name without 市, where the text has that and no other entry does.

    A name that begins with 臺 is within other words: 平臺中 is no 臺中.
    """
    zh = str(stub.fields.get("zh", ""))
    short = zh.removesuffix("市")
    fits = stub.file == "cities" and 1 < len(short) < len(zh) and short[0] not in "臺台"
    if not fits or short in taken or not re.search(rf"{re.escape(short)}(?!市)", text):
        return stub
    return replace(stub, fields={**stub.fields, "variants": [short]})


def insert_stubs(text: str, stubs: Iterable[Stub]) -> str:
    """Return the text of a registry file with entries in the order of their keys.

    What stands above a key belongs to it, comments too. A key that is there already is left as it is.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    for stub in stubs:
        if stub.key not in [key for key, _, _ in find_entries(lines)]:
            entry = write_stub(stub).replace("\n", end)
            insert_lines(lines, stub.key, entry.splitlines(keepends=True))
    return "".join(lines)


def insert_lines(lines: list[str], key: str, entry: list[str]) -> None:
    """Put the lines of an entry where its key belongs among those of a file."""
    at = next((begin for other, begin, _ in find_entries(lines) if other > key), len(lines))
    lines[at:at] = entry
