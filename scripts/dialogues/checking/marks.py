"""Check that a person has decided on all that a draft proposes: none of its marks is left."""

from collections.abc import Iterator
from pathlib import Path

from dialogues.problems import Problem
from dialogues.reading.marks import find_marks, list_marked

RULES = {
    "proposed": "what is proposed must be read, and its mark deleted (make accept)",
    "missing": "what is missing must be written, and its mark deleted",
}
NOWHERE = "cities: []"
"""What the label that has it is asked for by a rule of its own."""


def check_marks(root: Path) -> Iterator[Problem]:
    """Yield a problem for each mark of a draft, in the order of the files."""
    for path in list_marked(root):
        text = path.read_bytes().decode("utf-8", "replace")
        for line, kind, marked in find_marks(text) if "# " in text else ():
            if marked == NOWHERE:
                continue
            yield Problem(path.relative_to(root).as_posix(), line, f"{RULES[kind]}: {marked}")
