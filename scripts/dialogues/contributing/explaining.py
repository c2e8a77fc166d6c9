"""Explain Problems in Chinese, and show them at their lines on GitHub."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from dialogues.contributing.quoting import cut, quote
from dialogues.problems import Problem, choose, kind_of
from dialogues.reading.yaml_nodes import read_plain

MOST_ANNOTATIONS = 10
"""GitHub shows so many of one step."""
MORE = re.compile(r"and (\d+) more like this: ")


@cache
def _explanations() -> list[tuple[re.Pattern[str], str]]:
    text = files(__package__).joinpath("explanations.yml").read_text(encoding="utf-8")
    entries = read_plain(text)
    return [(re.compile(entry["match"]), entry["zh"]) for entry in entries]


def explain(message: str) -> str:
    """Return in Chinese what a message means and what to do."""
    if more := MORE.match(message):
        return f"同類的還有 {more[1]} 處，例如：{explain(message[more.end() :])}"
    for expression, zh in _explanations():
        if found := expression.search(message):
            return zh.format(message, *("" if group is None else group for group in found.groups()))
    return message


def tell(problems: Iterable[Problem]) -> str:
    """Return the first problems of each kind: `path:line: English`, and beneath it the Chinese."""
    found = sorted(set(problems))
    return "\n".join([*map(tell_one, choose(found)), count(found)])


def tell_one(problem: Problem) -> str:
    """Return a problem on a line of its own, and beneath it what to do in Chinese."""
    return f"{problem}\n    {explain(problem.message)}"


def count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, in both languages."""
    return f"{len(problems)} 個問題 problem{'s' if len(problems) != 1 else ''}"


def annotate_all(problems: Iterable[Problem]) -> list[str]:
    """Return the lines that GitHub makes annotations of, of which it shows ten: one of each kind first."""
    found = sorted(set(problems))
    kinds = {kind_of(problem): problem for problem in reversed(found)}
    firsts = sorted(kinds.values())
    ordered = [*firsts, *(problem for problem in found if problem not in firsts)]
    if len(ordered) <= MOST_ANNOTATIONS:
        return [*map(annotate, ordered)]
    shown = [*map(annotate, ordered[: MOST_ANNOTATIONS - 1])]
    left = len(ordered) - len(shown)
    return [
        *shown,
        f"::error title=資料 Data::還有 {left} 個問題，見摘要。{left} more problems, see the summary.",
    ]


def annotate(problem: Problem) -> str:
    """Return the line of output that GitHub makes an annotation of."""
    text = _escape(f"{explain(problem.message)}\n{problem.message}")
    return f"::error file={_escape_path(problem.path)},line={problem.line},title=資料 Data::{text}"


def warn(path: str, text: str) -> str:
    """Return the line of output that GitHub makes a warning of, at a file."""
    return f"::warning file={_escape_path(path)},line=1,title=原文 Source::{_escape(text)}"


def _escape(text: str) -> str:
    """Return a text that cannot end its command or begin another."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace("##[", "## [")


def _escape_path(path: str) -> str:
    return _escape(path).replace(":", "%3A").replace(",", "%2C")


def write_problems(problems: Iterable[Problem]) -> str:
    """Return all problems for the page of a pull request, which shows ten annotations at most."""
    found = sorted(set(problems))
    parts = [f"## {count(found)}\n\n"]
    parts += [
        f"- {quote(f'{problem.path}:{problem.line}')} {quote(explain(problem.message))}"
        f" {quote(problem.message)}\n"
        for problem in found
    ]
    return cut(parts)
