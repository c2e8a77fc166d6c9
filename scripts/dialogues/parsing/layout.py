"""What a record declares of its own layout, so that a parser has nothing to guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogues.parsing.structure import Fact

Column = Literal["number", "label", "content", "question", "answers", "unspoken"]


@dataclass(frozen=True)
class SessionLayout:
    """A session, and the line at which it begins where a record has several."""

    id: str
    heading: str | None


@dataclass(frozen=True)
class StatementLayout:
    """Where in a release a statement begins, and who makes it (None: nobody is quoted)."""

    begins: str
    label: str | None


@dataclass(frozen=True)
class Layout:
    """The strings of a record that a parser has to know, all of them exactly as printed."""

    sessions: tuple[SessionLayout, ...]
    columns: Mapping[str, Column]
    """Column headings of the tables, and what stands beneath them."""
    headings: frozenset[str]
    facts: Mapping[str, str]
    """Names and values from the head of the document."""
    labels: frozenset[str]
    lead_ins: frozenset[str]
    """Paragraphs within an answer that end with a colon and name no speaker."""
    statements: tuple[StatementLayout, ...]
    left_out: frozenset[str]
    """Lines that no page shows."""
    quoted: tuple[str, ...] = ()
    """First words of a paragraph or sentence that names a speaker and is not theirs."""
    spoken: tuple[str, ...] = ()
    """First words of a paragraph that begins a turn, though no colon stands behind the label."""
    unspoken: tuple[str, ...] = ()
    """First words of a paragraph that nobody says: a decision, the end of the meeting."""
    characters: Mapping[str, str] = field(default_factory=dict)
    """Characters of the source, and what each is read as."""
    leaps: frozenset[str] = frozenset()
    """Numbers of rows, as printed, that do not go on by one."""

    def prefix(self, session: str) -> str:
        """Return what stands before an item's id: its session, where there are several."""
        return f"{session}-" if len(self.sessions) > 1 else ""

    def has_fact(self, fact: Fact) -> bool:
        """Return whether a name and its value are declared so."""
        return bool(fact.name) and self.facts.get(fact.name.text) == fact.value.text

    def begins_fact(self, fact: Fact) -> bool:
        """Return whether a value is that declared for the name, or the beginning of it."""
        return bool(fact.value) and self.facts.get(fact.name.text, "").startswith(fact.value.text)
