"""Whose each character of a record is, and whether a damaged copy still shows it.

Both are told without the parser that is tried: from the undamaged record, whose cut was read by a
person and stands in tests/goldens/parsed, and from the characters that are left of what names the
speaker: the label, the first words of a statement, or the line end before a paragraph of nobody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.layout import Layout
from dialogues.parsing.structure import Item, Parsed

NOBODY = ""
STRANGER = 10_000_000
"""The first place of characters that the record does not have and a mutant puts in."""


@dataclass(frozen=True)
class Turn:
    """One turn of the undamaged record: what names its speaker, and the places of its words."""

    speaker: str
    marker: tuple[int, ...]
    words: frozenset[int]


@dataclass(frozen=True)
class Mutant:
    """A damaged copy: each character with its place in the record, or one behind STRANGER."""

    kind: str
    text: Excerpt
    strangers: Mapping[int, str] = field(default_factory=dict)
    """Whose the characters are that were put in."""
    visible: frozenset[int] = frozenset()
    """Places that this damage leaves visible though no label stands before them."""


def find_turns(parsed: Parsed, layout: Layout, text: str) -> list[Turn]:
    """Return the turns of an undamaged record, in order."""
    begins = {statement.begins for statement in layout.statements} | {*layout.unspoken}
    turns = []
    for section in parsed.sections:
        for item in section.elements:
            if not isinstance(item, Item) or item.kind in ("links", "caption"):
                continue
            places = [p for block in item.blocks for p in block.body.offsets if p != INSERTED]
            start = min(places)
            first = next((b for b in begins if text.startswith(b, start)), None)
            if first:
                marker = tuple(range(start, start + len(first)))
            elif item.kind == "narration":
                marker = (text.rindex("\n", 0, start),)
            else:
                marker = tuple(p for p in item.label.offsets if p != INSERTED)
            turns.append(Turn(item.label.text, marker, frozenset(places) - set(marker)))
    return turns


def find_shown(mutant: Mutant, turns: Sequence[Turn]) -> dict[int, str]:
    """Return the places whose speaker the mutant still shows, and who that is."""
    owner = {place: number for number, turn in enumerate(turns) for place in turn.words}
    starts = dict(_find_markers(mutant.text, turns))
    shown: dict[int, str] = {}
    current = None
    for position, place in enumerate(mutant.text.offsets):
        if position in starts:
            current = starts[position]
        if place in mutant.strangers:
            current = None if place >= STRANGER else current
            shown[place] = mutant.strangers[place]
        elif place in owner and (owner[place] == current or place in mutant.visible):
            shown[place] = turns[owner[place]].speaker
    return shown


def _find_markers(text: Excerpt, turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield where what names a speaker stands whole, in order and together, with its turn."""
    first = {turn.marker[0]: number for number, turn in enumerate(turns) if turn.marker}
    for position, place in enumerate(text.offsets):
        number = first.get(place)
        if number is None:
            continue
        marker = turns[number].marker
        window = text[position : position + 3 * len(marker) + 200]
        known = set(marker)
        left = [p for p in window.offsets if p in known]
        if tuple(left[: len(marker)]) != marker:
            continue
        last = window.offsets.index(marker[-1])
        between = [
            c for c, p in zip(window.text[:last], window.offsets, strict=False) if p not in known
        ]
        if "".join(between).strip("* \t\n　"):
            continue
        if len(marker) == 1 and not _ends_paragraph(text.text[max(0, position - 200) : position]):
            continue
        yield position, number


def _ends_paragraph(before: str) -> bool:
    """Return whether a paragraph is at its end before a line end: only then does the next show."""
    return bool(re.search(r"[。！？；：!?:;)）」》]\s*$|^\s*$", before))
