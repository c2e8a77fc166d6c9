"""Write each session as TEI, for scholars: ParlaMint's profile as far as summaries go.

A turn is an utterance (`u`) in Chinese, and after it one in English, which corresponds to it; a
passage is a segment (`seg`) with its themes (`ana`). A correction is a choice between what the record
has and what it should have. What nobody says is a note. What may be another's has `cert="low"`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dialogues.data.words import statements
from dialogues.model.addresses import session_address
from dialogues.model.archive import Event
from dialogues.model.entities import City, Entity, Organization, Theme
from dialogues.model.sessions import (
    Correction,
    Heading,
    Part,
    Passage,
    Question,
    Session,
    Speaker,
)
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render_file
from dialogues.rendering.words import MAINTAINERS


@dataclass(frozen=True)
class Division:
    """What stands under one heading or question, or before the first."""

    head: Heading | Question | None
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    """Somebody who speaks in a session: one person, or somebody unnamed by the label."""

    id: str
    speakers: list[Speaker]
    """With each role and label of that day."""

    @property
    def named(self) -> Speaker:
        """Where the name is."""
        return self.speakers[0]


def render_tei(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the file of each session with its path under docs/."""
    chinese = site.view
    english = replace(site, language="en").view
    for event, session in site.archive.sessions:
        known = find_speakers(session)
        stood_for = {e for one in known.values() for who in one.speakers for e in who.entities}
        yield (
            tei_path(event, session),
            render_file(
                "tei.xml",
                event=event,
                session=session,
                record=site.archive.records[session.record],
                titles=(
                    chinese.session_title(event, session),
                    english.session_title(event, session),
                ),
                divisions=divide(session.parts),
                known=known,
                key_of=key_of,
                split=split,
                themes=_sort({theme for passage in session.passages for theme in passage.themes}),
                cities=_sort({e for e in stood_for if isinstance(e, City)} | {event.city}),
                organizations=_sort(e for e in stood_for if isinstance(e, Organization)),
                said=statements(),
                maintainers=MAINTAINERS,
                site=site.address,
                address=session_address(event, session),
                version=site.version,
            ),
        )


def tei_path(event: Event, session: Session) -> str:
    """Return the path of a session's file under docs/."""
    return f"data/tei/{event.key}-{session.id}.xml"


def divide(parts: Iterable[Part]) -> list[Division]:
    """Return the parts of a session by their headings, which TEI has at the head of a division."""
    divisions = [Division(None)]
    for part in parts:
        if isinstance(part, Heading | Question):
            divisions.append(Division(part))
        else:
            divisions[-1].parts.append(part)
    return [division for division in divisions if division.head or division.parts]


def key_of(speaker: Speaker) -> str:
    """Return what tells one speaker of a session from another."""
    return speaker.person.key if speaker.person else speaker.label


def find_speakers(session: Session) -> dict[str, Known]:
    """Return who speaks in a session, by their keys."""
    known: dict[str, Known] = {}
    for part in session.contributions:
        if (who := part.speaker) is None:
            continue
        id_ = f"person.{who.person.key}" if who.person else f"speaker.{len(known) + 1}"
        one = known.setdefault(key_of(who), Known(id_, []))
        if who not in one.speakers:
            one.speakers.append(who)
    return known


def split(passage: Passage) -> Iterator[tuple[str, Correction | None]]:
    """Yield the Chinese of a passage in pieces: what stays, and each correction with what it changes."""
    text, end = passage.original, 0
    for correction in sorted(passage.corrections, key=lambda one: text.find(one.was)):
        place = text.find(correction.was)
        if place >= end:
            yield text[end:place], None
            yield correction.was, correction
            end = place + len(correction.was)
    yield text[end:], None


def _sort(entities: Iterable[Entity | Theme]) -> Sequence[Entity]:
    return sorted(entities, key=lambda entity: entity.key)
