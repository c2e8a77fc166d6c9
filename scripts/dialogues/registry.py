"""What records share: cities, people, organizations, events."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import RootModel

from dialogues.archive import Bilingual, City, Organization, Person
from dialogues.countries import is_country
from dialogues.documents import Document, read_model
from dialogues.glossary import Glossary
from dialogues.pairs import find_chinese
from dialogues.problems import Problem
from dialogues.schemas import (
    BilingualEntry,
    Cities,
    CityEntry,
    EventEntry,
    Events,
    Omissions,
    OrganizationEntry,
    Organizations,
    People,
    Terms,
)

FOLDER = "docs/registry"
NAMED = ("cities", "people", "organizations", "events")
"""Files whose English names stand on English pages."""
EntryT = TypeVar("EntryT")


@dataclass(frozen=True)
class Registry:
    """The entries of all registry files by their keys, and where they stand."""

    cities: Mapping[str, City]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    events: Mapping[str, EventEntry]
    omissions: Mapping[str, Bilingual]
    glossary: Glossary
    documents: Mapping[str, Document]
    """The files by their names without ending."""
    unread: frozenset[str]
    """Names of files that could not be read, so that nobody can tell which keys they have."""

    def lacks(self, name: str, key: str) -> bool:
        """Tell whether a file of the registry has no such key."""
        entries: Mapping[str, object] = getattr(self, name)
        return name not in self.unread and key not in entries


class RegistryFiles:
    """Reads the files one by one and keeps what they are and what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.documents: dict[str, Document] = {}
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def read(self, name: str, model: type[RootModel[dict[str, EntryT]]]) -> dict[str, EntryT]:
        """Return the entries of a file; none where it has no valid shape."""
        path = f"{FOLDER}/{name}.yml"
        found, self.documents[name], problems = read_model(self.root, path, model)
        self.problems += problems
        if found is None:
            self.unread.add(name)
            return {}
        return found.root


def read_registry(root: Path) -> tuple[Registry, list[Problem]]:
    """Read the registry; entries of a file that has no valid shape are missing from it."""
    files = RegistryFiles(root)
    cities = files.read("cities", Cities)
    people = files.read("people", People)
    organizations = files.read("organizations", Organizations)
    events = files.read("events", Events)
    omissions = files.read("omissions", Omissions)
    terms = files.read("glossary", Terms)
    problems = [
        *files.problems,
        *_check_countries(cities, files.documents["cities"]),
        *_check_names(cities, files.documents["cities"]),
        *(problem for name in NAMED for problem in find_chinese(files.documents[name])),
    ]
    registry = Registry(
        {key: _city(key, entry) for key, entry in cities.items()},
        {key: Person(key, bilingual(entry)) for key, entry in people.items()},
        {key: Organization(key, bilingual(entry)) for key, entry in organizations.items()},
        events,
        {key: bilingual(entry) for key, entry in omissions.items()},
        Glossary(terms),
        files.documents,
        frozenset(files.unread),
    )
    problems += _check_city_keys(registry, "organizations", organizations)
    problems += _check_city_keys(registry, "events", events)
    return registry, problems


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


def _check_countries(cities: Mapping[str, CityEntry], document: Document) -> Iterator[Problem]:
    for key, entry in cities.items():
        if not is_country(entry.country):
            rule = f"{key}.country must be an ISO 3166-1 code, and is {entry.country!r}"
            yield document.problem(rule, key, "country")


def _check_names(cities: Mapping[str, CityEntry], document: Document) -> Iterator[Problem]:
    owners: dict[str, list[str]] = defaultdict(list)
    for key, entry in cities.items():
        for name in {*_city(key, entry).names}:
            owners[name].append(key)
    for name, keys in owners.items():
        if len(keys) > 1:
            claimed = f"{name!r} is claimed by {' and '.join(keys)}"
            yield document.problem(f"a name must belong to one city, and {claimed}", keys[-1])


def _check_city_keys(
    registry: Registry,
    name: str,
    entries: Mapping[str, OrganizationEntry] | Mapping[str, EventEntry],
) -> Iterator[Problem]:
    for key, entry in entries.items():
        if entry.city and registry.lacks("cities", entry.city):
            rule = f"{key}.city must be a key of cities.yml, and is {entry.city!r}"
            yield registry.documents[name].problem(rule, key, "city")
