"""Compare the passages before and after a proposed change, and name the pages that show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dialogues.model.addresses import address_of, session_address
from dialogues.model.archive import Archive
from dialogues.model.sessions import Contribution, passages_of


@dataclass(frozen=True)
class Shown:
    """A passage as a page shows it."""

    zh: str
    en: str
    themes: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Change:
    """One passage before and after; None where it was not there, or is gone."""

    record: str
    passage: str
    before: Shown | None
    after: Shown | None


def read_shown(archive: Archive) -> dict[tuple[str, str], Shown]:
    """Return all passages by record and id."""
    return {
        (session.record, passage.id): Shown(
            passage.zh,
            passage.en or "",
            tuple(theme.key for theme in passage.themes),
            f"{passage.note.zh} {passage.note.en}" if passage.note else "",
        )
        for session, passage in archive.passages
    }


def compare(before: Archive, after: Archive) -> list[Change]:
    """Return the passages that two archives show differently, in the order of the records."""
    old, new = read_shown(before), read_shown(after)
    return [
        Change(*key, old.get(key), new.get(key))
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    ]


def find_pages(archive: Archive, changes: Sequence[Change]) -> list[str]:
    """Return the addresses of the pages on which changed passages stand, in both languages alike."""
    changed = {(change.record, change.passage) for change in changes}
    pages = dict[str, None]()
    for event, session in archive.sessions:
        for part in session.parts:
            for passage in passages_of(part):
                if (session.record, passage.id) in changed:
                    people = part.people if isinstance(part, Contribution) else ()
                    speaking = [entity for who in people for entity in who.entities]
                    pages[session_address(event, session)] = None
                    pages |= {address_of(e.path): None for e in (*speaking, *passage.themes)}
    return list(pages)


def write_summary(changes: Sequence[Change], pages: Sequence[str]) -> str:
    """Return a summary for the page of a pull request, all text of records escaped."""
    if not changes:
        return "沒有段落的文字改變。No passage is shown differently.\n"
    parts = [f"## {len(changes)} 個段落 passages\n", *map(_write_change, changes)]
    parts += ["## 相關頁面 Pages\n", *(f"- `/{page}` `/en/{page}`" for page in pages)]
    return "\n".join(parts) + "\n"


def _write_change(change: Change) -> str:
    rows = "".join(_write_rows(change))
    head = "<tr><th></th><th>原 before</th><th>新 after</th></tr>"
    return f"### {escape(change.record)}#{escape(change.passage)}\n\n<table>{head}{rows}</table>\n"


def _write_rows(change: Change) -> Iterator[str]:
    for name in ("zh", "en", "themes", "note"):
        before, after = (_read(shown, name) for shown in (change.before, change.after))
        if before != after:
            yield f"<tr><th>{name}</th><td>{escape(before)}</td><td>{escape(after)}</td></tr>"


def _read(shown: Shown | None, name: str) -> str:
    value = getattr(shown, name) if shown else ""
    return value if isinstance(value, str) else ", ".join(value)
