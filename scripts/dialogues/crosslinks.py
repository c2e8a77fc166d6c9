"""Which contributions belong to a city, and which name it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogues.archive import Archive, City, Contribution, Event, Session, Speaker
from dialogues.mentions import Gazetteer


@dataclass(frozen=True)
class Place:
    """Where a contribution stands."""

    event: Event
    session: Session
    contribution: Contribution


@dataclass(frozen=True)
class Crosslinks:
    """Places by the keys of cities, and those who stand for no city by their country."""

    said: Mapping[str, Sequence[Place]]
    pictured: Mapping[str, Sequence[Place]]
    mentioned: Mapping[str, Sequence[Place]]
    """Where others than the city's own speakers name it."""
    national: Mapping[str, Sequence[tuple[Place, Speaker]]]

    def places_of(self, city: City) -> list[Place]:
        """Return where a city speaks, then where it is pictured."""
        return [*self.said.get(city.key, ()), *self.pictured.get(city.key, ())]


def find_crosslinks(archive: Archive, gazetteer: Gazetteer) -> Crosslinks:
    """Go through all contributions once, by date, and sort them by city."""
    said: dict[str, list[Place]] = defaultdict(list)
    pictured: dict[str, list[Place]] = defaultdict(list)
    mentioned: dict[str, list[Place]] = defaultdict(list)
    national: dict[str, list[tuple[Place, Speaker]]] = defaultdict(list)
    for event in archive.events.values():
        for session in event.sessions:
            for contribution in session.contributions:
                place = Place(event, session, contribution)
                own = {city.key for city in contribution.cities}
                for key in sorted(own):
                    (said if contribution.speaker else pictured)[key].append(place)
                for key in sorted(_named_in(contribution, gazetteer) - own):
                    mentioned[key].append(place)
                for who in contribution.people:
                    if who.country:
                        national[who.country].append((place, who))
    return Crosslinks(said, pictured, mentioned, national)


def _named_in(contribution: Contribution, gazetteer: Gazetteer) -> set[str]:
    """Return the keys of the cities that a contribution names, in its label or its passages."""
    texts = [passage.zh for passage in contribution.passages]
    texts += [contribution.speaker.label] if contribution.speaker else []
    return {city.key for text in texts for city in gazetteer.cities_in(text)}
