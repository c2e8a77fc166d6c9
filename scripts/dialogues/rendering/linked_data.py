"""What a page is about, for machines that read: schema.org's words, as JSON-LD within the page.

Only what the page itself says: every value is a text or an address of the page.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from dialogues.model.addresses import address_of, event_path
from dialogues.model.archive import Event, Record
from dialogues.model.entities import City, Entity, Theme, wikidata_address
from dialogues.model.films import Film
from dialogues.model.sessions import Contribution, Session, Speaker
from dialogues.rendering.words import Words

Node = dict[str, object]
Crumb = tuple[str, str]
"""The name of a page, and its path below the language."""
KINDS = {"cities": "AdministrativeArea", "people": "Person", "organizations": "Organization"}
CITY_KINDS = {"city": "City", "metropolis": "City", "state": "State"}


def write_script(nodes: Sequence[Node]) -> str:
    """Return an element with JSON-LD; nothing in it can end the element or begin another."""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'\n<script type="application/ld+json">{text}</script>\n'


class LinkedData:
    """Describes the pages of one language; `home` is the address of its home page."""

    def __init__(self, words: Words, home: str) -> None:
        self.words = words
        self.home = home

    def describe_trail(self, steps: Sequence[Crumb]) -> Node:
        """Return where a page stands, from the home page on."""
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": self.locate(path)}
            for place, (name, path) in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def describe_entity(self, entity: Entity) -> Node:
        """Return a city, person, organization, theme or initiative."""
        name = self.words.pick(entity.name)
        node: Node = {"@type": KINDS.get(entity.folder, "Thing"), "name": name}
        node["url"] = self.locate(entity.path)
        if others := [other for other in entity.names if other != name]:
            node["alternateName"] = others
        if isinstance(entity, City):
            node |= self._describe_place(entity)
        if same := list(_list_same(entity)):
            node["sameAs"] = same
        if isinstance(entity, Theme):
            node |= {"@type": "DefinedTerm", "description": self.words.pick(entity.scope)}
        return node

    def describe_event(self, event: Event) -> Node:
        """Return an event with its sessions."""
        page = self.locate(event_path(event))
        node = self._dated(self.words.pick(event.title), page, event.dates)
        if event.wikidata:
            node["sameAs"] = [wikidata_address(event.wikidata)]
        if event.place:
            node["location"] = {"@type": "Place", "name": self.words.pick(event.place)}
        if len(event.sessions) > 1:
            node["subEvent"] = [self._describe_part(event, session) for session in event.sessions]
        return node

    def describe_session(
        self, event: Event, session: Session, record: Record, title: str
    ) -> list[Node]:
        """Return a session, the record that tells of it, and its questions with their answers."""
        page = self.locate(event_path(event, session))
        node = self._dated(title, page, session.dates)
        node["subjectOf"] = self.describe_record(record)
        if session.films:
            node["recordedIn"] = [self._describe_film(film) for film in session.films]
        if page != self.locate(event_path(event)):
            title, page = self.words.pick(event.title), self.locate(event_path(event))
            node["superEvent"] = {"@type": "Event", "name": title, "url": page}
        return [node, *self._describe_questions(event, session)]

    def describe_record(self, record: Record) -> Node:
        """Return an official document."""
        node: Node = {
            "@type": "CreativeWork",
            "name": self.words.pick(record.title),
            "url": self.locate(f"records/{record.key}.md"),
            "inLanguage": "zh-Hant",
            "publisher": {
                "@type": "Organization",
                "name": self.words.pick(record.issuer.name),
                "url": self.locate(record.issuer.path),
            },
        }
        if record.published:
            node["datePublished"] = record.published.isoformat()
        return node

    def describe_dataset(self, about: Sequence[str], files: Mapping[str, str]) -> Node:
        """Return the open data: what is said of it, and the types of its files by their addresses."""
        downloads = [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind}
            for address, kind in files.items()
        ]
        return {
            "@type": "Dataset",
            "name": self.words.plain("site_name"),
            "url": self.locate("data.md"),
            "description": " ".join(about),
            "inLanguage": ["zh-Hant", "en"],
            "distribution": downloads,
        }

    def locate(self, path: str, anchor: str = "") -> str:
        """Return the address of a page of the language, or of a place on it."""
        return self.home + address_of(path) + (f"#{anchor}" if anchor else "")

    def _dated(self, name: str, page: str, dates: Sequence[object]) -> Node:
        start, end = str(dates[0]), str(dates[-1])
        return {"@type": "Event", "name": name, "url": page, "startDate": start, "endDate": end}

    def _describe_part(self, event: Event, session: Session) -> Node:
        page = self.locate(event_path(event, session))
        return self._dated(self.words.pick(session.title), page, session.dates)

    def _describe_place(self, city: City) -> Node:
        country = {"@type": "Country", "name": self.words.country(city.country)}
        node: Node = {
            "@type": CITY_KINDS.get(city.kind, "AdministrativeArea"),
            "containedInPlace": country,
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": city.latitude,
                "longitude": city.longitude,
            },
        }
        return node

    def _describe_film(self, film: Film) -> Node:
        return {"@type": "VideoObject", "name": self.words.pick(film.what), "url": film.address}

    def _describe_questions(self, event: Event, session: Session) -> Iterator[Node]:
        path = event_path(event, session)
        for question in session.questions:
            answers = [
                self._describe_answer(path, part)
                for part in session.contributions
                if part.question == question and part.speaker
            ]
            yield {
                "@type": "Question",
                "name": question.passage.in_language(self.words.language),
                "url": self.locate(path, question.id),
                "answerCount": len(answers),
                "suggestedAnswer": answers,
            }

    def _describe_answer(self, path: str, part: Contribution) -> Node:
        assert part.speaker is not None
        language = self.words.language
        node: Node = {
            "@type": "Answer",
            "url": self.locate(path, part.id),
            "text": "\n".join(passage.in_language(language) for passage in part.passages),
        }
        if not (part.speaker.doubtful or any(passage.doubtful for passage in part.passages)):
            node["author"] = self._describe_speaker(part.speaker)
        return node

    def _describe_speaker(self, speaker: Speaker) -> Mapping[str, str]:
        """Return who speaks: the person, or else whom somebody unnamed speaks for, as printed."""
        found = speaker.person or speaker.organization
        if found is None:
            return {"@type": "Organization", "name": speaker.label}
        return {"@type": KINDS[found.folder], "name": self.words.pick(found.name)}


def _list_same(entity: Entity) -> Iterator[str]:
    """Yield the addresses at which others tell of the same."""
    if isinstance(entity, City) and entity.geonames:
        yield f"https://www.geonames.org/{entity.geonames}/"
    if entity.wikidata:
        yield wikidata_address(entity.wikidata)
