"""Grow a row of a table over page breaks, and over lines that run on outside the table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogues.parsing.blocks import (
    TAG,
    UNKNOWN_TAG,
    Piece,
    Seam,
    ends_sentence,
    is_open,
)
from dialogues.parsing.columns import Cells
from dialogues.parsing.excerpts import EMPTY, Excerpt
from dialogues.parsing.structure import Block, Complaint
from dialogues.problems import shorten

TAIL = 400
"""How much of the end of a content is looked at; a tag and a seam are shorter."""


@dataclass
class Entry:
    """One talk, one answer, or all answers to a question."""

    number: Excerpt = EMPTY
    label: Excerpt = EMPTY
    pieces: list[Piece] = field(default_factory=list)
    count: str = ""
    """Its number in its part, as its id has it."""
    notes: dict[int, tuple[Excerpt, list[Piece]]] = field(default_factory=dict)
    """What stands in columns that nobody speaks, each with the heading of its column."""
    leading: int = 0
    """How many of these columns stand before what is said."""
    group: str = ""
    """The turns of several speakers: those that answer a question, `q1`, or `turn`; else empty."""
    question: Excerpt = EMPTY
    """What is asked in the same row of a table."""
    outside: Excerpt = EMPTY
    """The first line that runs on outside the table."""
    runs_on: bool = False
    """Whether such a line has named its speaker, so that those after it are theirs."""

    @property
    def is_begun(self) -> bool:
        """Whether it has a cell with which a row can go on."""
        return bool(self.pieces or self.notes)

    def is_unfinished(self, seam: Seam) -> bool:
        """Return whether the content stops within a sentence, as one does that a page break cut."""
        return _is_open(self.pieces, seam)

    def add_notes(self, cells: Cells) -> None:
        """Add what a row has in the columns that nobody speaks."""
        self.leading = cells.leading
        for place, (heading, cell) in enumerate(cells.notes):
            if cell.text.strip():
                seam = Seam.ROW if place in self.notes else Seam.LINE
                self.notes.setdefault(place, (heading, []))[1].append(Piece(seam, cell))

    def check_seams(self, content: Excerpt, notes: Sequence[Excerpt]) -> Iterator[Complaint]:
        """Yield what is wrong with a row without a number that no page break sets apart.

        It goes on with an open sentence, and with no tag of its own; else it may be a row that
        lost its number and its speaker.
        """
        known = [self.notes.get(place, (EMPTY, []))[1] for place in range(len(notes))]
        for pieces, cell in zip([self.pieces, *known], [content, *notes], strict=True):
            goes_on = _is_open(pieces, Seam.ROW) and not TAG.match(cell.text.lstrip())
            if cell.text.strip() and not goes_on:
                yield self._complain_of_seam(cell)

    def _complain_of_seam(self, content: Excerpt) -> Complaint:
        rule = "a row without a number must go on with a sentence, or stand behind a page break"
        return content, f"{rule}: {shorten(content.text)}"

    def run_on(self, piece: Piece, *, named: bool) -> Complaint | None:
        """Add a line outside the table; return what is wrong where nothing shows whose it is."""
        theirs = named or self.runs_on or self.is_unfinished(piece.seam)
        self.runs_on = self.runs_on or named
        self.outside = self.outside or piece.text
        self.pieces.append(piece)
        if TAG.search(piece.text.text) or UNKNOWN_TAG.search(piece.text.text):
            rule = "a line outside a table must hold no tags, which a row has that lost its tabs"
            return piece.text, f"{rule}: {shorten(piece.text.text)}"
        if not theirs:
            rule = "a line after a table must go on with a sentence, or name who speaks"
            return piece.text, f"{rule}, and does neither: {shorten(piece.text.text)}"
        return None

    def check_line(self, block: Block) -> Complaint | None:
        """Return what is wrong with a line outside the table that may be a heading."""
        listed = block.marker and block.marker.text[0] in "(（0123456789"
        if listed or not self.outside or block.body.start < self.outside.start:
            return None
        if ends_sentence(block.body.text):
            return None
        rule = "a line must end a sentence, or be declared in record.yml"
        return block.body, f"{rule}, and this does neither: {shorten(block.body.text)}"


def _is_open(pieces: Sequence[Piece], seam: Seam) -> bool:
    tail = "".join(piece.text.text for piece in pieces[-2:])[-TAIL:]
    return bool(pieces) and is_open(TAG.sub("", tail), seam)
