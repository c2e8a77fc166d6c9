"""Write each session as TEI, for scholars: ParlaMint's profile as far as summaries go.

A turn is an utterance (`u`) in Chinese, and after it one in English, which corresponds to it; a
passage is a segment (`seg`) with its themes (`ana`). A correction is a choice between what the record
has and what it should have. What nobody says is a note. What may be another's has `cert="low"`.
Kinds of records and of turns are a taxonomy, to which `ana` points where ParlaMint asks for it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from dialogues.data.citations import DAY
from dialogues.data.words import statements
from dialogues.model.addresses import session_address
from dialogues.model.archive import Event, Record
from dialogues.model.entities import City, Entity, Organization, Theme
from dialogues.model.sessions import (
    Contribution,
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
from dialogues.rendering.view import View
from dialogues.rendering.words import MAINTAINERS

TAG = re.compile(r"<([A-Za-z]+)")
"""Where an element begins; in a text this sign is escaped."""


@dataclass(frozen=True)
class Division:
    """What stands under headings or a question, or before the first."""

    heads: list[Heading | Question] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Return how ParlaMint calls it: one in which somebody speaks, or one of notes alone."""
        spoken = any(isinstance(part, Contribution) and part.speaker for part in self.parts)
        return "debateSection" if spoken else "commentSection"


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
    views = {"zh": site.view, "en": replace(site, language="en").view}
    for event, session in site.archive.sessions:
        yield tei_path(event, session), _render(site, views, event, session)


def _render(site: Site, views: Mapping[str, View], event: Event, session: Session) -> str:
    record = site.archive.records[session.record]
    known = find_speakers(session)
    stood_for = {e for one in known.values() for who in one.speakers for e in who.entities}
    values = {"session": session, "record": record, "known": known, "key_of": key_of}
    text = render_file("tei_text.xml", divisions=divide(session.parts), split=split, **values)
    day = DAY.match(site.version)
    return render_file(
        "tei.xml",
        text=Markup(text),  # noqa: S704 (a template has made it, and escaped what is in it)
        tags=sorted(Counter(TAG.findall(text)).items()),
        event=event,
        kinds=list_kinds(record, session),
        themes=_sort({theme for passage in session.passages for theme in passage.themes}),
        cities=_sort({e for e in stood_for if isinstance(e, City)} | {event.city}),
        organizations=_sort(e for e in stood_for if isinstance(e, Organization)),
        said=statements(),
        maintainers=MAINTAINERS,
        site=site.address,
        address=session_address(event, session),
        version=site.version,
        day=day and day[0],
        **views,
        **values,
    )


def tei_path(event: Event, session: Session) -> str:
    """Return the path of a session's file under docs/."""
    return f"data/tei/{event.key}-{session.id}.xml"


def divide(parts: Iterable[Part]) -> list[Division]:
    """Return the parts of a session by their heads, which TEI has at the head of a division.

    Headings with nothing between them head one division, with the question that follows.
    """
    divisions = [Division()]
    for part in parts:
        last = divisions[-1]
        if not isinstance(part, Heading | Question):
            last.parts.append(part)
        elif last.parts or any(isinstance(head, Question) for head in last.heads):
            divisions.append(Division([part]))
        else:
            last.heads.append(part)
    return [division for division in divisions if division.heads or division.parts]


def list_kinds(record: Record, session: Session) -> dict[str, str]:
    """Return what `ana` calls the kinds of record and turns that there are, with their wording."""
    spoken = {part.kind for part in session.contributions if part.speaker}
    return {
        record.kind: f"kind_{record.kind}",
        "event": "tei_event",
        **{kind: f"turn_{kind}" for kind in sorted(spoken)},
    }


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
