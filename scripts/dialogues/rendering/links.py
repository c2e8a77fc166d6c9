"""Make the links of one page in one language.

`link_` makes addresses for Markdown, which MkDocs checks and rewrites; `url_` makes those for raw
HTML, which it leaves as they are.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from dialogues.model.addresses import address_of, card_address, event_path, part_path
from dialogues.model.archive import Event, Place
from dialogues.model.entities import Entity
from dialogues.model.sessions import Passage, Session
from dialogues.rendering.escaping import escape_inline
from dialogues.rendering.words import Words

relate = cache(posixpath.relpath)
"""Return a path from a folder; thousands of links go from one page to a few others."""


@dataclass(frozen=True)
class Links(Words):
    """The links of one page in one language."""

    path: str
    """The page's path under docs/, such as `zh/events/2021-ctalk.md`."""
    events: Mapping[str, Event]
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

    def url_translation(self) -> Markup:
        """Return the address of this page in the other language; the Chinese pages stand at the root."""
        language, _, path = self.path.partition("/")
        own, other = ("", "en/") if language == "zh" else ("en/", "")
        up = relate(".", f"{own}{address_of(path)}" or ".")
        return escape(f"{up}/{other}{address_of(path)}")

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

    def link_part(self, what: Entity, event: Event, anchor: str = "") -> Markup:
        """Return the address of what something's page has of an event, where it has parts."""
        return self.link_page(part_path(f"{what.folder}/{what.key}", event), anchor)

    def link_place(self, place: Place) -> Markup:
        """Return the address at which a contribution stands on its event's page."""
        return self.link_event(place.event, place.session, place.contribution.id)

    def link_passage(self, session: Session, passage: Passage) -> Markup:
        """Return the permanent address of a passage."""
        return self.link_event(self.events[session.event], session, passage.id)

    def url_card(self, session: Session, passage: Passage) -> Markup:
        """Return the address of a passage's card, for HTML that MkDocs skips."""
        return self.url_from_home(card_address(session, passage))

    def link_new_record(self) -> Markup:
        """Return the form for a new record; without a repository, the help on adding one."""
        if not self.repository:
            return self.link_page("correct.md", "record")
        return escape(f"{self.repository}/issues/new?template=record.yml")

    def link_record(self, record: str) -> Markup:
        """Return the address of a record's page, with its source line by line."""
        return self.link_page(f"records/{record}.md")

    def link_lines(self, session: Session, passage: Passage) -> Markup:
        """Return a link to each line of the source on which a passage stands."""
        links = (
            Markup("[{}]({}){{ .source }}").format(
                self.say("source_short", line=line),
                self.link_page(f"records/{session.record}.md", f"L{line}"),
            )
            for line in passage.lines
        )
        return Markup(" ").join(links)

    def link_correction(self, session: Session, passage: Passage) -> Markup:
        """Return where a passage is corrected: its entry, or the page that says how."""
        if not self.repository:
            return self.link_page("correct.md")
        file = f"docs/records/{session.record}/passages.yml"
        return escape(f"{self.repository}/edit/main/{file}#L{passage.entry_line}")
