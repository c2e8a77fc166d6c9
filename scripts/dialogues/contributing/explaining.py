"""Explain Problems in Chinese, and show them at their lines on GitHub."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from dialogues.problems import Problem, choose
from dialogues.reading.yaml_nodes import read_plain

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


def annotate(problem: Problem) -> str:
    """Return the line of output that GitHub makes an annotation of."""
    text = _escape(f"{explain(problem.message)}\n{problem.message}")
    path = _escape(problem.path).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={problem.line},title=資料 Data::{text}"


def _escape(text: str) -> str:
    """Return a text that cannot end its command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def write_problems(problems: Sequence[Problem]) -> str:
    """Return all problems for the page of a pull request, which shows ten annotations at most."""
    lines = [
        f"- `{escape(problem.path)}:{problem.line}` {escape(explain(problem.message))}"
        f" {escape(problem.message)}"
        for problem in problems
    ]
    return "\n".join([f"## {len(problems)} 個問題 problems\n", *lines]) + "\n"
