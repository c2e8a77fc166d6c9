"""Describe for machines what a page is about: schema.org's words, as JSON-LD within the page.

Only what the page itself says: every value is a text or an address of the page.
"""

import json
from collections.abc import Iterator, Sequence

from dialogues.model.addresses import address_of, event_path
from dialogues.model.archive import Event, Record
from dialogues.model.entities import City, Entity, Theme, wikidata_address
from dialogues.model.films import Film
from dialogues.model.sessions import Contribution, Passage, Session, Speaker
from dialogues.rendering.words import MAINTAINERS, Words

Node = dict[str, object]
Crumb = tuple[str, str]
"""The name of a page, and its path below the language."""
TYPES = {"cities": "AdministrativeArea", "people": "Person", "organizations": "Organization"}
LICENCE = "https://spdx.org/licenses/MIT.html"
CITY_TYPES = {"city": "City", "metropolis": "City", "state": "State"}


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
        node = self.refer(entity)
        if others := [other for other in entity.names if other != name]:
            node["alternateName"] = others
        if isinstance(entity, City):
            node |= self._describe_place(entity)
        if same := list(_list_same(entity)):
            node["sameAs"] = same
        if isinstance(entity, Theme):
            node |= {"@type": "DefinedTerm", "description": self.words.pick(entity.scope)}
        return node

    def refer(self, entity: Entity) -> Node:
        """Return what names something on the page of another."""
        kind, page = TYPES.get(entity.folder, "Thing"), self.locate(entity.path)
        if isinstance(entity, City):
            kind = CITY_TYPES.get(entity.kind, kind)
        return _name(kind, page, self.words.pick(entity.name))

    def describe_event(self, event: Event) -> Node:
        """Return an event with its sessions."""
        page = self.locate(event_path(event))
        node = self._held(event, self.words.pick(event.title), page, event.dates)
        if event.wikidata:
            node["sameAs"] = [wikidata_address(event.wikidata)]
        if len(event.sessions) > 1:
            node["subEvent"] = [self._describe_part(event, session) for session in event.sessions]
        return node

    def describe_session(
        self, event: Event, session: Session, record: Record, title: str
    ) -> list[Node]:
        """Return a session, the record that tells of it, and its questions with their answers."""
        page = self.locate(event_path(event, session))
        node = self._held(event, title, page, session.dates)
        node["subjectOf"] = self.describe_record(record)
        if session.films:
            node["recordedIn"] = [self._describe_film(film) for film in session.films]
        if page != self.locate(event_path(event)):
            title, page = self.words.pick(event.title), self.locate(event_path(event))
            node["superEvent"] = _name("Event", page, title)
        return [node, *self._describe_questions(event, session, record)]

    def describe_record(self, record: Record) -> Node:
        """Return an official document."""
        page = self.locate(f"records/{record.key}.md")
        node = _name("CreativeWork", page, self.words.pick(record.title))
        node |= {"inLanguage": "zh-Hant", "publisher": self.refer(record.issuer)}
        if record.published:
            node["datePublished"] = record.published.isoformat()
        return node

    def describe_dataset(self, about: Sequence[str], files: Sequence[tuple[str, str, str]]) -> Node:
        """Return the open data: what is said of it; address, type and size of each of its files."""
        named = ("contentUrl", "encodingFormat", "contentSize")
        downloads = [
            {"@type": "DataDownload", **dict(zip(named, file, strict=True))} for file in files
        ]
        page = self.locate("data.md")
        return _name("Dataset", page, self.words.plain("site_name")) | {
            "description": " ".join(about),
            "inLanguage": ["zh-Hant", "en"],
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": MAINTAINERS, "url": self.home},
            "isAccessibleForFree": True,
            "distribution": downloads,
        }

    def locate(self, path: str, anchor: str = "") -> str:
        """Return the address of a page of the language, or of a place on it."""
        return self.home + address_of(path) + (f"#{anchor}" if anchor else "")

    def _held(self, event: Event, name: str, page: str, dates: Sequence[object]) -> Node:
        """Return an event or session; its place where a record names one, for some were online."""
        node = _name("Event", page, name)
        node |= {"startDate": str(dates[0]), "endDate": str(dates[-1])}
        if event.place:
            place, city = self.words.pick(event.place), self.refer(event.city)
            node["location"] = {"@type": "Place", "name": place, "containedInPlace": city}
        return node

    def _describe_part(self, event: Event, session: Session) -> Node:
        page = self.locate(event_path(event, session))
        return self._held(event, self.words.pick(session.title), page, session.dates)

    def _describe_place(self, city: City) -> Node:
        country = {"@type": "Country", "name": self.words.country(city.country)}
        node: Node = {
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

    def _describe_questions(self, event: Event, session: Session, record: Record) -> Iterator[Node]:
        path = event_path(event, session)
        for question in session.questions:
            answers = [
                self._describe_answer(path, part, record)
                for part in session.contributions
                if part.question == question and part.speaker
            ]
            asked = question.passage.in_language(self.words.language)
            yield {
                **_name("Question", self.locate(path, question.id), asked),
                **self._say_what_it_is([question.passage], record),
                "answerCount": len(answers),
                "suggestedAnswer": answers,
            }

    def _describe_answer(self, path: str, part: Contribution, record: Record) -> Node:
        assert part.speaker is not None
        language, page = self.words.language, self.locate(path, part.id)
        node: Node = {
            "@type": "Answer",
            "@id": page,
            "url": page,
            "text": "\n".join(passage.in_language(language) for passage in part.passages),
            **self._say_what_it_is(part.passages, record),
        }
        doubtful = part.is_doubtful(part.passages)
        author = None if doubtful else self._describe_speaker(part.speaker)
        return node | ({"author": author} if author else {})

    def _say_what_it_is(self, passages: Sequence[Passage], record: Record) -> Node:
        """Return the language, the record, and that it is a summary and the English a translation."""
        english = [self.words.language == "en" and bool(passage.en) for passage in passages]
        said = [self.words.plain(f"kind_{record.kind}")]
        said += [self.words.plain("unofficial_translation")] if any(english) else []
        languages = [
            tag for tag, there in (("en", any(english)), ("zh-Hant", not all(english))) if there
        ]
        return {
            "inLanguage": languages if len(languages) > 1 else languages[0],
            "description": str(self.words.semicolon).join(said),
            "isBasedOn": {"@id": self.locate(f"records/{record.key}.md")},
        }

    def _describe_speaker(self, speaker: Speaker) -> Node | None:
        """Return who speaks: the person; of somebody unnamed the role, and for whom it is held."""
        if speaker.person:
            return self.refer(speaker.person)
        stood_for = [e for e in (speaker.organization, *speaker.cities) if e]
        if speaker.role:
            node: Node = {"@type": "Person", "jobTitle": self.words.pick(speaker.role)}
            return node | {"affiliation": [self.refer(e) for e in stood_for]}
        return self.refer(stood_for[0]) if stood_for else None


def _name(kind: str, page: str, name: str) -> Node:
    """Return what begins each description: what it is of, and the page on which it stands."""
    return {"@type": kind, "@id": page, "name": name, "url": page}


def _list_same(entity: Entity) -> Iterator[str]:
    """Yield the addresses at which others tell of the same."""
    if isinstance(entity, City) and entity.geonames:
        yield f"https://www.geonames.org/{entity.geonames}/"
    if entity.wikidata:
        yield wikidata_address(entity.wikidata)
