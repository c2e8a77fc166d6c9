"""A file as received: each of its characters arrives, or is left for a person; or it says why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest

from dialogues.model.sources import LARGEST_ORIGINAL
from dialogues.problems import ProblemsFound
from dialogues.receiving.documents import Paragraph, Writer, check_proof
from dialogues.receiving.files import Received, receive, tell
from dialogues.receiving.packages import DEEPEST
from offices import (
    make_word,
    pack,
    para,
    read_all,
    relate,
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


def test_a_file_that_no_record_may_keep_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(b"x" * (LARGEST_ORIGINAL + 1))

    with pytest.raises(ProblemsFound, match=r"must have at most 20,000,000 bytes"):
        receive(path)


@dataclass(frozen=True)
class PdfPage:
    """A page of a PDF as pdfplumber gives it: lines of text by their tops, perhaps a table of two rows."""

    lines: Mapping[int, str]
    beside: str = ""
    """What stands beside the table, which no part of the page between tables has."""
    bbox = (0.0, 0.0, 9.0, 9.0)

    def extract_text(self) -> str:
        return "\n".join(filter(None, [*self.lines.values(), self.beside]))

    def crop(self, box: tuple[float, float, float, float]) -> "PdfPage":
        return PdfPage({at: line for at, line in self.lines.items() if box[1] <= at < box[3]})

    def find_tables(self) -> list[SimpleNamespace]:
        rows = [["編號", "代表", None], ["1", "丙鎮 Anna\nLee 鎮⻑", "有公\n車。"]]
        there = any("丙鎮" in line for line in self.lines.values())
        return [SimpleNamespace(bbox=(1, 4, 8, 7), extract=lambda: rows)] * there


class Pages:
    """A PDF of one page, as pdfplumber opens it."""

    def __init__(self, page: PdfPage) -> None:
        self.pages = [page]

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

    received = receive_pdf(path, PdfPage({1: " 新聞稿 "}), monkeypatch)
    assert received.text == "新聞稿\n"
    assert "compare it line by line" in tell(received.left)


def receive_pdf(path: Path, page: PdfPage, monkeypatch: pytest.MonkeyPatch) -> Received:
    """Receive a file as if its tool were there and found this page."""
    tool = SimpleNamespace(open=lambda _: Pages(page))
    monkeypatch.setattr("dialogues.receiving.files.find_spec", lambda _: True)
    monkeypatch.setattr("dialogues.receiving.files.import_module", lambda _: tool)
    path.write_bytes(b"%PDF")
    return receive(path)


TALKS = {1: "2031 座談", 4: "編號 代表", 5: "1 丙鎮 Anna 有公", 6: "Lee 鎮⻑ 車。", 8: "共一場"}


def test_a_table_of_a_pdf_has_its_cells_and_radicals_are_the_characters_that_they_mean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = receive_pdf(tmp_path / "talks.pdf", PdfPage(TALKS), monkeypatch)

    assert received.text == ("2031 座談\n編號\t代表\t\n1\t丙鎮 Anna Lee 鎮長\t有公車。\n共一場\n")


def test_a_page_of_a_pdf_is_written_line_by_line_where_a_table_would_lose_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = receive_pdf(tmp_path / "talks.pdf", PdfPage(TALKS, "旁註"), monkeypatch)

    assert received.text.split("\n")[-2:] == ["旁註", ""]
    assert "\t" not in received.text


def test_a_text_keeps_its_bytes_or_says_how_it_was_encoded(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes("新聞稿\n".encode())
    assert receive(path).is_source

    path.write_bytes("新聞稿\r\n".encode("cp950"))
    received = receive(path)
    assert (received.text, received.is_source) == ("新聞稿\n", False)
    assert tell(received.left) == "  文字編碼 encoding: cp950 → UTF-8"
