"""Bad files are refused with the line, before anything is parsed."""

from pathlib import Path

import pytest

from dialogues.model.sources import Source
from dialogues.problems import report
from dialogues.reading.files import MOST_BYTES, decode, read_source


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "x.txt:1: the file must hold text, and is empty"),
        (b" \n\t\n", "x.txt:1: the file must hold text, and is empty"),
        ("好\n".encode() + b"\xff\xfe\n", "x.txt:2: text must be UTF-8, and has the bytes ff"),
        (
            b"a\n" + b"b" * 10_000_000,
            "x.txt:2: a line must have at most 100,000 bytes, and has 10,000,000",
        ),
        (
            b"abcdefg\n" * (MOST_BYTES // 8 + 1),
            "x.txt:1: a file must have at most 2,000,000 bytes, and has 2,000,008",
        ),
        ("a\u202eb".encode(), "x.txt:1: characters must be visible, and has U+202E"),
        ("a\nb\u200b\x00c".encode(), "x.txt:2: characters must be visible, and has U+0000, U+200B"),
    ],
    ids=["empty", "white", "encoding", "long line", "large", "bidi", "unseen"],
)
def test_bad_bytes_are_refused(data: bytes, problem: str) -> None:
    assert report(decode("x.txt", data)[1]) == problem


def test_lines_are_counted_from_one() -> None:
    source = Source("x.txt", "a\n\nbc\n", "")

    assert [source.line_of(place) for place in range(6)] == [1, 1, 2, 3, 3, 3]


def test_a_file_outside_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    root = tmp_path / "project"
    root.mkdir()
    (root / "source.txt").symlink_to("../secret.txt")

    source, problems = read_source(root, "source.txt")

    assert source is None
    assert report(problems) == (
        "source.txt:1: a file must lie inside the project, and this leads outside"
    )


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert report(read_source(tmp_path, "source.txt")[1]) == (
        "source.txt:1: the file must be there to read: No such file or directory"
    )
