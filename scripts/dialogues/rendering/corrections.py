"""Render the page of all corrections, and the feed of them and of new records."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dialogues.model.addresses import session_address
from dialogues.model.archive import Event, Record
from dialogues.model.sessions import Contribution, Correction, Part, Passage, Session, passages_of
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render_file

FEED = 50
"""Entries that the feed has at most."""


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


@dataclass(frozen=True)
class News:
    """An entry of the feed."""

    id: str
    """What stays the same wherever the site is: a part of a URN."""
    title: str
    text: str
    address: str
    """From the language's home page."""
    date: datetime.date


def render_corrections(site: Site) -> Iterator[PageText]:
    """Yield the page and the feed of a language."""
    corrected = list_corrections(site)
    names = Counter(found.correction.by for found in corrected)
    yield site.page(
        "corrections/index.md", "corrections", corrected=corrected, names=names.most_common()
    )
    news = sorted([*_corrections_as_news(site), *_records_as_news(site)], key=_when, reverse=True)
    values = {"view": site.view, "news": news[:FEED], "home": site.home}
    yield f"{site.language}/corrections/feed.xml", render_file("feed.xml", **values)


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


def _when(news: News) -> tuple[datetime.date, str]:
    return news.date, news.id


def _corrections_as_news(site: Site) -> Iterator[News]:
    view = site.view
    for one in list_corrections(site):
        correction, title = one.correction, view.session_title(one.event, one.session)
        part = one.part if isinstance(one.part, Contribution) else None
        who = view.name_speaker(part) if part else view.plain("question")
        yield News(
            id=f"correction:{one.record.key}:{one.passage.id}:{one.number}",
            title=view.plain("correction_of", who=who, title=title),
            text=view.plain(
                "corrected", was=correction.was, now=correction.now, why=view.pick(correction.why)
            ),
            address=f"{session_address(one.event, one.session)}#{one.passage.id}",
            date=correction.date,
        )


def _records_as_news(site: Site) -> Iterator[News]:
    view = site.view
    for record in site.archive.records.values():
        event = site.archive.events[record.sessions[0].event]
        yield News(
            id=f"record:{record.key}",
            title=view.plain("record_added", title=view.pick(event.title)),
            text=view.pick(record.title),
            address=session_address(event, record.sessions[0]),
            date=record.added,
        )
