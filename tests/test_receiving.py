"""A file as received: each of its characters arrives, or is left for a person; or it says why not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest

from dialogues.model.sources import LARGEST_ORIGINAL
from dialogues.problems import ProblemsFound
from dialogues.receiving.documents import Paragraph, Writer, check_proof
from dialogues.receiving.files import receive, tell
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
