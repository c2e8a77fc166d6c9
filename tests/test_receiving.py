"""An office file becomes source.txt: each of its characters arrives, or is left for a person."""

from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest

from dialogues.problems import ProblemsFound
from dialogues.receiving.documents import Paragraph, Writer, check_proof
from dialogues.receiving.files import receive, tell
from dialogues.receiving.numerals import write_number
from dialogues.receiving.packages import DEEPEST
from offices import (
    STRICT,
    cell,
    make_opendocument,
    make_word,
    pack,
    para,
    read,
    read_all,
    relate,
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


ITEMS = "".join(
    f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("甲", "乙")
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
)


def test_an_opendocument_text_is_read_alike() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><dc:creator>某</dc:creator>"
        "<text:p>刪除</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f'<text:list xml:id="l1" text:style-name="L">{ITEMS}</text:list>'
        '<text:p>內<text:span text:style-name="H">隱藏</text:span>文<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>註文</text:p>"
        "</text:note-body></text:note><text:s text:c='2'/>後<text:line-break/>新</text:p>"
        f'<text:list text:continue-list="l1" text:style-name="L">{ITEMS}</text:list>'
    )
    header = "<style:header><text:p>頁首</text:p></style:header>"

    text, left = read(make_opendocument(body, LISTS, header))

    assert text == "一、甲\n二、乙\n內文[註1]  後\n新\n三、甲\n四、乙\n[註1] 註文\n"
    assert left == [("deleted", "刪除"), ("hidden", "隱藏"), ("note", "註文"), ("header", "頁首")]


def test_repeated_and_covered_cells_of_an_opendocument_table() -> None:
    body = (
        "<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>"
        '<table:table-cell table:number-rows-spanned="2"><text:p>甲市市長</text:p>'
        "</table:table-cell><table:table-cell><text:p>好。</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell><text:p>2</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>是。</text:p>"
        "</table:table-cell></table:table-row><table:table-row>"
        '<table:table-cell table:number-columns-repeated="3"><text:p>同</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )

    assert read(make_opendocument(body))[0] == (
        "1\t甲市市長\t好。\n2\t甲市市長\t是。\n同\t同\t同\n"
    )


def test_the_proof_finds_what_is_lost_and_what_is_made_up() -> None:
    document, text, lost = read_all(make_word(para("全文")))
    assert lost == {}

    assert check_proof(document, text.replace("文", ""), Writer()) == {"文": -1}
    assert check_proof(document, text + "多", Writer()) == {"多": 1}
    document.blocks.append(Paragraph("假"))
    assert check_proof(document, Writer().write(document.blocks), Writer()) == {"假": 1}


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document/>'
DEEP = make_word("<w:sdt>" * DEEPEST + "</w:sdt>" * DEEPEST)
FAULTS = {
    "talks.docx": [
        (b"PK\x03\x04 broken", "open as a zip"),
        (b"\xd0\xcf\x11\xe0 old", "no password and be no old .doc"),
        (b"", "open as a zip"),
        (pack({"a.txt": "a"}), "must have a document part"),
        (
            pack({"_rels/.rels": relate({"officeDocument": "d.xml"}), "d.xml": BOMB}),
            "document type",
        ),
        (pack({"_rels/.rels": "<a><b></a>"}), "must be XML, and is not"),
        (DEEP, "nests deeper than"),
        (make_word(""), "must hold text, and has none"),
        (make_word(para("完整"))[:-40], "open as a zip"),
    ],
    "talks.rtf": [(b"{\\rtf}", "must be .docx, .odt, .txt or .pdf")],
    "talks.txt": [(b"\x81\x00\xff", "UTF-8, UTF-16 or Big5")],
}


@pytest.mark.parametrize(
    ("name", "data", "told"), [(name, *fault) for name, each in FAULTS.items() for fault in each]
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ProblemsFound, match=told):
        receive(path)


def test_a_file_that_would_unpack_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "talks.docx"
    path.write_bytes(make_word(para("文" * 1000)))
    monkeypatch.setattr("dialogues.receiving.packages.MOST_BYTES", 2000)

    with pytest.raises(ProblemsFound, match=r"must (unpack to|have) at most 2,000 bytes"):
        receive(path)


class Pages:
    """A PDF with one page, as pdfplumber opens it."""

    pages = (SimpleNamespace(extract_text=lambda: " 新聞稿 "),)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def test_a_pdf_is_read_where_its_tool_is_there_and_a_person_is_told_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "release.pdf"
    path.write_bytes(b"%PDF")
    monkeypatch.setattr("dialogues.receiving.files.find_spec", lambda _: None)
    with pytest.raises(ProblemsFound, match="must be read by pdfplumber"):
        receive(path)

    monkeypatch.setattr("dialogues.receiving.files.find_spec", lambda _: True)
    tool = SimpleNamespace(open=lambda _: Pages())
    monkeypatch.setattr("dialogues.receiving.files.import_module", lambda _: tool)
    received = receive(path)
    assert received.text == "新聞稿\n"
    assert "compare it line by line" in tell(received.left)


def test_a_text_keeps_its_bytes_or_says_how_it_was_encoded(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes("新聞稿\n".encode())
    assert receive(path).is_source

    path.write_bytes("新聞稿\r\n".encode("cp950"))
    received = receive(path)
    assert (received.text, received.is_source) == ("新聞稿\n", False)
    assert tell(received.left) == "  文字編碼 encoding: cp950 → UTF-8"
