"""What records share: names with pages of their own, themes, events, words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import RootModel

from dialogues.model.entities import (
    Bilingual,
    City,
    Entities,
    Initiative,
    Organization,
    Person,
    Theme,
)
from dialogues.model.glossary import Glossary, Synonym
from dialogues.problems import Problem
from dialogues.reading.yaml_files import Document, read_model
from dialogues.schemas import BilingualEntry
from dialogues.schemas import registry as schemas

REGISTRY = "docs/registry"
EntryT = TypeVar("EntryT")


@dataclass(frozen=True, kw_only=True)
class Registry(Entities):
    """The entries of all registry files by their keys, and where they stand."""

    schemes: Mapping[str, Mapping[int, Bilingual]]
    events: Mapping[str, schemas.EventEntry]
    omissions: Mapping[str, Bilingual]
    glossary: Glossary
    synonyms: Sequence[Synonym]
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
        path = f"{REGISTRY}/{name}.yml"
        found, self.documents[name], problems = read_model(self.root, path, model)
        self.problems += problems
        if found is None:
            self.unread.add(name)
            return {}
        return found.root


def read_registry(root: Path) -> tuple[Registry, list[Problem]]:
    """Read the registry; entries of a file that has no valid shape are missing from it."""
    files = RegistryFiles(root)
    cities = {k: _city(k, e) for k, e in files.read("cities", schemas.Cities).items()}
    people = {k: Person(**_named(k, e)) for k, e in files.read("people", schemas.People).items()}
    organizations = files.read("organizations", schemas.Organizations)
    initiatives = files.read("initiatives", schemas.Initiatives)
    themes = files.read("themes", schemas.Themes)
    schemes = files.read("schemes", schemas.Schemes)
    omissions = files.read("omissions", schemas.Omissions)
    synonyms = files.read("synonyms", schemas.Synonyms)
    registry = Registry(
        cities=cities,
        people=people,
        organizations={k: _organization(k, e, cities) for k, e in organizations.items()},
        initiatives={k: _initiative(k, e, cities) for k, e in initiatives.items()},
        themes={k: _theme(k, entry) for k, entry in themes.items()},
        schemes={s: {n: bilingual(e) for n, e in of.items()} for s, of in schemes.items()},
        events=files.read("events", schemas.Events),
        omissions={key: bilingual(entry) for key, entry in omissions.items()},
        glossary=Glossary(files.read("glossary", schemas.Terms)),
        synonyms=[Synonym(zh, e.en, e.also) for zh, e in synonyms.items()],
        documents=files.documents,
        unread=frozenset(files.unread),
    )
    return registry, files.problems


def bilingual(entry: BilingualEntry) -> Bilingual:
    """Return the words of an entry in both languages."""
    return Bilingual(entry.zh, entry.en)


def _named(key: str, entry: schemas.NamedEntry) -> dict[str, Any]:
    """Return what all entries with a page have."""
    return {
        "key": key,
        "name": bilingual(entry),
        "variants": entry.variants,
        "exclude": entry.exclude,
        "note": bilingual(entry.note) if entry.note else None,
    }


def _city(key: str, entry: schemas.CityEntry) -> City:
    return City(
        **_named(key, entry),
        kind=entry.kind,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames=entry.geonames,
    )


def _organization(
    key: str, entry: schemas.OrganizationEntry, cities: Mapping[str, City]
) -> Organization:
    city = cities.get(entry.city or "")
    return Organization(**_named(key, entry), city=city, country=entry.country)


def _initiative(key: str, entry: schemas.InitiativeEntry, cities: Mapping[str, City]) -> Initiative:
    city = cities.get(entry.city or "")
    return Initiative(**_named(key, entry), kind=entry.kind, city=city, part_of=entry.part_of)


def _theme(key: str, entry: schemas.ThemeEntry) -> Theme:
    return Theme(
        key=key,
        name=bilingual(entry),
        scope=bilingual(entry.scope),
        iso=entry.iso,
        sdg=entry.sdg,
        terms=tuple(entry.terms),
    )
