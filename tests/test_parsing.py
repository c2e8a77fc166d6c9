"""Lines that no rule understands are refused, with the line and what to do."""

import pytest

from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.layout import Layout, SessionLayout, StatementLayout
from dialogues.parsing.structure import Item
from dialogues.problems import report

LAYOUT = Layout(
    sessions=(SessionLayout("one", None),),
    columns={
        "編號": "number",
        "代表": "label",
        "摘要": "content",
        "提問": "question",
        "回應": "answers",
    },
    headings=frozenset({"標題"}),
    facts={"日期": "111年9月5日"},
    labels=frozenset({"甲市市長", "乙市市長"}),
    lead_ins=frozenset({"舉例來說："}),
    statements=(StatementLayout("甲市市長表示", "甲市市長"),),
    left_out=frozenset({"聯絡人:某某"}),
)
HEADINGS = "編號\t代表\t摘要\n"


def problems(text: str, kind: str = "summary") -> list[str]:
    assert kind in ("summary", "minutes", "release")
    parsed = parse(Source("source.txt", text, ""), kind, LAYOUT)  # type: ignore[arg-type]
    return report(parsed.problems).splitlines()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "不明的一行\n",
            "source.txt:1: a line must be a table row, a question, or declared in record.yml as a"
            " heading, and this is none: '不明的一行'",
        ),
        (
            "編號\t代表\t代表\n",
            "source.txt:1: columns must be number, label and content, or question and answers, each"
            " once, and are number, label, label: '編號\\t代表\\t代表'",
        ),
        (
            HEADINGS + "1\t甲市市長\n",
            "source.txt:2: a row must have 3 cells, and has 2: '1\\t甲市市長'",
        ),
        (
            HEADINGS + "甲\t甲市市長\t好。\n",
            "source.txt:2: a row must begin with its number, with nothing, or with a question,"
            " and has '甲'",
        ),
        (
            HEADINGS + "\t\t接續。\n",
            "source.txt:2: a row without a number must go on with a row before it, and there is"
            " none: '接續。'",
        ),
        (
            HEADINGS + "1\t甲市市長\t好。\n1\t乙市市長\t好。\n",
            "source.txt:2: a number must come once in its part, and 2 have the id 'talk-1'\n"
            "source.txt:3: a number must come once in its part, and 2 have the id 'talk-1'\n"
            "source.txt:3: the numbers of rows must go on by one, or be declared in record.yml,"
            " leaps, and 1 is before 1",
        ),
        (
            HEADINGS + "1\t甲市市長\t<p></p>\n",
            "source.txt:2: a contribution must have a text, and this has none: talk-1",
        ),
        (
            HEADINGS + "1\t甲市市長\t<p>甲<br>乙</p>\n",
            "source.txt:2: a cell may hold the tags <p>, <ol>, <ul> and <li>, and has '<br>'",
        ),
        (
            HEADINGS + "1\t甲市市長\t<p style='x>甲</p>\n",
            "source.txt:2: a cell may hold the tags <p>, <ol>, <ul> and <li>, and has"
            ' "<p style=\'x>"',
        ),
        (
            "日期\t112年\n",
            "source.txt:1: a row above the tables must be declared in record.yml, as facts, or as"
            " columns where it heads a table: '日期\\t112年'",
        ),
    ],
    ids=[
        *("unknown line", "columns", "cells", "number", "no row before", "number twice", "no text"),
        *("unknown tag", "open tag", "undeclared fact"),
    ],
)
def test_a_table_that_is_not_understood(text: str, problem: str) -> None:
    assert problems(text) == problem.splitlines()


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            "好。",
            "source.txt:2: an answer must begin with a line that names its speaker, and has '好。'",
        ),
        (
            "<p>丙市市長：</p><p>好。</p>",
            "source.txt:2: a line that ends with a colon must be declared in record.yml, labels"
            " (or lead_ins), and has '丙市市長'\n"
            "source.txt:2: an answer must begin with a line that names its speaker, and has '好。'",
        ),
        ("<p>甲市市長：</p><p>舉例來說：</p><p>好。</p>", ""),
    ],
    ids=["nobody", "unknown label", "lead-in"],
)
def test_answers_in_one_cell(answers: str, problem: str) -> None:
    assert problems(f"提問\t回應\n何如？\t{answers}\n", "minutes") == problem.splitlines()


def test_two_questions_in_one_cell_are_refused() -> None:
    found = problems("提問\t回應\n<p>一？</p><p>二？</p>\t甲市市長：\n好。\n", "minutes")

    assert found[0] == (
        "source.txt:2: a question must be one paragraph, beside headings that record.yml declares,"
        " and here are 2: '<p>一？</p><p>二？</p>'"
    )


def test_a_release_whose_statement_is_not_there_is_refused() -> None:
    assert problems("標題\n\n聯絡人:某某\n\n無人表示。\n\n未完的一行\n", "release") == [
        "source.txt:1: a statement of record.yml must begin in one paragraph of the release, and"
        " none has '甲市市長表示'",
        "source.txt:7: a line must end a sentence, or be declared in record.yml, and this does"
        " neither: '未完的一行'",
    ]


CAPTIONS = {
    "圖1：港口": "fig-1",
    "圖 02：港口": "fig-2",
    "圖3、港口": "fig-3",
    "圖十二.港口": "fig-12",
    "圖1、圖2顯示港口。": "p-1",
    "圖1、2顯示港口。": "p-1",
    "圖書館：開放。": "p-1",
}


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_begins_with_its_number_however_printed(line: str) -> None:
    parsed = parse(Source("source.txt", f"標題\n\n{line}\n", ""), "release", LAYOUT)

    assert [e.id for e in parsed.elements if isinstance(e, Item)] == [CAPTIONS[line]]


def test_a_paragraph_is_cut_where_a_statement_begins() -> None:
    parsed = parse(Source("source.txt", "會議落幕。甲市市長表示，很好。\n", ""), "release", LAYOUT)
    (section,) = parsed.sections

    assert [(e.id, e.kind, str(e.label)) for e in section.elements if isinstance(e, Item)] == [
        ("p-1-1", "narration", ""),
        ("p-1-2", "statement", "甲市市長"),
    ]
