"""What a citation needs to know of each session: one file for both languages.

version   of the site: date and commit
sessions  address of a session's page, from the language's home page -> its title, record, issuer,
          kind and dates in [Chinese, English], the record's key, the year, and `who`: the id of
          a contribution -> who speaks, in both languages
"""

import json
from collections.abc import Iterator
from dataclasses import replace

from dialogues.addresses import session_address
from dialogues.archive import Event
from dialogues.rendering.site import Page, Site
from dialogues.rendering.view import View
from dialogues.sessions import Contribution, Question, Session

Both = list[str]
"""Words in Chinese and in English."""


def render_citing(site: Site) -> Iterator[Page]:
    """Yield the file, once: it stands beside the Chinese pages."""
    if site.language != "zh":
        return
    views = [replace(site, language=language).words for language in ("zh", "en")]
    sessions = {
        session_address(event, session): _session(site, event, session, views)
        for event, session in site.archive.sessions
    }
    text = json.dumps({"version": site.version, "sessions": sessions}, ensure_ascii=False)
    yield "zh/citing/citations.json", text + "\n"


def _session(site: Site, event: Event, session: Session, views: list[View]) -> dict[str, object]:
    record = site.archive.records[session.record]
    return {
        "title": [view.session_title(event, session) for view in views],
        "record": [view.pick(record.title) for view in views],
        "key": record.key,
        "issuer": [view.pick(record.issuer.name) for view in views],
        "kind": [view.plain(f"kind_{record.kind}") for view in views],
        "dates": [view.dates(session.dates) for view in views],
        "year": session.dates[0].year,
        "who": dict(_speakers(session, views)),
    }


def _speakers(session: Session, views: list[View]) -> Iterator[tuple[str, Both]]:
    for part in session.parts:
        if isinstance(part, Contribution):
            yield part.id, [view.heading(part) for view in views]
        elif isinstance(part, Question):
            yield part.id, [view.plain("question") for view in views]
