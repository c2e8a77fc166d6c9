"""Find what says too much for one page: it has a part for each event, or for each country.

Parts have addresses of keys alone, so none moves when more is said: `themes/data/2021-ctalk/`,
`cities/in/fr/`. The page itself stays, with its anchors, and leads to them. What had parts once keeps
them, so that none vanishes when less is said.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogues.finding.crosslinks import Crosslinks, find_naming
from dialogues.finding.mentions import Gazetteer
from dialogues.finding.themes import ThemeIndex
from dialogues.model.addresses import address_of, country_path, part_path
from dialogues.model.archive import Archive, Event, Place
from dialogues.model.entities import City, Entity, Theme
from dialogues.model.sessions import Passage

BUDGET = 120_000
"""Bytes of HTML, as they are reckoned here, that one page of a theme, city or name says at most.

With the frame and what is known of it, it has less than 150 kB (`make bench`).
"""
TURN, PASSAGE, LINE = 1_000, 1_250, 600
"""Bytes of HTML around a turn and around a passage in full; of a line that leads to one."""
CITIES = 100
"""Cities on one page."""
CORRECTIONS = 100
"""Corrections on one page."""


@dataclass(frozen=True)
class Parts:
    """What has parts; a page that is in none of these stands whole."""

    events: Mapping[Entity, Sequence[Event]]
    """The events that a theme, city or name has parts for, by date."""
    countries: Sequence[str]
    """The codes of the countries that have pages of their own."""
    corrected: Sequence[Event]
    """The events whose corrections have pages of their own, by date."""

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all parts below the language."""
        for entity, events in self.events.items():
            yield from (part_path(f"{entity.folder}/{entity.key}", event) for event in events)
        for folder in ("cities", "themes"):
            yield from (country_path(folder, code) for code in self.countries)
        yield from (part_path("corrections", event) for event in self.corrected)


def find_parts(
    archive: Archive, gazetteer: Gazetteer, links: Crosslinks, themes: ThemeIndex
) -> Parts:
    """Weigh all that has a page; what is of one event alone cannot be parted."""
    found = {}
    for entity in archive.entities:
        events: dict[str, Event] = {}
        weight = 0
        for place, bytes_ in _weigh(entity, gazetteer, links, themes):
            events[place.event.key] = place.event
            weight += bytes_
        ordered = sorted(events.values(), key=lambda event: event.dates)
        paths = [part_path(f"{entity.folder}/{entity.key}", event) for event in ordered]
        if (weight > BUDGET and len(events) > 1) or _had(archive, paths):
            found[entity] = ordered
    codes = sorted({*(city.country for city in archive.cities.values()), *links.national})
    many = len(archive.cities) > CITIES or _had(archive, [country_path("cities", c) for c in codes])
    return Parts(found, codes if many else (), _find_corrected(archive))


def _had(archive: Archive, parts: Iterable[str]) -> bool:
    """Return whether some of the parts, by their paths, were ever published."""
    return any(address_of(path) in archive.published for path in parts)


def _weigh(
    entity: Entity, gazetteer: Gazetteer, links: Crosslinks, themes: ThemeIndex
) -> Iterator[tuple[Place, int]]:
    """Yield what each place adds to the page of something, in bytes."""
    if isinstance(entity, Theme):
        for treatment in themes.treatments.get(entity, ()):
            yield treatment.place, _weigh_passages(treatment.passages)
        return
    for place in links.said.get(entity, ()):
        whole = isinstance(entity, City)
        yield place, _weigh_passages(place.contribution.passages) if whole else LINE
    for place in links.pictured.get(entity, ()):
        yield place, LINE
    for place in links.mentioned.get(entity, ()):
        yield place, LINE * len(find_naming(place.contribution, entity, gazetteer))


def _weigh_passages(passages: Iterable[Passage]) -> int:
    return TURN + sum(PASSAGE + sum(len(text.encode()) for text in p.texts) for p in passages)


def _find_corrected(archive: Archive) -> Sequence[Event]:
    counts: dict[str, int] = defaultdict(int)
    for event, session in archive.sessions:
        counts[event.key] += sum(len(passage.corrections) for passage in session.passages)
    corrected = [event for event in archive.events.values() if counts[event.key]]
    many = sum(counts.values()) > CORRECTIONS and len(corrected) > 1
    had = _had(archive, [part_path("corrections", event) for event in corrected])
    return corrected if many or had else ()


def of_event(event: Event, places: Collection[Place]) -> list[Place]:
    """Return the places of an event."""
    return [place for place in places if place.event.key == event.key]
