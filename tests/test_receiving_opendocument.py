"""An .odt becomes the text of a source, as a .docx does."""

from offices import (
    make_opendocument,
    read,
)

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
