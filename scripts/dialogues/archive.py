"""The records with all that is known of them, as pages need it. Nothing here can be changed."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialogues.entities import Bilingual, City, Entity, Initiative, Organization, Person, Theme
from dialogues.glossary import Synonym, Term
from dialogues.parsing import RecordKind
from dialogues.parsing.structure import ItemKind
from dialogues.sources import Source


@dataclass(frozen=True)
class Speaker:
    """Who stands behind a label, in the role held that day."""

    label: str
    """As the record prints it."""
    person: Person | None
    role: Bilingual | None
    organization: Organization | None
    cities: tuple[City, ...]
    country: str | None
    doubtful: bool
    note: Bilingual | None

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Who it is and what they stand for: cities, person, organization."""
        found = (*self.cities, self.person, self.organization)
        return tuple(entity for entity in found if entity)


@dataclass(frozen=True)
class Correction:
    """A slip of the record, read otherwise on the page."""

    was: str
    now: str
    why: Bilingual
    evidence: str | None
    by: str
    date: datetime.date


@dataclass(frozen=True)
class Passage:
    """One paragraph or list item: the unit of id, translation, citation and correction."""

    id: str
    marker: str
    level: int
    original: str
    """The Chinese as the source has it."""
    en: str | None
    """An unofficial translation of it."""
    states: Bilingual
    """Who has seen each text: `machine`, `draft` or `reviewed` by a second person."""
    lines: tuple[int, ...]
    """The lines of the source on which it stands, from 1; more than one after a page break."""
    themes: tuple[Theme, ...]
    """What it is about, the most important first."""
    proposed: tuple[str, ...]
    """Keys of themes that a program found and nobody has accepted."""
    doubtful: bool
    """Whether its speaker may be another."""
    refers_to: tuple[str, ...]
    """Ids of contributions and passages of the record that it says it refers to."""
    corrections: tuple[Correction, ...]
    note: Bilingual | None
    entry_line: int
    """The line of its entry in passages.yml."""

    @property
    def zh(self) -> str:
        """The Chinese as the page shows it: the original with its corrections."""
        text = self.original
        for correction in self.corrections:
            text = text.replace(correction.was, correction.now, 1)
        return text


@dataclass(frozen=True)
class Heading:
    """A line that names what follows."""

    text: Bilingual
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Fact:
    """A name and its value from the head of a document."""

    name: Bilingual
    value: Bilingual


@dataclass(frozen=True)
class Question:
    """What the contributions after it answer."""

    passage: Passage

    @property
    def id(self) -> str:
        """The id of the question, which is that of its one passage."""
        return self.passage.id


@dataclass(frozen=True)
class Contribution:
    """One speaker's turn, or a part of a release that nobody speaks."""

    id: str
    kind: ItemKind
    number: str
    speaker: Speaker | None
    pictured: tuple[Speaker, ...]
    passages: tuple[Passage, ...]
    question: Question | None

    @property
    def people(self) -> tuple[Speaker, ...]:
        """Who speaks, or who is pictured."""
        return (self.speaker, *self.pictured) if self.speaker else self.pictured

    @property
    def cities(self) -> tuple[City, ...]:
        """The cities of those who speak or are pictured, each once."""
        return tuple(dict.fromkeys(city for who in self.people for city in who.cities))


Part = Heading | Fact | Question | Contribution


@dataclass(frozen=True)
class Session:
    """A session as one record tells it."""

    id: str
    event: str
    record: str
    title: Bilingual
    dates: tuple[datetime.date, ...]
    note: Bilingual | None
    parts: tuple[Part, ...]

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """The contributions in the order of the record."""
        return tuple(part for part in self.parts if isinstance(part, Contribution))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in the order of the record, questions among them."""
        return tuple(passage for part in self.parts for passage in passages_of(part))


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


@dataclass(frozen=True)
class Redirect:
    """A published address that is no more."""

    address: str
    """Without the language; of a page, or of an anchor on one."""
    to: str | None
    """Where it went; None where nothing took its place."""
    why: Bilingual


@dataclass(frozen=True)
class Event:
    """What one or several records tell of."""

    key: str
    title: Bilingual
    city: City
    place: Bilingual | None
    sessions: tuple[Session, ...]

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """The days of all its sessions, in order."""
        return tuple(sorted({date for session in self.sessions for date in session.dates}))


@dataclass(frozen=True)
class Archive:
    """All records, and what they share."""

    records: Mapping[str, Record]
    events: Mapping[str, Event]
    cities: Mapping[str, City]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    initiatives: Mapping[str, Initiative]
    themes: Mapping[str, Theme]
    schemes: Mapping[str, Mapping[int, Bilingual]]
    """Names of the sections of ISO 37120 (`iso`) and of the development goals (`sdg`)."""
    terms: Sequence[Term]
    """The glossary."""
    synonyms: Sequence[Synonym]
    """What a reader may call otherwise."""
    redirects: Sequence[Redirect]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All that has a name and a page."""
        groups = (self.cities, self.people, self.organizations, self.initiatives)
        return tuple(entity for group in groups for entity in group.values())

    def contributions(self) -> Iterator[tuple[Session, Contribution]]:
        """Yield every contribution with its session, by date."""
        for event in self.events.values():
            for session in event.sessions:
                for contribution in session.contributions:
                    yield session, contribution


def passages_of(part: Part) -> tuple[Passage, ...]:
    """Return the passages of one part of a session."""
    match part:
        case Question(passage):
            return (passage,)
        case Contribution():
            return part.passages
        case _:
            return ()
