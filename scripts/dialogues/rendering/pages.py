"""Which pages there are, and what each shows. Pure: an archive becomes texts by their paths."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dialogues.archive import (
    Archive,
    City,
    Contribution,
    Event,
    Fact,
    Heading,
    Part,
    Person,
    Record,
    Session,
    Speaker,
)
from dialogues.crosslinks import Crosslinks, Place, find_crosslinks
from dialogues.mentions import Gazetteer
from dialogues.rendering.templating import render
from dialogues.rendering.view import View, event_path
from dialogues.rendering.words import LANGUAGES

LATEST = 5


def render_pages(archive: Archive, repository: str = "") -> dict[str, str]:
    """Return all generated pages of both languages by their paths under docs/."""
    gazetteer = Gazetteer(archive.cities.values())
    crosslinks = find_crosslinks(archive, gazetteer)
    return {
        path: text
        for language in LANGUAGES
        for path, text in Pages(archive, crosslinks, gazetteer, language, repository).render()
    }


class Pages:
    """The pages of one language."""

    def __init__(
        self,
        archive: Archive,
        crosslinks: Crosslinks,
        gazetteer: Gazetteer,
        language: str,
        repository: str,
    ) -> None:
        self.archive = archive
        self.crosslinks = crosslinks
        self.gazetteer = gazetteer
        self.language = language
        self.repository = repository.rstrip("/")

    def render(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of each page."""
        latest = sorted(self.archive.events.values(), key=lambda event: event.dates, reverse=True)
        home = self._view(f"{self.language}/index.md")
        # A part of the home page, which is written by hand; its links start there.
        yield (
            f"{self.language}/events/_latest.md",
            render("latest", view=home, events=latest[:LATEST]),
        )
        yield self._events()
        for event in self.archive.events.values():
            if len(event.sessions) > 1:
                yield self._event(event)
            for session in event.sessions:
                yield self._session(event, session)
        yield self._cities()
        for city in self.archive.cities.values():
            yield self._city(city)
        yield self._records()
        for record in self.archive.records.values():
            yield self._record(record)
        yield self._glossary()

    def _page(self, path: str, template: str, **values: object) -> tuple[str, str]:
        full = f"{self.language}/{path}"
        return full, render(template, view=self._view(full), **values)

    def _view(self, path: str) -> View:
        return View(self.language, path, self.archive.events, self.gazetteer, self.repository)

    def _events(self) -> tuple[str, str]:
        events = sorted(self.archive.events.values(), key=lambda event: event.dates, reverse=True)
        years = [(y, list(group)) for y, group in groupby(events, lambda e: e.dates[0].year)]
        return self._page("events/index.md", "events", years=years)

    def _event(self, event: Event) -> tuple[str, str]:
        path = event_path(event)
        view = self._view(path)
        titles = view.list(view.pick(session.title) for session in event.sessions)
        return self._page(
            path,
            "event",
            event=event,
            records=self.archive.records,
            title=view.pick(event.title),
            description=f"{view.pick(event.title)}: {titles}",
        )

    def _session(self, event: Event, session: Session) -> tuple[str, str]:
        path = event_path(event, session)
        view = self._view(path)
        record = self.archive.records[session.record]
        head, body = _split_head(session.parts)
        title = view.session_title(event, session)
        return self._page(
            path,
            "session",
            event=event,
            session=session,
            record=record,
            head=head,
            body=_with_sections(body),
            speakers=_first_of_each_speaker(session),
            title=title,
            heading=view.pick(session.title if len(event.sessions) > 1 else event.title),
            description=view.plain(
                "event_description",
                title=title,
                count=len(session.contributions),
                kind=view.plain(f"kind_{record.kind}"),
            ),
        )

    def _cities(self) -> tuple[str, str]:
        return self._page("cities/index.md", "cities", countries=list(self._countries()))

    def _countries(
        self,
    ) -> Iterator[tuple[str, list[tuple[City, int]], Sequence[tuple[Place, Speaker]]]]:
        """Yield each country, its cities with how often they speak or are pictured, its speakers."""
        view = self._view("")
        cities = sorted(self.archive.cities.values(), key=lambda city: _order(view.pick(city.name)))
        national = self.crosslinks.national
        for code in sorted(
            {*(city.country for city in cities), *national},
            key=lambda code: _order(view.country(code)),
        ):
            own = [city for city in cities if city.country == code]
            counted = [(city, len(self.crosslinks.places_of(city))) for city in own]
            yield code, counted, national.get(code, ())

    def _city(self, city: City) -> tuple[str, str]:
        links = self.crosslinks
        return self._page(
            f"cities/{city.key}.md",
            "city",
            city=city,
            said=links.said.get(city.key, ()),
            pictured=links.pictured.get(city.key, ()),
            mentions=links.mentioned.get(city.key, ()),
            speakers=_speakers_for(city, links.places_of(city)),
        )

    def _records(self) -> tuple[str, str]:
        records = [(record, count_states(record)) for record in self.archive.records.values()]
        return self._page("records/index.md", "records", records=records)

    def _glossary(self) -> tuple[str, str]:
        by_language = {"zh": lambda t: _order(t.zh), "en": lambda t: _order(t.en[0].casefold())}
        terms = sorted(self.archive.terms, key=by_language[self.language])
        return self._page("glossary/index.md", "glossary", terms=terms)

    def _record(self, record: Record) -> tuple[str, str]:
        view = self._view("")
        return self._page(
            f"records/{record.key}.md",
            "record",
            record=record,
            lines=record.source.text.split("\n"),
            sessions=[(self.archive.events[s.event], s) for s in record.sessions],
            title=view.plain("source_of", title=view.pick(record.title)),
        )


def count_states(record: Record) -> list[tuple[str, int, str]]:
    """Return how many passages of a record are translated and so on, and their part of all."""
    passages = [passage for session in record.sessions for passage in session.passages]
    counts = {
        "translated": sum(passage.en is not None for passage in passages),
        "reviewed": sum(passage.states.en == "reviewed" for passage in passages),
        "proofread": sum(passage.states.zh == "reviewed" for passage in passages),
        "corrected": sum(bool(passage.corrections) for passage in passages),
        "noted": sum(passage.note is not None for passage in passages),
    }
    parts = [(name, count, f"{count * 100 // len(passages)} %") for name, count in counts.items()]
    return [("passages", len(passages), ""), *parts]


def _split_head(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    """Return the headings and facts at the head of a session, and all that follows."""
    for place, part in enumerate(parts):
        if not isinstance(part, Heading | Fact):
            return parts[:place], parts[place:]
    return parts, ()


def _with_sections(parts: Sequence[Part]) -> list[tuple[str, Part]]:
    """Return each part with the section that begins at it: links and captions have their own."""
    result: list[tuple[str, Part]] = []
    current = ""
    for part in parts:
        kind = part.kind if isinstance(part, Contribution) else ""
        section = kind if kind in ("links", "caption") else ""
        result.append((section if section != current else "", part))
        current = section
    return result


def _speakers_for(city: City, places: Sequence[Place]) -> list[Speaker]:
    """Return who spoke or was pictured for a city, each person or unnamed office once."""
    found: dict[object, Speaker] = {}
    for place in places:
        for who in place.contribution.people:
            if city in who.cities:
                found.setdefault((who.person, who.role, who.organization), who)
    return list(found.values())


def _first_of_each_speaker(session: Session) -> list[Contribution]:
    """Return the first contribution of each person, or of each label that names nobody."""
    found: dict[Person | str, Contribution] = {}
    for contribution in session.contributions:
        if contribution.speaker:
            who = contribution.speaker.person or contribution.speaker.label
            found.setdefault(who, contribution)
    return list(found.values())


def _order(name: str) -> bytes:
    """Return what sorts names: Big5 has Chinese characters by strokes, as Taiwan's lists are."""
    return name.encode("big5", "replace")
