"""A .docx becomes the text of a source."""

import pytest

from dialogues.receiving.numerals import write_number
from offices import (
    STRICT,
    cell,
    make_word,
    para,
    read,
    table,
)

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + LEVEL.format(0, "taiwaneseCountingThousand", "%1、")
    + LEVEL.format(1, "decimal", "%1-%2")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="12"/></w:lvlOverride></w:num>'
)


def listed(text: str, number: int, level: int = 0) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_tracked_changes_are_taken_as_accepted_and_what_is_hidden_is_left() -> None:
    body = (
        "<w:p><w:r><w:t>原有</w:t></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>刪除</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隱藏</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可見</w:t></w:r></w:p>'
    )

    text, left = read(make_word(body))

    assert text == "原有插入可見\n"
    assert left == [("deleted", "刪除"), ("deleted", "移走"), ("hidden", "隱藏")]


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next() -> None:
    ended = "<w:rPr><w:del/></w:rPr>"

    assert read(make_word(para("上半", ended) + para("下半")))[0] == "上半下半\n"
    assert read(make_word(table((cell(para("甲", ended)), cell(para("乙"))))))[0] == "甲\t乙\n"


def test_parts_are_found_as_they_are_related_in_the_strict_form_too() -> None:
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>註文</w:t></w:r></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>內文</w:t><w:footnoteReference w:id="7"/><w:t>。</w:t></w:r></w:p>'
    data = make_word(body, "Any/Where.xml", STRICT, footnotes=note, header=para("頁首"))

    text, left = read(data)

    assert text == "內文[註1]。\n[註1] 註文\n"
    assert left == [("note", "註文"), ("header", "頁首")]


def test_what_is_held_in_two_forms_is_taken_once_and_what_no_rule_reaches_is_left() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>方塊</w:t></w:r></w:p></w:txbxContent>"
    forms = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        f"<w:p><w:r><w:t>內文</w:t><mc:AlternateContent>{forms}</mc:AlternateContent></w:r></w:p>"
    )
    lone = "<w:sdt><w:sdtPr><w:t>別處</w:t></w:sdtPr><w:sdtContent/></w:sdt>"

    text, left = read(make_word(body + lone))

    assert text == "內文\n方塊\n"
    assert left == [("box", "方塊"), ("unread", "別處")]


def test_automatic_numbers_are_printed_as_the_office_prints_them() -> None:
    body = "".join(
        (listed("甲", 1), listed("乙", 1, 1), listed("丙", 1, 1), listed("丁", 1), listed("戊", 2))
    )

    text, _ = read(make_word(body, numbering=NUMBERING))

    assert text == "一、甲\n一-1 乙\n一-2 丙\n二、丁\n十二、戊\n"


STYLES = (
    '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="H2"><w:basedOn w:val="H1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_may_number_a_paragraph_and_a_paragraph_may_refuse() -> None:
    refused = '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("甲", '<w:pStyle w:val="H1"/>') + para("乙", '<w:pStyle w:val="H2"/>')
    body += para("無", refused) + para("丙", '<w:pStyle w:val="H1"/>')

    text, _ = read(make_word(body, numbering=NUMBERING, styles=STYLES))

    assert text == "一、甲\n一-1 乙\n無\n二、丙\n"


@pytest.mark.parametrize(
    ("how", "number", "printed"),
    [
        ("chineseCounting", 103, "一百零三"),
        ("chineseCounting", 110, "一百一十"),
        ("ideographLegalTraditional", 21, "貳拾壹"),
        ("ideographTraditional", 3, "丙"),
        ("taiwaneseDigital", 10, "一〇"),
        ("lowerRoman", 14, "xiv"),
        ("upperLetter", 28, "BB"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("一, 二, 三, ...", 20, "二十"),
        ("no such format", 5, "5"),
    ],
)
def test_numbers_have_many_forms(how: str, number: int, printed: str) -> None:
    assert write_number(number, how) == printed


def test_rows_have_their_cells_merged_ones_among_them() -> None:
    merged, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        tuple(cell(para(text)) for text in ("編號", "與談人", "內容")),
        (cell(para("1")), cell(para("甲市市長"), merged), cell(para("一。") + para("二。"))),
        (cell(para("2")), cell("<w:p/>", on), cell(para("三。") + table((cell(para("巢")),)))),
        (cell(para("問答"), '<w:gridSpan w:val="3"/>'),),
    )

    assert read(make_word(body))[0].split("\n") == [
        "編號\t與談人\t內容",
        "1\t甲市市長\t<p>一。</p> <p>二。</p>",
        "2\t甲市市長\t<p>三。</p> <p>巢</p>",
        "問答\t\t",
        "",
    ]


def test_a_merged_number_is_not_printed_twice_nor_is_what_was_said() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        (cell(para("編號")), cell(para("與談人")), cell(para("內容"))),
        (cell(para("1"), start), cell(para("甲"), start), cell(para("說了，"), start)),
        (cell("<w:p/>", on), cell("<w:p/>", on), cell("<w:p/>", on)),
        (cell(para("2")), cell(para("乙")), cell(para("再說。"))),
    )

    assert read(make_word(body))[0] == "編號\t與談人\t內容\n1\t甲\t說了，\n2\t乙\t再說。\n"


def test_letters_in_a_font_of_symbols_are_the_signs_that_a_reader_sees() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>n</w:t></w:r>'
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'

    text, left = read(make_word(f"<w:p>{run}<w:r><w:t>甲</w:t></w:r>{sign}</w:p>"))

    assert (text, left) == ("■甲✓\n", [("symbol", "n")])


def test_a_row_that_leaves_columns_out_has_empty_cells_there() -> None:
    rows = (
        "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(para("甲。"))}</w:tr>'
        f'<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>{cell(para("乙。"))}</w:tr>'
    )

    assert read(make_word(f"<w:tbl>{rows}</w:tbl>"))[0] == "\t甲。\n乙。\t\n"


def test_a_box_of_one_column_is_no_table_and_a_line_break_no_new_row() -> None:
    broken = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>"

    assert read(make_word(table((cell(broken),))))[0] == "甲\n乙 丙\n"
