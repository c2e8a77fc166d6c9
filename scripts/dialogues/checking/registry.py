"""Check the registry's entries against each other, and against the public lists they use."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialogues.checking.translations import find_chinese
from dialogues.model.addresses import OF_COUNTRIES
from dialogues.model.countries import is_country
from dialogues.model.entities import City, Organization
from dialogues.problems import Problem
from dialogues.reading.registry import Registry, make_sources

IN_ENGLISH = ("cities", "people", "organizations", "initiatives", "themes", "schemes", "events")
"""Files whose English names stand on English pages."""
REFERENCES = {
    "organizations": {"city": "cities"},
    "initiatives": {"city": "cities", "part_of": "initiatives"},
    "events": {"city": "cities"},
}
"""Fields that hold a key of another file."""


def check_registry(registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each entry that others contradict, or that names what does not exist."""
    yield from _check_keys(registry)
    yield from _check_references(registry)
    yield from _check_countries(registry)
    yield from _check_names(registry)
    yield from _check_schemes(registry)
    yield from _check_sources(registry)
    yield from _check_identifiers(registry)
    for name in IN_ENGLISH:
        yield from find_chinese(registry.documents[name])


def _check_keys(registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each key that names a page or a folder of pages which is there already."""
    rule = "a key must not be the name of a page that is there, and is"
    for name in IN_ENGLISH:
        content = {} if name in registry.unread else registry.documents[name].content
        for key in ("index", OF_COUNTRIES):
            if key in content:
                yield registry.documents[name].problem(f"{rule} {key!r}", key)


def _check_references(registry: Registry) -> Iterator[Problem]:
    for name, fields in REFERENCES.items():
        if name in registry.unread:
            continue
        document = registry.documents[name]
        for key, entry in document.content.items():
            for field, target in fields.items():
                value = entry.get(field)
                if value is not None and registry.lacks(target, value):
                    rule = f"{key}.{field} must be a key of {target}.yml, and is {value!r}"
                    yield document.problem(rule, key, field)
                if name == target and value == key:
                    yield document.problem(f"{key}.{field} must be another entry", key, field)


def _check_countries(registry: Registry) -> Iterator[Problem]:
    entities: list[City | Organization] = [*registry.cities.values()]
    entities += registry.organizations.values()
    for entity in entities:
        if entity.country and not is_country(entity.country):
            rule = f"{entity.key}.country must be an ISO 3166-1 code, and is {entity.country!r}"
            yield registry.documents[entity.folder].problem(rule, entity.key, "country")


def _check_names(registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each name that two entries claim: a link could go to one alone."""
    owners = _claims((n, e.folder, e.key) for e in registry.linked for n in e.names)
    yield from _check_claims(owners, registry)
    themes = registry.themes.values()
    named = ((n, "themes", t.key) for t in themes for n in {t.name.zh, t.name.en})
    yield from _check_claims(_claims(named), registry)
    for entity in registry.linked:
        for name in entity.exclude:
            if name in owners:
                rule = f"exclude must hold names of nothing else, and {name!r} is one of"
                message = f"{rule} {owners[name][0][1]}"
                yield registry.documents[entity.folder].problem(message, entity.key, "exclude")


def _claims(names: Iterable[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return the files and keys of the entries that claim each name."""
    owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, folder, key in names:
        owners[name].append((folder, key))
    return owners


def _check_claims(
    owners: Mapping[str, Sequence[tuple[str, str]]], registry: Registry
) -> Iterator[Problem]:
    for name, claims in owners.items():
        if len(claims) > 1:
            claimed = " and ".join(f"{key} ({folder}.yml)" for folder, key in claims)
            folder, key = claims[-1]
            rule = f"a name must belong to one entry, and {name!r} is claimed by {claimed}"
            yield registry.documents[folder].problem(rule, key)


def _check_schemes(registry: Registry) -> Iterator[Problem]:
    if "schemes" in registry.unread:
        return
    for theme in registry.themes.values():
        for field, number in (("iso", theme.iso), ("sdg", theme.sdg)):
            if number not in registry.schemes.get(field, {}):
                rule = f"{theme.key}.{field} must be a number of schemes.yml, and is {number}"
                yield registry.documents["themes"].problem(rule, theme.key, field)


def _check_sources(registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each source of a name that is not either a page or a publication."""
    named = [(e.folder, e.key, e.sources) for e in registry.linked]
    named += [("events", k, make_sources(e.sources)) for k, e in registry.events.items()]
    for folder, key, sources in named:
        for number, source in enumerate(sources):
            if (source.url is None) == (source.publication is None):
                rule = f"{key}.sources.{number} must have a url or a publication, one of them"
                yield registry.documents[folder].problem(rule, key, "sources", number)


def _check_identifiers(registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each item of Wikidata that is said to be two things."""
    named = [(e.folder, e.key, e.wikidata) for e in registry.linked]
    named += [("events", key, event.wikidata) for key, event in registry.events.items()]
    owners = _claims((item, folder, key) for folder, key, item in named if item)
    for item, claims in owners.items():
        if len(claims) > 1:
            claimed = " and ".join(f"{key} ({folder}.yml)" for folder, key in claims)
            folder, key = claims[-1]
            rule = f"an item of Wikidata must be one thing, and {item} is said to be {claimed}"
            yield registry.documents[folder].problem(rule, key, "wikidata")
