"""The whole project, read once: an Archive and every Problem in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dialogues.archive import Archive, Event, Record, Session
from dialogues.declarations import check_declarations
from dialogues.problems import Problem, ProblemsFound
from dialogues.records import Folder, check_folders, find_records, read_folder, resolve_record
from dialogues.registry import Registry, bilingual, read_registry


def load_archive(root: Path) -> Archive:
    """Return the archive of a project; raise ProblemsFound where anything in it is wrong."""
    archive, problems = read_archive(root)
    if problems:
        raise ProblemsFound(problems)
    return archive


def read_archive(root: Path) -> tuple[Archive, list[Problem]]:
    """Return the archive as far as it could be read, and all that is wrong."""
    registry, problems = read_registry(root)
    keys = find_records(root)
    problems += check_folders(root)
    records: dict[str, Record] = {}
    folders = []
    for key in keys:
        folder, more = read_folder(root, key)
        problems += more
        if folder is not None:
            folders.append(folder)
            records[key], more = resolve_record(folder, registry)
            problems += [*more, *check_declarations(folder, registry)]
    events = _gather_events(records.values(), registry)
    terms = tuple(registry.glossary.terms.values())
    archive = Archive(records, events, registry.cities, terms)
    problems += _check_sessions(archive)
    if len(folders) == len(keys):
        problems += [*_check_names(folders, registry), *_check_use(folders, registry)]
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


def _check_names(folders: Iterable[Folder], registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each variant of a city's name, and each term, that no record prints."""
    passages = (entry.zh for folder in folders for entry in folder.passages.values())
    printed = "\n".join([*(folder.source.text for folder in folders), *passages])
    rule = "a name must occur in a record exactly so, and this does not"
    for term in registry.glossary.terms:
        if term not in printed:
            yield registry.documents["glossary"].problem(f"{rule}: {term!r}", term)
    for city in registry.cities.values():
        for name in (*city.variants, *city.exclude):
            if name not in printed:
                document = registry.documents["cities"]
                yield document.problem(f"{rule}: {name!r}", city.key, "variants")


def _check_use(folders: Sequence[Folder], registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each person, organization and event that no record has."""
    labels = [label for folder in folders for label in folder.entry.labels.values()]
    issuers = {folder.entry.issuer for folder in folders}
    used = {
        "people": {label.person for label in labels},
        "organizations": {label.organization for label in labels} | issuers,
        "events": {session.event for folder in folders for session in folder.entry.sessions},
    }
    for name, keys in used.items():
        document = registry.documents[name]
        for key in document.content.keys() - keys:
            rule = "an entry must be that of someone or something in a record, and no record has"
            yield document.problem(f"{rule} {key!r}", key)
