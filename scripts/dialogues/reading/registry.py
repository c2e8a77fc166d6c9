"""Read what records share: names with pages of their own, themes, events, words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import RootModel

from dialogues.finding.mentions import Gazetteer, gather_names
from dialogues.model.entities import (
    SORTS,
    Bilingual,
    City,
    Entities,
    Entity,
    Initiative,
    NameSource,
    Organization,
    Person,
    Theme,
)
from dialogues.model.glossary import Glossary, Synonym, Term
from dialogues.problems import Problem
from dialogues.reading.documents import YamlFile
from dialogues.reading.yaml_files import read_model
from dialogues.schemas import registry as schemas

REGISTRY = "docs/registry"
EntryT = TypeVar("EntryT")
NamedT = TypeVar("NamedT", bound=schemas.NamedEntry)
EntityT = TypeVar("EntityT", bound=Entity)


@dataclass(frozen=True, kw_only=True)
class Registry(Entities):
    """The entries of all registry files by their keys, and where they stand."""

    schemes: Mapping[str, Mapping[int, Bilingual]]
    events: Mapping[str, schemas.EventEntry]
    omissions: Mapping[str, Bilingual]
    featured: Mapping[str, dict[str, Bilingual]]
    glossary: Glossary
    synonyms: Sequence[Synonym]
    documents: Mapping[str, YamlFile]
    """The files by their names without ending."""
    unread: frozenset[str]
    """Names of files that could not be read, so that nobody can tell which keys they have."""

    @cached_property
    def gazetteer(self) -> Gazetteer | None:
        """All names, to be found in a text; None where a file with names could not be read."""
        return None if self.unread.intersection(SORTS) else gather_names(self.linked)

    def lacks(self, name: str, key: str) -> bool:
        """Return whether a file of the registry has no such key."""
        entries: Mapping[str, object] = getattr(self, name)
        return name not in self.unread and key not in entries


class RegistryFiles:
    """Reads the files one by one and keeps what they are and what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.documents: dict[str, YamlFile] = {}
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

    def make(
        self,
        kind: type[EntityT],
        model: type[RootModel[dict[str, NamedT]]],
        cities: Mapping[str, City] = MappingProxyType({}),
    ) -> dict[str, EntityT]:
        """Return the entities of a file, which is named as the folder of their pages."""
        entries = self.read(kind.folder, model)
        return {key: make_entity(kind, key, entry, cities) for key, entry in entries.items()}


def read_registry(root: Path) -> tuple[Registry, list[Problem]]:
    """Read the registry; entries of a file that has no valid shape are missing from it."""
    files = RegistryFiles(root)
    cities = files.make(City, schemas.Cities)
    schemes = files.read("schemes", schemas.Schemes)
    registry = Registry(
        cities=cities,
        people=files.make(Person, schemas.People),
        organizations=files.make(Organization, schemas.Organizations, cities),
        initiatives=files.make(Initiative, schemas.Initiatives, cities),
        themes=files.make(Theme, schemas.Themes),
        schemes=schemes,
        events=files.read("events", schemas.Events),
        omissions=files.read("omissions", schemas.Omissions),
        featured=files.read("featured", schemas.Featured),
        glossary=Glossary(
            Term(zh, **dict(entry)) for zh, entry in files.read("glossary", schemas.Terms).items()
        ),
        synonyms=[
            Synonym(zh, **dict(entry))
            for zh, entry in files.read("synonyms", schemas.Synonyms).items()
        ],
        documents=files.documents,
        unread=frozenset(files.unread),
    )
    return registry, files.problems


def make_entity(
    kind: type[EntityT], key: str, entry: schemas.NamedEntry, cities: Mapping[str, City]
) -> EntityT:
    """Return what an entry describes: each of its fields has the name of the entry's."""
    known = {
        field.name: getattr(entry, field.name)
        for field in fields(kind)
        if hasattr(entry, field.name)
    }
    if "sources" in known:
        known["sources"] = make_sources(known["sources"])
    city = {"city": cities.get(known["city"] or "")} if "city" in known else {}
    return kind(**{**known, **city, "key": key})


def make_sources(entries: Iterable[schemas.NameSourceEntry]) -> tuple[NameSource, ...]:
    """Return where an English name is from."""
    return tuple(NameSource(**dict(entry)) for entry in entries)
