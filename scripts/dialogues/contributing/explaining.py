"""Explain Problems in Chinese, and show them at their lines on GitHub."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from dialogues.problems import Problem
from dialogues.reading.yaml_nodes import read_plain


@cache
def _explanations() -> list[tuple[re.Pattern[str], str]]:
    text = files(__package__).joinpath("explanations.yml").read_text(encoding="utf-8")
    entries = read_plain(text)
    return [(re.compile(entry["match"]), entry["zh"]) for entry in entries]


def explain(message: str) -> str:
    """Return in Chinese what a message means and what to do."""
    for expression, zh in _explanations():
        if found := expression.search(message):
            return zh.format(message, *("" if group is None else group for group in found.groups()))
    return message


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
