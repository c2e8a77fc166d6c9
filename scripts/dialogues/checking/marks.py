"""Check that a person has decided on all that a draft proposes: none of its marks is left."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dialogues.problems import Problem
from dialogues.reading.marks import find_marks, list_marked

RULES = {
    "proposed": "what is proposed must be read, and its mark deleted (make accept)",
    "missing": "what is missing must be written, and its mark deleted",
}
ASKED_ELSEWHERE = ("cities: []",)
"""What the label that has it is asked for by a rule of its own."""
NUMBERED = re.compile(r"(city|person)-\d+:")
NAMELESS = re.compile(r'en: "\? (?:city|person)-\d+"')
FOLLOWING = ("latitude: 0.0", "longitude: 0.0")
"""What follows from the name of a city, once somebody has written that (make sync)."""


def check_marks(root: Path) -> Iterator[Problem]:
    """Yield a problem for each mark of a draft, in the order of the files."""
    for path in list_marked(root):
        text = path.read_bytes().decode("utf-8", "replace")
        for line, kind, marked in find_asked(text) if "# " in text else ():
            yield Problem(path.relative_to(root).as_posix(), line, f"{RULES[kind]}: {marked}")


def find_asked(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the marks that somebody is asked about now: of an entry without a name, the name alone."""
    nameless = False
    for line, kind, marked in find_marks(text):
        if NAMELESS.fullmatch(marked):
            nameless = True
        elif marked not in FOLLOWING:
            nameless = False
        waits = nameless and marked in FOLLOWING
        numbered = NUMBERED.fullmatch(marked) and f'"? {marked[:-1]}"' in text
        if not (waits or numbered or marked in ASKED_ELSEWHERE):
            yield line, kind, marked


def settle(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that come of a value that is missing, and marked so on its line."""
    found = list(problems)
    missing = {(p.path, p.line) for p in found if p.message.startswith(RULES["missing"])}
    return [
        problem
        for problem in found
        if (problem.path, problem.line) not in missing
        or problem.message.startswith(RULES["missing"])
    ]
