"""Accept what a draft of a record proposes: its marks go, and proposed themes become themes."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from dialogues.contributing.entries import find_entries
from dialogues.finding.terms import find_term
from dialogues.model.entities import Theme
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import replace
from dialogues.reading.files import read_text
from dialogues.reading.marks import MARK, find_marks
from dialogues.reading.records import RECORDS, require_record
from dialogues.reading.registry import REGISTRY, read_registry

THEMES = re.compile(r"^  proposed: \{(.*)\}[ \t]*$", re.MULTILINE)
SHOWN = re.compile(r'(?<![a-z0-9-])([a-z0-9-]+): *("(?:[^"\\]|\\.)*")')
"""A theme that is proposed, and the words of the passage that show it."""
LONGEST = 40
"""Characters of a passage by which somebody knows it."""


def list_proposals(root: Path, key: str) -> dict[str, list[str]]:
    """Return what is proposed for a record, by the files: each with all that its mark stands for."""
    found = {path: list(_quote_proposals(text, own)) for path, text, own in _read_files(root, key)}
    passages = read_text(root / RECORDS / key / "passages.yml")
    found[f"{RECORDS}/{key}/passages.yml"] = [*_quote_themes(passages)]
    return {path: proposals for path, proposals in found.items() if proposals}


def _quote_themes(passages: str) -> Iterator[str]:
    """Yield the themes that are proposed for each passage, with its id and first words."""
    lines = passages.split("\n")
    for key, begin, end in find_entries(lines):
        entry = "\n".join(lines[begin:end])
        if found := THEMES.search(entry):
            zh = entry.partition("zh: |-")[2].strip().partition("\n")[0]
            yield f"{key}: {found[1]}  ← {zh[:LONGEST]}"


def accept(root: Path, key: str) -> None:
    """Take away the marks of what is proposed for a record; what is missing stays marked."""
    for path, text, own in _read_files(root, key):
        lines = text.split("\n")
        for number in own:
            lines[number - 1] = MARK.sub("", lines[number - 1])
        replace(root / path, "\n".join(lines).encode("utf-8"))
    themes = read_registry(root)[0].themes
    passages = read_text(root / RECORDS / key / "passages.yml")
    accepted = THEMES.sub(lambda each: _write_themes(each[1], themes), passages)
    if accepted != passages:
        replace(root / RECORDS / key / "passages.yml", accepted.encode("utf-8"))


def _write_themes(proposed: str, themes: Mapping[str, Theme]) -> str:
    """Return the themes of an entry, and as evidence the words that are no term of theirs."""
    shown = dict(SHOWN.findall(proposed))
    near = [
        f"{key}: {words}"
        for key, words in shown.items()
        if key in themes and not find_term(themes[key], str(json.loads(words)))
    ]
    line = f"  themes: [{', '.join(shown)}]"
    return f"{line}\n  evidence: {{{', '.join(near)}}}" if near else line


def _read_files(root: Path, key: str) -> Iterator[tuple[str, str, Collection[int]]]:
    """Yield record.yml and files of the registry, with the lines, from 1, of the record's proposals."""
    require_record(root, key)
    where = f"{RECORDS}/{key}/record.yml"
    record = read_text(root / where)
    if not record:
        rule = "the file must be there to read: No such file or directory"
        raise ProblemsFound([Problem(where, 1, rule)])
    yield where, record, _list_proposed(record)
    words = set(re.findall(r"[a-z0-9-]+", record))
    for path in sorted((root / REGISTRY).glob("*.yml")):
        text = read_text(path)
        if own := _list_proposed(text) & _list_lines(text, words):
            yield f"{REGISTRY}/{path.name}", text, own


def _list_proposed(text: str) -> set[int]:
    return {number for number, kind, _ in find_marks(text) if kind == "proposed"}


def _list_lines(text: str, keys: Collection[str]) -> set[int]:
    """Return the lines of the entries of some keys."""
    return {
        number
        for name, begin, end in find_entries(text.split("\n"))
        if name in keys
        for number in range(begin + 1, end + 1)
    }


def _quote_proposals(text: str, own: Collection[int]) -> Iterator[str]:
    """Yield each marked line with the lines beneath it that stand further in."""
    lines = text.split("\n")
    for number, _, marked in find_marks(text):
        if number not in own:
            continue
        indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
        beneath = []
        for line in lines[number:]:
            if not line.strip() or len(line) - len(line.lstrip()) <= indent:
                break
            beneath.append(MARK.sub("", line).strip())
        yield "; ".join([marked, *beneath])
