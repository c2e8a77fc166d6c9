"""Accept what a draft of a record proposes: its marks go, and proposed themes become themes."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from dialogues.contributing.entries import find_entries
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import replace
from dialogues.reading.marks import MARK, find_marks
from dialogues.reading.records import RECORDS
from dialogues.reading.registry import REGISTRY

THEMES = re.compile(r"^  proposed: \{(.*)\}[ \t]*$", re.MULTILINE)
KEYS = re.compile(r"(?<![a-z0-9-])([a-z0-9-]+): *\"")


def list_proposals(root: Path, key: str) -> dict[str, list[str]]:
    """Return what is proposed for a record, by the files: each with all that its mark stands for."""
    record = _read_record(root, key)
    found = {
        path: list(_quote_proposals(text, _list_own(text, key, path, record)))
        for path, text in _read_files(root, key).items()
    }
    passages = _read_passages(root, key)
    found[f"{RECORDS}/{key}/passages.yml"] = [
        f"themes: [{', '.join(KEYS.findall(each[1]))}]  {each[1]}"
        for each in THEMES.finditer(passages)
    ]
    return {path: proposals for path, proposals in found.items() if proposals}


def accept(root: Path, key: str) -> None:
    """Take away the marks of what is proposed for a record; what is missing stays marked."""
    for path, text in _read_files(root, key).items():
        kept = _list_own(text, key, path, _read_record(root, key))
        lines = text.split("\n")
        for number, kind, _ in find_marks(text):
            if kind == "proposed" and number in kept:
                lines[number - 1] = MARK.sub("", lines[number - 1])
        replace(root / path, "\n".join(lines).encode("utf-8"))
    passages = _read_passages(root, key)
    accepted = THEMES.sub(lambda each: f"  themes: [{', '.join(KEYS.findall(each[1]))}]", passages)
    if accepted != passages:
        replace(root / RECORDS / key / "passages.yml", accepted.encode("utf-8"))


def _read_record(root: Path, key: str) -> str:
    if not key:
        rule = "RECORD must name a record (make accept RECORD=2031-harbour-cities), and is empty"
        raise ProblemsFound([Problem(RECORDS, 1, rule)])
    if not (root / RECORDS / key).is_dir():
        rule = "there must be such a record, and is none"
        raise ProblemsFound([Problem(f"{RECORDS}/{key}", 1, f"{rule}: {key!r}")])
    path = root / RECORDS / key / "record.yml"
    if not path.is_file():
        rule = "the file must be there to read: No such file or directory"
        raise ProblemsFound([Problem(f"{RECORDS}/{key}/record.yml", 1, rule)])
    return path.read_bytes().decode("utf-8")


def _read_passages(root: Path, key: str) -> str:
    path = root / RECORDS / key / "passages.yml"
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _read_files(root: Path, key: str) -> Mapping[str, str]:
    """Return record.yml, and the files of the registry cut to what the record names."""
    record = _read_record(root, key)
    found = {f"{RECORDS}/{key}/record.yml": record}
    for path in sorted((root / REGISTRY).glob("*.yml")):
        text = path.read_bytes().decode("utf-8")
        if _list_own(text, key, path.name, record):
            found[f"{REGISTRY}/{path.name}"] = text
    return found


def _list_own(text: str, key: str, path: str, record: str) -> set[int]:
    """Return the lines, from 1, with proposals that are the record's: its own, and entries it names."""
    marked = {number for number, kind, _ in find_marks(text) if kind == "proposed"}
    if path.endswith(f"{key}/record.yml"):
        return marked
    words = set(re.findall(r"[a-z0-9-]+", record))
    return {
        number
        for name, begin, end in find_entries(text.split("\n"))
        if name in words
        for number in range(begin + 1, end + 1)
        if number in marked
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
