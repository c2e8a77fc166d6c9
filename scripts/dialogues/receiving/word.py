"""Read a .docx: its parts by how they are related, tracked changes as accepted.

What a reader of the printed file sees goes to blocks. What is deleted, hidden, a comment, or at the
head and foot of each page is left for a person, and so is every text that no rule here reaches.
"""

from collections.abc import Callable, Iterator, Mapping
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
from dialogues.receiving.numbering import Numbering, to_number
from dialogues.receiving.packages import Package, find, value_of
from dialogues.receiving.symbols import SYMBOLS, read_symbol
from dialogues.receiving.word_parts import (
    BESIDE,
    DELETED,
    MARKS,
    NOTES,
    SIGNS,
    TEXTS,
    children,
    choose,
    fill_row,
    find_parts,
    find_within,
    gather,
    is_hidden,
    is_on,
    text_of,
)

Inline = Callable[[Element, bool], Iterator[str]]
"""What reads an element within a paragraph, which may be hidden."""


def read_word(package: Package) -> Document:
    """Return what a Word file holds."""
    main = next(package.related("", "officeDocument"), None)
    if main is None or (body := package.read(main).find("w:body")) is None:
        raise package.problem("a Word file must have a document part, and has none")
    beside = dict(find_parts(package, main))
    reader = _Reader(package, main)
    blocks = reader.read_blocks(body)
    for kind in MARKS:
        blocks += reader.read_notes(kind)
    for name, kind in beside.items():
        reader.leave(BESIDE.get(kind, "unread" if kind in MARKS else "picture"), package.read(name))
    reader.leave("unread", body)
    roots = [body, *(package.read(name) for name in beside)]
    texts = [text_of(each) for root in roots for each in gather(root)]
    return Document(blocks, reader.left, texts, reader.printed)


class _Reader:
    """Goes through the parts of one file once, and notes which texts it has met."""

    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        self.left: list[Left] = []
        self.printed: list[str] = []
        self.met: set[int] = set()
        styles = self._related("styles")
        self.styles = {style.get("w:styleId", ""): style for style in children(styles, "w:style")}
        self.numbering = Numbering.of(self._related("numbering"), self.styles)
        self.notes: dict[str, list[str]] = {kind: [] for kind in MARKS}
        self.boxes: list[Block] = []
        self.carried = ""
        self.inline: Mapping[str, Inline] = {
            "w:r": self._read_run,
            **dict.fromkeys(TEXTS, self._read_text),
            **dict.fromkeys(SIGNS, self._read_sign),
            **dict.fromkeys(DELETED, lambda each, _: self.leave("deleted", each)),
            **dict.fromkeys(NOTES, lambda each, _: self._refer(each)),
            "w:rt": lambda each, _: self.leave("ruby", each),
            "w:sym": self._read_symbol,
            "mc:AlternateContent": lambda each, hidden: self._read_inline(choose(each)[0], hidden),
            "w:txbxContent": lambda each, _: self._read_box(each),
            "v:textpath": lambda each, _: self.leave("picture", each),
            "w:object": lambda each, _: self._note_embedded(each),
            **dict.fromkeys(("a:blip", "v:imagedata"), lambda *_: self._note_image()),
        }

    def _related(self, kind: str) -> Element | None:
        name = next(self.package.related(self.main, kind), None)
        return self.package.read(name) if name else None

    def read_blocks(self, parent: Element) -> list[Block]:
        """Return the paragraphs and tables of a body, a cell, a box or a note."""
        found: list[Block] = []
        for each in parent:
            if each.tag == "w:p":
                found += self._read_paragraph(each)
            elif each.tag == "w:tbl":
                found.append(Table(list(self._read_rows(each))))
            elif each.tag in DELETED:
                self.leave("deleted", each)
            elif each.tag == "mc:AlternateContent":
                found += self.read_blocks(choose(each)[0])
            elif each.tag == "w:altChunk":
                self._note_embedded(each)
            elif each.tag.startswith("m:"):
                found.append(Paragraph("".join(self._read_inline(each, hidden=False))))
            elif not each.tag.endswith("Pr"):
                found += self.read_blocks(each)
        if parent.tag != "w:sdtContent" and self.carried:  # nothing follows in this cell or body
            found.append(Paragraph(self.carried))
            self.carried = ""
        return found

    def _read_paragraph(self, paragraph: Element) -> list[Block]:
        properties = paragraph.find("w:pPr")
        hidden = is_hidden(self.styles, value_of(properties, "w:pStyle"), None)
        boxes, self.boxes = self.boxes, []
        carried, self.carried = self.carried, ""
        text, unseen = clean(carried + "".join(self._read_inline(paragraph, hidden=bool(hidden))))
        inner, self.boxes = self.boxes, boxes
        if unseen:
            self.left.append(Left("unseen", unseen))
        mark = find(properties, "w:rPr")
        if any(find(mark, tag) is not None for tag in DELETED):
            self.carried = text  # the end of this paragraph is deleted: the next one goes on
            return inner
        return [Paragraph(text, self.numbering.number(properties)), *inner]

    def _read_inline(self, parent: Element, hidden: bool) -> Iterator[str]:  # noqa: FBT001
        """Yield the texts within a paragraph, in order; line breaks as such."""
        for each in parent:
            if read := self.inline.get(each.tag):
                yield from read(each, hidden)
            elif not each.tag.endswith("Pr"):
                yield from self._read_inline(each, hidden)

    def _read_run(self, run: Element, hidden: bool) -> Iterator[str]:  # noqa: FBT001
        own = run.find("w:rPr")
        state = is_hidden(self.styles, value_of(own, "w:rStyle"), own)
        texts = self._read_inline(run, hidden if state is None else state)
        fonts = find(own, "w:rFonts")
        font = fonts.get("w:ascii", "") if fonts is not None else ""
        yield from self._read_signs(font, texts) if font.lower() in SYMBOLS else texts

    def _read_signs(self, font: str, texts: Iterator[str]) -> Iterator[str]:
        """Yield texts in a font of symbols by the signs that a reader sees."""
        for text in texts:
            shown = [read_symbol(font, f"{ord(char):X}") if char.strip() else char for char in text]
            changed = [(char, sign) for char, sign in zip(text, shown, strict=True) if char != sign]
            if changed:
                self.left.append(Left("symbol", "".join(char for char, _ in changed)))
                self.printed.append("".join(sign for _, sign in changed))
            yield "".join(shown)

    def _read_text(self, element: Element, hidden: bool) -> Iterator[str]:  # noqa: FBT001
        if hidden or element.tag == "w:delText":
            self.leave("hidden" if hidden else "deleted", element)
        elif id(element) not in self.met:
            self.met.add(id(element))
            yield (element.text or "").replace("\n", " ")

    def _read_sign(self, element: Element, hidden: bool) -> Iterator[str]:  # noqa: FBT001
        if not hidden:
            self.printed.append(SIGNS[element.tag])
            yield SIGNS[element.tag]

    def _read_symbol(self, element: Element, hidden: bool) -> Iterator[str]:  # noqa: FBT001
        sign = read_symbol(element.get("w:font", ""), element.get("w:char", ""))
        if not hidden:
            self.printed.append(sign)
            yield sign

    def _read_box(self, box: Element) -> Iterator[str]:
        """Read a text box: its paragraphs follow that at which it is anchored."""
        carried, self.carried = self.carried, ""
        blocks = self.read_blocks(box)
        self.carried = carried
        self.boxes += blocks
        self._note_place("box", blocks)
        yield from ()

    def _note_place(self, kind: str, blocks: list[Block]) -> None:
        """Note a text of which a person has to say where it belongs."""
        if words := " ".join(Cell(blocks).lines):
            self.left.append(Left(kind, words, kept_out=False))

    def _note_embedded(self, each: Element) -> Iterator[str]:
        self.left.append(Left("embedded", each.tag.removeprefix("w:"), kept_out=False))
        yield from ()

    def _note_image(self) -> Iterator[str]:
        self.left.append(Left("image", "", kept_out=False))
        yield from ()

    def _read_rows(self, table: Element) -> Iterator[list[Cell]]:
        for row in find_within(table, "w:tr"):
            properties = row.find("w:trPr")
            if find(properties, "w:del") is not None:
                self.leave("deleted", row)
            elif is_on(find(properties, "w:hidden")):
                self.leave("hidden", row)
            else:
                before = to_number(value_of(properties, "w:gridBefore"))
                after = to_number(value_of(properties, "w:gridAfter"))
                cells = list(self._read_cells(row))
                yield [*fill_row(before), *cells, *fill_row(after)]

    def _read_cells(self, row: Element) -> Iterator[Cell]:
        for cell in find_within(row, "w:tc"):
            properties = cell.find("w:tcPr")
            if find(properties, "w:cellDel") is not None:
                self.leave("deleted", cell)
                continue
            span = min(max(to_number(value_of(properties, "w:gridSpan"), 1), 1), 99)
            merge = find(properties, "w:vMerge")
            merged = merge is not None and merge.get("w:val", "continue") == "continue"
            yield Cell(self.read_blocks(cell), span, merged=merged)

    def _refer(self, reference: Element) -> Iterator[str]:
        """Yield the mark of a note, numbered as it is met."""
        kind, own = NOTES[reference.tag], reference.get("w:id", "")
        if own not in self.notes[kind]:
            self.notes[kind].append(own)
        mark = f"[{MARKS[kind]}{self.notes[kind].index(own) + 1}]"
        self.printed.append(mark)
        yield mark

    def read_notes(self, kind: str) -> Iterator[Block]:
        """Yield the notes to which the text refers, each behind its mark."""
        notes = {note.get("w:id", ""): note for note in children(self._related(kind))}
        for number, key in enumerate(self.notes[kind], 1):
            if key in notes:
                blocks = self.read_blocks(notes[key])
                self._note_place("note", blocks)
                self.printed.append(f"[{MARKS[kind]}{number}]")
                yield from mark_note(f"[{MARKS[kind]}{number}]", blocks)

    def leave(self, kind: str, parent: Element) -> Iterator[str]:
        """Leave all texts of an element for a person; nothing of it is printed."""
        holders = [parent] if parent.tag in TEXTS or parent.tag == "v:textpath" else gather(parent)
        words = [each for each in holders if id(each) not in self.met]
        self.met.update(map(id, words))
        if text := "".join(map(text_of, words)):
            self.left.append(Left(kind, text))
        return iter(())
