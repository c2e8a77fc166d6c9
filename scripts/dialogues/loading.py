"""Read the whole project once: an Archive, and every Problem in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from dialogues.checking.addresses import check_addresses, check_sessions
from dialogues.checking.files import check_files, check_folders, check_pages_by_hand
from dialogues.checking.marks import check_marks, settle
from dialogues.checking.records import check_record
from dialogues.checking.registry import check_registry
from dialogues.checking.unused import check_usage
from dialogues.checking.voices import check_voices
from dialogues.joining.events import join_events
from dialogues.joining.records import join_record
from dialogues.joining.voices import join_voices
from dialogues.model.archive import Archive, Record, Redirect
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.addresses import check_list_as_such, read_published, read_redirects
from dialogues.reading.records import find_records, read_folder
from dialogues.reading.registry import Registry, read_registry


def load_archive(root: Path) -> Archive:
    """Return the archive of a project; raise ProblemsFound where anything in it is wrong."""
    archive, problems = read_archive(root)
    if problems:
        raise ProblemsFound(problems)
    return archive


def read_archive(root: Path) -> tuple[Archive, list[Problem]]:
    """Return the archive as far as it could be read, and all that is wrong.

    A file that cannot be read is not an empty one: what is told from all files waits for it.
    """
    registry, problems = read_registry(root)
    problems += check_registry(registry)
    keys = find_records(root)
    problems += [*check_folders(root), *check_files(root), *check_pages_by_hand(root)]
    problems += check_marks(root)
    records: dict[str, Record] = {}
    folders = []
    for key in keys:
        folder, more = read_folder(root, key)
        problems += more
        if folder is not None:
            folders.append(folder)
            records[key] = join_record(folder, registry)
            problems += check_record(folder, registry)
    redirects, more = read_redirects(root)
    problems += [*more, *check_list_as_such(root)]
    archive = _join(records, registry, redirects, frozenset(read_published(root)))
    problems += check_sessions(archive)
    if not problems:  # or what is missing may be so for another reason
        problems += check_usage(folders, registry, archive)
        problems += check_addresses(root, archive)
        problems += check_voices(registry, archive)
    return archive, settle(problems)


def _join(
    records: Mapping[str, Record],
    registry: Registry,
    redirects: Iterable[Redirect],
    published: frozenset[str],
) -> Archive:
    events = join_events(records.values(), registry, published)
    return Archive(
        records=records,
        events=events,
        cities=registry.cities,
        people=registry.people,
        organizations=registry.organizations,
        initiatives=registry.initiatives,
        themes=registry.themes,
        schemes=registry.schemes,
        terms=tuple(registry.glossary.terms.values()),
        voices=tuple(join_voices(events, registry)),
        synonyms=tuple(registry.synonyms),
        redirects=tuple(redirects),
        published=published,
    )
