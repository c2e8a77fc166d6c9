"""The records with all that is known of them, as pages need it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogues.model.entities import Bilingual, City, Entities, NameSource, Organization
from dialogues.model.glossary import Synonym, Term
from dialogues.model.kinds import RecordKind
from dialogues.model.sessions import Contribution, Passage, Session
from dialogues.model.sources import Source


@dataclass(frozen=True)
class Omission:
    """What no page shows of a source, and why."""

    text: str | None
    """The lines themselves where they were left out for what they say; None for artefacts."""
    why: Bilingual
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Citation:
    """What a record refers to and the project does not hold."""

    words: str
    """As printed in the source."""
    what: Bilingual
    lines: tuple[int, ...]
    """The lines of the source with these words, from 1."""
    passage: Passage | None
    """Where the words stand; None where they stand in none."""


@dataclass(frozen=True)
class Record:
    """One official document."""

    key: str
    title: Bilingual
    kind: RecordKind
    issuer: Organization
    published: datetime.date | None
    added: datetime.date
    """When this site took it in."""
    source: Source
    sessions: tuple[Session, ...]
    omissions: tuple[Omission, ...]
    cited: tuple[Citation, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All its passages in their order."""
        return tuple(passage for session in self.sessions for passage in session.passages)


@dataclass(frozen=True)
class Voice:
    """What the home page shows of a passage."""

    place: "Place"
    passage: Passage
    words: Bilingual
    """A part of its text in both languages, as its pages show it."""


@dataclass(frozen=True)
class Redirect:
    """A published address that is gone."""

    address: str
    """Without the language; of a page, or of an anchor on one."""
    to: str | None
    """Where it went; None where nothing took its place."""
    why: Bilingual
    line: int = 1
    """The line of redirects.yml that says so."""


@dataclass(frozen=True)
class Event:
    """What one or several records tell of."""

    key: str
    title: Bilingual
    city: City
    place: Bilingual | None
    sessions: tuple[Session, ...]
    sources: tuple[NameSource, ...] = ()
    """Where its English title is from."""
    wikidata: str | None = None
    """Its item on Wikidata, such as Q1867."""
    first: str = ""
    """The session that was alone when the event was published: its page stays that of the event."""

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """The days of all its sessions, in order."""
        return tuple(sorted({date for session in self.sessions for date in session.dates}))


@dataclass(frozen=True)
class Place:
    """Where a contribution stands."""

    event: Event
    session: Session
    contribution: Contribution


@dataclass(frozen=True, kw_only=True, eq=False)
class Archive(Entities):
    """All records, and what they share; one is another only if it is the same."""

    records: Mapping[str, Record]
    events: Mapping[str, Event]
    schemes: Mapping[str, Mapping[int, Bilingual]]
    """Names of the sections of ISO 37120 (`iso`) and of the development goals (`sdg`)."""
    terms: Sequence[Term]
    """The glossary."""
    voices: Sequence[Voice]
    synonyms: Sequence[Synonym]
    """What a reader may call otherwise."""
    redirects: Sequence[Redirect]
    published: frozenset[str] = frozenset()
    """The addresses that were ever published."""

    @property
    def sessions(self) -> Iterator[tuple[Event, Session]]:
        """Every session with its event, by date."""
        for event in self.events.values():
            for session in event.sessions:
                yield event, session

    @property
    def places(self) -> Iterator[Place]:
        """Every contribution with where it stands, by date."""
        for event, session in self.sessions:
            for contribution in session.contributions:
                yield Place(event, session, contribution)

    @property
    def passages(self) -> Iterator[tuple[Session, Passage]]:
        """Every passage with its session, by date."""
        for _, session in self.sessions:
            for passage in session.passages:
                yield session, passage
