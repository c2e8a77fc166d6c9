"""Tables of what the records say.

Keys of passages, contributions and speakers begin with the key of their record, because an id is
its own within one record only.
"""

import datetime
from typing import Annotated, Literal

from dialogues.data.columns import Lines, Of, Row, State, Text, Url
from dialogues.model.kinds import ItemKind, RecordKind


class Passage(Row):
    table, key = "passages", ("passage",)
    passage: Text
    record: Annotated[Text, Of("records")]
    event: Annotated[Text, Of("events")]
    session: Annotated[Text, Of("sessions")]
    contribution: Annotated[Text | None, Of("contributions")]
    id: Text
    position: int
    kind: ItemKind | Literal["question"]
    marker: Text | None
    level: int
    date: datetime.date
    speaker_zh: Text | None
    speaker_en: Text | None
    attribution_doubtful: bool
    cities: tuple[str, ...]
    themes: tuple[str, ...]
    zh: Text
    original_zh: Text
    state_zh: State
    en_unofficial: Text | None
    state_en: State | None
    note_zh: Text | None
    note_en: Text | None
    lines: Lines
    url_zh: Url
    url_en: Url


class Contribution(Row):
    table, key = "contributions", ("contribution",)
    contribution: Text
    session: Annotated[Text, Of("sessions")]
    record: Annotated[Text, Of("records")]
    id: Text
    position: int
    kind: ItemKind
    number: Text | None
    question: Annotated[Text | None, Of("passages")]
    url_zh: Url
    url_en: Url


class Speaker(Row):
    table, key = "speakers", ("speaker",)
    speaker: Text
    contribution: Annotated[Text, Of("contributions")]
    part: Literal["speaks", "pictured"]
    label: Text
    person: Annotated[Text | None, Of("people")]
    role_zh: Text | None
    role_en: Text | None
    organization: Annotated[Text | None, Of("organizations")]
    country: Text | None
    doubtful: bool
    note_zh: Text | None
    note_en: Text | None


class SpeakerCity(Row):
    table, key = "speaker_cities", ("speaker", "city")
    speaker: Annotated[Text, Of("speakers")]
    city: Annotated[Text, Of("cities")]


class PassageTheme(Row):
    table, key = "passage_themes", ("passage", "theme")
    passage: Annotated[Text, Of("passages")]
    theme: Annotated[Text, Of("themes")]
    position: int
    date: datetime.date
    theme_zh: Text
    theme_en: Text


class Reference(Row):
    table, key = "passage_references", ("passage", "position")
    passage: Annotated[Text, Of("passages")]
    position: int
    to_passage: Annotated[Text | None, Of("passages")]
    to_contribution: Annotated[Text | None, Of("contributions")]


class Correction(Row):
    table, key = "corrections", ("passage", "position")
    passage: Annotated[Text, Of("passages")]
    position: int
    was: Text
    now: Text
    why_zh: Text
    why_en: Text
    evidence: Text | None
    by: Text
    date: datetime.date


class Heading(Row):
    table, key = "headings", ("session", "position")
    session: Annotated[Text, Of("sessions")]
    position: int
    zh: Text
    en: Text
    lines: Lines


class Fact(Row):
    table, key = "facts", ("session", "position")
    session: Annotated[Text, Of("sessions")]
    position: int
    name_zh: Text
    name_en: Text
    value_zh: Text
    value_en: Text


class Session(Row):
    table, key = "sessions", ("session",)
    session: Text
    event: Annotated[Text, Of("events")]
    record: Annotated[Text, Of("records")]
    id: Text
    title_zh: Text
    title_en: Text
    dates: tuple[datetime.date, ...]
    official_english: tuple[str, ...]
    note_zh: Text | None
    note_en: Text | None
    url_zh: Url
    url_en: Url


class Film(Row):
    table, key = "films", ("session", "position")
    session: Annotated[Text, Of("sessions")]
    position: int
    contribution: Annotated[Text | None, Of("contributions")]
    film_url: Text
    seconds: int | None
    what_zh: Text
    what_en: Text
    given_at: Text | None


class Event(Row):
    table, key = "events", ("event",)
    event: Text
    title_zh: Text
    title_en: Text
    city: Annotated[Text, Of("cities")]
    place_zh: Text | None
    place_en: Text | None
    wikidata: Text | None
    url_zh: Url
    url_en: Url


class Record(Row):
    table, key = "records", ("record",)
    record: Text
    title_zh: Text
    title_en: Text
    kind: RecordKind
    kind_zh: Text
    kind_en: Text
    issuer: Annotated[Text, Of("organizations")]
    published: datetime.date | None
    added: datetime.date
    sha256: Text
    source: Url
    url_zh: Url
    url_en: Url


class Citation(Row):
    table, key = "citations", ("record", "position")
    record: Annotated[Text, Of("records")]
    position: int
    words: Text
    what_zh: Text
    what_en: Text
    lines: Lines
    passage: Annotated[Text | None, Of("passages")]


class Omission(Row):
    table, key = "omissions", ("record", "position")
    record: Annotated[Text, Of("records")]
    position: int
    text: Text | None
    why_zh: Text
    why_en: Text
    lines: Lines
