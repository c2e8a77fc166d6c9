"""Read a file as received by its kind: .docx, .odt, .txt, or .pdf where pdfplumber is there."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from dialogues.model.sources import LARGEST_ORIGINAL
from dialogues.problems import Problem, ProblemsFound
from dialogues.receiving.documents import Block, Document, Left, Paragraph, Writer, check_proof
from dialogues.receiving.opendocument import read_opendocument
from dialogues.receiving.packages import Package
from dialogues.receiving.pdf_pages import write_page
from dialogues.receiving.word import read_word

OFFICE = {".docx": read_word, ".odt": read_opendocument}
OLE = b"\xd0\xcf\x11\xe0"
"""How an old .doc begins, and a .docx that a password locks."""
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""How a text begins that says how it is encoded."""
RELEASE = ("新聞稿", "新聞資料", "發布機關", "發稿", "News release", "Press release")
"""What stands at the head of a news release."""
KINDS_LEFT = {
    "deleted": "已刪除的字，不收 deleted, kept out",
    "hidden": "隱藏的字，不收 hidden, kept out",
    "comment": "註解，不收 comments, kept out",
    "header": "頁首，不收 heads of pages, kept out",
    "footer": "頁尾，不收 feet of pages, kept out",
    "ruby": "注音，不收 readings above characters, kept out",
    "picture": "圖裡的字，不收 words in pictures, kept out",
    "unseen": "看不見的字元，不收 characters that nobody can see, kept out",
    "symbol": "符號字型的字，改印為符號 letters in a font of symbols, printed as signs",
    "unread": "讀不到的字，不收，請看原檔 words that could not be placed, kept out; look at the file",
    "box": "文字方塊，收在所附段落之後 text boxes, put behind their paragraphs",
    "note": "註腳，收在文末 notes, put at the end",
    "embedded": "內嵌的檔案，讀不到 embedded files, which are not read",
    "image": "圖片，其中的字讀不到 images, whose words are not read",
    "pdf": "取自 PDF，請逐行對照 from a PDF: compare it line by line",
    "encoding": "文字編碼 encoding",
}
"""What is left for a person, in the order in which it is told."""


@dataclass(frozen=True)
class Received:
    """A file as received, and what was read of it."""

    data: bytes
    suffix: str
    text: str
    left: Sequence[Left]

    @property
    def source(self) -> bytes:
        """What source.txt holds."""
        return self.text.encode("utf-8")

    @property
    def is_source(self) -> bool:
        """Whether the file is source.txt itself, byte for byte."""
        return self.data == self.source


def receive(path: Path) -> Received:
    """Read a file; raise ProblemsFound where it cannot be read, or a character would be lost."""
    if path == Path():
        rule = (
            "a new record must be made of a file (make record FILE=talks.docx), and none is given"
        )
        raise ProblemsFound([Problem("FILE", 1, rule)])
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_ORIGINAL + 1)
    except OSError as error:
        raise _problem(path, f"the file must be there to read: {error.strerror}") from error
    if len(data) > LARGEST_ORIGINAL:
        raise _problem(path, f"a file must have at most {LARGEST_ORIGINAL:,} bytes, and has more")
    suffix = path.suffix.lower()
    if suffix in OFFICE and data.startswith(OLE):
        rule = "an office file must have no password and be no old .doc (open it, save it as .docx)"
        raise _problem(path, rule)
    if suffix in OFFICE:
        return _receive_office(path, data)
    if suffix == ".txt":
        text, left = _decode(path, data)
        return Received(data, suffix, text, left)
    if suffix == ".pdf":
        return Received(data, suffix, *_read_pdf(path, data))
    rule = "a file must be .docx, .odt, .txt or .pdf (open it, and save it as .docx or .odt)"
    raise _problem(path, f"{rule}, and is {suffix or path.name!r}")


def _receive_office(path: Path, data: bytes) -> Received:
    """Read an office file by what it is, whatever its name says."""
    package = Package(str(path), data)
    suffix = ".odt" if package.has("content.xml") else ".docx"
    try:
        document = OFFICE[suffix](package)
    except RecursionError as error:
        raise _problem(path, "an office file must nest less deeply") from error
    writer = Writer(spaced=is_release(document.blocks))
    text = writer.write(document.blocks)
    if lost := check_proof(document, text, writer):
        found = ", ".join(f"{char!r} {count:+}" for char, count in list(lost.items())[:20])
        raise _problem(path, f"every character must arrive once, and these did not: {found}")
    if not text.strip():
        raise _problem(path, "an office file must hold text, and has none (is it a scan?)")
    return Received(data, suffix, text, summarize(document))


def is_release(blocks: Sequence[Block]) -> bool:
    """Return whether the first paragraphs are those of a news release."""
    head = "\n".join(block.text for block in blocks[:12] if isinstance(block, Paragraph))
    return is_masthead(head)


def is_masthead(text: str) -> bool:
    """Return whether words name the office and that this is a release, and not what it tells."""
    return any(word in text for word in RELEASE)


def summarize(document: Document) -> list[Left]:
    """Return what is left for a person by its kind, that of several runs side by side as one."""
    found: list[Left] = []
    for left in sorted(document.left, key=lambda each: list(KINDS_LEFT).index(each.kind)):
        if (
            found
            and left.kind == found[-1].kind
            and left.kind in ("deleted", "hidden", "unseen", "symbol")
        ):
            found[-1] = Left(left.kind, f"{found[-1].text}{left.text}", left.kept_out)
        else:
            found.append(left)
    return found


def tell(left: Sequence[Left]) -> str:
    """Return what is left for a person, a line each; what nobody can see by its code."""
    lines = []
    for each in left:
        text = each.text
        if each.kind == "unseen":
            text = ", ".join(f"U+{ord(char):04X}" for char in sorted(set(text)))
        lines.append(f"  {KINDS_LEFT[each.kind]}{f': {text.strip()}' if text.strip() else ''}")
    return "\n".join(dict.fromkeys(lines))


def _decode(path: Path, data: bytes) -> tuple[str, list[Left]]:
    """Return a text, and how it was encoded where that is not UTF-8 alone."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    for name in (encoding, "cp950"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            usual = [] if name == "utf-8" else [Left("encoding", f"{name} → UTF-8", kept_out=False)]
            return (text if name == "utf-8" else text.replace("\r\n", "\n")), usual
    raise _problem(path, "a text must be UTF-8, UTF-16 or Big5, and is none of them")


def _read_pdf(path: Path, data: bytes) -> tuple[str, list[Left]]:
    """Return the text of a PDF, page by page, for a person to compare."""
    if find_spec("pdfplumber") is None:
        rule = "a PDF must be read by pdfplumber, which `make record` installs (or use the .docx)"
        raise _problem(path, rule)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each font
    try:
        with import_module("pdfplumber").open(BytesIO(data)) as pdf:
            pages = [write_page(page) for page in pdf.pages]
    except Exception as error:  # it raises whatever its parser does
        raise _problem(
            path, f"a PDF must be readable, and is not: {error or type(error).__name__}"
        ) from error
    text = "\n\n".join(page.strip() for page in pages).strip()
    if not text:
        raise _problem(path, "an office file must hold text, and has none (is it a scan?)")
    return f"{text}\n", [Left("pdf", f"{len(pages)} 頁 pages", kept_out=False)]


def _problem(path: Path, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(path.as_posix(), 1, message)])
