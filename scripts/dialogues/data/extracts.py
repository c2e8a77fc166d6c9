"""Make a JSON file for each event, city and theme: what its page shows, passage by passage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dialogues.data.cells import Addresses, both
from dialogues.data.rows import Rows
from dialogues.data.shapes import About, documents, records, registry
from dialogues.finding.crosslinks import find_naming
from dialogues.finding.finds import Finds
from dialogues.model.archive import Place, Redirect
from dialogues.model.entities import City
from dialogues.model.sessions import Passage

SORTS = ("events", "cities", "themes")
"""Where the files stand below data/; the pages stand in folders of the same names."""
Passages = tuple[documents.FullPassage, ...]


class Extracts:
    """Makes the files; a passage is put together once for all of them."""

    def __init__(self, finds: Finds, rows: Rows, address: str = "") -> None:
        """Take what was found in an archive, its rows, and the address of the site."""
        self.finds = finds
        self.rows = rows
        self.addresses = Addresses(address)
        self.passages = {passage.passage: passage for passage in join_passages(rows)}

    def list_documents(self) -> Iterator[tuple[str, documents.JsonFile]]:
        """Yield each file with its path below data/."""
        for event in self.rows.of(records.Event):
            yield f"events/{event.event}.json", self._event(event)
        for city in self.rows.of(registry.City):
            yield f"cities/{city.city}.json", self._city(city)
        for theme in self.rows.of(registry.Theme):
            yield f"themes/{theme.theme}.json", self._theme(theme)
        for redirect in self.finds.archive.redirects:
            folder, _, key = redirect.address.removesuffix("/").partition("/")
            if folder in SORTS and key and not set("/#") & set(key):
                yield f"{folder}/{key}.json", self._moved(redirect)

    def _head(self, schema: str) -> dict[str, Any]:
        return {
            "$schema": self.addresses.file(f"data/schema/{schema}.json"),
            "about": self.rows.of(About),
        }

    def _event(self, event: records.Event) -> documents.EventFile:
        sessions = [row for row in self.rows.of(records.Session) if row.event == event.event]
        own = {row.session for row in sessions}
        told = {row.record for row in sessions}
        return documents.EventFile(
            **self._head("event"),
            event=event,
            sessions=tuple(sessions),
            records=tuple(row for row in self.rows.of(records.Record) if row.record in told),
            headings=tuple(row for row in self.rows.of(records.Heading) if row.session in own),
            facts=tuple(row for row in self.rows.of(records.Fact) if row.session in own),
            films=tuple(row for row in self.rows.of(records.Film) if row.session in own),
            passages=tuple(row for row in self.passages.values() if row.event == event.event),
        )

    def _city(self, row: registry.City) -> documents.CityFile:
        city, links = self.finds.archive.cities[row.city], self.finds.crosslinks
        return documents.CityFile(
            **self._head("city"),
            city=row,
            said=self._passages(links.said.get(city, ())),
            pictured=self._passages(links.pictured.get(city, ())),
            mentioned=self._passages(links.mentioned.get(city, ()), city),
        )

    def _passages(self, places: Iterable[Place], naming: City | None = None) -> Passages:
        """Return the passages at some places; with a city, only those that name it."""
        return tuple(
            self.passages[f"{place.session.record}#{passage.id}"]
            for place in places
            for passage in self._choose(place, naming)
        )

    def _choose(self, place: Place, naming: City | None) -> Sequence[Passage]:
        if naming is None:
            return place.contribution.passages
        return find_naming(place.contribution, naming, self.finds.gazetteer)

    def _theme(self, theme: registry.Theme) -> documents.ThemeFile:
        passages = (row for row in self.passages.values() if theme.theme in row.themes)
        return documents.ThemeFile(**self._head("theme"), theme=theme, passages=tuple(passages))

    def _moved(self, redirect: Redirect) -> documents.MovedFile:
        """Return what stands in the place of a file whose page is gone."""
        folder, key, *_ = (*(redirect.to or "").partition("#")[0].split("/"), "")
        known = folder in SORTS and key
        return documents.MovedFile(
            **{"$schema": self.addresses.file("data/schema/moved.json")},
            moved_to=self.addresses.file(f"data/{folder}/{key}.json") if known else None,
            **both("why", redirect.why),
        )


def join_passages(rows: Rows) -> Iterator[documents.FullPassage]:
    """Yield each passage with its question, speakers, references and corrections."""
    cities: dict[str, list[str]] = defaultdict(list)
    for link in rows.of(records.SpeakerCity):
        cities[link.speaker].append(link.city)
    speakers: dict[str, list[documents.FullSpeaker]] = defaultdict(list)
    for row in rows.of(records.Speaker):
        full = documents.FullSpeaker(**dict(row), cities=tuple(cities[row.speaker]))
        speakers[row.contribution].append(full)
    references: dict[str, list[str]] = defaultdict(list)
    for reference in rows.of(records.Reference):
        references[reference.passage].append(reference.to_passage or str(reference.to_contribution))
    corrections: dict[str, list[records.Correction]] = defaultdict(list)
    for correction in rows.of(records.Correction):
        corrections[correction.passage].append(correction)
    questions = {row.contribution: row.question for row in rows.of(records.Contribution)}
    for passage in rows.of(records.Passage):
        yield documents.FullPassage(
            **dict(passage),
            question=questions.get(passage.contribution or ""),
            speakers=tuple(speakers[passage.contribution or ""]),
            refers_to=tuple(references[passage.passage]),
            corrections=tuple(corrections[passage.passage]),
        )
