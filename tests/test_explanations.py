"""Whatever the checks say in English is explained in Chinese."""

import ast
import re
from collections.abc import Iterator

import pytest

from dialogues.contributing.explaining import _explanations, explain, tell
from dialogues.problems import MOST, Problem
from projects import ROOT

ROOMS = ("checking", "model", "parsing", "reading")
FILES = [
    *(path for room in ROOMS for path in (ROOT / "scripts/dialogues" / room).rglob("*.py")),
    *(ROOT / "scripts/dialogues" / name for name in ("commands.py", "publishing.py")),
]
RULE = re.compile(r"\bmust (?!be run|stand in $)")
LENGTH = 18
"""Letters of a rule by which its explanation is known."""


def list_rules(text: str) -> Iterator[str]:
    """Yield the first words of each rule that the text of a module has: a string with `must`."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    tree = ast.parse(text)
    notes = {
        id(node.value)
        for holder in ast.walk(tree)
        if isinstance(holder, documented)
        for node in holder.body
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            for found in RULE.finditer(node.value):
                yield node.value[max(0, found.start() - 1) :].lstrip()[:LENGTH].rstrip()


EXPRESSIONS = "\n".join(
    re.sub(r"\\(.)", r"\1", expression.pattern) for expression, _ in _explanations()
)


def test_every_rule_is_explained() -> None:
    rules = {rule for path in FILES for rule in list_rules(path.read_text(encoding="utf-8"))}

    assert len(rules) > 80
    assert sorted(rule for rule in rules if rule not in EXPRESSIONS) == []


@pytest.mark.parametrize(
    "rule", ["a road must lead somewhere, and this does not", "must have every lamp"]
)
def test_a_rule_that_nobody_explained_is_found(rule: str) -> None:
    planted = f'def check():\n    """A lamp must burn."""\n    yield f"{rule}: {{1}}"\n'

    (found,) = list_rules(planted)
    assert rule.endswith(found) or found in rule
    assert found not in EXPRESSIONS


def test_a_report_has_both_languages_and_says_what_is_left_out() -> None:
    many = [Problem("a.yml", n, f"talk-{n}.zh must have its English") for n in range(1, 300)]
    *lines, last = tell(many).splitlines()

    assert lines[0] == "a.yml:1: talk-1.zh must have its English"
    assert lines[1].startswith("    talk-1 還沒有英文。")
    assert len(lines) == 2 * (MOST + 1)
    assert lines[-1].startswith(f"    同類的還有 {299 - MOST} 處，例如：talk-11 還沒有英文。")
    assert last == "299 個問題 problems"


def test_what_nothing_explains_says_whom_to_ask() -> None:
    assert "貼給維護者" in explain("a road leads nowhere")
