"""Compare two states of the project: what is said otherwise, and on which pages that is seen."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogues.contributing.differences import Difference, compare_pages
from dialogues.contributing.facts import Value, list_facts
from dialogues.model.archive import Archive

NOTHING = Value("")
ORDER = ("speaker", "passage", "session", "record", "event", "name", "redirect", "voice")
"""Of what sort a change is, the first ones first; others follow."""


@dataclass(frozen=True)
class State:
    """What is known, and the pages made of it, by their paths under docs/."""

    archive: Archive
    pages: Mapping[str, str]


@dataclass(frozen=True)
class ChangedField:
    """One field before and after; empty where there is, or was, nothing."""

    field: str
    before: str
    after: str


@dataclass
class Change:
    """All that changes of one thing, and the pages on which it is seen."""

    sort: str
    subject: str
    fields: list[ChangedField] = field(default_factory=list)
    pages: list[Difference] = field(default_factory=list)


@dataclass(frozen=True)
class Review:
    """All that is to be said of a proposed change."""

    changes: Sequence[Change]
    pages: Sequence[Difference]
    """All pages that differ."""
    unclaimed: Sequence[Difference]
    """Those of them that none of the changes accounts for."""
    sources: Mapping[str, Sequence[str]]
    """The lines of each official text that is no longer as it was, with - and + before them."""


def compare(before: State, after: State) -> Review:
    """Return what differs. Pages are compared too, so that nothing shown can change unsaid."""
    pages = compare_pages(before.pages, after.pages)
    changes = list(_compare_facts(before.archive, after.archive, pages))
    if len(changes) == 1:  # then it is why
        changes[0].pages[:] = pages
    claimed = {page.path for change in changes for page in change.pages}
    unclaimed = [page for page in pages if page.path not in claimed]
    if changes:  # what search and citations are made of has no words but those of the pages
        unclaimed = [page for page in unclaimed if page.path.endswith(".md")]
    return Review(changes, pages, unclaimed, dict(_compare_sources(before.archive, after.archive)))


def _compare_facts(
    before: Archive, after: Archive, pages: Sequence[Difference]
) -> Iterator[Change]:
    old, new = list_facts(before), list_facts(after)
    changes: dict[tuple[str, str], Change] = {}
    for place in dict.fromkeys([*new, *old]):
        was, now = old.get(place, NOTHING), new.get(place, NOTHING)
        if was.text != now.text:
            sort, subject, name = place
            change = changes.setdefault((sort, subject), Change(sort, subject))
            change.fields.append(ChangedField(name, was.text, now.text))
            known = {page.path for page in change.pages}
            shown = [page for page in pages if page.shows(was.words, now.words)]
            change.pages += [page for page in shown if page.path not in known]
    for change in changes.values():  # a mark, a date: nothing that words can be found by
        change.pages = change.pages or [page for page in pages if page.has(change.subject)]
    order = {sort: number for number, sort in enumerate(ORDER)}
    yield from sorted(changes.values(), key=lambda change: order.get(change.sort, len(order)))


def _compare_sources(before: Archive, after: Archive) -> Iterator[tuple[str, list[str]]]:
    """Yield the path of each official text that was there and is not as it was, with its lines."""
    for key, record in before.records.items():
        now = after.records[key].source.text if key in after.records else record.source.text
        if now != record.source.text:
            lines = difflib.unified_diff(
                record.source.text.split("\n"), now.split("\n"), lineterm="", n=0
            )
            yield record.source.path, [line for line in lines if line[:3] not in ("---", "+++")]
