"""Make the folder of a new record from a file as received: `make record FILE=talks.docx`."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from dialogues.checking.marks import find_asked
from dialogues.commands import sync
from dialogues.contributing.explaining import tell_one
from dialogues.drafting.drafted import Drafted
from dialogues.drafting.known import Known, Stub, make_key
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.places import load_places
from dialogues.drafting.stubs import add_variant, insert_stubs
from dialogues.drafting.writing import Given, Writer
from dialogues.model.sources import Source
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import replace
from dialogues.reading.records import RECORDS, find_records, read_folder
from dialogues.reading.registry import REGISTRY, Registry, read_registry
from dialogues.receiving.files import Received, receive, tell
from dialogues.schemas import KEY

DONE = """\
{folder}/ 已建立 made: {names}
登錄檔新增 added to the registry: {stubs}

{left}接下來 next:
  1. 打開 open {folder}/record.yml
     `# proposed`（{proposed}）：看過、改對，刪去這個記號。Read it, mend it, delete the mark.
     `# missing`（{missing}）：把 ?、unknown、[] 換成內容，刪去這個記號，再執行 make sync，由此可知的會補上。Write what belongs in place of ?, unknown or [], delete the mark, then run make sync, which adds what follows from it.
     全部看過、都對時 where all that is proposed is right: make accept RECORD={key}
  2. make check 依檔案的順序列出還要決定的事。It lists what is left to decide, in the order of the files.
  3. passages.yml：英文 en、主題 themes。The English and the themes of each passage."""
LEFT = """\
請對照原檔；以下的字，程式需要人看。Compare source.txt with the file; a person has to look at:
{}
這些也在 {} 裡：公開前，請確認其中沒有不該公開的字、作者與註解。
They are in {} too: before it is public, make sure that nothing in it is private.

"""


UNSYNCED = """\
先解決這些，再執行 make sync。First settle these, then run make sync:
{}

"""
MOST = 10
"""Problems that are told at once."""


def draft_record(root: Path, path: Path, key: str = "", title: str = "") -> str:
    """Make the folder of a record with all that can be known or guessed; return what to do next.

    Raises ProblemsFound where the file or the registry cannot be read, or the folder or the file is
    there already. What is wrong in other records stands in the way of their passages alone.
    """
    received = receive(path)
    registry = _read_registry(root, path)
    folders = [read for other in find_records(root) if (read := read_folder(root, other)[0])]
    known = Known(registry, learn_phrases(folders), load_places())
    source = Source("source.txt", received.text, "")
    drafted, _ = draft_layout(source, known.phrases)
    key = key or name_record(path, drafted)
    folder = make_folder(root, key, received)
    given = Given(
        key=key,
        digest=_digest(received.source),
        original=_name_original(received),
        today=datetime.datetime.now(tz=datetime.UTC).date(),
        title=title.strip(),
        folders=folders,
    )
    writer = Writer(drafted, received.text, known, given)
    record = writer.write()
    files = {"source.txt": received.source, "record.yml": record.encode("utf-8")}
    if given.original:
        files[given.original[0]] = received.data
    for name, data in files.items():
        replace(folder / name, data)
    new = [stub for stub in _unique(writer.stubs) if registry.lacks(stub.file, stub.key)]
    names = registry.gazetteer.owners if registry.gazetteer else {}
    stubs = [add_variant(stub, received.text, names) for stub in new]
    added = add_stubs(root, stubs)
    unsynced = _sync(root)
    marks = [kind for _, kind, _ in find_asked(record + added)]
    return DONE.format(
        folder=f"{RECORDS}/{key}", names=", ".join([*sorted(files), "passages.yml"]), key=key,
        stubs=", ".join(f"{s.file}.yml {s.key}" for s in stubs) or "—",
        left=_tell_left(received, given.original) + unsynced,
        proposed=marks.count("proposed"), missing=marks.count("missing"),
    )  # fmt: skip


def _read_registry(root: Path, path: Path) -> Registry:
    registry, problems = read_registry(root)
    if registry.unread:
        rule = "a new record must wait until docs/registry can be read, and here it cannot"
        raise ProblemsFound([*problems, Problem(path.as_posix(), 1, rule)])
    return registry


def _sync(root: Path) -> str:
    """Add the passages; return what stands in the way where the text is not understood yet."""
    try:
        sync(root)
    except ProblemsFound as found:
        return UNSYNCED.format("\n".join(map(tell_one, found.problems[:MOST])))
    return ""


def name_record(path: Path, drafted: Drafted) -> str:
    """Return the key of a record: its year, and the name of the file as far as it is Latin."""
    own = make_key(path.stem)
    year = str(drafted.year or "")
    words = re.sub(rf"^{year}-?|-?{year}$", "", own) if year else own
    return "-".join(filter(None, [year, words or drafted.kind]))


def make_folder(root: Path, key: str, received: Received) -> Path:
    """Make the folder of a record; one that is there already is left as it is, and so is its file."""
    folder = root / RECORDS / key
    if not re.fullmatch(KEY, key):
        rule = "a folder's name must be lower-case words joined by hyphens, and is"
        raise ProblemsFound([Problem(f"{RECORDS}/{key}", 1, f"{rule} {key!r}")])
    if folder.exists():
        rule = "a new record must have a folder of its own (RECORD=another-name), and this is there"
        raise ProblemsFound([Problem(f"{RECORDS}/{key}", 1, f"{rule}: {key!r}")])
    if twin := find_twin(root, received):
        rule = (
            "a file must be received once (make forget RECORD=… removes a record), and is that of"
        )
        raise ProblemsFound([Problem(f"{RECORDS}/{key}", 1, f"{rule} {twin!r}")])
    folder.mkdir(parents=True)
    return folder


def find_twin(root: Path, received: Received) -> str:
    """Return the record that has the digest of a file, or of its text; empty where none has."""
    digests = [_digest(received.data), _digest(received.source)]
    for path in sorted((root / RECORDS).glob("*/record.yml")):
        text = path.read_bytes().decode("utf-8", "replace")
        if any(digest in text for digest in digests):
            return path.parent.name
    return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _name_original(received: Received) -> tuple[str, str] | None:
    if received.is_source:
        return None
    return f"original{received.suffix}", _digest(received.data)


def _unique(stubs: Iterable[Stub]) -> list[Stub]:
    return list({(stub.file, stub.key): stub for stub in stubs}.values())


def add_stubs(root: Path, stubs: Sequence[Stub]) -> str:
    """Add entries to the registry, each in its place; return what was added, for its marks."""
    added = ""
    for file in dict.fromkeys(stub.file for stub in stubs):
        path = root / REGISTRY / f"{file}.yml"
        text = path.read_bytes().decode("utf-8")
        own = [stub for stub in stubs if stub.file == file]
        changed = insert_stubs(text, own)
        replace(path, changed.encode("utf-8"))
        added += insert_stubs("", own)
    return added


def _tell_left(received: Received, original: tuple[str, str] | None) -> str:
    if not received.left or not original:
        return ""
    return LEFT.format(tell(received.left), original[0], original[0])
