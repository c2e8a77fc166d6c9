"""Join the sessions of all records into the events that they are part of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from dialogues.model.addresses import find_first
from dialogues.model.archive import Event, Record
from dialogues.model.sessions import Session
from dialogues.reading.registry import Registry, make_sources


def join_events(
    records: Iterable[Record], registry: Registry, published: Collection[str] = ()
) -> Mapping[str, Event]:
    """Return the events that records tell of, by their first day, sessions in order of days.

    The addresses that were `published` say which session had its page first.
    """
    sessions: dict[str, list[Session]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.added):
        for session in record.sessions:
            sessions[session.event].append(session)
    events = [
        Event(
            key=key,
            title=entry.title,
            city=registry.cities[entry.city],
            place=entry.place,
            sessions=tuple(sorted(sessions[key], key=lambda session: session.dates[0])),
            sources=make_sources(entry.sources),
            wikidata=entry.wikidata,
            first=find_first(key, sessions[key], published),
        )
        for key, entry in registry.events.items()
        if key in sessions and entry.city in registry.cities
    ]
    return {event.key: event for event in sorted(events, key=lambda event: event.dates)}
