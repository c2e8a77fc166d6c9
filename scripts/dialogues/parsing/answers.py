"""Several speakers in one cell: each answer begins with a line that names who speaks."""

from dataclasses import dataclass

from dialogues.parsing.blocks import Piece, parse_blocks
from dialogues.parsing.excerpts import EMPTY, Excerpt
from dialogues.parsing.layout import Layout
from dialogues.parsing.structure import Block, Item, LeftOut
from dialogues.problems import shorten

COLON = "：:"


@dataclass(frozen=True)
class Answers:
    """The answers of one cell, the colons after their labels, and what could not be told."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    complaints: tuple[tuple[Excerpt, str], ...]


def parse_answers(pieces: list[Piece], layout: Layout, question: str) -> Answers:
    """Cut the content of a cell into answers, at each paragraph that is a declared label.

    A paragraph that looks like a label (one line, no number, a colon at its end) and is not
    declared is a complaint, as is text before the first label: who speaks is never guessed.
    """
    turns: list[tuple[Excerpt, list[Block]]] = []
    left_out, complaints = [], []
    for block in parse_blocks(pieces):
        label = _as_label(block)
        if label and label.text in layout.labels:
            turns.append((label, []))
            left_out.append(LeftOut("label-colon", block.body[len(label.text) :]))
        elif label and block.body.text not in layout.lead_ins:
            rule = "a line that ends with a colon must be declared in record.yml, labels"
            complaints.append((label, f"{rule} (or lead_ins), and has {shorten(label.text)}"))
        elif not turns:
            rule = "an answer must begin with a line that names its speaker"
            complaints.append((block.body, f"{rule}, and has {shorten(block.body.text)}"))
        else:
            turns[-1][1].append(block)
    items = tuple(
        Item(f"{question}-{number}", "answer", EMPTY, label, tuple(blocks))
        for number, (label, blocks) in enumerate(turns, 1)
    )
    return Answers(items, tuple(left_out), tuple(complaints))


def _as_label(block: Block) -> Excerpt | None:
    text = block.body.text
    if block.marker or not text.endswith(tuple(COLON)):
        return None
    return block.body[: len(text.rstrip(COLON))]
