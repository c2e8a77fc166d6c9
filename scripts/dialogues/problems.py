"""Problems: what a check reports, and how a report is worded."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One broken rule: where it stands, what must hold and what was found."""

    path: str
    """The file, relative to the project's root, with forward slashes."""
    line: int
    """The line in that file, counted from 1."""
    message: str
    """The rule and the offending value, in words of the contributor."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries all the problems known by then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(f"{report(self.problems)}\n{self.count}")

    @property
    def count(self) -> str:
        """How many problems there are, in words."""
        number = len(self.problems)
        return f"{number} problem{'s' if number != 1 else ''}"


def report(problems: Iterable[Problem]) -> str:
    """Return all the problems, a line each, in the order of files and lines."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))


def shorten(text: str, limit: int = 60) -> str:
    """Return the text in quotes, cut to a length that a message can carry."""
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
