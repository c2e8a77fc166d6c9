"""What one record tells of one session: who says what, passage by passage."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from dialogues.model.entities import Bilingual, City, Entity, Organization, Person, Theme
from dialogues.model.films import Film
from dialogues.model.kinds import ItemKind


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
        return correct(self.original, self.corrections)

    def in_language(self, language: str) -> str:
        """Return its text in `zh` or `en`; the Chinese where it has no English."""
        return self.en if language == "en" and self.en else self.zh

    @property
    def texts(self) -> tuple[str, ...]:
        """What the pages show of it in either language, as far as there is any."""
        return (self.zh, self.en) if self.en else (self.zh,)


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

    def is_doubtful(self, passages: Iterable[Passage]) -> bool:
        """Return whether somebody else may have said some of its passages."""
        speaks_doubtfully = self.speaker is not None and self.speaker.doubtful
        return speaks_doubtfully or any(passage.doubtful for passage in passages)


Part = Heading | Fact | Question | Contribution


@dataclass(frozen=True)
class Session:
    """A session as one record tells it."""

    id: str
    event: str
    record: str
    title: Bilingual
    dates: tuple[datetime.date, ...]
    official_english: tuple[str, ...]
    """Addresses of pages on which an office tells the same in English of its own."""
    films: tuple[Film, ...]
    note: Bilingual | None
    parts: tuple[Part, ...]

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """The contributions in the order of the record."""
        return tuple(part for part in self.parts if isinstance(part, Contribution))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order of the record."""
        return tuple(part for part in self.parts if isinstance(part, Question))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in the order of the record, questions among them."""
        return tuple(passage for part in self.parts for passage in passages_of(part))

    def films_of(self, contribution: str | None = None) -> tuple[Film, ...]:
        """Return the films of the session itself, or of one contribution."""
        return tuple(film for film in self.films if film.of == contribution)

    @cached_property
    def english(self) -> str:
        """The state of its English: that of all passages which have one, else `mixed` or `none`."""
        states = {passage.states.en for passage in self.passages if passage.en}
        return states.pop() if len(states) == 1 else "mixed" if states else "none"


class Replacement(Protocol):
    """Words in the place of others."""

    @property
    def was(self) -> str: ...
    @property
    def now(self) -> str: ...


def correct(text: str, corrections: Iterable[Replacement]) -> str:
    """Return a text with corrections, each made where its words stand first in the original."""
    places = [(text.find(c.was), c) for c in corrections]
    for place, correction in sorted(places, key=lambda found: -found[0]):
        if place >= 0:
            text = text[:place] + correction.now + text[place + len(correction.was) :]
    return text


def find_overlap(text: str, corrections: Sequence[Replacement]) -> int | None:
    """Return the number of a correction that changes words which another changes, or None."""
    places = [(text.find(c.was), len(c.was), n) for n, c in enumerate(corrections) if c.was in text]
    for (start, length, first), (after, _, second) in pairwise(sorted(places)):
        if after < start + length:
            return max(first, second)
    return None


def passages_of(part: Part) -> tuple[Passage, ...]:
    """Return the passages of one part of a session."""
    match part:
        case Question(passage):
            return (passage,)
        case Contribution():
            return part.passages
        case _:
            return ()
