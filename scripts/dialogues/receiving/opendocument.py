"""Read an .odt, as word.py does a .docx: what a reader of the printed file sees goes to blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from dialogues.receiving.documents import (
    Block,
    Cell,
    Document,
    Left,
    Paragraph,
    Table,
    clean,
    mark_note,
)
from dialogues.receiving.listing import OUTLINE, Listing
from dialogues.receiving.numbering import to_number
from dialogues.receiving.opendocument_parts import (
    BREAKS,
    EMBEDDED,
    LEFT,
    MARGIN,
    NO_TEXT,
    count_repeats,
    find_rows,
    find_unmet,
    gather,
    is_hidden,
)
from dialogues.receiving.packages import Package, find


def read_opendocument(package: Package) -> Document:
    """Return what an OpenDocument text holds."""
    content = package.read("content.xml") if package.has("content.xml") else None
    body = find(content, "office:body/office:text")
    if content is None or body is None:
        raise package.problem("an OpenDocument file must have a text, and has none")
    styles = package.read("styles.xml") if package.has("styles.xml") else None
    reader = _Reader(content, styles)
    blocks = reader.read_blocks(body)
    blocks += reader.notes
    reader.leave("unread", body)
    beside = [part for part in (styles if styles is not None else ()) for part in part.iter()]
    margins = [part for part in beside if MARGIN.fullmatch(part.tag)]
    for part in margins:
        reader.leave(part.tag[6:12], part)
    texts = [text for part in (body, *margins) for text in gather(part)]
    return Document(blocks, reader.left, texts, reader.printed)


@dataclass
class _Place:
    """Where in lists a paragraph stands."""

    styles: tuple[str, ...] = ()
    """The style of each list around it."""
    item: Element | None = None
    """The item that it begins; None for what follows within it."""


@dataclass
class _Reader:
    """Goes through the text once, and notes which texts it has met."""

    content: Element
    styles_part: Element | None
    left: list[Left] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    met: set[tuple[int, str]] = field(default_factory=set)
    notes: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        parts = [part for part in (self.styles_part, self.content) if part is not None]
        self.styles = {
            style.get("style:name", ""): style
            for part in parts
            for style in part.iter("style:style")
        }
        self.listing = Listing.of(parts)

    def read_blocks(self, parent: Element, place: _Place | None = None) -> list[Block]:
        """Return the paragraphs and tables of a text, a section, an item, a cell or a box."""
        found: list[Block] = []
        for each in parent:
            tag = each.tag
            if tag in ("text:p", "text:h"):
                found += self._read_paragraph(each, place)
                place = _Place(place.styles) if place else None
            elif tag == "text:list":
                found += self._read_list(each, place.styles if place else ())
            elif tag == "table:table":
                found.append(Table(list(self._read_rows(each))))
            elif tag in LEFT or tag.endswith("-source"):
                self.leave(LEFT.get(tag, "unread"), each)
            elif is_hidden(self.styles, each):
                self.leave("hidden", each)
            elif tag.startswith("draw:"):
                self._read_drawing(each)
                found, self.boxes = [*found, *self.boxes], []
            else:
                found += self.read_blocks(each, place)
        return found

    def _read_list(self, parent: Element, styles: tuple[str, ...]) -> list[Block]:
        own = parent.get("text:style-name") or (styles[-1] if styles else "")
        inner = (*styles, own)
        self.listing.begin(parent, inner)
        found: list[Block] = []
        for item in parent:
            counted = item if item.tag == "text:list-item" else None
            found += self.read_blocks(item, _Place(inner, counted))
        return found

    def _read_paragraph(self, paragraph: Element, place: _Place | None) -> list[Block]:
        boxes, self.boxes = self.boxes, []
        hidden = (
            bool(is_hidden(self.styles, paragraph))
            or paragraph.find("text:hidden-paragraph") is not None
        )
        text, unseen = clean("".join(self._read_inline(paragraph, hidden=hidden)))
        inner, self.boxes = self.boxes, boxes
        if unseen:
            self.left.append(Left("unseen", unseen))
        return [Paragraph(text.strip(" "), self._number(paragraph, place)), *inner]

    def _number(self, paragraph: Element, place: _Place | None) -> str:
        if place:
            return self.listing.number(place.styles, place.item) if place.item is not None else ""
        if paragraph.tag != "text:h":
            return ""
        level = max(to_number(paragraph.get("text:outline-level"), 1), 1)
        return self.listing.number((OUTLINE,) * min(level, 10), paragraph)

    def _read_inline(self, parent: Element, *, hidden: bool) -> Iterator[str]:
        """Yield the texts within a paragraph, in order; line breaks as such."""
        yield from self._take(parent, "text", hidden=hidden)
        for each in parent:
            tag = each.tag
            if tag in BREAKS:
                yield BREAKS[tag]
            elif tag in NO_TEXT:
                pass
            elif tag == "text:s":
                yield " " * min(max(to_number(each.get("text:c"), 1), 1), 200)
            elif tag == "text:note":
                yield self._read_note(each)
            elif tag in LEFT:
                self.leave(LEFT[tag], each)
            elif tag.startswith("draw:"):
                self._read_drawing(each)
            else:
                state = is_hidden(self.styles, each)
                yield from self._read_inline(each, hidden=hidden if state is None else state)
            yield from self._take(each, "tail", hidden=hidden)

    def _take(self, element: Element, part: str, *, hidden: bool) -> Iterator[str]:
        text = (getattr(element, part) or "").replace("\n", " ")
        self.met.add((id(element), part))
        if text and hidden:
            self.left.append(Left("hidden", text))
        elif text:
            yield text

    def _read_note(self, note: Element) -> str:
        """Read a note, which stands at the end of source.txt behind its mark; return the mark."""
        kind = "尾註" if note.get("text:note-class") == "endnote" else "註"
        self.counted[kind] = self.counted.get(kind, 0) + 1
        mark = f"[{kind}{self.counted[kind]}]"
        body = note.find("text:note-body")
        blocks = self.read_blocks(body) if body is not None else []
        words = " ".join(Cell(blocks).lines)
        self.left.append(Left("note", words, kept_out=False))
        self.printed += [mark, mark]
        self.notes += mark_note(mark, blocks)
        return mark

    def _read_drawing(self, drawing: Element) -> None:
        """Read a frame or a shape: its text follows the paragraph at which it is anchored."""
        boxes, self.boxes = self.boxes, []
        blocks: list[Block] = []
        for each in drawing:
            if each.tag in ("text:p", "text:h", "text:list", "table:table"):
                holder = Element("text:section")
                holder.append(each)
                blocks += self.read_blocks(holder)
            elif each.tag == "draw:image":
                self.left.append(Left("image", "", kept_out=False))
            elif each.tag in EMBEDDED:
                self.left.append(Left("embedded", each.tag, kept_out=False))
            elif each.tag in LEFT:
                self.leave(LEFT[each.tag], each)
            else:
                self._read_drawing(each)
        blocks += self.boxes
        words = " ".join(Cell(blocks).lines)
        if words and drawing.tag not in ("draw:frame", "draw:g"):
            self.left.append(Left("box", words, kept_out=False))
        self.boxes = [*boxes, *blocks]

    def _read_rows(self, table: Element) -> Iterator[list[Cell]]:
        """Yield the rows of a table, those within groups too; rows that are repeated as often."""
        below: dict[int, int] = {}
        for row in find_rows(table):
            for number in range(count_repeats(row, "table:number-rows-repeated")):
                cells = list(self._read_cells(row, below))
                yield cells
                if number:
                    self._note_again(cells)

    def _read_cells(self, row: Element, below: dict[int, int]) -> Iterator[Cell]:
        """Yield the cells of a row; `below` says for how many rows each column is still merged."""
        place = 0
        for cell in row:
            for number in range(count_repeats(cell, "table:number-columns-repeated")):
                covered = cell.tag == "table:covered-table-cell"
                if cell.tag == "table:table-cell":
                    rows = to_number(cell.get("table:number-rows-spanned"), 1)
                    below[place] = max(rows, 1)
                if covered or cell.tag == "table:table-cell":
                    merged = covered and below.get(place, 0) > 0
                    found = Cell(self.read_blocks(cell), merged=merged)
                    yield found
                    if number:
                        self._note_again([found])
                    below[place] = below.get(place, 0) - 1
                    place += 1

    def _note_again(self, cells: list[Cell]) -> None:
        """Note what is printed again, since the file holds it once and says how often."""
        texts = [
            block.text for cell in cells for block in cell.blocks if isinstance(block, Paragraph)
        ]
        self.printed += texts

    def leave(self, kind: str, parent: Element) -> None:
        """Leave all texts of an element for a person, but for who wrote it and when."""
        words = "".join(find_unmet(parent, self.met))
        if words.strip():
            self.left.append(Left(kind, words))
