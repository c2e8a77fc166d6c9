"""A whole project of given texts, and which of them the checks of the data refuse."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from dialogues.checking.translations import check_pair
from dialogues.contributing.syncing import add_addresses, list_passages
from dialogues.loading import read_archive
from dialogues.model.glossary import Glossary
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.problems import Problem
from dialogues.reading.records import layout_of
from dialogues.schemas.record import PassageEntry, RecordEntry
from payloads.records import write_passage, write_release, write_talk
from payloads.registry import list_files
from payloads.texts import WORD, Texts


def settle_project(
    root: Path, hostile: Sequence[str], count: int | None = None
) -> tuple[Texts, dict[str, Problem]]:
    """Write a project without problems; return its texts, and why others were refused.

    Problems have to lead to the texts that are to blame: by their lines, or by quoting them.
    """
    refused: dict[str, Problem] = {}
    while True:
        texts = Texts(hostile, frozenset(refused), count)
        write_project(root, texts)
        archive, problems = read_archive(root)
        if not problems:
            gone = "".join(f"{redirect.address}\n" for redirect in archive.redirects)
            _write(root / "docs/addresses.txt", gone)
            add_addresses(root, archive)
            return texts, refused
        blamed = {
            word: problem
            for problem in problems
            for word in WORD.findall(_line_of(root, problem) + problem.message)
        }
        assert blamed.keys() - refused.keys(), problems
        refused |= blamed


def _line_of(root: Path, problem: Problem) -> str:
    return (root / problem.path).read_text(encoding="utf-8").split("\n")[problem.line - 1]


def write_project(root: Path, texts: Texts) -> None:
    """Write docs/records and docs/registry, with an entry for each text of a field everywhere."""
    count = texts.count
    for name, content in list_files(texts, count).items():
        _write(root / f"docs/registry/{name}.yml", "\n".join(_dump(content)))
    # Voices have no text of their own: theirs is that of passages.
    _write(root / "docs/registry/featured.yml", "{}\n")
    for place in range(count + count // 4):  # a quarter of the events has a second session
        _write_record(root, f"talk-{place}", write_talk(texts, place, count), texts, place)
    _write_record(root, "release", write_release(texts, count), texts, 0)


def _write_record(
    root: Path, key: str, written: tuple[str, dict[str, object]], texts: Texts, place: int
) -> None:
    folder = root / "docs/records" / key
    source, record = written
    record["source"] = {"sha256": hashlib.sha256(source.encode()).hexdigest()}
    _write(folder / "source.txt", source)
    _write(folder / "record.yml", "\n".join(_dump(record)))
    entry = RecordEntry.model_validate(record)
    parsed = parse(Source("source.txt", source, ""), entry.kind, layout_of(entry))
    entries = {
        id_: _accept(write_passage(texts, zh, place, texts.count), texts, place)
        for id_, zh in list_passages(parsed).items()
    }
    _write(folder / "passages.yml", "\n".join(_dump(entries)) or "# none\n")


def _accept(entry: dict[str, object], texts: Texts, place: int) -> dict[str, object]:
    """Return an entry with a reason for numbers that stand in one language alone."""
    faults = check_pair(PassageEntry.model_validate(entry), Glossary())
    if any("accept: {numbers" in message for _, message in faults):
        entry["accept"] = {"numbers": texts("accept.numbers", place)}
    return entry


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _dump(value: object, indent: str = "") -> Iterator[str]:
    """Yield the lines of a value in YAML: one for each text, so that a problem's line tells which."""
    parts = (
        [(f"{json.dumps(key, ensure_ascii=False)}:", part) for key, part in value.items()]
        if isinstance(value, dict)
        else [("-", part) for part in value]  # type: ignore[attr-defined]
    )
    for head, part in parts:
        if isinstance(part, dict | list) and part:
            yield f"{indent}{head}"
            yield from _dump(part, f"{indent}  ")
        else:
            yield f"{indent}{head} {json.dumps(part, ensure_ascii=False)}"
