"""The whole project, read once: an Archive and every Problem in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dialogues.checking.addresses import check_addresses, read_redirects
from dialogues.checking.files import check_files
from dialogues.checking.records import check_declarations
from dialogues.checking.registry import check_registry
from dialogues.checking.unused import check_usage
from dialogues.model.archive import Archive, Event, Record
from dialogues.model.sessions import Session
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.records import check_folders, find_records, read_folder, resolve_record
from dialogues.reading.registry import Registry, bilingual, read_registry


def load_archive(root: Path) -> Archive:
    """Return the archive of a project; raise ProblemsFound where anything in it is wrong."""
    archive, problems = read_archive(root)
    if problems:
        raise ProblemsFound(problems)
    return archive


def read_archive(root: Path) -> tuple[Archive, list[Problem]]:
    """Return the archive as far as it could be read, and all that is wrong."""
    registry, problems = read_registry(root)
    problems += check_registry(registry)
    keys = find_records(root)
    problems += [*check_folders(root), *check_files(root)]
    records: dict[str, Record] = {}
    folders = []
    for key in keys:
        folder, more = read_folder(root, key)
        problems += more
        if folder is not None:
            folders.append(folder)
            records[key], more = resolve_record(folder, registry)
            problems += [*more, *check_declarations(folder, registry)]
    redirects, more = read_redirects(root)
    problems += more
    events = _gather_events(records.values(), registry)
    archive = Archive(
        records=records,
        events=events,
        cities=registry.cities,
        people=registry.people,
        organizations=registry.organizations,
        initiatives=registry.initiatives,
        themes=registry.themes,
        schemes=registry.schemes,
        terms=tuple(registry.glossary.terms.values()),
        synonyms=tuple(registry.synonyms),
        redirects=tuple(redirects),
    )
    problems += _check_sessions(archive)
    if len(folders) == len(keys) and not any(folder.parsed.problems for folder in folders):
        problems += check_usage(folders, registry, archive)
        problems += check_addresses(root, archive)
    return archive, problems


def _gather_events(records: Iterable[Record], registry: Registry) -> Mapping[str, Event]:
    """Return the events that records tell of, by their first day, sessions in order of days."""
    sessions: dict[str, list[Session]] = defaultdict(list)
    for record in records:
        for session in record.sessions:
            sessions[session.event].append(session)
    events = [
        Event(
            key=key,
            title=bilingual(entry.title),
            city=registry.cities[entry.city],
            place=bilingual(entry.place) if entry.place else None,
            sessions=tuple(sorted(sessions[key], key=lambda session: session.dates[0])),
        )
        for key, entry in registry.events.items()
        if key in sessions and entry.city in registry.cities
    ]
    return {event.key: event for event in sorted(events, key=lambda event: event.dates)}


def _check_sessions(archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each two sessions that would have the same address."""
    for event in archive.events.values():
        met: dict[str, str] = {}
        for session in event.sessions:
            if session.id in met:
                rule = f"sessions of one event must have ids of their own, and {session.id!r} is in"
                path = f"docs/records/{session.record}/record.yml"
                yield Problem(path, 1, f"{rule} {met[session.id]} too")
            met[session.id] = session.record
