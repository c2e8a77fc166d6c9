"""From HTML fragments, cut by page breaks, to paragraphs and list items."""

import pytest

from dialogues.parsing.blocks import Piece, Seam, parse_blocks
from dialogues.parsing.excerpts import Excerpt


def blocks(*pieces: str, seam: Seam = Seam.ROW) -> list[str]:
    """Parse pieces that meet at seams of one kind; a number and its text stand apart by `|`."""
    parsed = parse_blocks(Piece(seam, Excerpt.of(text)) for text in pieces)
    return [f"{b.marker}|{b.body}" if b.marker else str(b.body) for b in parsed]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("無標籤的一段。", ["無標籤的一段。"]),
        ("<p>一段。</p> <p>二段。</p>", ["一段。", "二段。"]),
        ('<p>例：</p> <ol style="a: b"> 1.甲 2.乙', ["例：", "1.|甲", "2.|乙"]),
        ("<ol><li>1. 甲</li> <li>2. 乙</li></ol>", ["1.|甲", "2.|乙"]),
        ("<ol> 甲一。甲二。 乙一。</ol>", ["甲一。甲二。", "乙一。"]),
        ("<p>1.5G：網路</p><p>2.能源</p>", ["1.|5G：網路", "2.|能源"]),
        ("<p>2、科技</p><p>(1)AI</p><p>（2）鏈</p>", ["2、|科技", "(1)|AI", "（2）|鏈"]),
        ("<ol> 1.自 2019 年起 3. 不是第三項 2.乙</ol>", ["1.|自 2019 年起 3. 不是第三項", "2.|乙"]),
        ("<p>見 <https://a.b/c> 與 1 < 2</p>", ["見 <https://a.b/c> 與 1 < 2"]),
        ("<p>Q&A &amp; R&D</p>", ["Q&A &amp; R&D"]),
        ("</li></ol> <p>殘留</p> </ol>", ["殘留"]),
        ("<p>- (1)項</p>", ["(1)|項"]),
        (
            "<ol><li>甲</li><li><p>乙</p><p>又乙</p></li></ol><p>丙</p>",
            ["1.|甲", "2.|乙", "又乙", "丙"],
        ),
        ('<ol start="3"><li>丙</li></ol><ul><li>丁</li></ul>', ["3.|丙", "丁"]),
        ('<ol style="list-style-type: none"><li>甲</li></ol>', ["甲"]),
        (
            "<p>1.5 度的目標</p><p>三、四年前</p><p>三、再說</p>",
            ["1.5 度的目標", "三、四年前", "三、|再說"],
        ),
    ],
)
def test_a_cell(cell: str, expected: list[str]) -> None:
    assert blocks(cell) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("<ol> 1.甲大數據疫", "調專案。 2.乙</ol>"), ["1.|甲大數據疫調專案。", "2.|乙"]),
        (
            ("<li>1. 任何廠商</li></ol>", "<p>都可以。</p> <p>2. 乙</p>"),
            ["1.|任何廠商都可以。", "2.|乙"],
        ),
        (("<ol> 1.甲。", "2.乙。</ol>"), ["1.|甲。", "2.|乙。"]),
        (("<p>甲。</p>", "<p>乙。</p>"), ["甲。", "乙。"]),
        (("甲一。", "甲二。"), ["甲一。甲二。"]),
        (("<p>甲</p> <ol sty", 'le="x"> 1.乙</ol>'), ["甲", "1.|乙"]),
        (("Agency", "of Innovations"), ["Agency of Innovations"]),
    ],
    ids=["word", "closed tags", "next item", "next paragraph", "same cell", "in a tag", "Latin"],
)
def test_a_row_that_goes_on_after_a_page_break(
    pieces: tuple[str, ...], expected: list[str]
) -> None:
    assert blocks(*pieces) == expected


def test_lines_outside_a_table_are_paragraphs_and_blank_lines_may_cut_one() -> None:
    assert blocks("產業與", "民間。", seam=Seam.GAP) == ["產業與民間。"]
    assert blocks("甲。", "乙。", seam=Seam.GAP) == ["甲。", "乙。"]
    assert blocks("甲", "乙", seam=Seam.LINE) == ["甲", "乙"]
