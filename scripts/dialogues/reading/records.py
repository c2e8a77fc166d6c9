"""Read the folder of a record: its source, parsed, and the entries of its two files."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.folding import fold
from dialogues.parsing.layout import Layout, SessionLayout, StatementLayout
from dialogues.parsing.structure import Parsed
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.characters import MARK, check_characters, is_unseen
from dialogues.reading.documents import YamlFile
from dialogues.reading.files import read_source
from dialogues.reading.yaml_files import read_model
from dialogues.schemas.record import PassageEntry, Passages, RecordEntry

RECORDS = "docs/records"
CONTENT = re.compile(rb"^\s*[^\s#]", re.MULTILINE)
"""A line of YAML that is no comment."""


@dataclass(frozen=True)
class Folder:
    """The three files of a record, read and parsed; the entries are checked against nothing yet."""

    key: str
    entry: RecordEntry
    document: YamlFile
    source: Source
    parsed: Parsed
    passages: Mapping[str, PassageEntry]
    passages_document: YamlFile
    original: str | None = None
    """The digest of the file as received that record.yml names; None where it is not there."""


def find_records(root: Path) -> list[str]:
    """Return the keys of all records: the names of the folders that hold one."""
    if not (root / RECORDS).is_dir():
        rule = "the folder must be there, with a folder for each record, and is not"
        raise ProblemsFound([Problem(RECORDS, 1, rule)])
    return sorted(
        path.name
        for path in (root / RECORDS).iterdir()
        if path.is_dir() and not path.name.startswith(".")
    )


def require_record(root: Path, key: str) -> None:
    """Raise ProblemsFound where a key, as somebody typed it, is that of no record."""
    if not key:
        rule = "RECORD must name a record (RECORD=2031-harbour-cities), and is empty"
        raise ProblemsFound([Problem(RECORDS, 1, rule)])
    if key not in find_records(root):
        rule = "there must be such a record, and is none"
        raise ProblemsFound([Problem(f"{RECORDS}/{key}", 1, f"{rule}: {key!r}")])


def read_folder(root: Path, key: str) -> tuple[Folder | None, list[Problem]]:
    """Read a record; return None where a file is missing or has no valid shape."""
    folder = f"{RECORDS}/{key}"
    source, problems = read_source(root, f"{folder}/source.txt")
    entry, document, more = read_model(root, f"{folder}/record.yml", RecordEntry)
    problems += more
    passages, passages_document, more = _read_passages(root, f"{folder}/passages.yml")
    problems += more
    if source is None or entry is None:
        return None, problems
    if entry.characters:  # what is declared is known, though nobody sees it
        known = source.text.translate({ord(char): None for char in readings_of(entry)})
        problems = [p for p in problems if p.path != source.path]
        problems += check_characters(source.path, known)
    if source.text.startswith(MARK) and MARK not in readings_of(entry):
        return None, problems  # each line may be another then
    parsed = parse(source, entry.kind, layout_of(entry))
    problems += parsed.problems
    if passages is None:
        return None, problems
    original = _read_digest(root / folder, entry)
    return (
        Folder(key, entry, document, source, parsed, passages, passages_document, original),
        problems,
    )


def _read_digest(folder: Path, entry: RecordEntry) -> str | None:
    path = folder / entry.source.original.file if entry.source.original else None
    is_file = path and path.is_file() and not path.is_symlink()
    return hashlib.sha256(path.read_bytes()).hexdigest() if path and is_file else None


def _read_passages(
    root: Path, path: str
) -> tuple[Mapping[str, PassageEntry] | None, YamlFile, list[Problem]]:
    """Read passages.yml; a file that is not there yet, or has comments alone, has no entries."""
    file = root / path
    data = file.read_bytes() if file.is_file() else b""
    if not file.exists() or (data.strip() and not CONTENT.search(data)):
        return {}, YamlFile(path, {}), []
    passages, document, problems = read_model(root, path, Passages)
    return (passages.root if passages else None), document, problems


def readings_of(entry: RecordEntry) -> Mapping[str, str]:
    """Return what the characters of a source are read as."""
    return {c.char: c.reading for c in entry.characters if is_unusual(c.char)}


def is_unusual(char: str) -> bool:
    """Return whether a character may be read as another: nobody sees it, or it is a form of one."""
    return is_unseen(char) or fold(char) != char


def layout_of(entry: RecordEntry) -> Layout:
    """Return what a parser needs to know of a record."""
    return Layout(
        sessions=tuple(SessionLayout(session.id, session.heading) for session in entry.sessions),
        columns=entry.columns,
        headings=frozenset(heading.zh for heading in entry.headings),
        facts={fact.name.zh: fact.value.zh for fact in entry.facts},
        labels=frozenset(label for _, label, _ in entry.every_label),
        lead_ins=frozenset(entry.lead_ins),
        statements=tuple(StatementLayout(s.begins, s.label) for s in entry.statements),
        left_out=frozenset(text.text for text in entry.left_out.texts),
        quoted=entry.quoted,
        spoken=entry.spoken,
        unspoken=entry.unspoken,
        characters=readings_of(entry),
        leaps=frozenset(entry.leaps),
    )
