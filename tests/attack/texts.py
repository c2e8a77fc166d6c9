"""Hostile files, damaged records, and the worst for each expression and loop."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attack.attempts import Attempt, attempt
from dialogues.loading import read_archive
from dialogues.problems import ProblemsFound
from mistakes import MISTAKES
from mistakes.planting import RECORD
from mutants.making import judge_mutants
from projects import SMALL

STRANGE = (
    *("docs/evil.html", "docs/CNAME", "docs/x.svg", "docs/assets/x.svg", "docs/assets/x.html"),
    *("docs/assets/x.wasm", "docs/robots.txt", "docs/zh/x.html", "docs/registry/x.yml"),
    *(f"{RECORD}/{name}" for name in ("pay-now.docx", "x.pdf", "original-2.pdf", "original.PDF")),
    *(f"{RECORD}/{name}" for name in ("original.html", "original.exe", "index.md", "x.yml", "x")),
    *(f"{RECORD}/{name}" for name in ("deeper/record.yml", "original.pdf.exe", "ORIGINAL.pdf")),
    *(f"{RECORD}/{name}" for name in ("\u202efdp.exe", "original.pdf\u200b", "original.doc x")),
    *("docs/records/x.txt", "docs/records/Upper/source.txt", "docs/records/con/source.txt"),
    *("docs/records/é/source.txt", "docs/records/-x/source.txt", "docs/records/a b/source.txt"),
    *("docs/records/index/source.txt", "docs/records/cited/source.txt", "docs/zh/events"),
)
CONTENTS = {
    f"{RECORD}/original.pdf": b"<script>",
    f"{RECORD}/original.docx": b"%PDF-1.7",
    f"{RECORD}/original.odt": b"",
    f"{RECORD}/source.txt": b"\xff\xfe",
    f"{RECORD}/record.yml": b"a: &b {}\nc: *b\n",
    f"{RECORD}/passages.yml": b"x" * 3_000_000,
    "docs/registry/cities.yml": b"\x00",
    "docs/addresses.txt": b"x" * 3_000_000,
}


def try_files(each: int) -> Iterator[Attempt]:
    """Put a file where none may be, or of what none may have; make each mistake that is known."""
    for name in STRANGE[::each]:
        yield attempt(f"file {name!r}", partial(refuse, name, b"x"))
    for name, data in [*CONTENTS.items()][::each]:
        yield attempt(f"content of {name}", partial(refuse, name, data))
    for name in [*MISTAKES][::each]:
        yield attempt(name, partial(tell, name))


def refuse(name: str, data: bytes) -> str:
    """Return nothing where a file is a problem, at its path or that of its folder."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SMALL, Path(folder, "small")))
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
        problems = read_archive(root)[1]
    told = [problem for problem in problems if name.startswith(problem.path)]
    return "" if told else f"{len(problems)} problems, none of it"


def tell(name: str) -> str:
    """Return nothing where a mistake is told."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SMALL, Path(folder, "small")))
        MISTAKES[name][0](root)
        try:
            return "" if read_archive(root)[1] else "no problem"
        except ProblemsFound:
            return ""


def try_mutants(each: int) -> Iterator[Attempt]:
    """Damage records: no word may stand under one who did not say it."""
    for kind, verdict, words in judge_mutants(2_000 // each):
        yield Attempt(kind, words if verdict in ("wrong", "lost") else "")


def try_worst(each: int) -> Iterator[Attempt]:
    """Give each expression and loop its worst at two sizes."""
    from dialogues.model.sources import Source  # noqa: PLC0415 - with the tests, which take a second
    from dialogues.parsing import parse  # noqa: PLC0415
    from outlines import LAYOUT  # noqa: PLC0415
    from test_linear import CUT, LOOPS, SHAPES, SIZE, grows_alike, is_fast  # noqa: PLC0415
    from worst.expressions import list_expressions  # noqa: PLC0415

    for name, (kind, make) in [*SHAPES.items()][::each]:
        work = lambda n, kind=kind, make=make: parse(Source("", make(n), ""), kind, LAYOUT)  # noqa: E731
        yield Attempt(name, "" if grows_alike(work, SIZE) else "grows faster than its length")
    for name, loop in [*LOOPS.items()][::each]:
        yield Attempt(name, "" if grows_alike(loop, SIZE) else "grows faster than its length")
    for where, expression, use in [*list_expressions()][::each]:
        if where.rpartition(".")[2] not in CUT:
            fault = "" if is_fast(where, expression, use) else "grows faster than its text"
            yield Attempt(where, fault)
