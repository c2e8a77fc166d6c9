"""The shapes of a record's two files: record.yml and passages.yml."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from dialogues.model.entities import Bilingual, CountryCode, Line
from dialogues.model.kinds import RecordKind
from dialogues.model.sources import ORIGINALS
from dialogues.parsing.layout import Column
from dialogues.schemas import Day, HttpsUrl, Key, Model, Text


class OriginalEntry(Model):
    """The file as received, from which source.txt was made."""

    file: Annotated[str, StringConstraints(pattern=rf"^original\.({'|'.join(ORIGINALS)})$")]
    sha256: Line


class SourceEntry(Model):
    """What proves that the official text is the one received."""

    sha256: Line
    original: OriginalEntry | None = None


class LabelEntry(Model):
    """Who stands behind a label, in the role held that day."""

    person: Key | None = None
    """Left out where the record names nobody."""
    role: Bilingual | None = None
    organization: Key | None = None
    cities: tuple[Key, ...] = ()
    country: CountryCode | None = None
    """For those who stand for no city: a parliament, a national office."""
    certainty: Literal["doubtful"] | None = None
    note: Bilingual | None = None


class FilmEntry(Model):
    """A recording of the session, or of a contribution, on a page of its publisher."""

    url: HttpsUrl
    what: Bilingual
    of: Key | None = None
    """The id of the contribution that it shows; left out where it shows the session."""
    seconds: Annotated[int, Field(ge=0, lt=100_000)] | None = None
    """Where it begins in the recording."""
    given_at: HttpsUrl | None = None
    """The page on which its publisher gives the address, where the source does not have it."""


class SessionEntry(Model):
    """A session of an event, as one record tells it."""

    event: Key
    id: Key
    """The session's part of an address and, in a record of several sessions, of the ids."""
    heading: Line | None = None
    """The line of the source at which the session begins."""
    title: Bilingual
    dates: Annotated[tuple[Day, ...], Field(min_length=1)]
    labels: dict[Line, LabelEntry] = {}
    """Labels that stand for somebody else here than in the record's other sessions."""
    official_english: tuple[HttpsUrl, ...] = ()
    """Public pages on which an office tells the same in English of its own."""
    films: tuple[FilmEntry, ...] = ()
    note: Bilingual | None = None


class FactEntry(Model):
    """A line from the head of a document: a name and its value."""

    name: Bilingual
    value: Bilingual


class CharacterEntry(Model):
    """A character of the source that nobody can see or that is of one office's own font."""

    code: Annotated[str, StringConstraints(pattern=r"^U\+(?:10[0-9A-F]{4}|[0-9A-F]{4,5})$")]
    """Its code point, such as U+E320."""
    reading: Annotated[str, StringConstraints(max_length=20)]
    """What the pages show in its place; empty where it means nothing."""
    why: Bilingual

    @property
    def char(self) -> str:
        """The character itself."""
        return chr(int(self.code.removeprefix("U+"), 16))


class StatementEntry(Model):
    """Where a release begins to report what somebody said."""

    begins: Line
    """The first words of the statement, as printed, found once in the release."""
    label: Line | None = None
    """Who makes it, as printed within it; left out where the release itself speaks on."""


class LeftOutText(Model):
    """Lines of the source that no page shows, and why."""

    text: Line
    why: Bilingual


class LeftOut(Model):
    """All that no page shows of a source."""

    kinds: tuple[Key, ...] = ()
    """Kinds of artefacts; their reasons stand in docs/registry/omissions.yml."""
    texts: tuple[LeftOutText, ...] = ()


class CitedEntry(Model):
    """What a record refers to and the project does not hold."""

    words: Line
    """As printed in the source, once."""
    what: Bilingual


class RecordEntry(Model):
    """All that is known of one record: docs/records/<record>/record.yml."""

    title: Bilingual
    kind: RecordKind
    issuer: Key
    published: Day | None = None
    added: Day
    """When this site took it in."""
    source: SourceEntry
    sessions: Annotated[tuple[SessionEntry, ...], Field(min_length=1)]
    columns: dict[Line, Column] = {}
    headings: tuple[Bilingual, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    labels: dict[Line, LabelEntry] = {}
    lead_ins: tuple[Line, ...] = ()
    quoted: tuple[Line, ...] = ()
    """First words of paragraphs and sentences that name a speaker and are not theirs."""
    characters: tuple[CharacterEntry, ...] = ()
    """What characters of the source are read as."""
    spoken: tuple[Line, ...] = ()
    """First words of paragraphs that begin a turn, though no colon stands behind the label."""
    unspoken: tuple[Line, ...] = ()
    """First words of paragraphs that nobody says: a decision, the end of the meeting."""
    leaps: tuple[Line, ...] = ()
    """Numbers of rows and questions, as printed, that do not go on by one."""
    statements: tuple[StatementEntry, ...] = ()
    pictured: dict[Key, tuple[Line, ...]] = {}
    """For each photo caption the labels of those whom it names."""
    left_out: LeftOut = LeftOut()
    cited: tuple[CitedEntry, ...] = ()

    @property
    def every_label(self) -> Iterator[tuple[tuple[str | int, ...], str, LabelEntry]]:
        """All labels with their places, those of the sessions among them."""
        for label, entry in self.labels.items():
            yield ("labels", label), label, entry
        for number, session in enumerate(self.sessions):
            for label, entry in session.labels.items():
                yield ("sessions", number, "labels", label), label, entry

    def labels_in(self, session: str) -> Mapping[str, LabelEntry]:
        """Return whom each label stands for in a session."""
        own = [entry.labels for entry in self.sessions if entry.id == session]
        return {**self.labels, **(own[0] if own else {})}


class CorrectionEntry(Model):
    """A slip of the record, read otherwise on the page; the source stays as it is."""

    was: Line
    now: Line
    why: Bilingual
    evidence: Line | None = None
    by: Line
    date: Day


class Accept(Model):
    """Why a check of the English does not fit a passage."""

    untranslated: Line | None = None
    han: Line | None = None
    numbers: Line | None = None
    terms: dict[Line, Line] = {}
    """Terms of the glossary that the English puts otherwise, each with the reason."""
    names: dict[Key, Line] = {}
    """Keys of entries of the registry that the English calls otherwise, each with the reason."""
    quotes: Line | None = None
    """Why a sentence of the note quotes no words of the passage."""


class State(Model):
    """Who has seen the texts: a machine alone, somebody who drafted them, a second person."""

    zh: Literal["machine", "draft", "reviewed"] = "machine"
    en: Literal["machine", "draft", "reviewed"] = "machine"


class PassageEntry(Model):
    """All that is known of one passage."""

    zh: Text
    """The passage as the source has it; the entry belongs to these words and no others."""
    en: Text | None = None
    """An unofficial translation of the summary."""
    accept: Accept = Accept()
    state: State = State()
    themes: tuple[Key, ...] | None = None
    """What it is about, the most important first; an empty list where it says nothing itself."""
    evidence: dict[Key, Line] = {}
    """Words of the passage that show a theme of which it has no term."""
    proposed: dict[Key, Line] = {}
    """Themes that `make sync` found, each with the term; for somebody to accept."""
    attribution: Literal["doubtful"] | None = None
    """That its speaker may be another; it then counts for no city."""
    refers_to: tuple[Key, ...] = ()
    """Ids of contributions and passages of the record that it says it refers to."""
    corrections: tuple[CorrectionEntry, ...] = ()
    note: Bilingual | None = None


class Passages(RootModel[dict[Key, PassageEntry]]):
    """docs/records/<record>/passages.yml."""
