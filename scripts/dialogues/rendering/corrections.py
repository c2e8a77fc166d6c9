"""Render the page of all corrections."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dialogues.model.addresses import part_path
from dialogues.model.archive import Event, Record
from dialogues.model.sessions import Correction, Part, Passage, Session, passages_of
from dialogues.rendering.site import PageText, Site


@dataclass(frozen=True)
class Corrected:
    """A correction, and where it is made."""

    correction: Correction
    number: int
    """Which of its passage's corrections it is, from 1."""
    event: Event
    session: Session
    part: Part
    passage: Passage
    record: Record


def render_corrections(site: Site) -> Iterator[PageText]:
    """Yield the page of a language."""
    corrected = list_corrections(site)
    names = Counter(found.correction.by for found in corrected)
    yield site.page(
        "corrections/index.md",
        "corrections",
        corrected=corrected,
        names=names.most_common(),
        parted=bool(site.parts.corrected),
    )
    for event in site.parts.corrected:
        yield _part(site, event, [one for one in corrected if one.event.key == event.key])


def _part(site: Site, event: Event, corrected: list[Corrected]) -> PageText:
    """Return the page of an event's corrections, where not all stand on one."""
    path, title = part_path("corrections", event), site.view.pick(event.title)
    return site.page(
        path,
        "corrections_part",
        steps=[(title, path)],
        made_from=site.folders(event.sessions),
        event=event,
        corrected=corrected,
        title=f"{site.view.plain('corrections')}{site.view.colon}{title}",
    )


def list_corrections(site: Site) -> list[Corrected]:
    """Return all corrections, the newest first; those of one day in the order of the records."""
    found = [
        Corrected(
            correction, number, event, session, part, passage, site.archive.records[session.record]
        )
        for event, session in site.archive.sessions
        for part in session.parts
        for passage in passages_of(part)
        for number, correction in enumerate(passage.corrections, 1)
    ]
    return sorted(found, key=lambda one: one.correction.date, reverse=True)
