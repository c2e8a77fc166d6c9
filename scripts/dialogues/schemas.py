"""The shapes of the YAML files under docs/records and docs/registry.

Each model is one file or one entry of it. A field that no model knows is a Problem. `make schema`
writes them as JSON Schema, so that an editor completes and checks while somebody types.
"""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

from dialogues.parsing import RecordKind
from dialogues.parsing.layout import Column

LONGEST_TEXT = 20_000
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=80)]
"""Lower-case words joined by hyphens: safe in an address, a file name and an anchor."""
Line = Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=r"^\S(.*\S)?$")]
"""One line of text without white space around it."""
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"^\S([^\n]*\S)?$")
]
"""One paragraph."""
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Kind = Literal["city", "county", "province", "region", "state", "borough", "metropolis"]
Certainty = Literal["doubtful"]


class Model(BaseModel):
    """A mapping that may hold its own fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BilingualEntry(Model):
    """The same line in both languages."""

    zh: Line
    en: Line


class CityEntry(BilingualEntry):
    """A city, county, province or state: docs/registry/cities.yml."""

    kind: Kind
    country: CountryCode
    geonames: Annotated[int, Field(gt=0)] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees, north positive."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees, east positive."""
    variants: tuple[Line, ...] = ()
    """Other names that occur in the records, exactly as printed."""
    exclude: tuple[Line, ...] = ()
    """Longer names in which one of this city's names means something else."""


class PersonEntry(BilingualEntry):
    """A named person: docs/registry/people.yml."""

    variants: tuple[Line, ...] = ()
    romanization: Literal["usual"] | None = None
    """`usual`: the English name is the usual romanisation, no spelling of their own was found."""


class OrganizationEntry(BilingualEntry):
    """Who somebody speaks for: docs/registry/organizations.yml."""

    city: Key | None = None
    country: CountryCode | None = None
    variants: tuple[Line, ...] = ()


class EventEntry(Model):
    """What several records can belong to: docs/registry/events.yml."""

    title: BilingualEntry
    city: Key
    place: BilingualEntry | None = None


class Cities(RootModel[dict[Key, CityEntry]]):
    """docs/registry/cities.yml."""


class People(RootModel[dict[Key, PersonEntry]]):
    """docs/registry/people.yml."""


class Organizations(RootModel[dict[Key, OrganizationEntry]]):
    """docs/registry/organizations.yml."""


class Events(RootModel[dict[Key, EventEntry]]):
    """docs/registry/events.yml."""


class SourceEntry(Model):
    """What proves that the official text is the one received."""

    sha256: Line


class SessionEntry(Model):
    """A session of an event, as one record tells it."""

    event: Key
    id: Key
    """The session's part of an address and, in a record of several sessions, of the ids."""
    heading: Line | None = None
    """The line of the source at which the session begins."""
    title: BilingualEntry
    dates: Annotated[tuple[datetime.date, ...], Field(min_length=1)]
    note: BilingualEntry | None = None


class FactEntry(Model):
    """A line from the head of a document: a name and its value."""

    name: BilingualEntry
    value: BilingualEntry


class LabelEntry(Model):
    """Who stands behind a label, in the role held that day."""

    person: Key | None = None
    """Left out where the record names nobody."""
    role: BilingualEntry | None = None
    organization: Key | None = None
    cities: tuple[Key, ...] = ()
    country: CountryCode | None = None
    """For those who stand for no city: a parliament, a national office."""
    certainty: Certainty | None = None
    note: BilingualEntry | None = None


class StatementEntry(Model):
    """Where a release begins to report what somebody said."""

    begins: Line
    """The first words of the statement, as printed, found once in the release."""
    label: Line | None = None
    """Who makes it, as printed within it; left out where the release itself speaks on."""


class LeftOutText(Model):
    """Lines of the source that no page shows, and why."""

    text: Line
    why: BilingualEntry


class LeftOut(Model):
    """All that no page shows of a source."""

    kinds: tuple[Key, ...] = ()
    """Kinds of artefacts; their reasons stand in docs/registry/omissions.yml."""
    texts: tuple[LeftOutText, ...] = ()


class RecordEntry(Model):
    """All that is known of one record: docs/records/<record>/record.yml."""

    title: BilingualEntry
    kind: RecordKind
    issuer: Key
    published: datetime.date | None = None
    source: SourceEntry
    sessions: Annotated[tuple[SessionEntry, ...], Field(min_length=1)]
    columns: dict[Line, Column] = {}
    headings: tuple[BilingualEntry, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    labels: dict[Line, LabelEntry] = {}
    lead_ins: tuple[Line, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    pictured: dict[Key, tuple[Line, ...]] = {}
    """For each photo caption the labels of those whom it names."""
    left_out: LeftOut = LeftOut()


class TermEntry(Model):
    """A term and its English."""

    en: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Accepted forms, the best first; an inflection of a form counts."""
    avoid: tuple[Line, ...] = ()


class Terms(RootModel[dict[Line, TermEntry]]):
    """docs/registry/glossary.yml."""


class Omissions(RootModel[dict[Key, BilingualEntry]]):
    """docs/registry/omissions.yml: why each kind of artefact is left out of the pages."""


class CorrectionEntry(Model):
    """A slip of the record, read otherwise on the page; the source stays as it is."""

    was: Line
    now: Line
    why: BilingualEntry
    evidence: Line | None = None
    by: Line
    date: datetime.date


class Accept(Model):
    """Why a check of the English does not fit a passage."""

    untranslated: Line | None = None
    han: Line | None = None
    numbers: Line | None = None
    terms: dict[Line, Line] = {}
    """Terms of the glossary that the English puts otherwise, each with the reason."""


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
    corrections: tuple[CorrectionEntry, ...] = ()
    note: BilingualEntry | None = None


class Passages(RootModel[dict[Key, PassageEntry]]):
    """docs/records/<record>/passages.yml."""
