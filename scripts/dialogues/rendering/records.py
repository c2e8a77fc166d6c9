"""Render the pages of records, of what they cite, and of the glossary."""

from collections.abc import Iterator, Mapping
from functools import partial

from dialogues.model.archive import Event, Record
from dialogues.model.sessions import Session
from dialogues.rendering.events import list_events
from dialogues.rendering.site import Page, Site

CITED = "records/cited.md"


def list_pages(site: Site) -> Iterator[Page]:
    """Yield how far each record is, each line by line, what they cite, and the glossary."""
    yield Page("records/index.md", "records", partial(_index, site))
    for record in site.archive.records.values():
        yield Page(f"records/{record.key}.md", "record", partial(_record, site, record))
    yield Page(CITED, "cited", partial(_cited, site))
    yield Page("glossary/index.md", "glossary", partial(_glossary, site))


def _index(site: Site) -> Mapping[str, object]:
    return {"records": [(record, count_states(record)) for record in _list_newest(site)]}


def _list_newest(site: Site) -> list[Record]:
    """Return the records in the order of the events, the newest first."""
    sessions = (session for event in list_events(site) for session in event.sessions)
    return [site.archive.records[key] for key in dict.fromkeys(s.record for s in sessions)]


def _cited(site: Site) -> Mapping[str, object]:
    citing = [record for record in _list_newest(site) if record.cited]
    return {
        "steps": [(site.view.plain("cited"), CITED)],
        "records": [(record, _sessions_of(site, record)) for record in citing],
    }


def _glossary(site: Site) -> Mapping[str, object]:
    view = site.view
    terms = sorted(
        site.archive.terms, key=lambda t: view.order((t.zh, t.en[0])[view.language == "en"])
    )
    return {"terms": terms}


def _record(site: Site, record: Record) -> Mapping[str, object]:
    view = site.view
    return {
        "linked": [site.linked_data.describe_record(record)],
        "steps": [(view.pick(record.title), f"records/{record.key}.md")],
        "record": record,
        "lines": record.source.text.split("\n"),
        "sessions": [(site.archive.events[s.event], s) for s in record.sessions],
        "title": view.plain("source_of", title=view.pick(record.title)),
    }


def _sessions_of(site: Site, record: Record) -> dict[str, tuple[Event, Session]]:
    """Return where each passage of a record stands, by its id."""
    return {
        passage.id: (site.archive.events[session.event], session)
        for session in record.sessions
        for passage in session.passages
    }


def count_states(record: Record) -> list[tuple[str, int, str]]:
    """Return how many passages of a record are translated and so on, and their part of all."""
    passages = record.passages
    counts = {
        "translated": sum(passage.en is not None for passage in passages),
        "reviewed": sum(passage.states.en == "reviewed" for passage in passages),
        "proofread": sum(passage.states.zh == "reviewed" for passage in passages),
        "themed": sum(bool(passage.themes) for passage in passages),
        "proposed": sum(bool(passage.proposed) for passage in passages),
        "corrected": sum(bool(passage.corrections) for passage in passages),
        "noted": sum(passage.note is not None for passage in passages),
    }
    parts = [(name, count, f"{count * 100 // len(passages)} %") for name, count in counts.items()]
    return [("passages", len(passages), ""), *parts]
