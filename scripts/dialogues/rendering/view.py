"""What templates can call: words, links and texts of one page in one language."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from dialogues.archive import City, Contribution, Event, Passage, Session, Speaker
from dialogues.crosslinks import Place
from dialogues.mentions import Gazetteer
from dialogues.rendering.escaping import escape_markdown
from dialogues.rendering.linking import link_text
from dialogues.rendering.words import Words


@dataclass(frozen=True)
class View(Words):
    """One page in one language."""

    path: str
    """The page's path under docs/, such as `zh/events/2021-ctalk.md`."""
    events: Mapping[str, Event]
    gazetteer: Gazetteer
    repository: str
    """The address of the repository's web interface; empty where it is not known."""

    def link(self, path: str, anchor: str = "") -> Markup:
        """Return the address of another page, or of a file of all languages, from this page."""
        start = posixpath.dirname(self.path)
        target = posixpath.relpath(path, start)
        return Markup(f"{target}#{anchor}" if anchor else target)  # noqa: S704 - keys and ids alone

    def page(self, path: str, anchor: str = "") -> Markup:
        """Return the address of a page of this page's language."""
        return self.link(f"{self.language}/{path}", anchor)

    def city_link(self, city: City) -> Markup:
        """Return the address of a city's page."""
        return self.page(f"cities/{city.key}.md")

    def event_link(self, event: Event, session: Session | None = None, anchor: str = "") -> Markup:
        """Return the address of an event's page, or of that of one of its sessions."""
        return self.page(event_path(event, session), anchor)

    def place_link(self, place: Place) -> Markup:
        """Return the address at which a contribution stands on its event's page."""
        return self.event_link(place.event, place.session, place.contribution.id)

    def passage_link(self, session: Session, passage: Passage) -> Markup:
        """Return the permanent address of a passage."""
        return self.event_link(self.events[session.event], session, passage.id)

    def record_link(self, record: str) -> Markup:
        """Return the address of a record's page, with its source line by line."""
        return self.page(f"records/{record}.md")

    def source_links(self, session: Session, passage: Passage) -> Markup:
        """Return links to all lines of the source on which a passage stands."""
        links = [
            Markup('[{}]({}){{ aria-label="{}" }}').format(
                line,
                self.page(f"records/{session.record}.md", f"L{line}"),
                self.say("source_line", lines=line),
            )
            for line in passage.lines
        ]
        return self.say("source_line", lines=self.comma.join(links))

    def correct_link(self, session: Session, passage: Passage) -> Markup:
        """Return where a passage is corrected: its entry, or the page that says how."""
        if not self.repository:
            return self.page("correct.md")
        file = f"docs/records/{session.record}/passages.yml"
        return escape(f"{self.repository}/edit/main/{file}#L{passage.entry_line}")

    def heading(self, contribution: Contribution) -> str:
        """Return what a contribution is headed by: who speaks, as printed or in English."""
        speaker = contribution.speaker
        if speaker is None:
            return self.plain("nobody")
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
        """Return who speaks in a line, linked to the page of the city."""
        words = escape_markdown(self.introduce(speaker))
        if not speaker.cities:
            return words
        return Markup("[{}]({})").format(words, self.city_link(speaker.cities[0]))

    def speaker_line(self, contribution: Contribution) -> Markup:
        """Return what stands beneath a contribution's heading: who speaks, for whom, where from."""
        speaker = contribution.speaker
        assert speaker is not None
        named = (speaker.person and speaker.person.name, speaker.role)
        parts = [self.say("number", number=contribution.number.rstrip("."))] * bool(
            contribution.number
        )
        parts += [escape_markdown(self.pick(words)) for words in named if words]
        if speaker.organization:
            parts.append(escape_markdown(self.pick(speaker.organization.name)))
        for city in speaker.cities:
            words = escape_markdown(self.pick(city.name)), self.city_link(city)
            parts.append(Markup("[{}]({})").format(*words))
        countries = dict.fromkeys(city.country for city in speaker.cities)
        parts += [
            escape_markdown(self.country(code)) for code in countries or [speaker.country] if code
        ]
        if speaker.doubtful:
            parts.append(Markup("**{}**").format(self.say("doubtful")))
        return Markup(" · ").join(parts)

    def session_title(self, event: Event, session: Session) -> str:
        """Return the title of an event, with that of the session where it has several."""
        if len(event.sessions) == 1:
            return self.pick(event.title)
        return f"{self.pick(event.title)}{self.comma}{self.pick(session.title)}"

    def texts(self, contribution: Contribution) -> Iterator[tuple[Passage, Markup, bool]]:
        """Yield each passage with its text, and whether that is in the page's language.

        The first naming of each known city in a contribution is a link.
        """
        seen: set[City] = set()

        def find_address(city: City) -> Markup | None:
            if city in seen or self.path == f"{self.language}/cities/{city.key}.md":
                return None
            seen.add(city)
            return self.city_link(city)

        for passage in contribution.passages:
            text = link_text(self._text(passage), self.gazetteer, find_address)
            yield passage, text, self.is_translated(passage)

    def text(self, passage: Passage) -> Markup:
        """Return the text of a passage without links."""
        return escape_markdown(self._text(passage))

    def _text(self, passage: Passage) -> str:
        return passage.en if self.language == "en" and passage.en else passage.zh

    @property
    def other_language(self) -> str:
        """The tag of the language that the page is not in."""
        return "en" if self.language == "zh" else "zh-Hant"

    def other_text(self, passage: Passage) -> Markup:
        """Return the text of a passage in the language that the page is not in."""
        return escape_markdown(passage.en if self.language == "zh" else passage.zh)

    def is_translated(self, passage: Passage) -> bool:
        """Tell whether the text of a passage is in the page's language."""
        return self.language == "zh" or passage.en is not None


def event_path(event: Event, session: Session | None = None) -> str:
    """Return a page's path below the language: an event of one session is one page."""
    if session is None or len(event.sessions) == 1:
        return f"events/{event.key}/index.md"
    return f"events/{event.key}/{session.id}.md"
