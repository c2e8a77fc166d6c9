"""Cut a text of several speakers into turns: each begins with a paragraph that names who speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogues.model.kinds import ItemKind
from dialogues.parsing.blocks import REMARK, Piece, parse_blocks
from dialogues.parsing.excerpts import EMPTY
from dialogues.parsing.offices import COLONS
from dialogues.parsing.speakers import HIDDEN, UNKNOWN, Speakers
from dialogues.parsing.structure import Block, Complaint, Item, LeftOut
from dialogues.parsing.turns import Doubt, Turn
from dialogues.problems import shorten

NOBODY = Turn(EMPTY, EMPTY, EMPTY, EMPTY)
"""What stands between turns and belongs to none of them."""


@dataclass(frozen=True)
class Answers:
    """The answers of one cell, the colons after their labels, and what could not be told."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    complaints: tuple[Complaint, ...]


@dataclass
class _Turns:
    """The turns of a text as they grow, and what is found beside them."""

    free: bool
    """Whether turns follow each other, and answer no question."""
    turns: list[tuple[Turn, list[Block]]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)

    def start(self, turn: Turn) -> None:
        """Begin a turn; a label that is printed twice, with nothing between, begins one alone."""
        if turn.colon:
            self.left_out.append(LeftOut("label-colon", turn.colon))
        if turn.doubled:
            self.left_out.append(LeftOut("doubled-label", turn.doubled))
        if self.turns and self._is_doubled(turn):
            self.left_out.append(LeftOut("doubled-label", turn.number + turn.label))
        else:
            self.turns.append((turn, []))
        if turn.words:
            self.turns[-1][1].append(Block(EMPTY, turn.words))

    def note(self, block: Block) -> None:
        """Begin what nobody says; words in brackets stand within the turn, which goes on."""
        if not (self.turns and REMARK.fullmatch(block.body.text)):
            self.start(NOBODY)
        self.turns[-1][1].append(block)

    def complain(self, doubt: Doubt) -> None:
        """Note what could not be told."""
        self.complaints.append((doubt.place, doubt.message))

    @property
    def are_numbered(self) -> bool:
        """Whether labels have numbers, so that what has one may be a label."""
        return self.free or (len(self.turns) > 1 and all(turn.number for turn, _ in self.turns))

    def _is_doubled(self, turn: Turn) -> bool:
        last, blocks = self.turns[-1]
        return bool(turn.label) and last.label.text == turn.label.text and not blocks


def parse_answers(
    pieces: Sequence[Piece], speakers: Speakers, question: str, done: tuple[int, int] = (0, 0)
) -> Answers:
    """Cut a content into answers, at each paragraph that begins with a declared label.

    A paragraph that names a speaker otherwise, or looks like a label (a colon at its end) and is
    not declared, is a complaint, as is text before the first label: who speaks is never guessed.
    Turns and what nobody says are numbered behind those that are `done`.
    """
    found = _Turns(free=question.endswith("turn"))
    for block in parse_blocks(pieces, speakers.begins_turn):
        match speakers.read(block):
            case Doubt() | None if speakers.is_unspoken(block):
                found.note(block)
            case Turn() as turn:
                found.start(turn)
                _check_turn(turn, speakers, found)
            case Doubt() as doubt if doubt.rule != UNKNOWN or not _looks_like_label(block):
                found.complain(doubt)
            case _:
                _add_words(block, speakers, found)
    items = tuple(_name_items(found.turns, question, done))
    return Answers(items, tuple(found.left_out), tuple(found.complaints))


def _name_items(
    turns: Sequence[tuple[Turn, list[Block]]], group: str, done: tuple[int, int]
) -> Iterator[Item]:
    """Yield the turns by their numbers, and what nobody says by numbers of its own."""
    spoken, notes = done
    kind: ItemKind = "talk" if group.endswith("turn") else "answer"
    for turn, blocks in turns:
        if turn.label:
            spoken += 1
            yield Item(f"{group}-{spoken}", kind, turn.number, turn.label, tuple(blocks))
        else:
            notes += 1
            yield Item(f"{group}-note-{notes}", "note", EMPTY, EMPTY, tuple(blocks))


def _add_words(block: Block, speakers: Speakers, found: _Turns) -> None:
    """Give a paragraph to the turn before it, unless it looks like a label or has none before."""
    body = block.body
    if _looks_like_label(block) and not speakers.is_quoted(block):
        label = body[: len(body.text.rstrip(COLONS))]
        rule = "a line that ends with a colon must be declared in record.yml, labels"
        found.complaints.append((label, f"{rule} (or lead_ins), and has {shorten(label.text)}"))
    elif {body.text, block.marker.text + body.text} & speakers.layout.headings:
        rule = "a heading must stand outside the cell of an answer"
        found.complaints.append((body, f"{rule}, and this is within: {shorten(body.text)}"))
    elif not found.turns:
        rule = "an answer must begin with a line that names its speaker"
        found.complaints.append((body, f"{rule}, and has {shorten(body.text)}"))
    else:
        found.turns[-1][1].append(block)
        for doubt in (_doubt_head(block, speakers, found), speakers.doubt_words(body)):
            if doubt:
                found.complain(doubt)


def _doubt_head(block: Block, speakers: Speakers, found: _Turns) -> Doubt | None:
    """Return what is unclear of a few words and a colon; a number makes an item of a list of them."""
    listed = block.marker and not found.are_numbered
    return None if listed else speakers.doubt_head(block)


def _check_turn(turn: Turn, speakers: Speakers, found: _Turns) -> None:
    """Note where the words beside a label name a speaker themselves."""
    first = speakers.read(Block(EMPTY, turn.words)) if turn.words else None
    doubt = Doubt(turn.words, HIDDEN) if isinstance(first, Turn) else first
    if found.free and not doubt:
        doubt = speakers.doubt_head(Block(EMPTY, turn.words))
    if doubt := doubt or speakers.doubt_words(turn.words):
        found.complain(doubt)


def _looks_like_label(block: Block) -> bool:
    return not block.marker and block.body.text.endswith(tuple(COLONS))
