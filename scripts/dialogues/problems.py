"""Problems: what a check reports, and how a report is worded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One broken rule: where it stands, what must hold and what was found.

    Problems are told in the order of folders, files and lines; of a record, `record.yml` goes first, for
    what it has wrong may be why passages are.
    """

    path: str
    """The file, relative to the project's root, with forward slashes."""
    line: int
    """The line in that file, counted from 1."""
    message: str
    """The rule and the offending value, in words of the contributor."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"

    def __lt__(self, other: "Problem") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, int, str]:
        return self.path.replace("/record.yml", "/ record.yml"), self.line, self.message


MOST = 10
"""Problems of one kind in one file that are printed, and the rest counted."""
PARTICULAR = re.compile(r"""'[^']*'|"[^"]*"|(?<![\w.])[\w.]*+(?<=\w)-[\w.-]+|\d+""")
"""What two problems of one kind do not share: what was found, ids, numbers."""


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries all the problems known by then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(f"{summarize(self.problems)}\n{self.count}")

    @property
    def count(self) -> str:
        """How many problems there are, in words."""
        number = len(self.problems)
        return f"{number} problem{'s' if number != 1 else ''}"


def report(problems: Iterable[Problem]) -> str:
    """Return all the problems, a line each, in the order of files and lines."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))


def summarize(problems: Iterable[Problem]) -> str:
    """Return a report with the first problems of each kind, and how many more there are."""
    return report(choose(problems))


def choose(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems of each kind; the last of a kind says how many more there are."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in sorted(set(problems)):
        kinds.setdefault(kind_of(problem), []).append(problem)
    shown = [problem for found in kinds.values() for problem in found[:MOST]]
    shown += [
        Problem(last.path, last.line, f"and {len(found) - MOST} more like this: {last.message}")
        for found in kinds.values()
        if len(found) > MOST
        for last in [found[MOST]]
    ]
    return sorted(shown)


def kind_of(problem: Problem) -> tuple[str, str]:
    """Return what problems share that are the same one in several places of a file."""
    return problem.path, PARTICULAR.sub("", problem.message)[:100]


def shorten(text: str, limit: int = 60) -> str:
    """Return the text in quotes, cut to a length that a message can carry."""
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
