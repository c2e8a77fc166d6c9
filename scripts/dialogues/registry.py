"""What records share: cities, people, organizations, events."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import RootModel

from dialogues.archive import Bilingual, City, Organization, Person
from dialogues.countries import is_country
from dialogues.documents import Document, read_model
from dialogues.problems import Problem
from dialogues.schemas import (
    BilingualEntry,
    Cities,
    CityEntry,
    EventEntry,
    Events,
    Omissions,
    Organizations,
    People,
)

FOLDER = "docs/registry"
EntryT = TypeVar("EntryT")


@dataclass(frozen=True)
class Registry:
    """The entries of all registry files by their keys."""

    cities: Mapping[str, City]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    events: Mapping[str, EventEntry]
    omissions: Mapping[str, Bilingual]
    cities_document: Document


def read_registry(root: Path) -> tuple[Registry, list[Problem]]:
    """Read the registry; entries of a file that has no valid shape are missing from it."""
    problems: list[Problem] = []

    def read(
        name: str, model: type[RootModel[dict[str, EntryT]]]
    ) -> tuple[dict[str, EntryT], Document]:
        found, document, more = read_model(root, f"{FOLDER}/{name}.yml", model)
        problems.extend(more)
        return (found.root if found else {}), document

    cities, city_document = read("cities", Cities)
    people, _ = read("people", People)
    organizations, organization_document = read("organizations", Organizations)
    events, event_document = read("events", Events)
    omissions, _ = read("omissions", Omissions)

    problems += _check_cities(cities, city_document)
    problems += [
        organization_document.problem(
            f"{key}.city must be a key of cities.yml, and is {entry.city!r}", key, "city"
        )
        for key, entry in organizations.items()
        if cities and entry.city and entry.city not in cities
    ]
    problems += [
        event_document.problem(
            f"{key}.city must be a key of cities.yml, and is {entry.city!r}", key, "city"
        )
        for key, entry in events.items()
        if cities and entry.city not in cities
    ]
    return (
        Registry(
            {key: _city(key, entry) for key, entry in cities.items()},
            {key: Person(key, bilingual(entry)) for key, entry in people.items()},
            {key: Organization(key, bilingual(entry)) for key, entry in organizations.items()},
            events,
            {key: bilingual(entry) for key, entry in omissions.items()},
            city_document,
        ),
        problems,
    )


def bilingual(entry: BilingualEntry) -> Bilingual:
    """Return the words of an entry in both languages."""
    return Bilingual(entry.zh, entry.en)


def _city(key: str, entry: CityEntry) -> City:
    return City(
        key,
        bilingual(entry),
        entry.kind,
        entry.country,
        entry.latitude,
        entry.longitude,
        entry.geonames,
        entry.variants,
        entry.exclude,
    )


def _check_cities(cities: Mapping[str, CityEntry], document: Document) -> list[Problem]:
    problems = [
        document.problem(
            f"{key}.country must be an ISO 3166-1 code, and is {entry.country!r}", key, "country"
        )
        for key, entry in cities.items()
        if not is_country(entry.country)
    ]
    owners: dict[str, list[str]] = defaultdict(list)
    for key, entry in cities.items():
        for name in {*_city(key, entry).names}:
            owners[name].append(key)
    problems += [
        document.problem(
            f"a name must belong to one city, and {name!r} is claimed by {' and '.join(keys)}",
            keys[-1],
        )
        for name, keys in owners.items()
        if len(keys) > 1
    ]
    return problems
