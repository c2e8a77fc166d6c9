"""Write what a citation needs to know of each session: one file for both languages.

version   of the site: date and commit
sessions  address of a session's page, from the language's home page -> its title, record, issuer,
          kind and dates in [Chinese, English], the record's key, the days (ISO 8601);
          `who`: the id of a contribution -> `name`, who speaks; `author`, the person, or the same;
          `office`, in which a person speaks; each in both languages;
          `doubts`: the id of a passage -> what has to be said of it, in both languages
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogues.model.addresses import session_address
from dialogues.model.archive import Event
from dialogues.model.entities import Organization
from dialogues.model.sessions import Contribution, Question, Session
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.view import View


def render_citing(site: Site) -> Iterator[PageText]:
    """Yield the file, once: it stands beside the Chinese pages."""
    if site.language != "zh":
        return
    views = [replace(site, language=language).view for language in ("zh", "en")]
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
        "days": "/".join(dict.fromkeys(str(day) for day in (session.dates[0], session.dates[-1]))),
        "who": dict(_speakers(session, views, record.issuer)),
        "doubts": dict(_doubts(session, views)),
    }


def _speakers(
    session: Session, views: list[View], issuer: Organization
) -> Iterator[tuple[str, dict[str, Sequence[str]]]]:
    """Yield who speaks; where nobody does, the author is who issued the record."""
    issuers = [view.pick(issuer.name) for view in views]
    for part in session.parts:
        if isinstance(part, Question):
            asked = [view.plain("question") for view in views]
            yield part.id, {"name": asked, "author": issuers}
        elif isinstance(part, Contribution):
            names = [view.name_speaker(part) for view in views]
            who = part.speaker
            if who and who.person:
                persons = [view.pick(who.person.name) for view in views]
                offices = [view.name_office(who) for view in views]
                yield part.id, {"name": names, "author": persons, "office": offices}
            else:
                yield part.id, {"name": names, "author": names if who else issuers}


def _doubts(session: Session, views: list[View]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what a citation must not leave out: a doubtful speaker, a corrected text."""
    doubtful = {
        passage.id
        for part in session.contributions
        for passage in part.passages
        if part.is_doubtful([passage])
    }
    for passage in session.passages:
        keys = ["attribution"] if passage.id in doubtful else []
        keys += ["is_corrected"] if passage.corrections else []
        if keys:
            yield passage.id, [view.semicolon.join(map(view.within, keys)) for view in views]
