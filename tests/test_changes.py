"""What a change has to say, compared with the state before it: whose English it is, and days that came."""

import datetime
import re
from pathlib import Path

import pytest

from dialogues.checking.changes import check_changes, check_days, check_states
from dialogues.checking.examples import EXAMPLES
from dialogues.commands import check
from dialogues.problems import ProblemsFound
from dialogues.reading.documents import YamlFile
from dialogues.reading.yaml_files import parse_document
from histories import commit_all
from mistakes.planting import RECORD, replace
from projects import ROOT

TODAY = datetime.date(2026, 11, 26)
BEFORE = "talk-1:\n  zh: 港\n  en: A port.\nq1:\n  zh: 灣\n"


def read(text: str) -> YamlFile:
    document, problems = parse_document("docs/records/x/passages.yml", text)
    assert document, problems
    return document


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("A port.", "A harbour.", ["talk-1.state"]),
        ("A port.", "A harbour.\n  state: {zh: draft}", ["talk-1.state"]),
        ("A port.", "A harbour.\n  state: {en: draft}", []),
        ("A port.", "A harbour.\n  state: {en: machine}", []),
        ("zh: 灣", "zh: 灣\n  en: A bay.", ["q1.state"]),
        ("zh: 灣", "zh: 海灣", []),
        ("q1:", "talk-2:\n  zh: 山\n  en: A hill.\nq1:", []),
    ],
    ids=["changed", "of the Chinese", "draft", "machine", "added", "Chinese alone", "new entry"],
)
def test_who_has_seen_a_translation_is_asked_where_it_changed(
    old: str, new: str, asked: list[str]
) -> None:
    found = check_states(read(BEFORE.replace(old, new)), read(BEFORE))

    assert [problem.message.split(" ")[0] for problem in found] == asked


@pytest.mark.parametrize(
    ("day", "refused"),
    [("2062-11-25", True), ("2026-11-28", True), ("2026-11-27", False), ("2020-01-01", False)],
)
def test_a_day_to_come_is_refused_where_it_is_new(day: str, *, refused: bool) -> None:
    document = read(f"talk-1:\n  corrections:\n    - was: a\n      date: {day}\n")

    assert [p.line for p in check_days(document, None, TODAY)] == ([4] if refused else [])
    assert list(check_days(document, document, TODAY)) == []


def test_check_compares_with_the_base_where_there_is_one(small: Path) -> None:
    translate = replace(f"{RECORD}/passages.yml", "By replacing diesel with", "Instead of diesel,")
    translate(small)
    assert "no problem" in check(small)  # there is no history
    commit_all(small)
    assert "no problem" in check(small)

    replace(f"{RECORD}/passages.yml", "Instead of diesel,", "In place of diesel,")(small)
    with pytest.raises(ProblemsFound, match=r"q1-1-1\.state must say who has seen the English"):
        check(small)
    (problem,) = check_changes(small, "main", TODAY)
    assert problem.path == f"{RECORD}/passages.yml"


def test_the_words_of_all_examples_are_known() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```yaml\ntalk-3-1:\n(.*?)```", contributing, re.DOTALL))
    words = re.findall(
        r"(?:was|now|evidence|by|numbers|quotes|han|untranslated|用語|key-of-an-initiative|zh|en): "
        r"([^{}\n,]+(?:, (?!en:)\w+)*)",
        blocks,
    )
    helps = [
        (ROOT / f"docs/{name}/correct.md").read_text(encoding="utf-8") for name in ("zh", "en")
    ]
    names = [name for page in helps for name in re.findall(r"^ +by: (.+)$", page, re.MULTILINE)]

    assert len(names) == 2
    assert len(words) > 10
    assert {*words, *names} - EXAMPLES - {"|-", "draft", "冬天提供暖氣"} == set()
