"""What is declared of a record while it is drafted."""

from dataclasses import dataclass, field
from datetime import date

from dialogues.model.kinds import RecordKind
from dialogues.parsing.layout import Column, Layout, SessionLayout, StatementLayout

SESSIONS = {"summary": "talks", "minutes": "meeting", "release": "release"}
"""The id of the one session of a record, by its kind."""


@dataclass
class Drafted:
    """What is declared of a record so far."""

    kind: RecordKind
    title: str
    name: str
    """The title without what it says of the document alone."""
    year: int | None
    sessions: list[tuple[str | None, str, list[date]]] = field(default_factory=list)
    """The heading at which each begins, its title and its dates."""
    columns: dict[str, Column] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    unspoken: list[str] = field(default_factory=list)
    statements: list[tuple[str, str]] = field(default_factory=list)
    pictured: dict[str, list[str]] = field(default_factory=dict)
    """The labels that each caption names."""
    left_out: list[str] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """What the parser needs to know of it."""
        return Layout(
            sessions=tuple(
                SessionLayout(self.name_session(number), heading)
                for number, (heading, _, _) in enumerate(self.sessions, 1)
            ),
            columns=self.columns,
            headings=frozenset(self.headings),
            facts=self.facts,
            labels=frozenset(self.labels),
            lead_ins=frozenset(),  # whether a colon leads into something, a person has to say
            statements=tuple(StatementLayout(*statement) for statement in self.statements),
            left_out=frozenset(self.left_out),
            unspoken=tuple(self.unspoken),
            characters=dict.fromkeys(self.characters, ""),
        )

    def name_session(self, number: int) -> str:
        """Return the id of a session."""
        return f"session-{number}" if len(self.sessions) > 1 else SESSIONS[self.kind]
