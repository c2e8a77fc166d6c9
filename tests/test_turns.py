"""A turn goes only to whom the source gives it: read where a label is declared, asked for elsewhere."""

import re
from dataclasses import replace

import pytest

from dialogues.contributing.explaining import explain
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.layout import StatementLayout
from outlines import ASKED, LAYOUT, outline, read


@pytest.mark.parametrize(
    "label",
    [
        *("乙市市長：</p><p>", "乙市市長：", "乙市市長:", "乙市市長︰", "乙市市長∶", "乙市市長﹕", "乙市市長꞉"),
        *("1. 乙市市長：", "二、乙市市長：", "(三)乙市市長：", "**乙市市長：**", "**乙市市長**：", "09:30 乙市市長："),
        *("乙市 市長：", "乙市市⾧：", "</p>\n\n\t乙市市長：", "乙市市長</p><p>"),
    ],
)  # fmt: skip
def test_a_declared_label_is_read_in_any_form(label: str) -> None:
    found = outline(read(f"{ASKED}<p>{label}不好。</p>\n"))

    assert [(who, words) for _, who, words in found] == [
        ("甲市市長", ["好。"]),
        ("乙市市⾧" if "⾧" in label else "乙市市長", ["不好。"]),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<p>乙市市長不好。</p>", "a paragraph that begins with a speaker's label"),
        ("<p>乙市市長；不好。</p>", "a paragraph that begins with a speaker's label"),
        ("<p>乙市市長(丁主任代)：不好。</p>", "a paragraph that begins with a speaker's label"),
        ("<p>乙市市長秘書：不好。</p>", "a paragraph that begins with a speaker's label"),
        ("<p>乙市市長：丁主任：不好。</p>", "a paragraph that names a speaker"),
        ("<p>丁主任：不好。</p>", "a paragraph that names a speaker"),
        ("<p>二、丁主任</p>", "a paragraph that names a speaker"),
        ("<p>丁主任(書面意見)</p>", "a paragraph that names a speaker"),
        ("<p>**丁主任：**不好。</p>", "a paragraph that names a speaker"),
        ("<p>王小明：不好。</p>", "a paragraph that names a speaker"),
        ("<p>也好。乙市市長：不好。</p>", "a speaker's label must stand"),
        ("<p>也好。丁主任：不好。</p>", "a speaker's label must stand"),
        ("<p>一、路燈案</p>", "a heading must stand outside"),
        ("<p>主席裁示：准予備查。</p>", "a paragraph that begins with a speaker's label"),
        ("<p>臨時動議：無。</p>", "what nobody says"),
        ("\n\n也可以。\n", "a line after a table"),
        ("\n<p>乙市市長：</p><p>不好。</p>", "a line outside a table must hold no tags"),
        ("\n\t<p>不好。</p>", "a row without a number must go on with a sentence"),
        ("\n日期\t5月3日\t好\n", "a row must have 2 cells"),
        ("\n日期\t5月3日\t\n", "an answer must begin"),
    ],
)
def test_words_of_another_are_asked_for(text: str, rule: str) -> None:
    problems = read(ASKED + text).problems

    assert [p for p in problems if p.message.startswith(rule)], problems
    for problem in problems:
        assert re.search("[\u4e00-\u9fff]{4}", explain(problem.message)), problem.message


@pytest.mark.parametrize(
    "words",
    [
        *(
            "【丁主任】不好。",
            "（丁主任）不好。",
            "[Alice Brown] No.",
            "王小明　不好。",
            "丁主任—不好。",
            "丁主任；不好。",
        ),
        *("甲市議員王小明質詢：不好。", "提問者：不好。", "秘書：不好。"),
    ],
)
def test_a_name_without_a_colon_is_asked_for(words: str) -> None:
    for text in (f"{ASKED}<p>{words}</p>\n", f"甲市市長：好。\n\n{words}\n"):
        messages = [problem.message for problem in read(text).problems]
        assert any(message.startswith("a paragraph that names a speaker") for message in messages)


def test_full_lines_that_stop_within_a_sentence_are_one_paragraph() -> None:
    full = "本次會議討論岸電及車隊更新，並請各單位就所"

    assert outline(read(f"主席：{full}\n提意見說明。\n甲市市長：同意\n")) == [
        ("turn-1", "主席", [f"{full}提意見說明。"]),
        ("turn-2", "甲市市長", ["同意"]),
    ]
    assert read(f"主席：{full}\n路燈案\n").problems
    assert read("主席：\n各位好\n路燈案\n").problems


def test_in_a_release_of_turns_a_head_that_nobody_declared_is_asked_for() -> None:
    layout = replace(LAYOUT, statements=(StatementLayout("主席：", "主席"),))
    parsed = parse(Source("s.txt", "主席：好。\n\n阿部守一：不好。\n", ""), "release", layout)

    (problem,) = parsed.problems
    assert problem.line == 3
    assert problem.message.startswith("a paragraph that names a speaker")


def test_a_statement_in_english_ends_where_another_is_reported() -> None:
    layout = replace(
        LAYOUT,
        labels=frozenset({"Mayor Smith"}),
        statements=(StatementLayout("Mayor Smith said", "Mayor Smith"),),
    )
    text = "The forum is open. Mayor Smith said it was time. It is the first.{}\n"
    right, wrong = (
        parse(Source("s.txt", text.format(more), ""), "release", layout)
        for more in ("", " Alice Brown said no.")
    )

    assert [words for *_, words in outline(right)] == [
        ["The forum is open."],
        ["Mayor Smith said it was time. It is the first."],
    ]
    assert [p.message for p in wrong.problems if p.message.startswith("a statement must end")]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("乙市市長(書面意見)：不好。", ["(書面意見)不好。"]),
        ("乙市市長（補充）", ["（補充）", "不好。"]),
        ("乙市市長：乙市市長：不好。", ["不好。"]),
        ("乙市市長：</p><p>乙市市長：", ["不好。"]),
        ("【乙市市長】不好。", ["不好。"]),
        ("■ 乙市市長：不好。", ["不好。"]),
        ("乙市市長謝謝主席。", ["謝謝主席。"]),
    ],
)
def test_what_stands_around_a_label_is_kept(turn: str, words: list[str]) -> None:
    more = "" if "不好。" in turn or "謝謝" in turn else "<p>不好。</p>"
    found = outline(read(f"{ASKED}<p>{turn}</p>{more}\n"))

    assert [(who, said) for _, who, said in found] == [("甲市市長", ["好。"]), ("乙市市長", words)]


@pytest.mark.parametrize("before", [ASKED, "甲市市長：好。\n\n", "Q1：何如？\n甲市市長：好。\n"])
@pytest.mark.parametrize(
    "name",
    [
        *(
            "王小明",
            "阿部守一",
            "歐陽修文",
            "林○○",
            "賈斯汀·杜魯多",
            "交通局",
            "臺北市政府交通局",
            "某某公司",
        ),
        *("Kim", "Alice Brown", "ALICE BROWN", "Ms. Lee (Beta)", "Bank of Alpha", "林小明(臺大)"),
    ],
)
def test_a_name_that_nobody_declared_is_asked_for(before: str, name: str) -> None:
    words = f"<p>{name}：不好。</p>\n" if before == ASKED else f"{name}：不好。\n"
    messages = [problem.message for problem in read(before + words).problems]

    assert any(message.startswith("a paragraph that names a speaker") for message in messages)


@pytest.mark.parametrize("name", ["王小明", "賈斯汀·杜魯多", "Alice Brown", "丁主任"])
def test_a_name_in_the_talk_of_another_is_asked_for(name: str) -> None:
    for words in (
        f"<p>{name}：不好。</p>",
        f"<p>也好。{name}：不好。</p>",
        f"\n\t\t{name}：不好。",
    ):
        assert read(f"編號\t代表\t摘要\n1\t甲市市長\t<p>好。</p>{words}\n", "summary").problems


@pytest.mark.parametrize(
    "label", ["**乙市市長**", "【乙市市長】", "## 乙市市長", "乙市市長", "**【乙市市長】**"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_label_on_a_line_of_its_own_begins_a_turn(label: str, gap: str) -> None:
    assert outline(read(f"甲市市長：好。\n\n{label}{gap}不好。\n")) == [
        ("turn-1", "甲市市長", ["好。"]),
        ("turn-2", "乙市市長", ["不好。"]),
    ]


def test_applause_stands_within_the_turn() -> None:
    text = "### 甲市市長：\n\n好。（掌聲）\n\n（掌聲）\n\n也好。\n\n散會。\n"

    assert outline(read(text)) == [
        ("turn-1", "甲市市長", ["好。（掌聲）", "（掌聲）", "也好。"]),
        ("turn-note-1", "", ["散會。"]),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "甲市市長表示，好。\n\n主持人說，甲市市長表示過的話有誤。\n",
            "a statement must begin with words",
        ),
        ("甲市市長表示，好。副局長丁大明指出，不好。\n", "a statement must end where another"),
        ("甲市市長表示，好。副甲市市長表示，不好。\n", "a statement must end where another"),
        ("甲市市長表示，好。「不好。」De Backer 說。\n", "a statement must end where another"),
        ("甲市市長表示，好。van Dam 也說，不好。\n", "a statement must end where another"),
        ("甲市市長表示，好。\n\n乙市市長：不好。\n", "a paragraph of a speaker must be declared"),
        ("甲市市長表示，好。\n\n丁主任：不好。\n", "a paragraph that names a speaker"),
        ("甲市市長表示，好。阿部守一則說，不好。\n", "a statement must end where another"),
        ("甲市市長表示，好。\n\n電話：02-27208889。\n", "contact details must be declared"),
        ("甲市市長表示，好\n\n也好。\n", "a line must end a sentence"),
    ],
)
def test_statements_begin_where_declared_and_nowhere_else(text: str, rule: str) -> None:
    messages = [problem.message for problem in read(text, "release").problems]

    assert [message for message in messages if message.startswith(rule)], messages
    assert all(re.search("[\u4e00-\u9fff]{4}", explain(message)) for message in messages)


def test_minutes_without_a_table_are_turns() -> None:
    text = (
        "一、路燈案\n\n主席：請說明。\n\n甲市市長：\n已更新。\n也可遠端調整。\n\n決議：通過。\n\n二、公車案\n\n"
        "主席上次裁示不在此列：略。\n"
    ).replace("主席上次", "乙市市長：主席上次")

    assert outline(read(text)) == [
        ("turn-1", "主席", ["請說明。"]),
        ("turn-2", "甲市市長", ["已更新。", "也可遠端調整。"]),
        ("turn-note-1", "", ["決議：通過。"]),
        ("turn-3", "乙市市長", ["主席上次裁示不在此列：略。"]),
    ]
