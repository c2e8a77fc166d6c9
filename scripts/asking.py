"""Ask a person before anything is changed: what the commands that do so share."""

import sys
from collections.abc import Callable

from dialogues.contributing.explaining import tell_one
from dialogues.problems import ProblemsFound


def ask(question: str) -> str:
    """Return what a person types, in small letters; nothing where nobody is there to type."""
    try:
        return input(question).strip().casefold()
    except EOFError:
        return ""


def run(work: Callable[[], int]) -> int:
    """Do some work; return 1, with what is wrong in both languages, where it cannot be done."""
    try:
        return work()
    except ProblemsFound as found:
        print(*map(tell_one, found.problems), sep="\n", file=sys.stderr)
        return 1
