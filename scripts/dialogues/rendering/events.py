"""Render the pages of events and their sessions."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from dialogues.finding.crosslinks import find_resumed, find_silent
from dialogues.model.addresses import event_path, session_address
from dialogues.model.archive import Event, Redirect
from dialogues.model.entities import Person, Theme
from dialogues.model.sessions import Contribution, Fact, Heading, Part, Question, Session
from dialogues.rendering.site import Page, Site

TAGS = 5
"""Themes that a page is tagged with: those of most of its passages."""


def list_pages(site: Site) -> Iterator[Page]:
    """Yield the index of events, a page for each and for each session of several."""
    yield Page("events/index.md", "events", partial(_index, site))
    for event in site.archive.events.values():
        if len(event.sessions) > 1 and not event.first:
            yield Page(event_path(event), "event", partial(_event, site, event))
        for session in event.sessions:
            path = event_path(event, session)
            yield Page(path, "session", partial(_session, site, event, session))


def _index(site: Site) -> Mapping[str, object]:
    events = list_events(site)
    years = [(year, list(group)) for year, group in groupby(events, lambda e: e.dates[0].year)]
    return {"years": years, "records": site.archive.records}


def list_events(site: Site) -> list[Event]:
    """Return all events, the latest first."""
    return sorted(site.archive.events.values(), key=lambda event: event.dates, reverse=True)


def find_tags(counts: Counter[Theme]) -> list[Theme]:
    """Return the themes that a page is tagged with."""
    return [theme for theme, _ in counts.most_common(TAGS)]


def _event(site: Site, event: Event) -> Mapping[str, object]:
    view = site.view
    titles = view.list(view.pick(session.title) for session in event.sessions)
    counts = sum((_count_themes(session) for session in event.sessions), Counter[Theme]())
    return {
        "linked": [site.linked_data.describe_event(event)],
        "steps": [(view.pick(event.title), event_path(event))],
        "made_from": site.folders(event.sessions),
        "event": event,
        "records": site.archive.records,
        "tags": find_tags(counts),
        "title": view.pick(event.title),
        "description": f"{view.pick(event.title)}{view.colon}{titles}",
    }


def _session(site: Site, event: Event, session: Session) -> Mapping[str, object]:
    view = site.view
    record = site.archive.records[session.record]
    head, body = find_head(session.parts, minutes=record.kind == "minutes")
    title = view.session_title(event, session)
    titled = session.title if len(event.sessions) > 1 else event.title
    own = view.pick(titled)
    kind = view.plain(f"kind_{record.kind}")
    count = len(session.contributions)
    path = event_path(event, session)
    steps = [(view.pick(event.title), event_path(event))]
    steps += [(view.pick(session.title), path)] if path != event_path(event) else []
    return dict(
        linked=site.linked_data.describe_session(event, session, record, own),
        steps=steps,
        event=event,
        session=session,
        record=record,
        head=head,
        body=_with_sections(body),
        resumed=find_resumed(body),
        speakers=_first_of_each_speaker(session),
        silent={part.id: find_silent(session, part) for part in body if isinstance(part, Question)},
        tags=find_tags(_count_themes(session)),
        gone=_find_gone(site, event, session),
        **_find_neighbours(site, session),
        title=title,
        tab=title if len(event.sessions) == 1 else f"{own}{view.comma}{view.pick(event.title)}",
        heading=view.title(titled),
        description=view.plain("event_description", title=title, count=count, kind=kind),
    )


def _find_neighbours(site: Site, session: Session) -> dict[str, tuple[Event, Session] | None]:
    """Return the sessions before and after one, by their dates; None at an end."""
    ordered = sorted(site.archive.sessions, key=lambda pair: pair[1].dates)
    place = next(n for n, (_, other) in enumerate(ordered) if other is session)
    around = {"before": place - 1, "after": place + 1}
    return {name: ordered[n] if 0 <= n < len(ordered) else None for name, n in around.items()}


def _find_gone(site: Site, event: Event, session: Session) -> list[tuple[str, Redirect]]:
    """Return the anchors that the page of a session had, with where they went."""
    page = f"{session_address(event, session)}#"
    redirects = site.archive.redirects
    return [(r.address.removeprefix(page), r) for r in redirects if r.address.startswith(page)]


def _count_themes(session: Session) -> Counter[Theme]:
    return Counter(theme for passage in session.passages for theme in passage.themes)


def find_head(parts: Sequence[Part], *, minutes: bool) -> tuple[Sequence[Part], Sequence[Part]]:
    """Return the headings and facts at the head of a session, and all that follows.

    In minutes a heading behind the last fact is that of the first section: 壹、主席致詞.
    """
    end = next((n for n, p in enumerate(parts) if not isinstance(p, Heading | Fact)), len(parts))
    facts = [place for place, part in enumerate(parts[:end]) if isinstance(part, Fact)]
    end = facts[-1] + 1 if minutes and facts else end
    return parts[:end], parts[end:]


def _with_sections(parts: Sequence[Part]) -> list[tuple[str, Part]]:
    """Return each part with the section that begins at it: links and captions have their own."""
    result: list[tuple[str, Part]] = []
    current = ""
    for part in parts:
        kind = part.kind if isinstance(part, Contribution) else ""
        section = kind if kind in ("links", "caption") else ""
        result.append((section if section != current else "", part))
        current = section
    return result


def _first_of_each_speaker(session: Session) -> list[Contribution]:
    """Return the first contribution of each person, or of each label that names nobody."""
    found: dict[Person | str, Contribution] = {}
    for contribution in session.contributions:
        if contribution.speaker:
            who = contribution.speaker.person or contribution.speaker.label
            found.setdefault(who, contribution)
    return list(found.values())
