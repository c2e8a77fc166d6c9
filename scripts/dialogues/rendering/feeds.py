"""Render the feeds: of all corrections and new records, and of what is new on an event or a theme."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogues.finding.themes import group_by_session
from dialogues.model.addresses import address_of, event_path, session_address
from dialogues.model.archive import Event
from dialogues.model.entities import Theme
from dialogues.rendering.corrections import Corrected, list_corrections
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render_file

LONGEST = 50
"""Entries that a feed has at most."""


@dataclass(frozen=True)
class News:
    """An entry of a feed."""

    id: str
    """What stays the same wherever the site is: a part of a URN."""
    title: str
    text: str
    address: str
    """From the language's home page."""
    date: datetime.date


def render_feeds(site: Site) -> Iterator[PageText]:
    """Yield the feeds of a language; an event or a theme of which nothing is told has none."""
    corrected = list_corrections(site)
    view = site.view
    everything = [*_tell_corrections(site, corrected), *_tell_records(site)]
    yield _render(site, "corrections", view.plain("feed_title"), everything)
    for event in site.archive.events.values():
        news = [*_tell_corrections(site, corrected, event), *_tell_records(site, event)]
        name = view.pick(event.title)
        yield _render(site, address_of(event_path(event)), view.plain("feed_of", name=name), news)
    for theme in site.themes.treatments:
        news = [*_tell_corrections(site, corrected, theme), *_tell_passages(site, theme)]
        name = view.pick(theme.name)
        yield _render(site, address_of(theme.path), view.plain("feed_of", name=name), news)


def _render(site: Site, page: str, title: str, news: Iterable[News]) -> PageText:
    """Return the feed that stands beside a page."""
    address = page.strip("/")
    path = f"{site.language}/{address}/feed.xml"
    if site.only not in ("", path):
        return path, ""
    newest = sorted(news, key=lambda one: (one.date, one.id), reverse=True)[:LONGEST]
    key = "" if address == "corrections" else f":{address.replace('/', ':')}"
    values = {"title": title, "page": f"{address}/", "key": key, "news": newest}
    up = "../" * (path.count("/") - (site.language == "zh"))
    return path, render_file("feed.xml", view=site.view, home=site.home, up=up, **values)


def _tell_corrections(
    site: Site, corrected: Sequence[Corrected], about: Event | Theme | None = None
) -> Iterator[News]:
    """Yield the corrections, all or those of an event or a theme."""
    view = site.view
    for one in corrected:
        if about not in (None, one.event, *one.passage.themes):
            continue
        correction, title = one.correction, view.session_title(one.event, one.session)
        yield News(
            id=f"correction:{one.record.key}:{one.passage.id}:{one.number}",
            title=view.plain("correction_of", who=one.name_speaker(view), title=title),
            text=view.plain(
                "corrected", was=correction.was, now=correction.now, why=view.pick(correction.why)
            ),
            address=f"{session_address(one.event, one.session)}#{one.passage.id}",
            date=correction.date,
        )


def _tell_records(site: Site, of: Event | None = None) -> Iterator[News]:
    """Yield the records, all or those that tell of an event."""
    view = site.view
    for record in site.archive.records.values():
        event = site.archive.events[record.sessions[0].event]
        if of in (None, event):
            yield News(
                id=f"record:{record.key}",
                title=view.plain("record_added", title=view.pick(event.title)),
                text=view.pick(record.title),
                address=session_address(event, record.sessions[0]),
                date=record.added,
            )


def _tell_passages(site: Site, theme: Theme) -> Iterator[News]:
    """Yield the sessions in which somebody speaks on a theme."""
    view = site.view
    for treatments in group_by_session(site.themes.treatments[theme]):
        event, session = treatments[0].place.event, treatments[0].place.session
        count = sum(len(treatment.passages) for treatment in treatments)
        yield News(
            id=f"passages:{session.record}:{session.id}",
            title=view.plain("record_added", title=view.session_title(event, session)),
            text=view.plain("passages_on", count=count, theme=view.pick(theme.name)),
            address=f"{address_of(theme.path)}#{session.record}--{session.id}",
            date=site.archive.records[session.record].added,
        )
