"""What templates can call: words, links and texts of one page in one language.

`link_` makes addresses for Markdown, which MkDocs checks and rewrites; `url_` makes those for raw
HTML, which it leaves as they are.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from dialogues.finding.crosslinks import Crosslinks
from dialogues.finding.mentions import Gazetteer
from dialogues.model.addresses import address_of, event_path
from dialogues.model.archive import Event, Place
from dialogues.model.entities import Entity
from dialogues.model.sessions import Contribution, Passage, Session, Speaker
from dialogues.rendering.escaping import escape_inline, escape_markdown
from dialogues.rendering.linking import link_text
from dialogues.rendering.words import Words

relate = cache(posixpath.relpath)
"""Return a path from a folder; thousands of links go from one page to a few others."""


@dataclass(frozen=True)
class View(Words):
    """One page in one language."""

    path: str
    """The page's path under docs/, such as `zh/events/2021-ctalk.md`."""
    events: Mapping[str, Event]
    gazetteer: Gazetteer
    crosslinks: Crosslinks
    repository: str
    """The address of the repository's web interface; empty where it is not known."""

    def link_file(self, path: str, anchor: str = "") -> Markup:
        """Return the address of another page, or of a file of all languages, from this page."""
        start = posixpath.dirname(self.path)
        target = relate(path, start)
        return Markup(f"{target}#{anchor}" if anchor else target)  # noqa: S704 - keys and ids alone

    def link_page(self, path: str, anchor: str = "") -> Markup:
        """Return the address of a page of this page's language."""
        return self.link_file(f"{self.language}/{path}", anchor)

    def url_page(self, path: str, anchor: str = "") -> Markup:
        """Return the address of a built page from that of this one, for HTML that MkDocs skips."""
        own, target = (address_of(page) for page in (self.path, f"{self.language}/{path}"))
        address = relate(target, own) + "/"
        return Markup(f"{address}#{anchor}" if anchor else address)  # noqa: S704 - keys and ids alone

    def url_from_home(self, address: str) -> Markup:
        """Return an address from the language's home page as one from this page."""
        up = relate(".", address_of(self.path.partition("/")[2]) or ".")
        return escape(f"{up}/{address}")

    def link_entity(self, what: Entity, anchor: str = "") -> Markup:
        """Return the address of the page of a city, person, organization, initiative or theme."""
        return self.link_page(what.path, anchor)

    def name_entity(self, what: Entity) -> Markup:
        """Return a link to the page of something, by its name."""
        return Markup("[{}]({})").format(
            escape_inline(self.pick(what.name)), self.link_entity(what)
        )

    def link_event(self, event: Event, session: Session | None = None, anchor: str = "") -> Markup:
        """Return the address of an event's page, or of that of one of its sessions."""
        return self.link_page(event_path(event, session), anchor)

    def url_event(self, event: Event, session: Session | None = None) -> Markup:
        """Return the same address for HTML that MkDocs skips."""
        return self.url_page(event_path(event, session))

    def link_place(self, place: Place) -> Markup:
        """Return the address at which a contribution stands on its event's page."""
        return self.link_event(place.event, place.session, place.contribution.id)

    def link_passage(self, session: Session, passage: Passage) -> Markup:
        """Return the permanent address of a passage."""
        return self.link_event(self.events[session.event], session, passage.id)

    def link_record(self, record: str) -> Markup:
        """Return the address of a record's page, with its source line by line."""
        return self.link_page(f"records/{record}.md")

    def link_lines(self, session: Session, passage: Passage) -> Markup:
        """Return links to all lines of the source on which a passage stands."""
        links = [
            Markup('[{}]({}){{ aria-label="{}" }}').format(
                line,
                self.link_page(f"records/{session.record}.md", f"L{line}"),
                self.say("source_line", lines=line),
            )
            for line in passage.lines
        ]
        return self.say("source_line", lines=self.comma.join(links))

    def link_correction(self, session: Session, passage: Passage) -> Markup:
        """Return where a passage is corrected: its entry, or the page that says how."""
        if not self.repository:
            return self.link_page("correct.md")
        file = f"docs/records/{session.record}/passages.yml"
        return escape(f"{self.repository}/edit/main/{file}#L{passage.entry_line}")

    def heading(self, contribution: Contribution) -> str:
        """Return what a contribution is headed by: who speaks, as printed or in English."""
        speaker = contribution.speaker
        if speaker is None:
            unspoken = "of_record" if contribution.kind == "note" else "nobody"
            return self.plain("caption_of" if contribution.pictured else unspoken)
        return speaker.label if self.language == "zh" else self.introduce(speaker)

    def introduce(self, speaker: Speaker) -> str:
        """Return who speaks in a line: name, role, and what they stand for."""
        who = [self.pick(speaker.person.name)] if speaker.person else []
        who += [self.pick(speaker.role)] if speaker.role else []
        who += [self.pick(city.name) for city in speaker.cities]
        if not speaker.cities and speaker.organization:
            who.append(self.pick(speaker.organization.name))
        elif not speaker.cities and speaker.country:
            who.append(self.country(speaker.country))
        return str(self.comma).join(who)

    def introduction(self, speaker: Speaker) -> Markup:
        """Return who speaks in a line, linked to the person's page or else the city's."""
        words = escape_markdown(self.introduce(speaker))
        pages = [speaker.person, *speaker.cities, speaker.organization]
        target = next((page for page in pages if page), None)
        return Markup("[{}]({})").format(words, self.link_entity(target)) if target else words

    def speaker_line(self, contribution: Contribution) -> Markup:
        """Return what stands beneath a contribution's heading: who speaks, for whom, where from."""
        speaker = contribution.speaker
        assert speaker is not None
        number = contribution.number
        parts = [self.say("number", number=number)] if number else []
        parts += [self.name_entity(speaker.person)] if speaker.person else []
        parts += [escape_markdown(self.pick(speaker.role))] if speaker.role else []
        parts += [self.name_entity(speaker.organization)] if speaker.organization else []
        parts += [self.name_entity(city) for city in speaker.cities]
        countries = dict.fromkeys(city.country for city in speaker.cities)
        parts += [
            escape_markdown(self.country(code)) for code in countries or [speaker.country] if code
        ]
        if speaker.doubtful:
            parts.append(Markup("**{}**").format(self.say("doubtful")))
        return self.dot.join(parts)

    def naming(self, contribution: Contribution, entity: Entity) -> Sequence[Passage]:
        """Return the passages that name something; all of them where its own speaker speaks."""
        if any(entity in who.entities for who in contribution.people):
            return contribution.passages
        found = [
            passage
            for passage in contribution.passages
            for text in passage.texts
            if entity in self.gazetteer.entities_in(text)
        ]
        return list(dict.fromkeys(found))

    def references(self, session: Session, ids: Iterable[str]) -> Markup:
        """Return links to contributions and passages of the same record, by who speaks there."""
        links = []
        for key in ids:
            place = self.crosslinks.places[session.record, key]
            words = escape_inline(f"{self.heading(place.contribution)} ({key})")
            address = self.link_event(place.event, place.session, key)
            links.append(Markup("[{}]({})").format(words, address))
        return escape(self.list_comma).join(links)

    def referring(self, session: Session, key: str) -> Sequence[str]:
        """Return the ids of the passages that refer to a contribution or passage."""
        return self.crosslinks.referring.get((session.record, key), ())

    def session_title(self, event: Event, session: Session) -> str:
        """Return the title of an event, with that of the session where it has several."""
        if len(event.sessions) == 1:
            return self.pick(event.title)
        return f"{self.pick(event.title)}{self.comma}{self.pick(session.title)}"

    def texts(
        self, contribution: Contribution, passages: Sequence[Passage] | None = None
    ) -> Iterator[tuple[Passage, Markup, bool]]:
        """Yield each passage with its text, and whether that is in the page's language.

        What a contribution names is a link where it is named first, but not to this page itself.
        """
        seen: set[Entity] = set()

        def find_address(entity: Entity) -> Markup | None:
            if entity in seen or self.path == f"{self.language}/{entity.path}":
                return None
            seen.add(entity)
            return self.link_entity(entity)

        for passage in contribution.passages if passages is None else passages:
            text = link_text(passage.in_language(self.language), self.gazetteer, find_address)
            yield passage, text, self.is_translated(passage)

    def text(self, passage: Passage) -> Markup:
        """Return the text of a passage without links."""
        return escape_markdown(passage.in_language(self.language))

    @property
    def other_language(self) -> str:
        """The tag of the language that the page is not in."""
        return "en" if self.language == "zh" else "zh-Hant"

    def other_text(self, passage: Passage) -> Markup:
        """Return the text of a passage in the language that the page is not in."""
        return escape_markdown(passage.en if self.language == "zh" else passage.zh)

    def is_translated(self, passage: Passage) -> bool:
        """Return whether the text of a passage is in the page's language."""
        return self.language == "zh" or passage.en is not None
