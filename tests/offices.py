"""Small office files, made of the XML that a test is about."""

from io import BytesIO
from zipfile import ZipFile

from dialogues.receiving.documents import Document, Writer, check_proof
from dialogues.receiving.opendocument import read_opendocument
from dialogues.receiving.packages import Package
from dialogues.receiving.word import read_word

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style",
        "draw": "drawing",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def pack(parts: dict[str, str]) -> bytes:
    """Return a zip of these parts."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def make_word(
    body: str, name: str = "word/document.xml", space: str = WORD, **beside: str
) -> bytes:
    """Return a .docx with a body, its main part under any name, and other parts by their kinds."""
    folder, _, file = name.rpartition("/")
    own = f'xmlns:w="{space}" {OTHERS}'
    parts = {
        "_rels/.rels": relate({"officeDocument": name}),
        name: f"<w:document {own}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": relate({kind: f"{kind}.xml" for kind in beside}),
    }
    for kind, text in beside.items():
        parts[f"{folder}/{kind}.xml"] = f"<w:{kind} {own}>{text}</w:{kind}>"
    return pack(parts)


def relate(parts: dict[str, str]) -> str:
    """Return the relationships to parts, by their kinds."""
    each = (
        f'<Relationship Id="r{kind}" Type="{RELATION}/{kind}" Target="{name}"/>'
        for kind, name in parts.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def make_opendocument(body: str, styles: str = "", margins: str = "") -> bytes:
    """Return an .odt with a text, its styles, and what stands at the head of its pages."""
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    page = f"<office:document-styles {ODF}>{margins}</office:document-styles>"
    return pack({"content.xml": content, "styles.xml": page})


def para(text: str, properties: str = "") -> str:
    """Return a paragraph of Word."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(inner: str, properties: str = "") -> str:
    """Return a cell of Word."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of Word."""
    each = ("".join(row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in each) + "</w:tbl>"


def read(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of an office file and what is left; every character has to be in one of them."""
    document, text, lost = read_all(data)
    assert lost == {}
    return text, [(left.kind, left.text) for left in document.left]


def read_all(data: bytes) -> tuple[Document, str, dict[str, int]]:
    package = Package("talks.docx", data)
    reader = read_opendocument if package.has("content.xml") else read_word
    document = reader(package)
    writer = Writer()
    text = writer.write(document.blocks)
    return document, text, check_proof(document, text, writer)
