"""What templates can call: words, links and texts of one page in one language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dialogues.finding.crosslinks import Crosslinks, find_naming
from dialogues.finding.mentions import Gazetteer
from dialogues.model.archive import Event, Place
from dialogues.model.entities import Entity, Theme
from dialogues.model.sessions import Contribution, Passage, Session, Speaker
from dialogues.rendering.escaping import begin_paragraph, escape_inline, escape_markdown
from dialogues.rendering.excerpts import LENGTHS, cut_around, shorten
from dialogues.rendering.linking import link_text
from dialogues.rendering.links import Links
from dialogues.rendering.words import is_of_city

HOST = "TW"
"""The country of the city that invites, which need not be said of its own speakers."""


@dataclass(frozen=True)
class View(Links):
    """One page in one language."""

    gazetteer: Gazetteer
    crosslinks: Crosslinks

    def heading(self, contribution: Contribution) -> str:
        """Return what a contribution is headed by: who speaks, as printed or in English."""
        speaker = contribution.speaker
        if speaker is None:
            unspoken = "of_record" if contribution.kind == "note" else "nobody"
            return self.plain("caption_of" if contribution.pictured else unspoken)
        return speaker.label if self.language == "zh" else self.introduce(speaker)

    def name_speaker(self, contribution: Contribution) -> str:
        """Return who speaks, away from the page of the session: as headed, and for which city."""
        speaker, heading = contribution.speaker, self.heading(contribution)
        if speaker is None or self.language == "en":
            return heading
        said = self.gazetteer.entities_in(heading) if self.language_of(heading) == "zh-Hant" else ()
        cities = [self.pick(city.name) for city in speaker.cities if city not in said]
        return str(self.comma).join([heading, *(name for name in cities if name not in heading)])

    def name_with_doubt(self, contribution: Contribution, passages: Iterable[Passage] = ()) -> str:
        """Return who speaks, and that it is doubtful where the speaker or a passage is."""
        who = self.name_speaker(contribution)
        return self.plain("in_doubt", who=who) if contribution.is_doubtful(passages) else who

    def introduction(self, speaker: Speaker) -> Markup:
        """Return who speaks in a line, linked to the person's page or else the city's."""
        words = escape_markdown(self.introduce(speaker))
        pages = [speaker.person, *speaker.cities, speaker.organization]
        target = next((page for page in pages if page), None)
        return Markup("[{}]({})").format(words, self.link_entity(target)) if target else words

    def linked_heading(self, contribution: Contribution) -> Markup:
        """Return what heads a turn, linked: the label as printed; in English a name, or office and city."""
        speaker = contribution.speaker
        if speaker is None or self.language == "zh":
            return link_text(self.heading(contribution), self.gazetteer, self.link_entity)
        parts = list(self.parts_of(speaker))
        return self.comma.join(
            self.name_entity(entity) if entity else escape_inline(words)
            for words, entity in (parts[:1] if speaker.person else parts)
        )

    def beneath_heading(self, contribution: Contribution) -> Markup:
        """Return the line beneath the heading: what that does not say of who speaks."""
        speaker = contribution.speaker
        assert speaker is not None
        above = speaker.label
        if self.language == "en":
            above = self.pick(speaker.person.name) if speaker.person else self.introduce(speaker)
        said = self.gazetteer.entities_in(above)
        office = [] if is_of_city(speaker) else [speaker.organization]
        named = [e for e in (speaker.person, *office, *speaker.cities) if e]
        codes = dict.fromkeys(city.country for city in speaker.cities) or [speaker.country]
        words = [self.country(code) for code in codes if code and code != HOST]
        role = self.pick(speaker.role) if speaker.role else ""
        parts = [escape_markdown(role)] if role and role not in above else []
        parts += [
            self.name_entity(e) for e in named if e not in said and self.pick(e.name) not in above
        ]
        parts += [escape_markdown(word) for word in words if word not in above]
        if self.language == "en" and not (role and role in speaker.label):
            recorded = Markup('<span lang="{}">{}</span>')
            parts.append(
                recorded.format(self.language_of(speaker.label), escape_inline(speaker.label))
            )
        if speaker.doubtful:
            parts.append(Markup('<strong class="doubt">{}</strong>').format(self.say("doubtful")))
        return self.dot.join(parts)

    def themes_of(self, passages: Iterable[Passage]) -> list[Theme]:
        """Return what passages are about, the themes of most of them first."""
        counts = Counter(theme for passage in passages for theme in passage.themes)
        return [theme for theme, _ in counts.most_common()]

    def naming(self, contribution: Contribution, entity: Entity) -> Sequence[Passage]:
        """Return the passages that name something; all of them where its own speaker speaks."""
        return find_naming(contribution, entity, self.gazetteer)

    def begin(self, passages: Iterable[Passage]) -> Markup:
        """Return the first words of passages in a line."""
        joint = "" if self.language == "zh" else " "
        text = joint.join(passage.in_language(self.language) for passage in passages)
        return escape_inline(shorten(text, LENGTHS[self.language]))

    def lines_on(self, place: Place, entity: Entity) -> Iterator[tuple[Passage, Markup]]:
        """Yield a line for each passage that names something; one where its own speaker speaks."""
        passages = self.naming(place.contribution, entity)
        if any(entity in who.entities for who in place.contribution.people):
            yield passages[0], self.begin(passages)
            return
        for passage in passages:
            text = passage.in_language(self.language)
            words = cut_around(
                text, self.gazetteer.find_first(text, entity), LENGTHS[self.language]
            )
            yield passage, escape_inline(words)

    def short_name(self, contribution: Contribution) -> Markup:
        """Return who speaks in a word: the cities, else the body, else the person or the label."""
        speaker = contribution.speaker
        if speaker is None:
            return escape_inline(self.heading(contribution))
        if speaker.cities:
            return escape_inline(self.names(speaker.cities))
        one = speaker.person or speaker.organization
        return escape_inline(self.pick(one.name) if one else self.heading(contribution))

    def who_spoke(self, session: Session) -> Markup:
        """Return who speaks in a session in a line, each in a word and once."""
        names = (self.short_name(part) for part in session.contributions if part.speaker)
        return begin_paragraph(escape(self.list_comma).join(dict.fromkeys(names)))

    def references(self, session: Session, ids: Iterable[str]) -> Markup:
        """Return links to contributions and passages of the same record, by who speaks there."""
        links = []
        for key in ids:
            place = self.crosslinks.places[session.record, key]
            words = escape_inline(f"{self.heading(place.contribution)} ({key})")
            address = self.link_event(place.event, place.session, key)
            links.append(Markup("[{}]({})").format(words, address))
        return escape(self.list_comma).join(links)

    def evidence(self, words: str, *, linked: bool) -> Markup:
        """Return what a correction rests on: of a passage who speaks and when, else its words.

        Within a passage there is no link: its notes are closed, and a key would stop at it unseen.
        """
        record, _, key = words.partition("#")
        place = self.crosslinks.places.get((record, key))
        if place is None:
            return escape_inline(words)
        who = escape_inline(self.name_with_doubt(place.contribution))
        said = self.dot.join((who, self.occasion(place.session)))
        address = self.link_event(place.event, place.session, key)
        return Markup("[{}]({})").format(said, address) if linked else said

    def referring(self, session: Session, key: str) -> Sequence[str]:
        """Return the ids of the passages that refer to a contribution or passage."""
        return self.crosslinks.referring.get((session.record, key), ())

    def session_title(self, event: Event, session: Session) -> str:
        """Return the title of an event, with that of the session where it has several."""
        if len(event.sessions) == 1:
            return self.pick(event.title)
        return f"{self.pick(event.title)}{self.comma}{self.pick(session.title)}"

    def occasion(self, session: Session) -> Markup:
        """Return when and at which session, in few words."""
        event = self.events[session.event]
        title = session.title if len(event.sessions) > 1 else event.title
        return self.dot.join((escape_inline(self.when(session.dates)), self.title(title)))

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
