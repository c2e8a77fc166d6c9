"""Make all rows of all tables from the archive. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from dialogues.data.cells import Addresses, both, key_of
from dialogues.data.columns import Row
from dialogues.data.shapes import TABLES, About, records, registry
from dialogues.data.turns import Turns
from dialogues.data.words import statements
from dialogues.model.archive import Archive, Event, Record
from dialogues.model.countries import country_name
from dialogues.model.entities import Bilingual, Entity, NameSource
from dialogues.rendering.site import Site
from dialogues.rendering.words import wording

AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True)
class Rows:
    """The rows of all tables."""

    by_table: Mapping[type[Row], Sequence[Row]]

    @classmethod
    def gather(cls, rows: Iterable[Row]) -> "Rows":
        """Sort rows by their tables; their order stays."""
        by_table: dict[type[Row], list[Row]] = {table: [] for table in TABLES}
        for row in rows:
            by_table[type(row)].append(row)
        return cls(by_table)

    def of(self, table: type[AnyRow]) -> tuple[AnyRow, ...]:
        """Return the rows of a table."""
        return cast(tuple[AnyRow, ...], tuple(self.by_table[table]))


def list_rows(site: Site) -> Rows:
    """Return all rows of all tables, each in the order of the pages."""
    return Rows.gather(_list(site, Addresses(site.address)))


def _list(site: Site, addresses: Addresses) -> Iterator[Row]:
    archive = site.archive
    yield from _about(addresses, site.version)
    for event in archive.events.values():
        yield _event(event, addresses)
    english = replace(site, language="en").view
    contributions = frozenset(f"{p.session.record}#{p.contribution.id}" for p in archive.places)
    for event, session in archive.sessions:
        yield from Turns(event, session, addresses, english, contributions).rows()
    for record in archive.records.values():
        yield from _record(record, addresses)
    for list_names in (_themes, _cities, _bodies):
        yield from list_names(archive, addresses)
    yield from _name_sources(archive)
    for term in archive.terms:
        yield registry.Term(zh=term.zh, en=term.en[0], avoid=term.avoid)


def _about(addresses: Addresses, version: str) -> Iterator[Row]:
    for name, words in statements().items():
        yield About(name=name, zh=words.zh, en=words.en)
    page = addresses.page("data/")
    yield About(name="page", zh=page["url_zh"], en=page["url_en"])
    if version:
        yield About(name="version", zh=version, en=version)


def _event(event: Event, addresses: Addresses) -> Row:
    return records.Event(
        event=event.key,
        **both("title", event.title),
        city=event.city.key,
        **both("place", event.place),
        **addresses.page(f"events/{event.key}/"),
    )


def _record(record: Record, addresses: Addresses) -> Iterator[Row]:
    key = record.key
    yield records.Record(
        record=key,
        **both("title", record.title),
        kind=record.kind,
        **both("kind", Bilingual(**wording()[f"kind_{record.kind}"])),
        issuer=record.issuer.key,
        published=record.published,
        added=record.added,
        sha256=record.source.sha256,
        source=addresses.file(f"records/{key}/source.txt"),
        **addresses.page(f"records/{key}/"),
    )
    for number, cited in enumerate(record.cited, 1):
        yield records.Citation(
            record=key,
            position=number,
            words=cited.words,
            **both("what", cited.what),
            lines=cited.lines,
            passage=f"{key}#{cited.passage.id}" if cited.passage else None,
        )
    for number, omission in enumerate(record.omissions, 1):
        yield records.Omission(
            record=key,
            position=number,
            text=omission.text,
            **both("why", omission.why),
            lines=omission.lines,
        )


def _themes(archive: Archive, addresses: Addresses) -> Iterator[Row]:
    for theme in archive.themes.values():
        yield registry.Theme(
            theme=theme.key,
            **both("name", theme.name),
            **both("scope", theme.scope),
            iso=theme.iso,
            **both("iso", archive.schemes["iso"][theme.iso]),
            sdg=theme.sdg,
            **both("sdg", archive.schemes["sdg"][theme.sdg]),
            **addresses.entity(theme),
        )


def _cities(archive: Archive, addresses: Addresses) -> Iterator[Row]:
    for city in archive.cities.values():
        yield registry.City(
            city=city.key,
            **_named(city, addresses),
            kind=city.kind,
            country=city.country,
            **both("country", country_name(city.country)),
            latitude=city.latitude,
            longitude=city.longitude,
            geonames=city.geonames,
        )


def _bodies(archive: Archive, addresses: Addresses) -> Iterator[Row]:
    for person in archive.people.values():
        yield registry.Person(
            person=person.key, **_named(person, addresses), **both("note", person.note)
        )
    for body in archive.organizations.values():
        yield registry.Organization(
            organization=body.key,
            **_named(body, addresses),
            city=key_of(body.city),
            country=body.country,
            **both("note", body.note),
        )
    for initiative in archive.initiatives.values():
        yield registry.Initiative(
            initiative=initiative.key,
            **_named(initiative, addresses),
            kind=initiative.kind,
            city=key_of(initiative.city),
            part_of=initiative.part_of,
            **both("note", initiative.note),
        )


def _name_sources(archive: Archive) -> Iterator[Row]:
    named: list[tuple[Any, str, tuple[NameSource, ...]]]
    named = [(entity.folder, entity.key, entity.sources) for entity in archive.linked]
    named += [("events", event.key, event.sources) for event in archive.events.values()]
    for sort, key, sources in named:
        for number, source in enumerate(sources, 1):
            yield registry.NameSource(
                sort=sort,
                name_of=key,
                position=number,
                source_url=source.url,
                publication=source.publication,
                says=source.says,
                date=source.date,
            )


def _named(entity: Entity, addresses: Addresses) -> dict[str, Any]:
    return {
        **both("name", entity.name),
        "other_names": entity.variants,
        **addresses.entity(entity),
    }
