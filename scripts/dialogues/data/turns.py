"""Make the rows of one session: its passages, who speaks them, and what is known of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dialogues.data.cells import Addresses, Pair, both, key_of
from dialogues.data.columns import Row
from dialogues.data.shapes import records as tables
from dialogues.model.archive import Event
from dialogues.model.films import Film
from dialogues.model.sessions import (
    Contribution,
    Fact,
    Heading,
    Part,
    Passage,
    Session,
    Speaker,
    passages_of,
)
from dialogues.rendering.words import Words

ENGLISH = Words("en")


@dataclass(frozen=True)
class Turns:
    """Makes the rows of one session."""

    event: Event
    session: Session
    addresses: Addresses
    contributions: frozenset[str]
    """The keys of all contributions."""

    def rows(self) -> Iterator[Row]:
        """Yield the session, then its parts in their order."""
        session = self.session
        yield tables.Session(
            session=self._session,
            event=self.event.key,
            record=session.record,
            id=session.id,
            **both("title", session.title),
            dates=session.dates,
            official_english=session.official_english,
            **both("note", session.note),
            **self.addresses.session(self.event, session),
        )
        for position, film in enumerate(session.films, 1):
            yield self._film(position, film)
        place = 0
        for position, part in enumerate(session.parts, 1):
            match part:
                case Heading():
                    yield self._heading(position, part)
                case Fact():
                    yield self._fact(position, part)
                case Contribution():
                    yield from self._contribution(position, part)
            for passage in passages_of(part):
                place += 1
                yield from self._passage(place, passage, part)

    @property
    def _session(self) -> str:
        return f"{self.event.key}/{self.session.id}"

    def _key(self, within: str) -> str:
        return f"{self.session.record}#{within}"

    def _film(self, position: int, film: Film) -> Row:
        return tables.Film(
            session=self._session,
            position=position,
            contribution=self._key(film.of) if film.of else None,
            film_url=film.url,
            seconds=film.seconds,
            **both("what", film.what),
            given_at=film.given_at,
        )

    def _heading(self, position: int, heading: Heading) -> Row:
        return tables.Heading(
            session=self._session,
            position=position,
            zh=heading.text.zh,
            en=heading.text.en,
            lines=heading.lines,
        )

    def _fact(self, position: int, fact: Fact) -> Row:
        return tables.Fact(
            session=self._session,
            position=position,
            **both("name", fact.name),
            **both("value", fact.value),
        )

    def _contribution(self, position: int, contribution: Contribution) -> Iterator[Row]:
        key = self._key(contribution.id)
        question = contribution.question
        yield tables.Contribution(
            contribution=key,
            session=self._session,
            record=self.session.record,
            id=contribution.id,
            position=position,
            kind=contribution.kind,
            number=contribution.number or None,
            question=self._key(question.id) if question else None,
            **self.addresses.session(self.event, self.session, contribution.id),
        )
        for number, speaker in enumerate(contribution.people, 1):
            yield self._speaker(f"{key}/{number}", contribution, speaker)
            for city in speaker.cities:
                yield tables.SpeakerCity(speaker=f"{key}/{number}", city=city.key)

    def _speaker(self, key: str, contribution: Contribution, speaker: Speaker) -> Row:
        return tables.Speaker(
            speaker=key,
            contribution=self._key(contribution.id),
            part="speaks" if speaker is contribution.speaker else "pictured",
            label=speaker.label,
            person=key_of(speaker.person),
            **both("role", speaker.role),
            organization=key_of(speaker.organization),
            country=speaker.country,
            doubtful=speaker.doubtful,
            **both("note", speaker.note),
        )

    def _passage(self, place: int, passage: Passage, part: Part) -> Iterator[Row]:
        key = self._key(passage.id)
        yield tables.Passage(
            passage=key,
            record=self.session.record,
            event=self.event.key,
            session=self._session,
            id=passage.id,
            position=place,
            marker=passage.marker or None,
            level=passage.level,
            date=self.session.dates[0],
            **self._turn(part),
            attribution_doubtful=passage.doubtful,
            themes=tuple(theme.key for theme in passage.themes),
            zh=passage.zh,
            original_zh=passage.original,
            **self._states(passage),
            en_unofficial=passage.en,
            **both("note", passage.note),
            lines=passage.lines,
            **self.addresses.session(self.event, self.session, passage.id),
        )
        yield from self._belongings(key, passage)

    def _turn(self, part: Part) -> dict[str, Any]:
        """Return what a passage has of the contribution or question that it is part of."""
        if not isinstance(part, Contribution):
            return dict.fromkeys(("contribution", "speaker_zh", "speaker_en")) | {
                "kind": "question",
                "cities": (),
            }
        speaker = part.speaker
        return {
            "contribution": self._key(part.id),
            "kind": part.kind,
            "speaker_zh": speaker.label if speaker else None,
            "speaker_en": ENGLISH.introduce(speaker) if speaker else None,
            "cities": tuple(city.key for city in part.cities),
        }

    def _states(self, passage: Passage) -> Pair:
        """Return who has seen the texts; nobody has seen English that there is none of."""
        states = both("state", passage.states)
        return states if passage.en else states | {"state_en": None}

    def _belongings(self, key: str, passage: Passage) -> Iterator[Row]:
        """Yield a passage's themes, references and corrections."""
        for position, theme in enumerate(passage.themes, 1):
            yield tables.PassageTheme(
                passage=key,
                theme=theme.key,
                position=position,
                date=self.session.dates[0],
                **both("theme", theme.name),
            )
        for position, target in enumerate(map(self._key, passage.refers_to), 1):
            whole = target in self.contributions
            yield tables.Reference(
                passage=key,
                position=position,
                to_passage=None if whole else target,
                to_contribution=target if whole else None,
            )
        for position, correction in enumerate(passage.corrections, 1):
            yield tables.Correction(
                passage=key,
                position=position,
                was=correction.was,
                now=correction.now,
                **both("why", correction.why),
                evidence=correction.evidence,
                by=correction.by,
                date=correction.date,
            )
