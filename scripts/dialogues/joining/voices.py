"""Join what the home page shows with the passages that it is from."""

from collections.abc import Iterator, Mapping

from dialogues.model.archive import Event, Place, Voice
from dialogues.reading.registry import Registry


def join_voices(events: Mapping[str, Event], registry: Registry) -> Iterator[Voice]:
    """Yield the voices in the order of their file; one whose passage nobody has is left out."""
    places = {
        (session.record, passage.id): (Place(event, session, contribution), passage)
        for event in events.values()
        for session in event.sessions
        for contribution in session.contributions
        for passage in contribution.passages
    }
    for record, passages in registry.featured.items():
        for key, words in passages.items():
            if (record, key) in places:
                yield Voice(*places[record, key], words)
