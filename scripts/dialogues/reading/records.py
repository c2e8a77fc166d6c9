"""One record: its folder read, its source parsed, everything joined."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogues.joining.records import Resolver
from dialogues.model.archive import Citation, Omission, Record
from dialogues.model.sessions import Session
from dialogues.parsing import parse
from dialogues.parsing.layout import Layout, SessionLayout, StatementLayout
from dialogues.parsing.structure import Parsed
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.files import Source, read_source
from dialogues.reading.registry import Registry, bilingual
from dialogues.reading.yaml_files import Document, read_model
from dialogues.schemas import KEY
from dialogues.schemas.record import PassageEntry, Passages, RecordEntry

FOLDER = "docs/records"
CONTENT = re.compile(rb"^\s*[^\s#]", re.MULTILINE)
"""A line of YAML that is no comment."""


@dataclass(frozen=True)
class Folder:
    """The three files of a record, read and parsed; the entries are checked against nothing yet."""

    key: str
    entry: RecordEntry
    document: Document
    source: Source
    parsed: Parsed
    passages: Mapping[str, PassageEntry]
    passages_document: Document


def find_records(root: Path) -> list[str]:
    """Return the keys of all records: the names of the folders that hold one."""
    if not (root / FOLDER).is_dir():
        rule = "the folder must be there, with a folder for each record, and is not"
        raise ProblemsFound([Problem(FOLDER, 1, rule)])
    return sorted(
        path.name
        for path in (root / FOLDER).iterdir()
        if path.is_dir() and not path.name.startswith(".")
    )


def check_folders(root: Path) -> Iterator[Problem]:
    """Yield a problem for what is no record's folder, or has a name that is safe in no address."""
    for path in sorted((root / FOLDER).iterdir()):
        where = f"{FOLDER}/{path.name}"
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield Problem(where, 1, "docs/records must hold a folder for each record, and no files")
        elif not re.fullmatch(KEY, path.name):
            rule = "a folder's name must be lower-case words joined by hyphens, and is"
            yield Problem(where, 1, f"{rule} {path.name!r}")


def read_folder(root: Path, key: str) -> tuple[Folder | None, list[Problem]]:
    """Read a record; return None where a file is missing or has no valid shape."""
    folder = f"{FOLDER}/{key}"
    source, problems = read_source(root, f"{folder}/source.txt")
    entry, document, more = read_model(root, f"{folder}/record.yml", RecordEntry)
    problems += more
    passages, passages_document, more = _read_passages(root, f"{folder}/passages.yml")
    problems += more
    if source is None or entry is None:
        return None, problems
    parsed = parse(source, entry.kind, layout_of(entry))
    problems += parsed.problems
    if passages is None:
        return None, problems
    return Folder(key, entry, document, source, parsed, passages, passages_document), problems


def _read_passages(
    root: Path, path: str
) -> tuple[Mapping[str, PassageEntry] | None, Document, list[Problem]]:
    """Read passages.yml; a file that is not there yet, or has comments alone, has no entries."""
    file = root / path
    if not file.exists() or (file.is_file() and not CONTENT.search(file.read_bytes())):
        return {}, Document(path, {}), []
    passages, document, problems = read_model(root, path, Passages)
    return (passages.root if passages else None), document, problems


def layout_of(entry: RecordEntry) -> Layout:
    """Return what a parser needs to know of a record."""
    return Layout(
        sessions=tuple(SessionLayout(session.id, session.heading) for session in entry.sessions),
        columns=entry.columns,
        headings=frozenset(heading.zh for heading in entry.headings),
        facts={fact.name.zh: fact.value.zh for fact in entry.facts},
        labels=frozenset(entry.labels),
        lead_ins=frozenset(entry.lead_ins),
        statements=tuple(StatementLayout(s.begins, s.label) for s in entry.statements),
        left_out=frozenset(text.text for text in entry.left_out.texts),
    )


def resolve_record(folder: Folder, registry: Registry) -> tuple[Record, list[Problem]]:
    """Join what a source says with what record.yml, passages.yml and the registry know."""
    resolver = Resolver(folder.entry, folder.document, folder.source, registry)
    sessions = resolver.resolve_sessions(
        folder.key, folder.parsed, folder.passages, folder.passages_document
    )
    record = Record(
        key=folder.key,
        title=bilingual(folder.entry.title),
        kind=folder.entry.kind,
        issuer=resolver.organization(folder.entry.issuer, "issuer"),
        published=folder.entry.published,
        added=folder.entry.added,
        source=folder.source,
        sessions=sessions,
        omissions=tuple(find_omissions(folder, registry)),
        cited=tuple(find_citations(folder, sessions)),
    )
    return record, resolver.problems


def find_omissions(folder: Folder, registry: Registry) -> list[Omission]:
    """Return what no page shows of a source, with the reason for each kind and each line."""
    whys = {text.text: bilingual(text.why) for text in folder.entry.left_out.texts}
    lines: dict[str, set[int]] = {}
    for left in folder.parsed.left_out:
        what = left.text.text if left.kind == "text" else left.kind
        lines.setdefault(what, set()).add(folder.source.line_of(left.text.start))
    return [
        Omission(what if what in whys else None, why, tuple(sorted(places)))
        for what, places in lines.items()
        if (why := whys.get(what) or registry.omissions.get(what))
    ]


def find_citations(folder: Folder, sessions: Sequence[Session]) -> Iterator[Citation]:
    """Yield what a record refers to and the project does not hold, with where its words stand."""
    source, passages = folder.source, [p for session in sessions for p in session.passages]
    for cited in folder.entry.cited:
        places = [found.start() for found in re.finditer(re.escape(cited.words), source.text)]
        yield Citation(
            words=cited.words,
            what=bilingual(cited.what),
            lines=tuple(sorted({source.line_of(place) for place in places})),
            passage=next((p for p in passages if cited.words in p.original), None),
        )
