"""Check what only a change can have wrong: English without a word of whose it is, a day to come."""

import datetime
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from dialogues.problems import Problem
from dialogues.reading.documents import Location, YamlFile, list_texts, name_place
from dialogues.reading.history import list_changed, read_at
from dialogues.reading.yaml_files import parse_document, read_document

DATA = ("docs/records", "docs/registry")
DAYS = frozenset({"date", "dates", "added", "published"})
"""Fields that hold a day, or several."""
LATEST = datetime.timedelta(days=1)
"""It may be tomorrow already where somebody writes."""


def check_changes(
    root: Path, base: str, today: datetime.date, problems: Collection[Problem] = ()
) -> Iterator[Problem]:
    """Yield a problem for each such text and day, in the files that differ from a commit.

    Files with problems wait.
    """
    wrong = {problem.path for problem in problems}
    for path in list_changed(root, base, DATA):
        if path.endswith(".yml") and path not in wrong:
            document, _ = read_document(root, path)
            text = read_at(root, base, path)
            before = parse_document(path, text)[0] if text else None
            if document is not None:
                yield from check_days(document, before, today)
                if path.endswith("/passages.yml"):
                    yield from check_states(document, before)


def check_states(document: YamlFile, before: YamlFile | None) -> Iterator[Problem]:
    """Yield a problem for each passage whose English changed, and nothing says whose it is now."""
    entries = before.content if before else {}
    for key, entry in document.content.items():
        old = entries.get(key)
        if not (isinstance(entry, dict) and isinstance(old, dict)) or not entry.get("en"):
            continue
        state = entry.get("state")
        says = isinstance(state, dict) and state.get("en")
        if entry["en"] != old.get("en") and not says:
            rule = f"{key}.state must say who has seen the English, which is not as it was, and says nothing"
            yield document.problem(f"{rule} (`state: {{en: draft}}`, or `machine`)", key, "en")


def check_days(
    document: YamlFile, before: YamlFile | None, today: datetime.date
) -> Iterator[Problem]:
    """Yield a problem for each day that is still to come and was not there before."""
    known = {day for _, day in _list_days(before)} if before else set()
    for location, day in _list_days(document):
        if day > today + LATEST and day not in known:
            rule = f"{name_place(location)} must be a day that has come"
            message = f"{rule}, and is {day.isoformat()}"
            yield document.problem(message, *location)


def _list_days(document: YamlFile) -> Iterator[tuple[Location, datetime.date]]:
    for location, text in list_texts(document.content):
        if DAYS.intersection(map(str, location[-2:])):
            with suppress(ValueError):
                yield location, datetime.date.fromisoformat(text)
