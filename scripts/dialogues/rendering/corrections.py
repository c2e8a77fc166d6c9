"""Render the page of all corrections."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dialogues.model.addresses import part_path
from dialogues.model.archive import Event, Record
from dialogues.model.sessions import Contribution, Correction, Part, Passage, Session, passages_of
from dialogues.rendering.site import Page, Site
from dialogues.rendering.view import View


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

    def name_speaker(self, view: View) -> str:
        """Return whose words are corrected; of a question, that it is one."""
        if isinstance(self.part, Contribution):
            return view.name_speaker(self.part)
        return view.plain("question")


def list_pages(site: Site) -> Iterator[Page]:
    """Yield the page of all corrections, and its parts."""
    yield Page("corrections/index.md", "corrections", partial(_index, site))
    for event in site.parts.corrected:
        path = part_path("corrections", event)
        yield Page(path, "corrections_part", partial(_part, site, event))


def _index(site: Site) -> Mapping[str, object]:
    corrected = list_corrections(site)
    return {
        "corrected": corrected,
        "names": Counter(found.correction.by for found in corrected).most_common(),
        "parted": bool(site.parts.corrected),
    }


def _part(site: Site, event: Event) -> Mapping[str, object]:
    """Return what the page of an event's corrections shows, where not all stand on one."""
    title = site.view.pick(event.title)
    return {
        "steps": [(title, part_path("corrections", event))],
        "made_from": site.folders(event.sessions),
        "event": event,
        "corrected": [one for one in list_corrections(site) if one.event.key == event.key],
        "title": f"{site.view.plain('corrections')}{site.view.colon}{title}",
    }


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
