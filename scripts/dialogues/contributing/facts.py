"""List what an archive says, fact by fact, so that two states of it can be compared."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from dialogues.model.archive import Archive
from dialogues.model.entities import Bilingual, Entity
from dialogues.model.sessions import Contribution, Fact, Heading, Passage, Session

Place = tuple[str, str, str]
"""Of which sort the thing is that a fact is of, which it is, and which of its fields."""
READ_APART = frozenset(
    {"records", "events", "redirects", "voices", "terms", "synonyms", "published"}
)
"""Fields of an archive whose parts are things of their own; so are those that hold entities.

Published addresses follow from pages; that none vanishes is a check of its own.
"""
UNSHOWN = frozenset({"key", "entry_line", "proposed"})
"""Fields that no page shows, or that are what a thing is called."""


@dataclass(frozen=True)
class Value:
    """A value as a reviewer reads it, and the words of it that pages may show."""

    text: str
    words: tuple[str, ...] = ()


def list_facts(archive: Archive) -> dict[Place, Value]:
    """Return all facts that are not empty. Each field of the model is one, those to come too."""
    return {place: value for place, value in _list_all(archive) if value.text}


def _list_all(archive: Archive) -> Iterator[tuple[Place, Value]]:
    for record in archive.records.values():
        yield from _describe("record", record.key, record, {"source", "sessions"})
        for session in record.sessions:
            yield from _describe_session(session)
    for event in archive.events.values():
        yield from _describe("event", event.key, event, {"sessions"})
    for entity in archive.entities:
        yield from _describe("name", entity.path.removesuffix(".md"), entity)
    yield from _list_others(archive)


def _list_others(archive: Archive) -> Iterator[tuple[Place, Value]]:
    """Yield what stands in lists of its own, and then whatever else an archive has."""
    for redirect in archive.redirects:
        yield from _describe("redirect", redirect.address, redirect, {"address"})
    for number, voice in enumerate(archive.voices, 1):
        words = f"{voice.place.session.record}#{voice.passage.id}: {read(voice.words).text}"
        yield ("voice", str(number), "words"), Value(words, read(voice.words).words)
    for sort, terms in (("term", archive.terms), ("synonym", archive.synonyms)):
        for term in terms:
            yield from _describe(sort, term.zh, term, {"zh"})
    for field in fields(archive):
        values = getattr(archive, field.name)
        of_entities = isinstance(values, Mapping) and any(
            isinstance(value, Entity) for value in values.values()
        )
        if field.name not in READ_APART and not of_entities:
            yield ("archive", field.name, "is"), read(values)


def _describe_session(session: Session) -> Iterator[tuple[Place, Value]]:
    name = f"{session.record}#{session.id}"
    yield from _describe("session", name, session, {"id", "record", "parts"})
    for kind in (Heading, Fact):
        parts = tuple(part for part in session.parts if isinstance(part, kind))
        yield ("session", name, f"{kind.__name__.lower()}s"), read(parts)
    for part in session.parts:
        if isinstance(part, Contribution):
            subject = f"{session.record}#{part.id}"
            apart = {"id", "speaker", "passages", "question"}
            yield from _describe("speaker", subject, part, apart)
            if part.speaker:
                yield from _describe("speaker", subject, part.speaker)
            answered = Value(part.question.id) if part.question else Value("")
            yield ("speaker", subject, "question"), answered
    for passage in session.passages:
        yield from _describe_passage(f"{session.record}#{passage.id}", passage)


def _describe_passage(subject: str, passage: Passage) -> Iterator[tuple[Place, Value]]:
    yield ("passage", subject, "zh"), read(passage.zh)
    apart = {"id"} if passage.corrections else {"id", "original"}  # or it is the same once more
    yield from _describe("passage", subject, passage, apart)


def _describe(
    sort: str, subject: str, thing: object, apart: Collection[str] = ()
) -> Iterator[tuple[Place, Value]]:
    """Yield each field of a dataclass, but for those that are described apart."""
    assert is_dataclass(thing)
    for field in fields(thing):
        if field.name not in UNSHOWN and field.name not in apart:
            yield (sort, subject, field.name), read(getattr(thing, field.name))


def read(value: object) -> Value:
    """Return a value as a reviewer reads it; of what has a page of its own its key."""
    if isinstance(value, Entity):
        return Value(value.key, (value.name.zh, value.name.en))
    if isinstance(value, Bilingual):
        return Value(f"{value.zh} / {value.en}", (value.zh, value.en))
    if isinstance(value, Mapping):
        return _join([_label(str(key), read(part)) for key, part in value.items()])
    if isinstance(value, tuple | list | frozenset):
        items = [*map(read, value)]
        in_order = not isinstance(value, frozenset)
        return _join(items if in_order else sorted(items, key=lambda item: item.text))
    if is_dataclass(value):
        parts = {field.name: read(getattr(value, field.name)) for field in fields(value)}
        return _join([_label(name, part) for name, part in parts.items() if part.text])
    text = "" if value in (None, False) else str(value)
    return Value(text, (text,) if isinstance(value, str) and text else ())


def _join(parts: list[Value]) -> Value:
    return Value("; ".join(p.text for p in parts), tuple(w for p in parts for w in p.words))


def _label(name: str, value: Value) -> Value:
    return Value(f"{name}: {value.text}", value.words)
