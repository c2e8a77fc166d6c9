"""What stands around and between turns: rows, questions, facts, paragraphs, characters."""

import re

import pytest

from dialogues.contributing.explaining import explain
from dialogues.parsing.structure import Fact, Heading, Item, Question
from outlines import outline, read


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("編號\t代表\t摘要\n1\t甲市市長\t好。\n\t\t我反對。\n3\t乙市市長\t好。\n", "the numbers of rows"),
        ("編號\t代表\t摘要\n1\t甲市市長\t好。\n\t\t我反對。\n", "a row without a number"),
        ("編號\t代表\t摘要\n1\t甲市市長\t<p>好。</p><p>乙市市長：不好。</p>\n", "a speaker's label"),
        ("Q1：何如？\nQ3：何時？\n", "the numbers of questions"),
        ("Q1：\n", "a question must have words"),
        ("Q1：何如？\n日期\t5月3日\n", "facts must stand"),
        ("主席：好。\n\n方案甲：不好。\n", "a paragraph that names a speaker"),
        ("編號\t代表\t摘要\n1\t甲市市長\t好。\n下午場\t\t\n", "a question in a table must have answers"),
        ("編號\t代表\t摘要\t\n1\t甲市市長\t好。\t不好。\n", "a row must have 3 cells"),
        ("編號\t\t代表\t摘要\n1\t乙\t甲市市長\t好。\n", "a column without a heading must be empty"),
        ("開會：甲、乙、\n丁\n\n主席：好。\n", "a fact must have the value"),
        ("提問\t決議\n何如？\t<p>通過。</p><p>丁主任：不好。</p>\n", "a paragraph that names a speaker"),
    ],
)  # fmt: skip
def test_rows_and_questions_that_are_lost_are_seen(text: str, rule: str) -> None:
    messages = [problem.message for problem in read(text).problems]

    assert [message for message in messages if message.startswith(rule)], messages
    assert all(re.search("[\u4e00-\u9fff]{4}", explain(message)) for message in messages)


@pytest.mark.parametrize(
    "text",
    [
        "開會：甲、乙、丙\n",
        "開會：甲、\n乙、\n丙\n",
        "開會\t甲、乙、\n\t丙\n",
        "日期\t5月3日\t開會\t甲、乙、\n丙\n",
    ],
)
def test_a_fact_may_run_over_several_lines(text: str) -> None:
    parsed = read(text + "\n主席：好。\n")

    assert outline(parsed) == [("turn-1", "主席", ["好。"])]
    facts = {e.name.text: e.value.text for e in parsed.elements if isinstance(e, Fact)}
    assert facts["開會"] == "甲、乙、丙"


@pytest.mark.parametrize("mark", ["Q1：", "Q1.", "問題一：", "提問1：", "Question 1: "])
def test_a_question_has_a_number_in_any_form(mark: str) -> None:
    parsed = read(f"{mark}何如？\n\n主席：好。\n")

    assert outline(parsed) == [("q1-1", "主席", ["好。"])]


def test_questions_and_answers_over_several_rounds() -> None:
    text = "Q1：\n如何推動？\n\nMayor Smith: Slowly.\n\n甲市市長：快。\n\nQ2：何時？\n\n甲市市長：明年。\n"
    parsed = read(text)

    assert outline(parsed) == [
        ("q1-1", "Mayor Smith", ["Slowly."]),
        ("q1-2", "甲市市長", ["快。"]),
        ("q2-1", "甲市市長", ["明年。"]),
    ]
    (section,) = parsed.sections
    asked = [e.block.body.text for e in section.elements if isinstance(e, Question)]
    assert asked == ["如何推動？", "何時？"]
    assert not [e for e in section.elements if isinstance(e, Heading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新聞稿\n\n已有五\n\n第 3 頁，共 8 頁\n\n年經驗。\n", ["已有五年經驗。"]),
        *(
            (f"新聞稿\n\n已有五\n\n{page}\n\n年經驗。\n", ["已有五年經驗。"])
            for page in ("~727~", "－3－", "- 3 -", "P.3", "Page 3 of 8", "3/8", "第三頁", "公報")
        ),
        ("新聞稿\n\n進行協\n    調。\n", ["進行協調。"]),
        ("新聞稿\n\n一一說明……\n\n不用……\n", ["一一說明……", "不用……"]),
        ("新聞稿\n\n水&nbsp;資源 &amp; 能源\ue320。\n", ["水 資源 & 能源痾。"]),
    ],
)
def test_paragraphs_of_a_release(text: str, expected: list[str]) -> None:
    found = outline(read(text + "\n甲市市長表示，好。\n", "release"))

    assert [words for _, _, (words,) in found][:-1] == expected


def test_every_character_that_is_read_otherwise_keeps_its_place() -> None:
    text = "\ufeff編號\t代表\t摘要\n１\t甲市市長\t水&amp;電\ue320。\n"
    parsed = read(text, "summary")
    (item,) = [e for s in parsed.sections for e in s.elements if isinstance(e, Item)]

    assert item.id == "talk-1"
    assert item.blocks[0].body.text == "水&電痾。"
    assert item.blocks[0].body.offsets[1] == text.index("&")
    left = "".join(out.text.text for out in parsed.left_out if out.kind == "characters")
    assert left == "\ufeffamp;"
