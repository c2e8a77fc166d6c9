"""Make all rows of all tables from the archive. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from dialogues.data.cells import Addresses, both
from dialogues.data.columns import Row
from dialogues.data.shapes import TABLES, About, records, registry
from dialogues.data.turns import Turns
from dialogues.data.words import statements
from dialogues.model.archive import Archive, Event, Record
from dialogues.model.countries import country_name
from dialogues.model.entities import LANGUAGES, Bilingual, City, Entity, NameSource
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


def list_rows(archive: Archive, address: str = "", version: str = "") -> Rows:
    """Return all rows of all tables, each in the order of the pages; `address` is the site's."""
    return Rows.gather(_list(archive, Addresses(address), version))


def _list(archive: Archive, addresses: Addresses, version: str) -> Iterator[Row]:
    yield from _about(addresses, version)
    for event in archive.events.values():
        yield _event(event, addresses)
    contributions = frozenset(f"{p.session.record}#{p.contribution.id}" for p in archive.places)
    for event, session in archive.sessions:
        yield from Turns(event, session, addresses, contributions).rows()
    for record in archive.records.values():
        yield from _record(record, addresses)
    for list_names in (_themes, _entities):
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
        wikidata=event.wikidata,
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


NAMED: Mapping[str, type[Row]] = {
    "cities": registry.City,
    "people": registry.Person,
    "organizations": registry.Organization,
    "initiatives": registry.Initiative,
}


def _entities(archive: Archive, addresses: Addresses) -> Iterator[Row]:
    for sort, table in NAMED.items():
        for entity in archive.of_sort(sort).values():
            own = {table.key[0]: entity.key, "other_names": entity.variants}
            own |= addresses.entity(entity)
            if isinstance(entity, City):
                own |= both("country", country_name(entity.country))
            read = {c: _read(entity, c) for c in table.model_fields if c not in own}
            yield table.model_validate(read | own)


def _read(entity: Entity, column: str) -> Any:
    """Return what stands in the field that a column is named after; of another entity, its key."""
    name, _, language = column.rpartition("_")
    if language in LANGUAGES:
        words: Bilingual | None = getattr(entity, name)
        return words and words.in_language(language)
    value = getattr(entity, column)
    return value.key if isinstance(value, Entity) else value


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
