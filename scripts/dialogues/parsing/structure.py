"""What a parser finds in a source: elements in their order, each an excerpt of the source."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogues.model.kinds import ItemKind
from dialogues.model.sources import Source
from dialogues.parsing.excerpts import Excerpt
from dialogues.problems import Problem

Complaint = tuple[Excerpt, str]
"""A place of the source, and what is wrong there."""


@dataclass(frozen=True)
class Block:
    """One paragraph or list item: what becomes a passage."""

    marker: Excerpt
    """The number as printed, such as `1.` or `(2)`; empty for a paragraph."""
    body: Excerpt

    @property
    def level(self) -> int:
        """How deep the list item stands: 0 a paragraph, 1 a number, 2 one in brackets."""
        if not self.marker:
            return 0
        return 2 if self.marker.text[0] in "(（" else 1


@dataclass(frozen=True)
class Heading:
    """A line that names what follows, as printed."""

    text: Excerpt


@dataclass(frozen=True)
class Fact:
    """A name and its value from the head of a document, as printed."""

    name: Excerpt
    value: Excerpt


@dataclass(frozen=True)
class Question:
    """What the answers after it answer."""

    id: str
    block: Block


@dataclass(frozen=True)
class Item:
    """One speaker's turn, or a part of a release that nobody speaks."""

    id: str
    kind: ItemKind
    number: Excerpt
    """The item's number as printed in the table; empty where it has none."""
    label: Excerpt
    """Who speaks, as printed; empty where nobody is named."""
    blocks: tuple[Block, ...]


Element = Heading | Fact | Question | Item


@dataclass(frozen=True)
class Section:
    """The elements of one session of a record."""

    session: str
    elements: tuple[Element, ...]


@dataclass(frozen=True)
class LeftOut:
    """Characters that no page shows, and the kind of thing that they are."""

    kind: str
    text: Excerpt


@dataclass(frozen=True)
class Parsed:
    """A whole source, each of its characters either in a section or left out."""

    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]

    @property
    def elements(self) -> Iterator[Element]:
        """All elements in the order of the source."""
        return (element for section in self.sections for element in section.elements)

    @property
    def passages(self) -> Iterator[tuple[str, Block]]:
        """What becomes passages, each with its id, in the order of the source."""
        return (found for element in self.elements for found in passages_of(element))


@dataclass
class Findings:
    """What a parser collects on its way through a source."""

    source: Source
    elements: list[tuple[str, Element]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, session: str, element: Element) -> None:
        self.elements.append((session, element))

    def complain(self, place: Excerpt, message: str) -> None:
        """Note what is wrong at a place of the source; one that has no place is at line 1."""
        self.problems.append(self.source.problem(place.start if place else 0, message))

    def leave_out(self, kind: str, text: Excerpt) -> None:
        if text:
            self.left_out.append(LeftOut(kind, text))


def passages_of(element: Element) -> Iterator[tuple[str, Block]]:
    """Yield what becomes passages, each with its id: a question's own, else `<item>-<number>`."""
    match element:
        case Question(id_, block):
            yield id_, block
        case Item():
            for number, block in enumerate(element.blocks, 1):
                yield f"{element.id}-{number}", block


def excerpts_of(element: Element) -> list[Excerpt]:
    """Return all that a page shows of an element, in the order of the source."""
    match element:
        case Heading(text):
            return [text]
        case Fact(name, value):
            return [name, value]
        case Question(_, block):
            return [block.marker, block.body]
        case Item(_, kind, number, label, blocks):
            # A statement's label stands within its text.
            head = [] if kind == "statement" else [number, label]
            return head + [part for block in blocks for part in (block.marker, block.body)]
