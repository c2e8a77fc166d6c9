"""Open an office file, a zip of XML parts, without trust: anybody may have made it.

What is read is bounded: bytes of the file, of each part, of all parts, and how deep elements nest.
A part with a document type is refused, so that no entity is ever expanded.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

from dialogues.problems import Problem, ProblemsFound

MOST_BYTES = 50_000_000
"""Of a file, and of all that is read of it."""
DEEPEST = 150
"""How deep elements may nest; a table within three others has about fifty."""
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(NotImplementedError, ValueError, LookupError, MemoryError),
)
"""What reading a damaged, encrypted or oddly packed zip raises."""
OOXML = {
    "wordprocessingml/main": "w",
    "officeDocument/relationships": "r",
    "drawingml/main": "a",
    "officeDocument/math": "m",
}
NAMESPACES = {
    **{
        f"http://schemas.openxmlformats.org/{path}": short
        for path, short in zip(
            ("wordprocessingml/2006/main", "officeDocument/2006/relationships",
             "drawingml/2006/main", "officeDocument/2006/math"),
            OOXML.values(), strict=True,
        )
    },
    **{f"http://purl.oclc.org/ooxml/{path}": short for path, short in OOXML.items()},
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    **{
        f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": short
        for name, short in {
            "office": "office", "text": "text", "table": "table", "style": "style",
            "drawing": "draw", "xsl-fo-compatible": "fo", "meta": "meta", "svg-compatible": "svg",
        }.items()
    },
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}  # fmt: skip
"""Short names of what the readers know, the strict form of Word's among them."""


class Package:
    """The parts of one office file, read when they are asked for."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.left = MOST_BYTES
        self.parts: dict[str, ET.Element] = {}
        if len(data) > MOST_BYTES:
            raise self.problem(
                f"a file must have at most {MOST_BYTES:,} bytes, and has {len(data):,}"
            )
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise self.problem(
                f"an office file must open as a zip, and does not: {error}"
            ) from error
        self.names = {name.lower().lstrip("/"): name for name in self.zip.namelist()}

    def problem(self, message: str) -> ProblemsFound:
        """Return the problem that the whole file has."""
        return ProblemsFound([Problem(self.path, 1, message)])

    def has(self, name: str) -> bool:
        """Return whether there is such a part; upper and lower case are the same in names."""
        return name.lower() in self.names

    def read(self, name: str) -> ET.Element:
        """Return the root of an XML part, its names shortened."""
        if name.lower() not in self.parts:
            self.parts[name.lower()] = self._parse(name)
        return self.parts[name.lower()]

    def _parse(self, name: str) -> ET.Element:
        try:
            with self.zip.open(self.names[name.lower()]) as part:
                data = part.read(self.left + 1)
        except BROKEN as error:
            raise self.problem(f"the part {name} must be readable, and is not: {error}") from error
        if len(data) > self.left:
            raise self.problem(f"an office file must unpack to at most {MOST_BYTES:,} bytes")
        self.left -= len(data)
        parser = ET.XMLParser(target=_Builder())  # noqa: S314  # it refuses document types
        try:
            parser.feed(data)
            root: ET.Element = parser.close()
        except _RefusedError as error:
            raise self.problem(f"the part {name} must be plain XML, and {error}") from error
        except (ET.ParseError, *BROKEN) as error:
            raise self.problem(f"the part {name} must be XML, and is not: {error}") from error
        return root

    def relations(self, part: str = "") -> Mapping[str, tuple[str, str]]:
        """Return what a part is related to, by ids: the kind, and the name of the other part."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(name):
            return {}
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
            )
            for each in self.read(name)
            if each.get("TargetMode") != "External"
        }

    def related(self, part: str, *kinds: str) -> Iterator[str]:
        """Yield the names of the parts of some kinds to which one is related, each once."""
        found = [name for kind, name in self.relations(part).values() if kind in kinds]
        yield from dict.fromkeys(name for name in found if self.has(name))


class _RefusedError(Exception):
    """What a part has and no part may have."""


class _Builder(ET.TreeBuilder):
    """Builds elements with short names; refuses document types and endless nesting."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> ET.Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _RefusedError(f"nests deeper than {DEEPEST}")
        return super().start(shorten_name(tag), {shorten_name(k): v for k, v in attrs.items()})

    def end(self, tag: str) -> ET.Element:
        self.depth -= 1
        return super().end(shorten_name(tag))

    def doctype(self, *_: str | None) -> None:
        raise _RefusedError("has a document type")


def shorten_name(name: str) -> str:
    """Return `w:p` for a name with a known namespace, the bare name for one with none."""
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].partition("}")
    return f"{NAMESPACES.get(space, '?')}:{local}"


def find(element: ET.Element | None, path: str) -> ET.Element | None:
    """Return the first element at a path of short names; None where a step is missing."""
    for step in path.split("/"):
        element = element.find(step) if element is not None else None
    return element


def value_of(element: ET.Element | None, path: str) -> str | None:
    """Return the `w:val` of the element at a path; None where it is missing."""
    found = find(element, path)
    return found.get("w:val") if found is not None else None
